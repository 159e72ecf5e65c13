package org.tessera.record;

import java.util.List;
import java.util.Locale;

/**
 * A document of plain parts, the same for every form it is written in.
 *
 * @param language in which it is to be read aloud
 */
public record Paper(String title, Locale language, List<Piece> pieces) {

    public Paper {
        pieces = List.copyOf(pieces);
    }

    /** A part of a document. */
    public sealed interface Piece {}

    /** A heading; {@code level} is 1 for the document's own, 2 for sections, 3 below them. */
    public record Heading(int level, String text) implements Piece {}

    /** A paragraph. */
    public record Words(String text) implements Piece {}

    /** A paragraph about the document rather than of it. */
    public record Aside(String text) implements Piece {}

    /** A list without an order. */
    public record Points(List<String> texts) implements Piece {
        public Points {
            texts = List.copyOf(texts);
        }
    }
}
