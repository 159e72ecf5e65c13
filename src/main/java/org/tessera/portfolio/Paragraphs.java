package org.tessera.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.tessera.portfolio.BlindCopy.Paragraph;
import org.tessera.record.Paper;

/** Texts as paragraphs. */
final class Paragraphs {

    private Paragraphs() {}

    /** What somebody wrote: lines that begin with a dot or dash are points, with an angle bracket a quotation. */
    static List<Paragraph> of(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("• ") || line.startsWith("- ")) {
                points.add(line.substring(2).strip());
                continue;
            }
            end(points, paragraphs);
            if (line.startsWith("> ")) {
                paragraphs.add(plain(Paragraph.Kind.QUOTE, line.substring(2).strip()));
            } else if (!line.isBlank()) {
                paragraphs.add(plain(Paragraph.Kind.WORDS, line));
            }
        }
        end(points, paragraphs);
        return paragraphs;
    }

    /** The pieces of a document. */
    static List<Paragraph> of(List<Paper.Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Paper.Heading(int _, String text) -> plain(Paragraph.Kind.HEADING, text);
                    case Paper.Words(String text) -> plain(Paragraph.Kind.WORDS, text);
                    case Paper.Aside(String text) -> plain(Paragraph.Kind.ASIDE, text);
                    case Paper.Points(List<String> texts) -> new Paragraph(Paragraph.Kind.POINTS, "", texts);
                })
                .toList();
    }

    private static void end(List<String> points, List<Paragraph> paragraphs) {
        if (!points.isEmpty()) {
            paragraphs.add(new Paragraph(Paragraph.Kind.POINTS, "", points));
            points.clear();
        }
    }

    private static Paragraph plain(Paragraph.Kind kind, String text) {
        return new Paragraph(kind, text, List.of());
    }
}
