package org.tessera.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of a package's ZIP around the parts' own. There is one way only to write them: parts are stored as they are, one
 * behind the other, dated 1 January 1980, without extra fields or comments. So nothing can hide in it, nothing swells when
 * it is unpacked, and equal parts make equal packages.
 */
final class ZipForm {

    /** Without the extension for larger ones, which packages do not use. */
    static final long LARGEST = 0xFFFF_FFFFL - 1;

    static final int MOST_PARTS = 0xFFFF - 1;
    static final int LOCAL = 0x04034b50;
    static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 20;
    private static final short DAY = 0x21;

    private ZipForm() {}

    /**
     * A part in its place.
     *
     * @param head where the part's head begins; its content follows that
     */
    record Placed(String name, long head, long size, int crc) {
        long content() {
            return head + LOCAL_LENGTH + name.length();
        }

        long end() {
            return content() + size;
        }
    }

    static byte[] head(Placed part) {
        ByteBuffer bytes = buffer(LOCAL_LENGTH + part.name().length());
        bytes.putInt(LOCAL).putShort(VERSION);
        return common(bytes, part).put(name(part)).array();
    }

    /** What stands behind the last part. */
    static byte[] directory(List<Placed> parts) {
        long from = parts.isEmpty() ? 0 : parts.getLast().end();
        int length = parts.stream()
                .mapToInt(part -> CENTRAL_LENGTH + part.name().length())
                .sum();
        ByteBuffer bytes = buffer(length + END_LENGTH);
        for (Placed part : parts) {
            bytes.putInt(CENTRAL).putShort(VERSION).putShort(VERSION);
            common(bytes, part)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt((int) part.head())
                    .put(name(part));
        }
        bytes.putInt(END).putShort((short) 0).putShort((short) 0);
        bytes.putShort((short) parts.size()).putShort((short) parts.size());
        return bytes.putInt(length).putInt((int) from).putShort((short) 0).array();
    }

    private static ByteBuffer common(ByteBuffer bytes, Placed part) {
        return bytes.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DAY)
                .putInt(part.crc())
                .putInt((int) part.size())
                .putInt((int) part.size())
                .putShort((short) part.name().length())
                .putShort((short) 0);
    }

    private static byte[] name(Placed part) {
        return part.name().getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
