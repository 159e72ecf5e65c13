package org.tessera.material;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Real pictures, good and bad, made when a test needs them. */
final class Picture {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private Picture() {}

    /** White, with a red upper left quarter, so that one can tell how it is turned. */
    static BufferedImage marked(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    static byte[] png(int width, int height) {
        return written(marked(width, height), "png");
    }

    static byte[] jpeg(int width, int height) {
        return written(marked(width, height), "jpeg");
    }

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A photo as a phone makes it: held sideways, with the place where it was taken. */
    static byte[] jpegWithExif(int width, int height, int orientation) {
        byte[] jpeg = jpeg(width, height);
        ByteBuffer tiff = ByteBuffer.allocate(200);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, 16, 60); // the maker of the camera, as text
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, 80); // where the place stands
        tiff.putInt(0);
        tiff.put(60, "CAMERA-INSIDE  \0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(80);
        tiff.putShort((short) 1);
        entry(tiff, 0x0012, 2, 11, 110);
        tiff.putInt(0);
        tiff.put(110, "GPS-INSIDE\0".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.capacity();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(tiff.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG of this size with only a few bytes of pixels behind its header. */
    static byte[] pngClaiming(int width, int height) {
        return chunks(header(width, height), chunk("IDAT", deflated(new byte[64])), chunk("IEND", new byte[0]));
    }

    /** A PNG whose pixels unpack completely, all white, from a thousandth of the bytes. */
    static byte[] pngBomb(int width, int height) {
        byte[] row = new byte[1 + 3 * width];
        Arrays.fill(row, 1, row.length, (byte) 255);
        Deflater deflater = new Deflater();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int y = 0; y < height; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return chunks(header(width, height), chunk("IDAT", packed.toByteArray()), chunk("IEND", new byte[0]));
    }

    /** Two frames, red then blue. */
    static byte[] animatedPng() {
        byte[] still = png(40, 40);
        byte[] first = data(still);
        ByteBuffer control = ByteBuffer.allocate(8).putInt(2).putInt(0);
        ByteBuffer second = ByteBuffer.allocate(4 + first.length).putInt(2).put(first);
        return chunks(
                header(40, 40),
                chunk("acTL", control.array()),
                chunk("fcTL", frame(0)),
                chunk("IDAT", first),
                chunk("fcTL", frame(1)),
                chunk("fdAT", second.array()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] frame(int number) {
        return ByteBuffer.allocate(26)
                .putInt(number)
                .putInt(40)
                .putInt(40)
                .putInt(0)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 10)
                .put((byte) 0)
                .put((byte) 0)
                .array();
    }

    /** The names of a PNG's chunks, in order. */
    static List<String> chunkNames(byte[] png) {
        List<String> names = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(png).position(PNG_SIGNATURE.length);
        while (in.hasRemaining()) {
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            names.add(new String(name, StandardCharsets.US_ASCII));
            in.position(in.position() + length + 4);
        }
        return names;
    }

    private static byte[] data(byte[] png) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(png).position(PNG_SIGNATURE.length);
        while (in.hasRemaining()) {
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            if (new String(name, StandardCharsets.US_ASCII).equals("IDAT")) {
                data.write(png, in.position(), length);
            }
            in.position(in.position() + length + 4);
        }
        return data.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] buffer = new byte[1024];
        int length = deflater.deflate(buffer);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }

    private static byte[] chunk(String name, byte[] content) {
        CRC32 check = new CRC32();
        check.update(name.getBytes(StandardCharsets.US_ASCII));
        check.update(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(content.length);
            out.writeBytes(name);
            out.write(content);
            out.writeInt((int) check.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunks(byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PNG_SIGNATURE);
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }
}
