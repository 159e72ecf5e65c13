package org.tessera.privacy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Made documents and pictures in which invented people are named, and some in which nobody is. */
final class Corpus {

    /** Grown-ups with accounts. */
    static final List<String> DISTRICT = List.of(
            "Ana Torres", "Benjamin Okafor", "Chloe Martin", "Gilbert Weaver", "Rosalind Achterberg", "Mark Field");

    /** The students of the team. */
    static final List<String> STUDENTS = List.of(
            "Maya Rodriguez",
            "José Hernández García",
            "Grace Kim",
            "Hunter Lewis",
            "Will Carter",
            "Aaliyah Johnson-Brown",
            "Liam O'Connor",
            "Xiomara Quintanilla",
            "Zoë Álvarez",
            "DeShawn Williams",
            "Priya Raghunathan",
            "Minh Nguyen");

    private static final String WATER = "Our school uses 240 liters of water a day in the kitchen.";
    private static final String CLAIM = "We claim that the fountains lose more than the sinks.";

    /** What the search does not find, and why. The page of figures tells it; a second person has to. */
    static final Map<String, String> KNOWN_MISSES = Map.of(
            "a joined hand, large", "joined handwriting is not read",
            "a joined hand", "joined handwriting is not read",
            "pale print in a picture", "pale grey on white is not read; in a PDF with text it is found",
            "a nickname", "a short form stands in no list",
            "initials only", "initials are an accepted stand-in for a name, and left to people",
            "somebody told without a name", "what is said in other words is left to people",
            "a name in mirror writing", "mirror writing is not read");

    private Corpus() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>();
        text(all);
        pictures(all);
        beside(all);
        numbers(all);
        spanish(all);
        hard(all);
        clean(all);
        return List.copyOf(all);
    }

    private static void text(List<Made> all) {
        all.add(pdf("a name in the text", s -> s.says("This report was written by ")
                .names("Maya Rodriguez")
                .says(" in March.")
                .line()
                .says(WATER)));
        all.add(pdf("“Name:” in the head of a worksheet", s -> s.says("Name: ")
                .names("Aaliyah Johnson-Brown")
                .says("   Date: 3/14")
                .line()
                .says(WATER)
                .line()
                .says(CLAIM)));
        all.add(pdf("“Name:” with somebody in no list", s -> s.says("Name: ")
                .names("Tobin Marsh")
                .says("   Period 4")
                .line()
                .says(WATER)));
        all.add(pdf("“Last, first”", s -> s.says("Quiz 7, ")
                .names("Raghunathan, Priya")
                .says(", 18 of 20 points")
                .line()
                .says(CLAIM)));
        all.add(pdf("an initial and a last name", s -> s.says(WATER)
                .line()
                .says("Measured with ")
                .names("L. O'Connor")
                .says(" on Friday.")));
        all.add(pdf("a first name alone", s -> s.says("When ")
                .names("Xiomara")
                .says(" opened the tap, nothing came.")
                .line()
                .says(WATER)));
        all.add(pdf("a possessive", s -> s.says("We used ")
                .names("DeShawn’s")
                .says(" table for the second week.")
                .line()
                .says(CLAIM)));
        all.add(pdf(
                "a name in capitals",
                s -> s.says("REPORT BY ").names("MINH NGUYEN").line().says(WATER)));
        all.add(pdf("a name without capitals", s -> s.says("names: ")
                .names("maya rodriguez")
                .says(" and a partner")
                .line()
                .says(CLAIM)));
        all.add(pdf("an accent left out", s -> s.says("The drawing is by ")
                .names("Jose Hernandez")
                .says(" as before.")
                .line()
                .says(WATER)));
        all.add(pdf("a misspelt name", s -> s.says("The graph of ")
                .names("Xiomara Quintanila")
                .says(" is on page 2.")
                .line()
                .says(WATER)));
        all.add(pdf("names that are words", s -> s.says("We asked ")
                .names("Grace Kim")
                .says(" and then ")
                .names("Will Carter")
                .says(" what they saw.")
                .line()
                .says(CLAIM)));
        all.add(pdf("a first name that is a word, amid a sentence", s -> s.says("After lunch ")
                .names("Hunter")
                .says(" read the meter again.")
                .line()
                .says(WATER)));
        all.add(pdf("a teacher with a title", s -> s.says("For ")
                .says("Ms. ")
                .names("Torres")
                .says(", fourth period")
                .line()
                .says(WATER)));
        all.add(pdf("a greeting", s -> s.says("Dear ")
                .names("Gilbert")
                .says(",")
                .line()
                .says("thank you for the visit to the pump station.")));
        all.add(pdf("a footer", s -> s.says(WATER)
                .line()
                .says(CLAIM)
                .at(40, 310)
                .in(Face.PRINT, 8)
                .says("Water report - ")
                .names("Priya Raghunathan")
                .says(" - page 1 of 3")));
        all.add(pdf("small print", s -> s.says(WATER)
                .line()
                .at(40, 200)
                .in(Face.PRINT, 5)
                .says("prepared for the science fair by ")
                .names("Liam O'Connor")));
        all.add(pdf(
                "pale print",
                s -> s.says(WATER).line().colour(new Color(225, 225, 225)).names("Zoë Álvarez")));
        all.add(pdf("white print", s -> s.says(WATER).line().colour(Color.WHITE).names("Hunter Lewis")));
        all.add(pdf(
                "text that is not painted", s -> s.says(WATER).line().hidden().names("DeShawn Williams")));
        all.add(pdf(
                "a name up the margin",
                s -> s.says(WATER).at(20, 250).turned(-90).names("Maya Rodriguez")));
        all.add(pages(
                "the third of three pages",
                List.of(
                        new Sheet().says(WATER),
                        new Sheet().says(CLAIM),
                        new Sheet().says("Thanks to ").names("Zoë Álvarez").says(" for the drawing."))));
    }

    private static void pictures(List<Made> all) {
        all.add(scan("a scan: “Name:” in print", s -> s.in(Face.PRINT, 14)
                .says("Name: ")
                .names("Maya Rodriguez")
                .line()
                .says(WATER)));
        all.add(scan("a scan: a name in the text", s -> s.says("Together with ")
                .names("Benjamin Okafor")
                .says(" we counted the drops.")
                .line()
                .says(CLAIM)));
        all.add(scan("a scan: accents", s -> s.says("The poster is by ")
                .names("José Hernández García")
                .says(" alone.")
                .line()
                .says(WATER)));
        all.add(png("a picture: a double last name", s -> s.in(Face.PRINT, 16)
                .says("By ")
                .names("Aaliyah Johnson-Brown")
                .line()
                .in(Face.PRINT, 12)
                .says(CLAIM)));
        all.add(jpeg("a photo: print", s -> s.in(Face.PRINT, 16)
                .says("Name: ")
                .names("Will Carter")
                .line()
                .says("How much water do we waste?")));
        all.add(copy(
                "a poor copy",
                s -> s.in(Face.PRINT, 13)
                        .says("Student: ")
                        .names("Xiomara Quintanilla")
                        .line()
                        .says(WATER),
                7));
        all.add(png("a neat hand, large", s -> s.in(Face.HAND, 26)
                .says("Name: ")
                .names("Maya Rodriguez")
                .line()
                .says("The tap drips all night")));
        all.add(png("a neat hand", s -> s.in(Face.HAND, 18)
                .says("My partner was ")
                .names("Grace Kim")
                .line()
                .says("and we counted the drops")));
        all.add(png(
                "a neat hand, first name only",
                s -> s.in(Face.HAND, 22).says("by ").names("Priya").line().says("Water is life")));
        all.add(png("a joined hand, large", s -> s.in(Face.JOINED, 24)
                .says("Name: ")
                .names("Hunter Lewis")
                .line()
                .says("the tap drips")));
        all.add(png("a joined hand", s -> s.in(Face.JOINED, 15)
                .says("written by ")
                .names("Zoe Alvarez")
                .line()
                .says("about the school garden")));
        all.add(png(
                "white on black",
                s -> s.in(Face.PRINT, 18)
                        .says("Group 3")
                        .line()
                        .names("Minh Nguyen")
                        .line()
                        .says("Water poster"),
                Corpus::inverted));
        all.add(png(
                "small print in a picture",
                s -> s.says(WATER).line().in(Face.PRINT, 6).says("drawn by ").names("DeShawn Williams")));
        all.add(png("pale print in a picture", s -> s.says(WATER)
                .line()
                .colour(new Color(222, 222, 222))
                .says("by ")
                .names("Maya Rodriguez")));
        all.add(png("a name across the page, slightly turned", s -> s.says(WATER)
                .at(60, 160)
                .turned(4)
                .in(Face.PRINT, 16)
                .says("Name: ")
                .names("Will Carter")));
        all.add(png("a name up the margin of a picture", s -> s.says(WATER)
                .line()
                .says(CLAIM)
                .at(20, 280)
                .turned(-90)
                .in(Face.PRINT, 14)
                .names("Maya Rodriguez")));
    }

    private static void beside(List<Made> all) {
        all.add(with("the file’s author", Set.of(Origin.METADATA), document -> document.getDocumentInformation()
                .setAuthor("Maya Rodriguez")));
        all.add(with("an author in the XMP packet", Set.of(Origin.METADATA), document -> {
            PDMetadata packet = new PDMetadata(document);
            packet.importXMPMetadata(
                    ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><dc:creator><rdf:Seq><rdf:li>Priya Raghunathan"
                                    + "</rdf:li></rdf:Seq></dc:creator></rdf:RDF></x:xmpmeta>")
                            .getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(packet);
        }));
        all.add(with(
                "an attachment’s name",
                Set.of(Origin.ATTACHMENT),
                document -> attach(document, "DeShawn_Williams_notes.txt")));
        all.add(with("a bookmark", Set.of(Origin.ATTACHMENT), document -> {
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle("Essay of Zoë Álvarez");
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
        }));
        all.add(named("the file’s name", "Maya_Rodriguez_water.pdf"));
        all.add(named("the file’s name, run together", "HernandezJose-Period4.pdf"));
        all.add(new Made(
                "a photo that knows its maker and its place",
                "photo.jpg",
                photographed(new Sheet().says(WATER).jpeg(), "Liam O'Connor"),
                List.of(List.of()),
                List.of(),
                EnumSet.of(Origin.METADATA)));
        all.add(new Made(
                "a picture with an author",
                "drawing.png",
                authored(new Sheet().says(CLAIM).png(), "Author", "Grace Kim"),
                List.of(List.of()),
                List.of(),
                EnumSet.of(Origin.METADATA)));
        all.add(field());
        all.add(comment());
    }

    private static void numbers(List<Made> all) {
        all.add(pdf(
                "a student number",
                s -> s.says("Water log, ").names("Student ID: 40381276").line().says(WATER)));
        all.add(pdf(
                "a number written like a social security number",
                s -> s.says("Form 12 ").names("219-09-9999").line().says(CLAIM)));
        all.add(scan("a phone number in a scan", s -> s.in(Face.PRINT, 14)
                .says("Call home: ")
                .names("(502) 555-0143")
                .line()
                .says(WATER)));
        all.add(pdf("an e-mail address", s -> s.says("Questions to ")
                .names("mrodriguez27@students.example.org")
                .line()
                .says(WATER)));
        all.add(pdf("a birth date", s -> s.says("About me: ")
                .names("born on May 4, 2011")
                .says(" near the river")
                .line()
                .says(CLAIM)));
        all.add(pdf("a street address", s -> s.says("I measured at home, ")
                .names("412 Maple Street")
                .says(", each night.")
                .line()
                .says(WATER)));
    }

    private static void spanish(List<Made> all) {
        all.add(pdf("Spanish: “Nombre:”", s -> s.says("Nombre: ")
                .names("José Hernández García")
                .says("   Fecha: 14 de marzo")
                .line()
                .says("La escuela usa 240 litros de agua al día.")));
        all.add(pdf(
                "Spanish: somebody in no list",
                s -> s.says("Alumna: ").names("Itzel Zamudio").line().says("Medimos el agua de la cocina.")));
        all.add(scan("Spanish: a scan", s -> s.says("Medimos con la señora ")
                .names("Álvarez")
                .says(" el agua.")
                .line()
                .says("La cocina usa más que los baños.")));
        all.add(pdf(
                "Spanish: both last names the other way round",
                s -> s.says("Equipo 2: ").names("Hernández García, José").line().says("El agua que se pierde")));
    }

    private static void hard(List<Made> all) {
        all.add(pdf("a nickname", s -> s.says("My friend ")
                .names("Xio")
                .says(" held the bucket.")
                .line()
                .says(WATER)));
        all.add(pdf("letters with spaces", s -> s.names("M A Y A").line().says(WATER)));
        all.add(pdf(
                "initials only",
                s -> s.says("Measured by ").names("M.R.").line().says(CLAIM)));
        all.add(pdf("somebody told without a name", s -> s.says("I am ")
                .names("the only girl in ninth grade from Nepal")
                .says(".")
                .line()
                .says(WATER)));
        all.add(png(
                "a name in mirror writing",
                s -> s.says(WATER)
                        .line()
                        .says(CLAIM)
                        .at(60, 200)
                        .in(Face.PRINT, 18)
                        .names("Grace Kim"),
                Corpus::mirrored));
    }

    private static void clean(List<Made> all) {
        all.add(pdf("nobody: plain prose", s -> s.says(WATER)
                .line()
                .says(CLAIM)
                .line()
                .says("On Monday we will measure the fountains in the North Hall.")));
        all.add(pdf(
                "nobody: a heading in capitals",
                s -> s.says("How Much Water Does Our School Waste").line().says(WATER)));
        all.add(pdf("nobody: words that are names too", s -> s.says(
                        "Will the hunter chase the river? Grace under pressure is a skill.")
                .line()
                .says(CLAIM)));
        all.add(pdf("nobody: numbers", s -> s.says("We counted 1200, 1350 and 40381276 drops; the mean is 555.0143.")
                .line()
                .says(WATER)));
        all.add(pdf("nobody: people of history", s -> s.says(
                        "Like Harriet Tubman and Martin Luther King we ask who is heard.")
                .line()
                .says(CLAIM)));
        all.add(scan("nobody: a scan", s -> s.says(WATER).line().says(CLAIM)));
        all.add(pdf("nobody: Spanish", s -> s.says("La escuela usa 240 litros de agua al día en la cocina.")
                .line()
                .says("¿Por qué se pierde tanta agua?")));
        all.add(png("nobody: a neat hand", s -> s.in(Face.HAND, 20)
                .says("the tap drips all night and")
                .line()
                .says("nobody turns it off")));
    }

    // Makers

    private interface Making {
        void make(PDDocument document) throws IOException;
    }

    private static byte[] made(Making making) {
        try (PDDocument document = new PDDocument()) {
            making.make(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Made pdf(String what, UnaryOperator<Sheet> writing) {
        return pages(what, List.of(writing.apply(new Sheet())));
    }

    private static Made pages(String what, List<Sheet> sheets) {
        return of(
                what,
                "work.pdf",
                made(document -> {
                    for (Sheet sheet : sheets) {
                        sheet.writeTo(document);
                    }
                }),
                sheets);
    }

    private static Made scan(String what, UnaryOperator<Sheet> writing) {
        Sheet sheet = writing.apply(new Sheet());
        return of(what, "scan.pdf", made(document -> sheet.scanTo(document)), List.of(sheet));
    }

    private static Made png(String what, UnaryOperator<Sheet> writing) {
        return png(what, writing, UnaryOperator.identity());
    }

    private static Made png(String what, UnaryOperator<Sheet> writing, UnaryOperator<BufferedImage> change) {
        Sheet sheet = writing.apply(new Sheet());
        return of(what, "picture.png", Sheet.written(change.apply(sheet.picture()), "png"), List.of(sheet));
    }

    private static Made jpeg(String what, UnaryOperator<Sheet> writing) {
        Sheet sheet = writing.apply(new Sheet());
        return of(what, "photo.jpg", sheet.jpeg(), List.of(sheet));
    }

    private static Made copy(String what, UnaryOperator<Sheet> writing, long seed) {
        Sheet sheet = writing.apply(new Sheet());
        return of(what, "copy.png", Sheet.written(sheet.copied(seed), "png"), List.of(sheet));
    }

    private static Made of(String what, String fileName, byte[] bytes, List<Sheet> sheets) {
        return new Made(
                what,
                fileName,
                bytes,
                sheets.stream().map(Sheet::signs).toList(),
                sheets.stream().flatMap(sheet -> sheet.names().stream()).toList(),
                Set.of());
    }

    private static Made with(String what, Set<Origin> beside, Making making) {
        return new Made(
                what,
                "work.pdf",
                made(document -> {
                    new Sheet().says(WATER).line().says(CLAIM).writeTo(document);
                    making.make(document);
                }),
                List.of(List.of()),
                List.of(),
                beside);
    }

    private static Made named(String what, String fileName) {
        return new Made(
                what,
                fileName,
                made(document -> new Sheet().says(WATER).writeTo(document)),
                List.of(List.of()),
                List.of(),
                Set.of(Origin.FILE_NAME));
    }

    private static void attach(PDDocument document, String name) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static Made field() {
        byte[] bytes = made(document -> {
            PDPage page = new Sheet().says(WATER).writeTo(document);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            PDTextField field = new PDTextField(form);
            field.setPartialName("who");
            form.getFields().add(field);
            var widget = field.getWidgets().getFirst();
            widget.setRectangle(new PDRectangle(40, 200, 200, 24));
            widget.setPage(page);
            page.getAnnotations().add(widget);
            field.setValue("Maya Rodriguez");
        });
        return new Made(
                "a form’s field",
                "form.pdf",
                bytes,
                List.of(List.of(new java.awt.geom.Rectangle2D.Double(
                        42.0 / Sheet.WIDTH,
                        (Sheet.HEIGHT - 220.0) / Sheet.HEIGHT,
                        80.0 / Sheet.WIDTH,
                        14.0 / Sheet.HEIGHT))),
                List.of("Maya Rodriguez"),
                Set.of());
    }

    private static Made comment() {
        byte[] bytes = made(document -> {
            PDPage page = new Sheet().says(WATER).writeTo(document);
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Good thinking, Grace Kim!");
            note.setTitlePopup("Ana Torres");
            note.setRectangle(new PDRectangle(300, 200, 20, 20));
            page.getAnnotations().add(note);
        });
        return new Made(
                "a comment and its writer",
                "commented.pdf",
                bytes,
                List.of(List.of()),
                List.of(),
                EnumSet.of(Origin.METADATA, Origin.COMMENT));
    }

    private static byte[] photographed(byte[] jpeg, String artist) {
        byte[] name = (artist + "\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer tiff = ByteBuffer.allocate(120).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x013B).putShort((short) 2).putInt(name.length).putInt(60);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(90);
        tiff.putInt(0);
        tiff.put(60, name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.capacity();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(tiff.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] authored(byte[] png, String key, String text) {
        byte[] content = Stream.of(key, "\0", text).reduce("", String::concat).getBytes(StandardCharsets.ISO_8859_1);
        java.util.zip.CRC32 check = new java.util.zip.CRC32();
        check.update("tEXt".getBytes(StandardCharsets.US_ASCII));
        check.update(content);
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) check.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int header = 8 + 25;
        out.write(png, 0, header);
        out.writeBytes(chunk.array());
        out.write(png, header, png.length - header);
        return out.toByteArray();
    }

    private static BufferedImage inverted(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, ~picture.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return picture;
    }

    /** Turns the lower half round, left to right. */
    private static BufferedImage mirrored(BufferedImage picture) {
        int half = picture.getHeight() / 2;
        BufferedImage lower = picture.getSubimage(0, half, picture.getWidth(), picture.getHeight() - half);
        BufferedImage copy = new BufferedImage(lower.getWidth(), lower.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.createGraphics().drawImage(lower, 0, 0, null);
        Graphics2D graphics = picture.createGraphics();
        // a name in the middle stays about where it is
        graphics.drawImage(copy, 480, half, 0, picture.getHeight(), 0, 0, 480, copy.getHeight(), null);
        graphics.dispose();
        return picture;
    }
}
