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
    CLARIFY,
    /** A short question about facts. */
    CLARIFYING,
    /** A question that opens the presenter's own thinking. */
    PROBING,
    /** Feedback that had been put as a question. */
    FEEDBACK,
    /** What is strong in the work. */
    WARM,
    /** What the work does not do yet. */
    COOL,
    /** Something everybody can see, without inference. */
    NOTICE,
    /** Something one wonders about. */
    WONDER,
    /** What could lie behind what is seen. */
    SPECULATION,
    /** A pattern in what others wrote. */
    THEME,
    IDEA,
    /** What the group heard in what it was told. */
    HEARD,
    /** What the group did not hear in what it was told. */
    UNHEARD,
    /** Something or somebody that could help. */
    RESOURCE,
    /** A passage of a text, with its place. */
    PASSAGE,
    /** What a text takes for granted. */
    ASSUMPTION,
    /** What one agrees with in a text. */
    AGREE,
    /** What one would argue with in a text. */
    ARGUE,
    /** What one would aspire to, or act on, after a text. */
    ASPIRE,
    HOPE,
    FEAR,
    /** A norm somebody proposes. */
    NORM,
    /** What somebody means to do or change. */
    INTENTION;

    /** The word used in packs and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
