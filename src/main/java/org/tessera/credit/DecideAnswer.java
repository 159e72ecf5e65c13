package org.tessera.credit;

/** What came of answering a registration. */
public enum DecideAnswer {
    DONE,
    NOT_FOUND,
    /** It was decided or withdrawn before. */
    NOT_WAITING,
    REASON_MISSING,
    REASON_TOO_LONG
}
