package org.tessera.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A paper as a Word document: the least that Office Open XML asks for, with real headings and lists. It names no author and
 * no time.
 */
public final class PaperDocx {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PaperDocx() {}

    /** The bytes of the file. */
    public static byte[] of(Paper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", types());
            put(zip, "_rels/.rels", relations("rId1", OFFICE + "/officeDocument", "word/document.xml"));
            put(zip, "word/document.xml", document(paper));
            put(zip, "word/styles.xml", styles(paper));
            put(zip, "word/numbering.xml", numbering());
            put(
                    zip,
                    "word/_rels/document.xml.rels",
                    relations(
                            "rId1", OFFICE + "/styles", "styles.xml", "rId2", OFFICE + "/numbering", "numbering.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types() {
        String part = "<Override PartName=\"/word/%s.xml\" ContentType=\"" + MAIN + "%s+xml\"/>";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + part.formatted("document", "document.main")
                + part.formatted("styles", "styles")
                + part.formatted("numbering", "numbering")
                + "</Types>";
    }

    private static String relations(String... triples) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < triples.length; i += 3) {
            xml.append("<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>"
                    .formatted(triples[i], triples[i + 1], triples[i + 2]));
        }
        return xml.append("</Relationships>").toString();
    }

    private static String document(Paper paper) {
        StringBuilder xml = new StringBuilder("<w:document xmlns:w=\"" + WORD + "\"><w:body>");
        for (Paper.Piece piece : paper.pieces()) {
            switch (piece) {
                case Paper.Heading heading -> xml.append(paragraph("Heading" + heading.level(), heading.text()));
                case Paper.Words words -> xml.append(paragraph("Normal", words.text()));
                case Paper.Aside aside -> xml.append(paragraph("Aside", aside.text()));
                case Paper.Points points -> points.texts().forEach(text -> xml.append(paragraph("ListBullet", text)));
            }
        }
        return xml.append("<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/>"
                        + "<w:pgMar w:top=\"1280\" w:right=\"1280\" w:bottom=\"1280\" w:left=\"1280\" w:header=\"720\""
                        + " w:footer=\"720\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>")
                .toString();
    }

    private static String paragraph(String style, String text) {
        String lines = text.lines()
                .map(line -> "<w:t xml:space=\"preserve\">" + Characters.inXml(line) + "</w:t>")
                .reduce((before, after) -> before + "<w:br/>" + after)
                .orElse("");
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r>" + lines + "</w:r></w:p>";
    }

    private static String styles(Paper paper) {
        return "<w:styles xmlns:w=\"" + WORD + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\" w:eastAsia=\"Calibri\"/>"
                + "<w:sz w:val=\"22\"/><w:lang w:val=\"" + paper.language().toLanguageTag() + "\"/>"
                + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\""
                + " w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + style("Normal", "Normal", "", "", " w:default=\"1\"")
                + heading(1, 40)
                + heading(2, 28)
                + heading(3, 22)
                + style(
                        "ListBullet",
                        "List Bullet",
                        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
                                + "<w:spacing w:after=\"60\"/>",
                        "",
                        "")
                + style("Aside", "Aside", "<w:spacing w:before=\"240\"/>", "<w:sz w:val=\"18\"/>", "")
                + "</w:styles>";
    }

    private static String heading(int level, int halfPoints) {
        return style(
                "Heading" + level,
                "heading " + level,
                "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"" + (level - 1)
                        + "\"/>",
                "<w:b/><w:sz w:val=\"" + halfPoints + "\"/>",
                "");
    }

    private static String style(String id, String name, String paragraph, String run, String attributes) {
        String base = id.equals("Normal") ? "" : "<w:basedOn w:val=\"Normal\"/>";
        return "<w:style w:type=\"paragraph\"" + attributes + " w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                + "\"/>" + base + "<w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + run + "</w:rPr></w:style>";
    }

    private static String numbering() {
        return "<w:numbering xmlns:w=\"" + WORD + "\"><w:abstractNum w:abstractNumId=\"0\">"
                + "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                + "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>"
                + "<w:pPr><w:ind w:left=\"360\" w:hanging=\"260\"/></w:pPr></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    }
}
