package org.tessera.badge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;

/** Bits of a bitstring status list: the first is the highest bit of the first byte. */
final class StatusList {

    /** The fewest bits that do not give away who is asked about; also how many our lists have. */
    static final int LENGTH = 131_072;

    private StatusList() {}

    /** The list in which the bits at these places are set, packed and spelled as it is published. */
    static String encoded(Collection<Integer> places) {
        byte[] bits = new byte[LENGTH / Byte.SIZE];
        for (int place : places) {
            bits[place / Byte.SIZE] |= (byte) (0x80 >> (place % Byte.SIZE));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Multibase.base64Url(packed.toByteArray());
    }
}
