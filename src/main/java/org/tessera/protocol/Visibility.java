package org.tessera.protocol;

/** Who sees what is written in a phase, and when. */
public enum Visibility {
    /** Everybody in the room, at once. */
    OPEN,
    /** Only the writer, until the writer posts it. */
    PRIVATE,
    /** Only the writer, until the phase ends; then everybody at the same moment, and unchangeable. */
    SEALED
}
