package org.tessera.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what comes of files to their end, straight to disk and in pieces of {@value #PIECE} bytes. Of two who write to the
 * same file the later goes on: the earlier is what is left of a connection that broke.
 */
final class Intakes {

    private static final Logger LOG = LoggerFactory.getLogger(Intakes.class);

    private static final int PIECE = 1 << 16;
    private static final int END = -1;
    private static final int BROKEN = -2;

    private final Map<ExhibitId, Turn> turns = new ConcurrentHashMap<>();

    /** Whoever writes to a file; its lock is held while a piece is written. */
    private static final class Turn {}

    /** How much came, and why no more. */
    sealed interface Came {

        /** All that was sent is on disk. */
        record All(long size) implements Came {}

        /** The connection broke, or somebody else writes now; what came is on disk. */
        record Cut(long size) implements Came {}

        record Refused(UploadRefusal why) implements Came {}
    }

    /**
     * Appends {@code bytes}.
     *
     * @param offset where they go; the file has to end there
     * @param length where the whole file ends
     */
    Came append(ExhibitId id, Path file, long offset, long length, InputStream bytes) throws IOException {
        Turn mine = new Turn();
        turns.put(id, mine);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            return append(id, mine, channel, offset, length, bytes);
        } finally {
            turns.remove(id, mine);
        }
    }

    private Came append(ExhibitId id, Turn mine, FileChannel channel, long offset, long length, InputStream bytes)
            throws IOException {
        byte[] piece = new byte[PIECE];
        long at = offset;
        Optional<Came> wrong = check(id, mine, channel, offset);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        try {
            for (int n = read(bytes, piece); n != END; n = read(bytes, piece)) {
                if (n == BROKEN) {
                    return new Came.Cut(at);
                }
                if (at + n > length) {
                    return new Came.Refused(UploadRefusal.WRONG_LENGTH);
                }
                if (!write(id, mine, channel, at, ByteBuffer.wrap(piece, 0, n))) {
                    return new Came.Cut(at);
                }
                at += n;
            }
            return new Came.All(at);
        } finally {
            channel.force(true);
        }
    }

    private Optional<Came> check(ExhibitId id, Turn mine, FileChannel channel, long offset) throws IOException {
        return turns.get(id) == mine && channel.size() == offset
                ? Optional.empty()
                : Optional.of(new Came.Refused(UploadRefusal.WRONG_OFFSET));
    }

    /** Writes a piece, all of it or what the disk takes; false if somebody else writes now. */
    private boolean write(ExhibitId id, Turn mine, FileChannel channel, long at, ByteBuffer piece) throws IOException {
        // one lock for all files would make strangers wait; the map's own holds this id alone
        boolean[] done = new boolean[1];
        IOException[] failed = new IOException[1];
        turns.computeIfPresent(id, (_, now) -> {
            if (now == mine) {
                try {
                    for (long to = at; piece.hasRemaining(); ) {
                        to += channel.write(piece, to);
                    }
                    done[0] = true;
                } catch (IOException e) {
                    failed[0] = e;
                }
            }
            return now;
        });
        if (failed[0] != null) {
            throw failed[0];
        }
        return done[0];
    }

    /** Reading fails when the sender goes away, which is nothing unusual; failing to write would be ours. */
    private static int read(InputStream bytes, byte[] piece) {
        try {
            return bytes.read(piece);
        } catch (IOException e) {
            LOG.debug("an upload broke off", e);
            return BROKEN;
        }
    }
}
