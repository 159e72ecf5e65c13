package org.tessera.plan;

/** Whether a planned meeting takes place, and if not, why. */
public enum MeetingState {
    /** As far as is known; once its time has come it counts as held until somebody says that it was not. */
    PLANNED,
    /** Its time came and it was held, as somebody said afterwards. */
    HELD,
    /** Somebody called it off. */
    CANCELLED,
    /** Its day is closed. */
    CLOSED_DAY,
    /** The rhythm has no meeting on that day any more. */
    DROPPED,
    /** Its time came and it was not held, as somebody said afterwards. */
    MISSED
}
