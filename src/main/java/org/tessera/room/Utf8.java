package org.tessera.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A text as it goes over the wire. What many seats are told is encoded once, and put together from pieces without being
 * encoded again.
 */
public final class Utf8 {

    private final byte[] bytes;

    private Utf8(byte[] bytes) {
        this.bytes = bytes;
    }

    static Utf8 of(String text) {
        return new Utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code bytes} as they are, which nobody changes from now on. */
    static Utf8 of(byte[] bytes) {
        return new Utf8(bytes);
    }

    /** This text without its first {@code bytes}, behind {@code before}. */
    Utf8 without(int first, String before) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        byte[] joined = new byte[start.length + bytes.length - first];
        System.arraycopy(start, 0, joined, 0, start.length);
        System.arraycopy(bytes, first, joined, start.length, bytes.length - first);
        return new Utf8(joined);
    }

    /** {@code texts}, separated by commas, between {@code before} and {@code after}. */
    static Utf8 list(String before, Iterable<Utf8> texts, String after) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        byte[] end = after.getBytes(StandardCharsets.UTF_8);
        int length = start.length + end.length;
        int separators = -1;
        for (Utf8 text : texts) {
            length += text.bytes.length;
            separators++;
        }
        ByteBuffer joined =
                ByteBuffer.allocate(length + Math.max(separators, 0)).put(start);
        for (Utf8 text : texts) {
            if (joined.position() > start.length) {
                joined.put((byte) ',');
            }
            joined.put(text.bytes);
        }
        return new Utf8(joined.put(end).array());
    }

    /** Its bytes, for reading only. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** How many bytes it is. */
    public int size() {
        return bytes.length;
    }

    /** The text itself. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
