package org.tessera.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Everything a PDF says in words: on its pages, seen or not, and beside them. */
final class PdfTraces {

    private static final int DEEPEST = 20;
    private static final long MOST_METADATA = 1 << 20;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final PDDocument document;
    private final List<PDPage> pages;
    private final List<Trace> traces = new ArrayList<>();
    private int loose;

    private PdfTraces(PDDocument document, List<PDPage> pages) {
        this.document = document;
        this.pages = pages;
    }

    /** @param pages those that are drawn, in order */
    static List<Trace> of(PDDocument document, List<PDPage> pages) throws IOException {
        PdfTraces found = new PdfTraces(document, pages);
        found.text();
        found.marks();
        found.fields();
        found.attachments();
        found.outline(document.getDocumentCatalog().getDocumentOutline(), 0);
        found.metadata();
        return found.traces;
    }

    private void text() throws IOException {
        for (int n = 1; n <= pages.size(); n++) {
            PageText page = new PageText(n, pages.get(n - 1));
            page.processPage(pages.get(n - 1));
            traces.addAll(page.words);
        }
    }

    /** The words of one page, with the boxes of their letters. */
    private static final class PageText extends PDFTextStripper {

        private final int number;
        private final PDRectangle box;
        private final boolean sideways;
        private final List<Trace> words = new ArrayList<>();
        private int line = 1;

        PageText(int number, PDPage page) {
            this.number = number;
            this.box = page.getCropBox();
            this.sideways = page.getRotation() % 180 != 0;
            // one page only: its words come when the page is over
            this.output = new StringWriter();
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (text.isBlank()) {
                return;
            }
            double width = sideways ? box.getHeight() : box.getWidth();
            double height = sideways ? box.getWidth() : box.getHeight();
            double left = Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double right = 0;
            double bottom = 0;
            for (TextPosition letter : positions) {
                double[] edges = edges(letter);
                left = Math.min(left, edges[0]);
                top = Math.min(top, edges[1]);
                right = Math.max(right, edges[2]);
                bottom = Math.max(bottom, edges[3]);
            }
            for (int at = 0; at < text.length(); at += Trace.MOST) {
                words.add(new Trace(
                        Trace.Source.TEXT_LAYER,
                        number,
                        line,
                        left / width,
                        top / height,
                        (right - left) / width,
                        (bottom - top) / height,
                        text.substring(at, Math.min(text.length(), at + Trace.MOST))));
            }
        }

        /** Left, top, right and bottom of a letter; what goes below its line is as much as a quarter of its height. */
        private static double[] edges(TextPosition letter) {
            double x = letter.getX();
            double y = letter.getY();
            double along = letter.getWidthDirAdj();
            double up = Math.max(letter.getHeightDir(), letter.getFontSizeInPt() * 0.7);
            double down = up * 0.3;
            return switch ((int) letter.getDir()) {
                case 90 -> new double[] {x - up, y - along, x + down, y};
                case 180 -> new double[] {x - along, y - down, x, y + up};
                case 270 -> new double[] {x - down, y, x + up, y + along};
                default -> new double[] {x, y - up, x + along, y + down};
            };
        }

        @Override
        protected void writeLineSeparator() {
            line++;
        }

        @Override
        protected void writeWordSeparator() {
            // words come one by one
        }

        @Override
        protected void writeString(String text) throws IOException {
            Writer out = output;
            out.write(text);
        }
    }

    private void marks() throws IOException {
        for (int n = 1; n <= pages.size(); n++) {
            for (PDAnnotation mark : pages.get(n - 1).getAnnotations()) {
                mark(n, mark);
            }
        }
    }

    private void mark(int n, PDAnnotation mark) throws IOException {
        if (mark instanceof PDAnnotationFreeText || mark instanceof PDAnnotationRubberStamp) {
            placed(Trace.Source.COMMENT, n, mark, mark.getContents());
        } else if (!(mark instanceof PDAnnotationWidget)) {
            // what such a mark says opens on a click; of it the page shows a sign at the most
            say(Trace.Source.COMMENT, mark.getContents());
        }
        if (mark instanceof PDAnnotationMarkup comment) {
            say(Trace.Source.MAKER, comment.getTitlePopup());
            say(Trace.Source.METADATA, comment.getSubject());
        }
        if (mark instanceof PDAnnotationFileAttachment attached && attached.getFile() != null) {
            say(Trace.Source.ATTACHMENT, attached.getFile().getFile());
        }
        if (mark instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI away) {
            say(Trace.Source.ATTACHMENT, away.getURI());
        }
    }

    private void fields() throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return;
        }
        for (PDField field : form.getFieldTree()) {
            say(Trace.Source.METADATA, field.getAlternateFieldName());
            for (PDAnnotationWidget widget : field.getWidgets()) {
                int n = pageOf(widget);
                placed(Trace.Source.FIELD, n, widget, field.getValueAsString());
            }
        }
    }

    private int pageOf(PDAnnotationWidget widget) throws IOException {
        for (int n = 1; n <= pages.size(); n++) {
            for (PDAnnotation mark : pages.get(n - 1).getAnnotations()) {
                if (mark.getCOSObject() == widget.getCOSObject()) {
                    return n;
                }
            }
        }
        return 0;
    }

    private void placed(Trace.Source source, int n, PDAnnotation mark, @Nullable String text) {
        PDRectangle at = mark.getRectangle();
        if (text == null || text.isBlank()) {
            return;
        }
        if (n == 0 || at == null) {
            say(source, text);
            return;
        }
        PDPage page = pages.get(n - 1);
        double[] place = place(at, page.getCropBox(), ((page.getRotation() % 360) + 360) % 360);
        loose++;
        for (String line : text.split("\\R", -1)) {
            for (String word : line.split("\\s+", -1)) {
                if (!word.isBlank()) {
                    traces.add(new Trace(
                            source,
                            n,
                            loose,
                            place[0],
                            place[1],
                            place[2],
                            place[3],
                            word.substring(0, Math.min(word.length(), Trace.MOST))));
                }
            }
            loose++;
        }
    }

    /** A rectangle of the page as fractions of what is drawn, the page's turn included: left, top, width, height. */
    private static double[] place(PDRectangle at, PDRectangle box, int turn) {
        double left = (at.getLowerLeftX() - box.getLowerLeftX()) / box.getWidth();
        double right = (at.getUpperRightX() - box.getLowerLeftX()) / box.getWidth();
        double top = (box.getUpperRightY() - at.getUpperRightY()) / box.getHeight();
        double bottom = (box.getUpperRightY() - at.getLowerLeftY()) / box.getHeight();
        return switch (turn) {
            case 90 -> new double[] {1 - bottom, left, bottom - top, right - left};
            case 180 -> new double[] {1 - right, 1 - bottom, right - left, bottom - top};
            case 270 -> new double[] {top, 1 - right, bottom - top, right - left};
            default -> new double[] {left, top, right - left, bottom - top};
        };
    }

    private void attachments() throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        @Nullable PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        if (files != null && files.getNames() != null) {
            files.getNames().forEach((name, file) -> {
                say(Trace.Source.ATTACHMENT, name);
                say(Trace.Source.ATTACHMENT, file == null ? null : file.getFile());
            });
        }
    }

    private void outline(@Nullable PDOutlineNode node, int depth) {
        if (node == null || depth > DEEPEST) {
            return;
        }
        int most = 1000;
        for (PDOutlineItem item : node.children()) {
            if (most-- < 0) {
                return;
            }
            say(Trace.Source.ATTACHMENT, item.getTitle());
            outline(item, depth + 1);
        }
    }

    private void metadata() throws IOException {
        PDDocumentInformation said = document.getDocumentInformation();
        COSDictionary entries = said.getCOSObject();
        for (COSName key : entries.keySet()) {
            COSBase value = entries.getDictionaryObject(key);
            if (value instanceof COSString text) {
                boolean maker = key.getName().toLowerCase(Locale.ROOT).matches("author|manager|owner|company");
                say(maker ? Trace.Source.MAKER : Trace.Source.METADATA, text.getString());
            }
        }
        var packet = document.getDocumentCatalog().getMetadata();
        if (packet != null) {
            try (InputStream in = packet.createInputStream()) {
                xmp(new String(in.readNBytes((int) MOST_METADATA), StandardCharsets.UTF_8), traces);
            }
        }
    }

    /** The words of an XMP packet, without its tags; who made it is told apart. */
    static void xmp(String packet, List<Trace> into) {
        var maker = Pattern.compile(
                        "(?is)<(dc:creator|xmpRights:Owner|photoshop:AuthorsPosition|dc:rights|photoshop:Credit)\\b.*?</\\1>")
                .matcher(packet);
        int line = into.size() + 1;
        while (maker.find()) {
            addWords(Trace.Source.MAKER, maker.group(), line, into);
            line++;
        }
        addWords(Trace.Source.METADATA, packet, line, into);
    }

    private static void addWords(Trace.Source source, String xml, int line, List<Trace> into) {
        String text = TAG.matcher(xml).replaceAll(" ").replaceAll("\\s+", " ").strip();
        for (int at = 0; at < text.length(); at += Trace.MOST) {
            into.add(Trace.loose(source, line, text.substring(at, Math.min(text.length(), at + Trace.MOST))));
        }
    }

    private void say(Trace.Source source, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            loose++;
            for (int at = 0; at < text.length(); at += Trace.MOST) {
                traces.add(Trace.loose(source, loose, text.substring(at, Math.min(text.length(), at + Trace.MOST))));
            }
        }
    }
}
