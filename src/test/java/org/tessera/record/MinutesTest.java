package org.tessera.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class MinutesTest {

    private static final Instant NOW = Instant.parse("2026-10-14T21:00:00Z");

    private static final Reading NAMED = new Reading(Copy.NAMED, Locale.ENGLISH, ZoneId.of("America/Chicago"));
    private static final Reading ROLES = new Reading(Copy.ROLES, Locale.ENGLISH, ZoneOffset.UTC);

    private static final String TOLD = """
            {"room":{"r":{"id":"r","title":"How much water?","name":{"en":"Looking at Student Work","es":"Mirar trabajos"},
              "status":"running","focus":{"text":"Where does reasoning show?"},"norms":[{"en":"Stay with evidence"}],
              "meetingUrl":"https://video.example/secret","scheduledAt":null,
              "startedAt":"2026-10-14T20:00:00Z","closedAt":null}},
             "people":{
              "p1":{"id":"p1","name":"Ana Ruiz","role":"facilitator","guest":false,"ordinal":0},
              "p2":{"id":"p2","name":"Ben Okafor","role":"participant","guest":false,"ordinal":1},
              "p3":{"id":"p3","name":"Gus Guest","role":"participant","guest":true,"ordinal":2}},
             "phases":{
              "a":{"id":"a","ordinal":0,"name":{"en":"Describe","es":"Describir"},"visibility":"open","instrument":"board",
               "timing":"meeting","state":"done","planned":9,"pausedSeconds":60,"choices":[],
               "startedAt":"2026-10-14T20:00:00Z","endedAt":"2026-10-14T20:10:30Z"},
              "b":{"id":"b","ordinal":1,"name":{"en":"Talk freely"},"visibility":"unrecorded","instrument":"none",
               "timing":"meeting","state":"done","planned":5,"pausedSeconds":0,"choices":[],
               "startedAt":"2026-10-14T20:11:00Z","endedAt":"2026-10-14T20:16:00Z"},
              "c":{"id":"c","ordinal":2,"name":{"en":"Write unseen"},"visibility":"anonymous","instrument":"board",
               "timing":"meeting","state":"done","planned":5,"pausedSeconds":0,"choices":[],
               "startedAt":"2026-10-14T20:16:00Z","endedAt":"2026-10-14T20:20:00Z"},
              "d":{"id":"d","ordinal":3,"name":{"en":"Vote"},"visibility":"open","instrument":"dots",
               "timing":"meeting","state":"skipped","planned":5,"pausedSeconds":0,"choices":[],
               "startedAt":null,"endedAt":null},
              "e":{"id":"e","ordinal":4,"name":{"en":"Draft"},"visibility":"open","instrument":"statement",
               "timing":"meeting","state":"running","planned":5.5,"pausedSeconds":0,"choices":[],
               "startedAt":"2026-10-14T20:30:00Z","endedAt":null},
              "f":{"id":"f","ordinal":5,"name":{"en":"Look back"},"visibility":"open","instrument":"none",
               "timing":"meeting","state":"ahead","planned":5,"pausedSeconds":0,"choices":[],
               "startedAt":null,"endedAt":null}},
             "notes":{
              "n1":{"id":"n1","by":"p2","text":"Two graphs, ¿por qué? 水 🙂","kind":"observation","phase":"a","group":"g1","ordinal":0},
              "n2":{"id":"n2","by":"p3","text":"=HYPERLINK(\\"http://x\\")","kind":"question","phase":"a","group":null,"ordinal":1},
              "n3":{"id":"n3","by":null,"text":"Nobody's in particular","kind":"note","phase":"c","group":null,"ordinal":2},
              "n4":{"id":"n4","by":"p1","text":"Because, \\"so\\"","kind":"note","phase":"a","group":null,"replyTo":"n2","ordinal":3}},
             "groups":{"g1":{"id":"g1","name":"Evidence","ordinal":0}},
             "tallies":{},"checks":{},"goals":{},"items":{},"consensus":{},"settled":{},"debriefs":{},"picks":{},"dues":{},
             "statements":{"s1":{"id":"s1","title":"Our vision","phase":"e","people":null,"text":"All students show it.","ordinal":0}},
             "artifacts":{"x":{"phase":"a","name":{"en":"Observations"},"at":"2026-10-14T20:10:30Z"}}}""";

    private static Paper minutes(Reading reading) {
        return Minutes.of(Told.of(TOLD), "Grade 9", reading, NOW);
    }

    private static String text(Paper paper) {
        List<String> lines = new ArrayList<>();
        for (Paper.Piece piece : paper.pieces()) {
            switch (piece) {
                case Paper.Heading heading -> lines.add("#".repeat(heading.level()) + " " + heading.text());
                case Paper.Words words -> lines.add(words.text());
                case Paper.Aside aside -> lines.add(aside.text());
                case Paper.Points points -> points.texts().forEach(each -> lines.add("- " + each));
            }
        }
        return String.join("\n", lines);
    }

    @Nested
    class The_words {

        @Test
        void tell_of_a_meeting_that_goes_on_how_it_stands() {
            assertThat(text(minutes(NAMED)).replace('\u202f', ' '))
                    .contains(
                            "# How much water?",
                            "Looking at Student Work · Grade 9",
                            "October 14, 2026, 3:00 PM (America/Chicago). The meeting is going on; this is how it stood on"
                                    + " October 14, 2026, 4:00 PM",
                            "Focus question: Where does reasoning show?",
                            "- Gus Guest (guest), Participant",
                            "## 1. Describe\n9 min planned, 9:30 min used.",
                            "## 4. Vote\nLeft out.",
                            "## 5. Draft\n5.5 min planned; going on.\n### Our vision\nAll students show it.",
                            "## 6. Look back\nNot yet held.",
                            "- Observations");
        }

        @Test
        void put_notes_under_their_step_with_kind_group_and_writer() {
            assertThat(text(minutes(NAMED)))
                    .contains("- Two graphs, ¿por qué? 水 🙂 (Observation · Ben Okafor · in “Evidence”)")
                    .contains("- Because, \"so\" (Note · Ana Ruiz · on “=HYPERLINK(\"http://x\")”)");
        }

        @Test
        void say_of_an_unrecorded_step_that_it_took_place_and_nothing_more() {
            assertThat(text(minutes(NAMED)))
                    .contains("## 2. Talk freely\nThis step took place. Nothing of it is recorded.\n## 3.");
        }

        @Test
        void name_nobody_for_what_was_written_anonymously() {
            assertThat(text(minutes(NAMED))).contains("- Nobody's in particular (Note)\n");
        }

        @Test
        void know_people_by_role_only_in_the_copy_for_others() {
            String text = text(minutes(ROLES));
            assertThat(text)
                    .doesNotContain("Ana", "Ben", "Gus", "Ruiz")
                    .contains("- Participant: 2", "(Observation · Participant · in “Evidence”)");
        }

        @Test
        void are_spanish_for_who_reads_spanish() {
            assertThat(text(minutes(new Reading(Copy.NAMED, Locale.of("es"), ZoneOffset.UTC))))
                    .contains(
                            "Mirar trabajos", "## 1. Describir", "Este paso tuvo lugar.", "(Observación · Ben Okafor");
        }

        @Test
        void never_tell_the_way_into_the_video_call() {
            assertThat(text(minutes(NAMED))).doesNotContain("video.example");
            assertThat(MeetingFile.of(TOLD, Copy.NAMED)).doesNotContain("video.example");
        }
    }

    @Nested
    class As_pdf {

        private final byte[] pdf = PaperPdf.of(minutes(NAMED), NOW);

        @Test
        void they_pass_a_validator_of_pdf_a() {
            assertThat(PdfA.faults(pdf)).isEmpty();
        }

        @Test
        void they_can_be_searched_and_say_where_the_font_lacks_a_character() throws IOException {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("How much water?", "Two graphs, ¿por qué? □ ", "Ben Okafor", "All students show it.");
            }
        }

        @Test
        void they_link_to_nothing_and_their_metadata_names_nobody() throws IOException {
            byte[] others = PaperPdf.of(minutes(ROLES), NOW);
            try (PDDocument document = Loader.loadPDF(others)) {
                for (var page : document.getPages()) {
                    assertThat(page.getAnnotations()).isEmpty();
                }
                assertThat(document.getDocumentInformation().getMetadataKeys()).isEmpty();
                assertThat(new PDFTextStripper().getText(document)).doesNotContain("Ana", "Ben", "Gus");
                assertThat(document.getDocumentCatalog().getMetadata().toByteArray())
                        .asString(java.nio.charset.StandardCharsets.UTF_8)
                        .contains("How much water?")
                        .doesNotContain("Ana", "Ben", "root");
            }
        }

        @Test
        void they_are_drawn_on_every_page() throws IOException {
            Paper longer = new Paper(
                    "Long",
                    Locale.ENGLISH,
                    List.of(
                            new Paper.Heading(1, "Long"),
                            new Paper.Points(java.util.Collections.nCopies(120, "word ".repeat(30))),
                            new Paper.Words("x".repeat(500))));
            try (PDDocument document = Loader.loadPDF(PaperPdf.of(longer, NOW))) {
                assertThat(document.getNumberOfPages()).isGreaterThan(3);
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    assertThat(colours(renderer.renderImageWithDPI(page, 40)))
                            .as("page %d", page)
                            .hasSizeGreaterThan(5);
                }
            }
        }
    }

    @Nested
    class As_word_document {

        @Test
        void they_have_headings_lists_and_every_character() throws Exception {
            Document document = part("word/document.xml");
            assertThat(styled(document, "Heading1")).containsExactly("How much water?");
            assertThat(styled(document, "Heading2")).contains("1. Describe", "2. Talk freely");
            assertThat(styled(document, "ListBullet"))
                    .contains("Two graphs, ¿por qué? 水 🙂 (Observation · Ben Okafor · in “Evidence”)");
        }

        @Test
        void every_part_is_sound_xml_and_every_style_is_there() throws Exception {
            Document styles = part("word/styles.xml");
            NodeList all = styles.getElementsByTagName("w:style");
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < all.getLength(); i++) {
                ids.add(all.item(i).getAttributes().getNamedItem("w:styleId").getNodeValue());
            }
            assertThat(ids).contains("Normal", "Heading1", "Heading2", "Heading3", "ListBullet", "Aside");
            for (String name : List.of(
                    "[Content_Types].xml", "_rels/.rels", "word/numbering.xml", "word/_rels/document.xml.rels")) {
                assertThat(part(name).getDocumentElement()).isNotNull();
            }
        }

        private static Document part(String name) throws IOException, ParserConfigurationException, SAXException {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(PaperDocx.of(minutes(NAMED))))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().equals(name)) {
                        return DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(zip.readAllBytes()));
                    }
                }
            }
            throw new AssertionError("no part " + name);
        }

        private static List<String> styled(Document document, String style) {
            NodeList paragraphs = document.getElementsByTagName("w:p");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < paragraphs.getLength(); i++) {
                var paragraph = (org.w3c.dom.Element) paragraphs.item(i);
                var name = (org.w3c.dom.Element)
                        paragraph.getElementsByTagName("w:pStyle").item(0);
                if (name.getAttribute("w:val").equals(style)) {
                    texts.add(paragraph.getTextContent());
                }
            }
            return texts;
        }
    }

    @Nested
    class A_board {

        @Test
        void as_table_has_a_line_for_each_note_and_computes_nothing() {
            assertThat(BoardTable.of(Told.of(TOLD), NAMED)).isEqualTo("""
                    \uFEFF"Step","Kind","Text","Group","By"
                    "Describe","Observation","Two graphs, ¿por qué? 水 🙂","Evidence","Ben Okafor"
                    "Describe","Question","'=HYPERLINK(""http://x"")","","Gus Guest"
                    "Write unseen","Note","Nobody's in particular","",""
                    "Describe","Note","Because, ""so\""","","Ana Ruiz"
                    """.replace("\n", "\r\n"));
        }

        @Test
        void as_table_defuses_every_beginning_that_computes() {
            for (String start : List.of("=", "+", "-", "@", "\t", " =", "＝", "\r")) {
                String told =
                        TOLD.replace("Two graphs", start.replace("\t", "\\t").replace("\r", "\\r") + "1");
                assertThat(BoardTable.of(Told.of(told), NAMED)).contains("\"'" + start + "1");
            }
        }

        @Test
        void as_picture_shows_something_of_every_note() throws IOException {
            BufferedImage few = image(TOLD);
            BufferedImage wordy = image(TOLD.replace("Two graphs", "Two graphs ".repeat(40)));
            BufferedImage more = image(TOLD.replace(
                    "\"n1\":{",
                    "\"n8\":{\"id\":\"n8\",\"text\":\"x\",\"kind\":\"note\",\"phase\":\"a\"},"
                            + "\"n9\":{\"id\":\"n9\",\"text\":\"x\",\"kind\":\"note\",\"phase\":\"a\"},\"n1\":{"));
            assertThat(few.getWidth()).isEqualTo(1600);
            assertThat(colours(few)).hasSizeGreaterThan(20);
            assertThat(wordy.getHeight()).isGreaterThan(few.getHeight());
            assertThat(more.getHeight()).isGreaterThan(few.getHeight());
        }

        @Test
        void as_picture_stays_within_bounds_however_large_it_is() throws IOException {
            StringBuilder notes = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                notes.append("\"m" + i + "\":{\"id\":\"m" + i
                        + "\",\"by\":\"p1\",\"kind\":\"note\",\"phase\":\"a\",\"text\":\"" + "word ".repeat(40)
                        + "\"},");
            }
            BufferedImage image = image(TOLD.replace("\"n1\":{", notes + "\"n1\":{"));
            assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(16_000_000L);
        }

        private static BufferedImage image(String told) throws IOException {
            return ImageIO.read(new ByteArrayInputStream(BoardPicture.of(Told.of(told), NAMED)));
        }
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 2) {
            for (int y = 0; y < image.getHeight(); y += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
