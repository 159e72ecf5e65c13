package org.tessera.plan;

/** Whether a planned meeting takes place, and if not, why. */
public enum MeetingState {
    PLANNED,
    /** Somebody called it off. */
    CANCELLED,
    /** Its day is closed. */
    CLOSED_DAY,
    /** The rhythm has no meeting on that day any more. */
    DROPPED,
    /** Its time came and it was not held, as somebody said afterwards. */
    MISSED
}
