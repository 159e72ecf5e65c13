package org.tessera.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a stream to disk, no further than the largest file, and looks at what really came. */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int BUFFER = 1 << 16;

    private final long most;
    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** @param most the most bytes of a file */
    Reception(long most) {
        this.most = most;
    }

    /** Writes the stream to a file; the first byte too many ends it. */
    Optional<IntakeRefusal> receive(InputStream bytes, Path file, ProgressListener listener) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = read(bytes, buffer); n != END; n = read(bytes, buffer)) {
                if (n == BROKEN) {
                    return Optional.of(listener.cancelled() ? IntakeRefusal.CANCELLED : IntakeRefusal.INTERRUPTED);
                }
                total += n;
                if (total > most) {
                    return Optional.of(IntakeRefusal.TOO_LARGE);
                }
                if (listener.cancelled()) {
                    return Optional.of(IntakeRefusal.CANCELLED);
                }
                out.write(buffer, 0, n);
            }
        }
        return total == 0 ? Optional.of(IntakeRefusal.EMPTY) : Optional.empty();
    }

    private static final int END = -1;
    private static final int BROKEN = -2;

    /** Reading fails when the sender goes away, which is nothing unusual; failing to write would be ours. */
    private static int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            LOG.debug("an upload broke off", e);
            return BROKEN;
        }
    }

    /** Whether the bytes are of this kind, whatever their name and their sender say. */
    boolean holds(Path file, FileKind kind) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return kind.isDetectedAs(types.detect(in, new Metadata()).toString());
        }
    }
}
