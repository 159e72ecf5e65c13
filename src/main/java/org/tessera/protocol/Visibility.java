package org.tessera.protocol;

/** Who sees what is written in a phase, and when. */
public enum Visibility {
    /** Everybody in the room, at once. */
    OPEN,
    /** Only the writer, until the writer posts it. */
    PRIVATE,
    /** Only the writer, until the phase ends; then everybody at the same moment, and unchangeable. */
    SEALED,
    /** As {@link #SEALED}, and afterwards nobody but the writer can tell whose it was. */
    ANONYMOUS,
    /** Nothing is written at all: what is said stays with those who heard it, and only the phase's time is kept. */
    UNRECORDED
}
