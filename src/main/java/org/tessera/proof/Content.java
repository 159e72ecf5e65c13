package org.tessera.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file for a package. They are read twice, and must be the same both times. */
public interface Content {

    /** Opens the bytes from their beginning. */
    InputStream open() throws IOException;

    /** Bytes in memory. */
    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    /** A text as UTF-8. */
    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file on disk, which is not held in memory. */
    static Content of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UncheckedIOException(new IOException("no file " + file));
        }
        return () -> Files.newInputStream(file);
    }
}
