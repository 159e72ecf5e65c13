package org.tessera.badge;

/** What came of something an issuer wanted to do with a badge. */
public sealed interface DeedAnswer {

    /** It was done, and stands in the badge's history. */
    record Done(Badge badge) implements DeedAnswer {}

    /** It was not done. */
    record Refused(Why why) implements DeedAnswer {}

    /** Why not. */
    enum Why {
        /** There is no such badge, or it is not this person's business. */
        NOT_FOUND,
        REASON_MISSING,
        REASON_TOO_LONG,
        ALREADY_REVOKED,
        ALREADY_SUSPENDED,
        NOT_SUSPENDED
    }
}
