package org.tessera.submission;

/** How far a submission is, in the words the platforms use. */
public enum Status {
    NOT_STARTED,
    IN_PROGRESS,
    /** With the assessors, who have not looked yet whether it is complete. */
    SUBMITTED,
    /** Sent back because something is missing; nothing was scored. */
    INCOMPLETE,
    /** Complete, and being scored. */
    PASSED,
    /** Scored; some rows are not met. */
    NOT_YET_EARNED,
    /** The rows that were not met are being worked on again. */
    RESUBMISSION,
    EARNED;

    /** Whether the earner may hand something in. */
    public boolean isOpen() {
        return this == IN_PROGRESS || this == INCOMPLETE || this == RESUBMISSION;
    }
}
