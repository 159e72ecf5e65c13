package org.tessera.badge;

import java.time.Instant;
import org.tessera.account.PersonId;

/** What an issuer did with a badge, and why. */
public record Deed(Kind kind, String reason, PersonId by, Instant at) {

    /** What can be done. */
    public enum Kind {
        SUSPENDED,
        /** The end of a suspension. */
        LIFTED,
        /** For good. */
        REVOKED
    }
}
