package org.tessera.exhibit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** MP3 files: tags before and behind the sound. What they say is overwritten with zeros, which players skip. */
final class Id3Tags {

    private static final int HEADER = 10;
    private static final int OLD = 128;

    private Id3Tags() {}

    static Tidied tidy(FileChannel file) throws IOException, Tidied.Malformed {
        long size = file.size();
        boolean blanked = false;
        byte[] head = Tidied.read(file, 0, HEADER).array();
        if (text(head, 0, 3).equals("ID3")) {
            long bytes = (head[6] & 0x7FL) << 21 | (head[7] & 0x7FL) << 14 | (head[8] & 0x7FL) << 7 | (head[9] & 0x7FL);
            if (HEADER + bytes > size) {
                throw new Tidied.Malformed();
            }
            Tidied.blank(file, HEADER, HEADER + bytes);
            // none of what its flags announce is there any more
            Tidied.write(file, 5, (byte) 0);
            blanked = true;
        }
        long end = size;
        if (size > OLD && text(Tidied.read(file, size - OLD, 3).array(), 0, 3).equals("TAG")) {
            end = size - OLD;
            Tidied.blank(file, end + 3, size);
            blanked = true;
        }
        boolean hasOther =
                end > 32 && text(Tidied.read(file, end - 32, 8).array(), 0, 8).equals("APETAGEX");
        return new Tidied(Optional.empty(), hasOther ? Traces.UNKNOWN : blanked ? Traces.BLANKED : Traces.NONE);
    }

    private static String text(byte[] bytes, int from, int n) {
        return new String(bytes, from, n, StandardCharsets.ISO_8859_1);
    }
}
