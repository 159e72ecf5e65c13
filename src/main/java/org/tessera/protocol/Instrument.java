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
    GOALS,
    /** The list of items that a later checklist or score sheet goes through, for example the rows of a rubric. */
    ITEMS,
    /** Item by item: yes or no, and why, until enough agree. */
    CHECKLIST,
    /** Every person's own score sheet: a level and its evidence for each item. */
    SCORES,
    /** The tally of all sheets, and for each item the score the group agrees on. */
    AGREEMENT,
    /** The log of questions to the presenter, with the answers. */
    QUESTIONS,
    /** Drafted norms, and which of them the team adopts. */
    NORMS,
    /** One choice for each person, for example a compass direction. */
    CHOICE
}
