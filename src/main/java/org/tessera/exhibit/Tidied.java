package org.tessera.exhibit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Optional;

/**
 * What a look into a recording's file found, after what tells who made it or where was blanked in place: its size stays, and
 * picture and sound are not touched.
 */
record Tidied(Optional<Duration> length, Traces traces) {

    private static final int PIECE = 1 << 16;

    /** The file is not built as its format asks. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Looks into a file and blanks in it.
     *
     * @throws Malformed if nothing can play it
     */
    static Tidied of(Format format, FileChannel file) throws IOException, Malformed {
        return switch (format) {
            case MP4, M4A -> Mp4Boxes.tidy(file);
            case WAV -> RiffChunks.tidy(file);
            case MP3 -> Id3Tags.tidy(file);
            case WEBM, OGG -> new Tidied(Optional.empty(), Traces.UNKNOWN);
            case PDF, PNG, JPEG -> throw new IllegalArgumentException("no recording: " + format);
        };
    }

    /** Reads exactly {@code n} bytes. */
    static ByteBuffer read(FileChannel file, long at, int n) throws IOException, Malformed {
        ByteBuffer bytes = ByteBuffer.allocate(n);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new Malformed();
            }
        }
        return bytes.flip();
    }

    static void write(FileChannel file, long at, byte... bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
    }

    /** Writes zeros. */
    static void blank(FileChannel file, long from, long to) throws IOException {
        for (long at = from; at < to; at += PIECE) {
            write(file, at, new byte[(int) Math.min(PIECE, to - at)]);
        }
    }
}
