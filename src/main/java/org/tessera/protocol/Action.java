package org.tessera.protocol;

import java.util.Locale;

/** What a pack may grant to a role in a phase. Private notes and signals are everybody's and need no grant. */
public enum Action {
    /** Put a note, or an own private note, on the shared board or into the question log. */
    POST,
    /** Move, group, name, join and link notes on the board. */
    ARRANGE,
    /** Spend dots. */
    VOTE,
    /** Write in a statement (of one's pair, or of the whole group). */
    STATEMENT,
    /** Answer a check item: with zero to five fingers, or with yes or no and why. */
    ANSWER,
    /** Add and reword goals. */
    GOAL,
    /** Add and reword the items a checklist or a score sheet goes through. */
    ITEM,
    /** Fill in one's own score sheet. */
    SCORE,
    /** Record what the group has come to: a checklist item, an agreed score. */
    SETTLE,
    /** Answer a question of the log. */
    REPLY,
    /** Take a drafted norm into the team's norms, or out again. */
    ADOPT,
    /** Choose one of the phase's choices for oneself. */
    CHOOSE;

    /** The word used in packs and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
