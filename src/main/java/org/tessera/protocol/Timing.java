package org.tessera.protocol;

/** When a phase is worked in. */
public enum Timing {
    /** Alone, before the meeting begins. */
    BEFORE,
    /** In the meeting. */
    MEETING,
    /** After the meeting, until the room is put away. */
    AFTER
}
