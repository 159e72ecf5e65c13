package org.tessera.writing;

/** An entry of a list of references; {@code italic} stands between the two other parts. */
public record Reference(String before, String italic, String after) {

    /** The whole entry without its type face. */
    public String text() {
        return before + italic + after;
    }
}
