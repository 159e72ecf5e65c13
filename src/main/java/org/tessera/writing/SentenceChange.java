package org.tessera.writing;

/** A sentence of a text as it is now or as it was, and what became of it. */
public record SentenceChange(Kind kind, String sentence) {

    /** What became of a sentence. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }
}
