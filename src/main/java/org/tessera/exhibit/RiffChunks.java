package org.tessera.exhibit;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** WAV files: chunks beside one another. Those that tell who or where become {@code JUNK} of the same size. */
final class RiffChunks {

    private static final byte[] JUNK = "JUNK".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> TELLING = Set.of("list", "id3 ", "bext", "ixml", "_pmx", "cart", "axml");

    private RiffChunks() {}

    static Tidied tidy(FileChannel file) throws IOException, Tidied.Malformed {
        boolean blanked = false;
        long perSecond = 0;
        long sound = -1;
        long size = file.size();
        for (long at = 12; at + 8 <= size; ) {
            String type = new String(Tidied.read(file, at, 4).array(), StandardCharsets.ISO_8859_1);
            long bytes = Integer.toUnsignedLong(
                    Tidied.read(file, at + 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt());
            long end = Math.min(size, at + 8 + bytes);
            if (type.equals("fmt ")) {
                perSecond = Integer.toUnsignedLong(Tidied.read(file, at + 16, 4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt());
            } else if (type.equals("data")) {
                sound = end - at - 8;
            } else if (TELLING.contains(type.toLowerCase(Locale.ROOT))) {
                Tidied.blank(file, at + 8, end);
                Tidied.write(file, at, JUNK);
                blanked = true;
            }
            at = end + (bytes & 1);
        }
        if (perSecond == 0 || sound < 0) {
            throw new Tidied.Malformed();
        }
        return new Tidied(
                Optional.of(Duration.ofMillis(sound * 1000 / perSecond)), blanked ? Traces.BLANKED : Traces.NONE);
    }
}
