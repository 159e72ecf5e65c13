package org.tessera.privacy;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Fonts as Java reads them, out of the form in which the web carries them. */
final class Woff {

    private static final int HEADER = 44;
    private static final int ENTRY = 20;

    private Woff() {}

    static byte[] ttf(String name) {
        try (InputStream in = Woff.class.getResourceAsStream("/fonts/" + name + ".woff")) {
            return unpacked(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static Font font(byte[] ttf) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(ttf));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unpacked(ByteBuffer woff) throws DataFormatException {
        int tables = woff.getShort(12);
        int size = 12 + 16 * tables;
        for (int i = 0; i < tables; i++) {
            size += padded(woff.getInt(HEADER + i * ENTRY + 12));
        }
        ByteBuffer ttf = ByteBuffer.allocate(size);
        ttf.putInt(woff.getInt(4)).putShort((short) tables);
        int power = Integer.highestOneBit(tables);
        ttf.putShort((short) (power * 16));
        ttf.putShort((short) Integer.numberOfTrailingZeros(power));
        ttf.putShort((short) ((tables - power) * 16));
        int at = 12 + 16 * tables;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + i * ENTRY;
            int length = woff.getInt(entry + 12);
            byte[] packed = new byte[woff.getInt(entry + 8)];
            woff.get(woff.getInt(entry + 4), packed);
            byte[] table = new byte[length];
            if (packed.length == length) {
                table = packed;
            } else {
                Inflater inflater = new Inflater();
                inflater.setInput(packed);
                inflater.inflate(table);
                inflater.end();
            }
            ttf.putInt(12 + 16 * i, woff.getInt(entry));
            ttf.putInt(12 + 16 * i + 4, woff.getInt(entry + 16));
            ttf.putInt(12 + 16 * i + 8, at);
            ttf.putInt(12 + 16 * i + 12, length);
            ttf.put(at, table);
            at += padded(length);
        }
        return ttf.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
