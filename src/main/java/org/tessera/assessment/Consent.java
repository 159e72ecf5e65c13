package org.tessera.assessment;

/** What an earner says to their hand-in being used as an anchor. */
public enum Consent {
    /** Nothing so far. */
    ASKED,
    GIVEN,
    REFUSED,
    /** They had said yes; the anchor is used no more. */
    TAKEN_BACK;

    /** What it becomes when the earner answers; they may change their mind at any time. */
    Consent answered(boolean isYes) {
        if (isYes) {
            return GIVEN;
        }
        return this == GIVEN || this == TAKEN_BACK ? TAKEN_BACK : REFUSED;
    }
}
