package org.tessera.material;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/** A photo or a screenshot: one page, turned the way the camera was held, scaled down to the size of a page. */
final class PictureSheet implements Sheets {

    /** Of the heap, what the decoded picture may take; the rest is for the scaled one. */
    private static final double SHARE_OF_HEAP = 0.55;

    private final ImageReader reader;
    private final ImageInputStream in;
    private final ExifOrientation orientation;
    private final long pagePixels;
    private final DrawingOrder order;

    private PictureSheet(ImageReader reader, ImageInputStream in, ExifOrientation orientation, DrawingOrder order) {
        this.reader = reader;
        this.in = in;
        this.orientation = orientation;
        this.pagePixels = order.pagePixels();
        this.order = order;
    }

    static PictureSheet open(DrawingOrder order) throws IOException {
        ImageIO.setUseCache(false);
        File file = order.source().toFile();
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(order.kind().name()).next();
        ImageInputStream in = ImageIO.createImageInputStream(file);
        try {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(REFUSE_WHEN_CUT_OFF);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > order.pixels()) {
                throw new Undrawable(IntakeRefusal.TOO_MANY_PIXELS);
            }
            ExifOrientation orientation =
                    order.kind() == FileKind.JPEG ? ExifOrientation.of(order.source()) : ExifOrientation.UPRIGHT;
            return new PictureSheet(reader, in, orientation, order);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            in.close();
            throw e;
        }
    }

    /** The JPEG decoder paints what is missing of a broken file grey and only warns; a page must not be half there. */
    private static final IIOReadWarningListener REFUSE_WHEN_CUT_OFF = (source, warning) -> {
        if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
            throw new Undrawable(IntakeRefusal.DAMAGED);
        }
    };

    @Override
    public int count() {
        return 1;
    }

    @Override
    public BufferedImage draw(int index) throws IOException {
        return turned(halvedTowardsPage(decoded()));
    }

    private BufferedImage decoded() throws IOException {
        ImageReadParam how = reader.getDefaultReadParam();
        int step = subsampling();
        how.setSourceSubsampling(step, step, 0, 0);
        try {
            return reader.read(0, how);
        } catch (IIOException e) {
            // What this decoder cannot do at all (four-colour print files), as against what is broken.
            if (String.valueOf(e.getMessage()).contains("Unsupported Image Type")) {
                throw new Undrawable(IntakeRefusal.PICTURE_UNREADABLE);
            }
            throw e;
        }
    }

    /** Reads every n-th pixel only if the whole picture would not fit into memory. */
    private int subsampling() throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        ColorModel colours = types.hasNext() ? types.next().getColorModel() : ColorModel.getRGBdefault();
        double bytes = (double) reader.getWidth(0) * reader.getHeight(0) * colours.getPixelSize() / Byte.SIZE;
        double budget = Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP;
        return Math.max(1, (int) Math.ceil(Math.sqrt(bytes / budget)));
    }

    /** Halves with averaging while the picture is more than twice too large each way: keeps thin pencil lines. */
    private BufferedImage halvedTowardsPage(BufferedImage picture) {
        BufferedImage smaller = picture;
        while ((long) smaller.getWidth() * smaller.getHeight() > pagePixels * 4) {
            int width = Math.max(1, smaller.getWidth() / 2);
            int height = Math.max(1, smaller.getHeight() / 2);
            smaller = painted(
                    smaller,
                    width,
                    height,
                    AffineTransform.getScaleInstance(
                            (double) width / smaller.getWidth(), (double) height / smaller.getHeight()));
        }
        return smaller;
    }

    private BufferedImage turned(BufferedImage picture) {
        double area = (double) picture.getWidth() * picture.getHeight();
        double scale = Math.min(1, Math.sqrt(pagePixels / area));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        AffineTransform turn = orientation.turn(width, height);
        turn.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
        return orientation.isSideways() ? painted(picture, height, width, turn) : painted(picture, width, height, turn);
    }

    /** Paints on white, which also brings every colour space to the screen's. */
    private static BufferedImage painted(BufferedImage picture, int width, int height, AffineTransform transform) {
        BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, transform, null);
        graphics.dispose();
        return paper;
    }

    @Override
    public List<Trace> traces() throws IOException {
        return order.kind() == FileKind.JPEG
                ? PictureTraces.ofJpeg(order.source())
                : PictureTraces.ofPng(order.source());
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
