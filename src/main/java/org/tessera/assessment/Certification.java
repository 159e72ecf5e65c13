package org.tessera.assessment;

import java.time.Instant;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** Knows who may give levels where a district lets only certified assessors do so. */
@FunctionalInterface
interface Certification {

    /** Whether somebody is certified for a credential at {@code at}. */
    boolean holds(PersonId assessor, CredentialId credential, Instant at);
}
