package org.tessera.support.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes put together. */
final class Bytes {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] repeat(byte[] part, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(part.length * times);
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] big(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    static byte[] little(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    static byte[] two(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length);
        for (int number : numbers) {
            bytes.putShort((short) number);
        }
        return bytes.array();
    }

    /** So many zeros, packed: what is small on the way and large at its end. */
    static byte[] packedZeros(long length) {
        return written(out -> {
            try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(1))) {
                zeros(packed, length);
            }
        });
    }

    static byte[] gzip(byte[] content, int times) {
        byte[] packed = content;
        for (int i = 0; i < times; i++) {
            byte[] before = packed;
            packed = written(out -> {
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write(before);
                }
            });
        }
        return packed;
    }

    static void zeros(java.io.OutputStream out, long length) throws IOException {
        byte[] none = new byte[1 << 16];
        for (long left = length; left > 0; left -= none.length) {
            out.write(none, 0, (int) Math.min(left, none.length));
        }
    }

    /** A piece of a PNG with the sum it must have. */
    static byte[] chunk(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(latin(name));
        sum.update(content);
        return join(big(content.length), latin(name), content, big((int) sum.getValue()));
    }

    static byte[] header(int width, int height, int depth, int colour, int interlaced) {
        return chunk(
                "IHDR", join(big(width, height), new byte[] {(byte) depth, (byte) colour, 0, 0, (byte) interlaced}));
    }

    static byte[] png(byte[]... chunks) {
        return join(PNG, join(chunks));
    }

    /** A small sound picture with more chunks before its end. */
    static byte[] smallPng(byte[]... more) {
        return png(header(2, 2, 8, 2, 0), join(more), chunk("IDAT", packedZeros(2 * 7)), chunk("IEND", new byte[0]));
    }

    /** A small sound photo. */
    static byte[] smallJpeg() {
        return written(out -> javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(16, 16, java.awt.image.BufferedImage.TYPE_INT_RGB), "jpeg", out));
    }

    /** What writes. */
    interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
