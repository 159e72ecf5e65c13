package org.tessera.protocol;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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
    CHOICE;

    /** The word used in packs and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rights it has a use for: a phase that works with it may grant these and no others. */
    public Set<Action> actions() {
        return switch (this) {
            case NONE -> EnumSet.noneOf(Action.class);
            case BOARD -> EnumSet.of(Action.POST, Action.ARRANGE);
            case DOTS -> EnumSet.of(Action.VOTE);
            case STATEMENT -> EnumSet.of(Action.STATEMENT);
            case FINGERS -> EnumSet.of(Action.ANSWER);
            case GOALS -> EnumSet.of(Action.GOAL);
            case ITEMS -> EnumSet.of(Action.ITEM);
            case CHECKLIST -> EnumSet.of(Action.ANSWER, Action.SETTLE);
            case SCORES -> EnumSet.of(Action.SCORE);
            case AGREEMENT -> EnumSet.of(Action.SETTLE);
            case QUESTIONS -> EnumSet.of(Action.POST, Action.REPLY);
            case NORMS -> EnumSet.of(Action.POST, Action.ARRANGE, Action.ADOPT);
            case CHOICE -> EnumSet.of(Action.CHOOSE);
        };
    }
}
