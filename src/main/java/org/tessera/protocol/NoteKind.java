package org.tessera.protocol;

import java.util.Locale;

/** What a note is meant as. The phase decides which kinds are open. */
public enum NoteKind {
    NOTE,
    OBSERVATION,
    QUESTION,
    INTERPRETATION,
    IMPLICATION,
    /** A debrief note: what in the process helped. */
    HELPED,
    /** A debrief note: what to change next time. */
    CHANGE,
    /** Something that works in an existing text. */
    WORKS,
    /** Something that does not work in an existing text. */
    DOUBT,
    /** Something to be made clearer in an existing text. */
    CLARIFY;

    /** The word used in packs and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
