package org.tessera.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines down the pages of a PDF, begins a page where one is full, and says of each line what it belongs to. Lengths
 * are in points.
 */
final class PdfPen implements Closeable {

    private static final float MARGIN = 64;
    private static final float BODY = 10.5f;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.4f;
    private static final float INDENT = 14;
    /** What the number of a page may need at the foot. */
    private static final float FOOT = 60;

    /** Stands for a character the fonts do not have. */
    private static final String MISSING = "□";

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;
    private final PdfTags tags;
    private final Map<Integer, String> known = new HashMap<>();
    private @Nullable PDPageContentStream page;
    private @Nullable PDStructureElement list;
    private float y;

    PdfPen(PDDocument document, PDFont regular, PDFont bold) throws IOException {
        this.document = document;
        this.regular = regular;
        this.bold = bold;
        tags = new PdfTags(document);
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
        list = null;
        lines(text, bold, size, 0, tags.part("H" + Math.min(level, 3)));
        y -= size * (level == 1 ? 0.5f : 0.2f);
    }

    void words(String text) throws IOException {
        list = null;
        lines(text, regular, BODY, 0, tags.part(StandardStructureTypes.P));
        y -= BODY * 0.4f;
    }

    void aside(String text) throws IOException {
        y -= BODY;
        list = null;
        lines(text, regular, SMALL, 0, tags.part(StandardStructureTypes.P));
    }

    void point(String text) throws IOException {
        if (list == null) {
            list = tags.part(StandardStructureTypes.L);
        }
        PDStructureElement item = tags.part(StandardStructureTypes.LI, list);
        need(BODY * LEADING);
        put("•", regular, BODY, MARGIN, y - BODY * LEADING, tags.part(StandardStructureTypes.LBL, item));
        lines(text, regular, BODY, INDENT, tags.part(StandardStructureTypes.L_BODY, item));
        y -= BODY * 0.25f;
    }

    /** Puts a picture on a page of its own, as large as it fits there. */
    void picture(Picture picture) throws IOException {
        list = null;
        turn();
        lines(picture.words(), regular, SMALL, 0, tags.part(StandardStructureTypes.P));
        PDImageXObject image = LosslessFactory.createFromImage(document, picture.pixels());
        float width = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
        float height = y - MARGIN - BODY;
        float scale = Math.min(width / image.getWidth(), height / image.getHeight());
        PDStructureElement figure = tags.part(StandardStructureTypes.Figure);
        figure.setAlternateDescription(picture.words());
        if (page == null) {
            throw new IllegalStateException("the pen was put away");
        }
        page.beginMarkedContent(COSName.getPDFName(figure.getStructureType()), tags.mark(here(), figure));
        page.drawImage(
                image,
                MARGIN,
                y - BODY - image.getHeight() * scale,
                image.getWidth() * scale,
                image.getHeight() * scale);
        page.endMarkedContent();
    }

    private PDPage here() {
        return document.getPage(document.getNumberOfPages() - 1);
    }

    /** Writes at the foot of every page what document it is of, and which of how many. Nothing can be written after that. */
    void finish(String title) throws IOException {
        close();
        int count = document.getNumberOfPages();
        String shown = shortened(drawn(title, regular));
        for (int i = 0; i < count; i++) {
            String number = (i + 1) + " / " + count;
            float right = PDRectangle.LETTER.getWidth() - MARGIN - width(number, regular, SMALL);
            try (PDPageContentStream foot = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                foot.beginMarkedContent(COSName.ARTIFACT);
                show(foot, shown, regular, SMALL, MARGIN, MARGIN / 2);
                show(foot, number, regular, SMALL, right, MARGIN / 2);
                foot.endMarkedContent();
            }
        }
        tags.finish();
    }

    private String shortened(String title) throws IOException {
        List<String> lines = wrapped(title, regular, SMALL, PDRectangle.LETTER.getWidth() - 2 * MARGIN - FOOT);
        return lines.size() == 1 ? title : lines.getFirst() + " …";
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private void lines(String text, PDFont font, float size, float indent, PDStructureElement part) throws IOException {
        for (String line :
                wrapped(drawn(text, font), font, size, PDRectangle.LETTER.getWidth() - 2 * MARGIN - indent)) {
            need(size * LEADING);
            y -= size * LEADING;
            put(line, font, size, MARGIN + indent, y, part);
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
        y = PDRectangle.LETTER.getHeight() - MARGIN;
    }

    private void put(String text, PDFont font, float size, float x, float at, PDStructureElement part)
            throws IOException {
        if (page == null) {
            throw new IllegalStateException("the pen was put away");
        }
        page.beginMarkedContent(COSName.getPDFName(part.getStructureType()), tags.mark(here(), part));
        show(page, text, font, size, x, at);
        page.endMarkedContent();
    }

    private static void show(PDPageContentStream on, String text, PDFont font, float size, float x, float at)
            throws IOException {
        on.beginText();
        on.setFont(font, size);
        on.newLineAtOffset(x, at);
        on.showText(text);
        on.endText();
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
