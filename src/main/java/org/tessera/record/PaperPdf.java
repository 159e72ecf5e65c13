package org.tessera.record;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A paper as PDF/A-2a: it carries its fonts and colours, says of each line what it is, links to nothing, and its metadata
 * names nobody.
 */
public final class PaperPdf {

    private static final String RGB = "sRGB IEC61966-2.1";

    private PaperPdf() {}

    /** The bytes of the file; {@code made} is the only time in it. */
    public static byte[] of(Paper paper, Instant made) {
        return of(paper, List.of(), made);
    }

    /**
     * The same with pictures behind it, each on a page of its own.
     *
     * @throws IllegalArgumentException if one of them is no picture
     */
    public static byte[] of(Paper paper, List<Picture> pictures, Instant made) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.7f);
            describe(document, paper, made);
            PDFont regular = font(document, Typeface.REGULAR);
            PDFont bold = font(document, Typeface.BOLD);
            try (PdfPen pen = new PdfPen(document, regular, bold)) {
                for (Paper.Piece piece : paper.pieces()) {
                    write(piece, pen);
                }
                for (Picture picture : pictures) {
                    pen.picture(picture);
                }
                pen.finish(paper.title());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory could not be written", e);
        }
    }

    private static PDFont font(PDDocument document, Typeface face) throws IOException {
        try (InputStream in = face.open()) {
            return PDType0Font.load(document, in, true);
        }
    }

    private static void write(Paper.Piece piece, PdfPen pen) throws IOException {
        switch (piece) {
            case Paper.Heading heading -> pen.heading(heading.level(), heading.text());
            case Paper.Words words -> pen.words(words.text());
            case Paper.Aside aside -> pen.aside(aside.text());
            case Paper.Points points -> {
                for (String text : points.texts()) {
                    pen.point(text);
                }
            }
        }
    }

    private static void describe(PDDocument document, Paper paper, Instant made) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(paper.language().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(RGB);
        intent.setOutputCondition(RGB);
        intent.setOutputConditionIdentifier(RGB);
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(paper, made).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private static String xmp(Paper paper, Instant made) {
        String at = made.truncatedTo(ChronoUnit.SECONDS).toString();
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                   <pdfaid:part>2</pdfaid:part>
                   <pdfaid:conformance>A</pdfaid:conformance>
                  </rdf:Description>
                  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                   <dc:format>application/pdf</dc:format>
                   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                   <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                  </rdf:Description>
                  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                   <xmp:CreatorTool>Tessera</xmp:CreatorTool>
                   <xmp:CreateDate>%s</xmp:CreateDate>
                   <xmp:ModifyDate>%s</xmp:ModifyDate>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(Characters.inXml(paper.title()), paper.language().toLanguageTag(), at, at);
    }
}
