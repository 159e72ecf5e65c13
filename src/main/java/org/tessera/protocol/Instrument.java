package org.tessera.protocol;

/** The tool a phase works with. */
public enum Instrument {
    /** No shared tool: talk only (private notes stay open). */
    NONE,
    /** Notes on a shared board. */
    BOARD,
    /** Dots on notes and groups of the board. */
    DOTS,
    /** One text that its people write together. */
    STATEMENT,
    /** Zero to five fingers on a statement. */
    FINGERS,
    /** A list of goals. */
    GOALS
}
