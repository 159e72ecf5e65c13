package org.tessera.privacy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * A page with writing on it, in points from its upper left corner, that knows where it names somebody. The same page becomes
 * a PDF or a picture.
 */
final class Sheet {

    static final int WIDTH = 480;
    static final int HEIGHT = 330;
    private static final double DOTS_PER_POINT = 150.0 / 72;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final List<Ink> inks = new ArrayList<>();
    private Face face = Face.PRINT;
    private double size = 12;
    private Color colour = Color.BLACK;
    private double turn;
    private boolean hidden;
    private double x = 40;
    private double y = 50;
    private double left = 40;

    private record Ink(
            double x,
            double y,
            String text,
            boolean sign,
            Face face,
            double size,
            Color colour,
            double turn,
            boolean hidden) {

        AffineTransform place() {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(Math.toRadians(turn));
            return place;
        }

        Rectangle2D box() {
            Rectangle2D letters =
                    face.font(size).createGlyphVector(EXACT, text.strip()).getVisualBounds();
            return place().createTransformedShape(letters).getBounds2D();
        }
    }

    Sheet at(double x, double y) {
        this.x = x;
        this.left = x;
        this.y = y;
        return this;
    }

    Sheet in(Face other, double points) {
        this.face = other;
        this.size = points;
        return this;
    }

    Sheet colour(Color other) {
        this.colour = other;
        return this;
    }

    /** Turned clockwise by this many degrees around where it begins. */
    Sheet turned(double degrees) {
        this.turn = degrees;
        return this;
    }

    /** In a PDF as text that is not painted; a picture has nothing of it. */
    Sheet hidden() {
        this.hidden = true;
        return this;
    }

    Sheet says(String text) {
        return ink(text, false);
    }

    /** Names somebody. */
    Sheet names(String text) {
        return ink(text, true);
    }

    Sheet line() {
        x = left;
        y += size * 1.6;
        return this;
    }

    private Sheet ink(String text, boolean sign) {
        inks.add(new Ink(x, y, text, sign, face, size, colour, turn, hidden));
        x += face.font(size).getStringBounds(text, EXACT).getWidth();
        return this;
    }

    /** Where somebody is named: left, top, width, height as fractions of the page. */
    List<Rectangle2D> signs() {
        return inks.stream()
                .filter(Ink::sign)
                .map(Ink::box)
                .<Rectangle2D>map(box -> new Rectangle2D.Double(
                        box.getX() / WIDTH, box.getY() / HEIGHT, box.getWidth() / WIDTH, box.getHeight() / HEIGHT))
                .toList();
    }

    /** The words that name somebody. */
    List<String> names() {
        return inks.stream().filter(Ink::sign).map(Ink::text).toList();
    }

    // As a picture

    BufferedImage picture() {
        int width = (int) Math.round(WIDTH * DOTS_PER_POINT);
        int height = (int) Math.round(HEIGHT * DOTS_PER_POINT);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(DOTS_PER_POINT, DOTS_PER_POINT);
        AffineTransform straight = graphics.getTransform();
        for (Ink ink : inks) {
            if (!ink.hidden()) {
                graphics.transform(ink.place());
                graphics.setColor(ink.colour());
                graphics.fill(ink.face()
                        .font(ink.size())
                        .createGlyphVector(EXACT, ink.text())
                        .getOutline());
                graphics.setTransform(straight);
            }
        }
        graphics.dispose();
        return picture;
    }

    /** The same as a poor copier makes it: grey paper, specks. */
    BufferedImage copied(long seed) {
        BufferedImage picture = picture();
        Random chance = new Random(seed);
        for (int py = 0; py < picture.getHeight(); py++) {
            for (int px = 0; px < picture.getWidth(); px++) {
                int grey = picture.getRGB(px, py) & 0xFF;
                int noisy = Math.clamp((long) (grey * 0.8 + 25 + chance.nextGaussian() * 14), 0, 255);
                picture.setRGB(px, py, noisy << 16 | noisy << 8 | noisy);
            }
        }
        return picture;
    }

    byte[] png() {
        return written(picture(), "png");
    }

    byte[] jpeg() {
        return written(picture(), "jpeg");
    }

    static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    // As a PDF

    /** Adds this page to a document, as text. */
    PDPage writeTo(PDDocument document) throws IOException {
        PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (Ink ink : inks) {
                content.beginText();
                content.setFont(ink.face().in(document), (float) ink.size());
                content.setNonStrokingColor(ink.colour());
                content.setRenderingMode(ink.hidden() ? RenderingMode.NEITHER : RenderingMode.FILL);
                content.setTextMatrix(new Matrix(AffineTransform.getTranslateInstance(ink.x(), HEIGHT - ink.y())));
                if (ink.turn() != 0) {
                    AffineTransform place = AffineTransform.getTranslateInstance(ink.x(), HEIGHT - ink.y());
                    place.rotate(-Math.toRadians(ink.turn()));
                    content.setTextMatrix(new Matrix(place));
                }
                content.showText(ink.text());
                content.endText();
            }
        }
        return page;
    }

    /** Adds this page to a document as a scanner does: a picture, and no text. */
    PDPage scanTo(PDDocument document) throws IOException {
        PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        document.addPage(page);
        PDImageXObject picture = LosslessFactory.createFromImage(document, picture());
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(picture, 0, 0, WIDTH, HEIGHT);
        }
        return page;
    }
}
