package org.tessera.record;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A picture in a document.
 *
 * @param bytes a PNG or JPEG; only its pixels get into a document
 * @param words what stands above it, and is read aloud in its place
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a store to a document, never compared
public record Picture(byte[] bytes, String words) {

    private static final Color FRAME = new Color(0xB3261E);

    /** The same with a frame around a place on it, given in fractions of its width and height. */
    public Picture framed(double x, double y, double w, double h) {
        BufferedImage framed = pixels();
        float line = Math.max(2, framed.getWidth() / 300f);
        Graphics2D pen = framed.createGraphics();
        pen.setColor(FRAME);
        pen.setStroke(new BasicStroke(line));
        pen.draw(new Rectangle2D.Double(
                x * framed.getWidth() - line,
                y * framed.getHeight() - line,
                w * framed.getWidth() + 2 * line,
                h * framed.getHeight() + 2 * line));
        pen.dispose();
        return new Picture(png(framed), words);
    }

    /** Its pixels as a PNG, and nothing else of what came with them. */
    public byte[] png() {
        return png(pixels());
    }

    private static byte[] png(BufferedImage pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(pixels, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        }
        return out.toByteArray();
    }

    /** The pixels, on white where it lets something through. */
    BufferedImage pixels() {
        BufferedImage read;
        try {
            read = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be read", e);
        }
        if (read == null) {
            throw new IllegalArgumentException("no picture");
        }
        BufferedImage opaque = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(read, 0, 0, Color.WHITE, null);
        pen.dispose();
        return opaque;
    }
}
