package org.tessera.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement cut into its traced phrases and the words between them. */
public final class Phrases {

    private Phrases() {}

    /** A stretch of a statement; {@code source} says what it goes back to, where that is known. */
    public record Piece(String text, Optional<Content.Lineage> source) {}

    /** The whole text in order; {@code lineage} names phrases in the order in which they stand there. */
    public static List<Piece> of(String text, List<Content.Lineage> lineage) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Content.Lineage source : lineage) {
            int from = source.phrase().isEmpty() ? -1 : text.indexOf(source.phrase(), at);
            if (from >= 0) {
                if (from > at) {
                    pieces.add(new Piece(text.substring(at, from), Optional.empty()));
                }
                pieces.add(new Piece(source.phrase(), Optional.of(source)));
                at = from + source.phrase().length();
            }
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), Optional.empty()));
        }
        return pieces;
    }
}
