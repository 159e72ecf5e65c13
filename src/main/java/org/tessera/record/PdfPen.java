package org.tessera.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Writes lines down the pages of a PDF, and begins a page where one is full. Lengths are in points. */
final class PdfPen implements Closeable {

    private static final float MARGIN = 64;
    private static final float BODY = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.4f;
    private static final float INDENT = 14;
    /** Stands for a character the fonts do not have. */
    private static final String MISSING = "□";

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;
    private final Map<Integer, String> known = new HashMap<>();
    private @Nullable PDPageContentStream page;
    private float y;
    private int pages;

    PdfPen(PDDocument document, PDFont regular, PDFont bold) throws IOException {
        this.document = document;
        this.regular = regular;
        this.bold = bold;
        turn();
    }

    void heading(int level, String text) throws IOException {
        float size =
                switch (level) {
                    case 1 -> 20;
                    case 2 -> 13;
                    default -> BODY;
                };
        y -= level == 1 ? 0 : size * 0.9f;
        // A heading does not stand alone at the foot of a page.
        need(size * LEADING + 3 * BODY * LEADING);
        lines(text, bold, size, 0, "");
        y -= size * 0.2f;
    }

    void words(String text) throws IOException {
        lines(text, regular, BODY, 0, "");
        y -= BODY * 0.4f;
    }

    void aside(String text) throws IOException {
        y -= BODY;
        lines(text, regular, SMALL, 0, "");
    }

    void point(String text) throws IOException {
        lines(text, regular, BODY, INDENT, "•");
        y -= BODY * 0.25f;
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private void lines(String text, PDFont font, float size, float indent, String mark) throws IOException {
        String before = mark;
        for (String line :
                wrapped(drawn(text, font), font, size, PDRectangle.LETTER.getWidth() - 2 * MARGIN - indent)) {
            need(size * LEADING);
            y -= size * LEADING;
            if (!before.isEmpty()) {
                put(before, font, size, MARGIN);
                before = "";
            }
            put(line, font, size, MARGIN + indent);
        }
    }

    private void need(float height) throws IOException {
        if (y - height < MARGIN) {
            turn();
        }
    }

    private void turn() throws IOException {
        close();
        PDPage next = new PDPage(PDRectangle.LETTER);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        pages++;
        put(String.valueOf(pages), regular, SMALL, PDRectangle.LETTER.getWidth() - MARGIN, MARGIN / 2);
        y = PDRectangle.LETTER.getHeight() - MARGIN;
    }

    private void put(String text, PDFont font, float size, float x) throws IOException {
        put(text, font, size, x, y);
    }

    private void put(String text, PDFont font, float size, float x, float at) throws IOException {
        if (page == null) {
            throw new IllegalStateException("the pen was put away");
        }
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, at);
        page.showText(text);
        page.endText();
    }

    private String drawn(String text, PDFont font) {
        StringBuilder drawn = new StringBuilder();
        Characters.drawable(text)
                .codePoints()
                .forEach(c -> drawn.append(known.computeIfAbsent(c, each -> glyph(each, font))));
        return drawn.toString();
    }

    /** Both fonts have the same characters, so one may speak for the other. */
    private static String glyph(int c, PDFont font) {
        String one = Character.toString(c);
        try {
            font.encode(one);
            return one;
        } catch (IOException | IllegalArgumentException _) {
            // That is how PDFBox says that a font lacks a character.
            return MISSING;
        }
    }

    private static List<String> wrapped(String text, PDFont font, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (width(joined, font, size) <= width) {
                line = new StringBuilder(joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line = new StringBuilder();
            for (int c : word.codePoints().toArray()) {
                if (width(line + Character.toString(c), font, size) > width) {
                    lines.add(line.toString());
                    line = new StringBuilder();
                }
                line.appendCodePoint(c);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }
}
