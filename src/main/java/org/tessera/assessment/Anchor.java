package org.tessera.assessment;

import org.tessera.account.DistrictId;
import org.tessera.credential.CredentialId;

/** A decided case that assessors try themselves on, as far as its earner lets them. */
record Anchor(CaseId on, DistrictId district, CredentialId credential, Consent consent) {}
