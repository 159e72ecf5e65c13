package org.tessera.writing;

/** A stretch of a text, in UTF-16 units; {@code to} is behind its last. */
public record Stretch(int from, int to) {

    /** The words of {@code text} in this stretch. */
    public String of(String text) {
        return text.substring(from, to);
    }

    /** Whether {@code other} has a place in common with this one. */
    boolean meets(Stretch other) {
        return from < other.to && other.from < to;
    }
}
