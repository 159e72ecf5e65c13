package org.tessera.assessment;

import java.time.Instant;
import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** Something about anchors and certificates that somebody should hear of. Published inside the transaction that keeps it. */
public sealed interface CertificationNews {

    CredentialId credential();

    PersonId to();

    /** The earner of a case is asked whether it may be an anchor. */
    record ConsentAsked(CaseId about, CredentialId credential, PersonId to) implements CertificationNews {}

    /** An assessor is certified. */
    record Certified(UUID certificate, CredentialId credential, PersonId to, int exact, Instant until)
            implements CertificationNews {}

    /** A certificate ends soon. */
    record Expiring(UUID certificate, CredentialId credential, PersonId to, Instant until)
            implements CertificationNews {}

    /**
     * A certificate ended before its time.
     *
     * @param exact percent of the last rows in which the assessor gave the level that counted
     */
    record Drifted(UUID certificate, CredentialId credential, PersonId to, int exact) implements CertificationNews {}
}
