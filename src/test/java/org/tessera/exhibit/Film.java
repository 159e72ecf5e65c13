package org.tessera.exhibit;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * A video of any length that is nowhere: each of its bytes follows from its place. It is built as MPEG-4 asks, lasts one
 * minute, and shows noise.
 */
final class Film {

    private static final int PIECE = 1 << 16;

    private final long size;
    private final byte[] head;
    private final byte[] tail;

    private Film(long size, byte[] extra) {
        byte[] movie = box("moov", join(header(), extra));
        this.size = size;
        this.tail = movie;
        byte[] type = box("ftyp", join(text("isom"), new byte[4], text("isom"), text("mp42")));
        long noise = size - type.length - tail.length;
        this.head = join(
                type,
                ByteBuffer.allocate(16)
                        .putInt(1)
                        .put(text("mdat"))
                        .putLong(noise)
                        .array());
    }

    /** A film of {@code size} bytes. */
    static Film of(long size) {
        return new Film(size, new byte[0]);
    }

    /** A film that says where it was made. */
    static Film from(long size, String place) {
        return new Film(size, box("udta", box("\u00A9xyz", text(place))));
    }

    long size() {
        return size;
    }

    /** Its bytes from {@code at} on, {@code n} of them. */
    byte[] bytes(long at, int n) {
        byte[] bytes = new byte[n];
        for (int i = 0; i < n; i++) {
            bytes[i] = at(at + i);
        }
        return bytes;
    }

    private byte at(long place) {
        if (place < head.length) {
            return head[(int) place];
        }
        if (place >= size - tail.length) {
            return tail[(int) (place - size + tail.length)];
        }
        long mixed = (place >>> 3) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
        return (byte) (mixed * 0xBF58476D1CE4E5B9L >>> ((place & 7) << 3));
    }

    /** What is left of it from {@code at} on. */
    InputStream from(long at) {
        return new InputStream() {
            private long next = at;

            @Override
            public int read() {
                return next < size ? Film.this.at(next++) & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int n = (int) Math.min(length, size - next);
                for (int i = 0; i < n; i++) {
                    into[offset + i] = Film.this.at(next + i);
                }
                next += Math.max(n, 0);
                return n <= 0 ? -1 : n;
            }
        };
    }

    /** Of all its bytes. */
    String sha256() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[PIECE];
        InputStream all = from(0);
        for (int n = all.read(piece); n > 0; n = all.read(piece)) {
            digest.update(piece, 0, n);
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }

    /** What a tus client says of it. */
    static Map<String, String> said(String team) {
        return Map.of("title", "How we calibrated", "kind", "video", "team", team, "stated", "yes");
    }

    /** One minute, in milliseconds. */
    private static byte[] header() {
        return box(
                "mvhd",
                ByteBuffer.allocate(100)
                        .putInt(0)
                        .putInt(0)
                        .putInt(0)
                        .putInt(1000)
                        .putInt(60_000)
                        .array());
    }

    private static byte[] box(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(text(type))
                .put(body)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
