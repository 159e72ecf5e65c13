package org.tessera.material;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Real PDF files, good and bad, made when a test needs them. */
final class Pdf {

    private Pdf() {}

    /** Pages of US letter with one line of text each. */
    static byte[] ofPages(int pages) {
        return made(document -> {
            for (int n = 1; n <= pages; n++) {
                write(document, "Page " + n + " of the work");
            }
        });
    }

    /** Blank pages of an inch each way. */
    static byte[] ofSmallPages(int pages) {
        return made(document -> {
            for (int n = 1; n <= pages; n++) {
                document.addPage(new PDPage(new PDRectangle(72, 72)));
            }
        });
    }

    static byte[] saying(String text) {
        return made(document -> write(document, text));
    }

    static byte[] ofSize(float width, float height) {
        return made(document -> document.addPage(new PDPage(new PDRectangle(width, height))));
    }

    /** @param userPassword empty: anybody can open it, but not do everything with it */
    static byte[] encrypted(String userPassword) {
        return made(document -> {
            write(document, "secret");
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
        });
    }

    /** A script that runs on opening, a link, and a program as attachment, each with a tell-tale word. */
    static byte[] active() {
        return made(document -> {
            PDPage page = write(document, "Harmless to look at");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('SCRIPT-INSIDE')"));
            PDActionURI away = new PDActionURI();
            away.setURI("https://example.org/LINK-INSIDE");
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(away);
            link.setRectangle(new PDRectangle(50, 650, 300, 100));
            page.getAnnotations().add(link);
            attach(document, "ATTACHED-INSIDE");
            document.getDocumentInformation().setAuthor("AUTHOR-INSIDE");
        });
    }

    private static void attach(PDDocument document, String content) throws IOException {
        PDEmbeddedFile file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("program.exe");
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("program.exe", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /** One page that is a picture claiming to be this large, with hardly any bytes behind it. */
    static byte[] withPictureClaiming(int width, int height) {
        return made(document -> {
            PDImageXObject picture =
                    LosslessFactory.createFromImage(document, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
            picture.getCOSObject().setInt(COSName.WIDTH, width);
            picture.getCOSObject().setInt(COSName.HEIGHT, height);
            draw(document, picture);
        });
    }

    /** One page that is a picture in JPEG 2000, which nothing here can draw. */
    static byte[] withJpeg2000() {
        return made(document -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(new byte[200]);
            }
            stream.setItem(COSName.TYPE, COSName.XOBJECT);
            stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
            stream.setItem(COSName.FILTER, COSName.JPX_DECODE);
            stream.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            stream.setInt(COSName.WIDTH, 10);
            stream.setInt(COSName.HEIGHT, 10);
            stream.setInt(COSName.BITS_PER_COMPONENT, 8);
            draw(document, PDImageXObject.createThumbnail(stream));
        });
    }

    /** One page that takes for ever: forms that draw forms, ten times ten times ten … */
    static byte[] neverEnding() {
        return made(document -> {
            COSStream inner = form(document, "0 0 m 612 792 l S ".repeat(50), null);
            for (int depth = 0; depth < 9; depth++) {
                inner = form(document, "/F Do ".repeat(10), inner);
            }
            PDPage page = new PDPage();
            page.getCOSObject().setItem(COSName.CONTENTS, form(document, "/F Do", null));
            page.getCOSObject().setItem(COSName.RESOURCES, resources(inner));
            document.addPage(page);
        });
    }

    private static COSStream form(PDDocument document, String content, COSStream inner) throws IOException {
        COSStream form = document.getDocument().createCOSStream();
        try (var out = form.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, new PDRectangle(612, 792).getCOSArray());
        form.setItem(COSName.RESOURCES, inner == null ? new COSDictionary() : resources(inner));
        return form;
    }

    private static COSDictionary resources(COSStream inner) {
        COSDictionary forms = new COSDictionary();
        forms.setItem(COSName.getPDFName("F"), inner);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, forms);
        return resources;
    }

    /** Claims one page and has none. */
    static byte[] withoutPages() {
        return made(document -> {
            document.getPages().getCOSObject().setItem(COSName.COUNT, COSInteger.ONE);
        });
    }

    private static PDPage write(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 24);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
        return page;
    }

    private static void draw(PDDocument document, PDImageXObject picture) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(picture, 0, 0, 612, 792);
        }
    }

    private interface Making {
        void make(PDDocument document) throws IOException;
    }

    private static byte[] made(Making making) {
        try (PDDocument document = new PDDocument()) {
            making.make(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            // uncompressed: a test may look for words in it
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
