package org.tessera.protocol;

import java.util.Locale;

/** What a pack may grant to a role in a phase. Private notes and signals are everybody's and need no grant. */
public enum Action {
    /** Put a note, or an own private note, on the shared board. */
    POST,
    /** Move, group and name notes on the board. */
    ARRANGE,
    /** Spend dots. */
    VOTE,
    /** Write in a statement (of one's pair, or of the whole group). */
    STATEMENT,
    /** Answer a check item, for example with zero to five fingers. */
    ANSWER,
    /** Add and reword goals. */
    GOAL;

    /** The word used in packs and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
