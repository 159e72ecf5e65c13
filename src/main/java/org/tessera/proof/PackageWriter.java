package org.tessera.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.tessera.proof.ZipForm.Placed;

/** Writes the parts of a package one behind the other, in the one form packages have. */
final class PackageWriter {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final List<Placed> parts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long at;

    PackageWriter(OutputStream out) {
        this.out = out;
    }

    /** What is known of bytes once they have been read through. */
    record Measured(long size, int crc, byte[] sha256) {}

    static Measured measured(Content content) throws IOException {
        CRC32 crc = new CRC32();
        MessageDigest digest = Hashing.sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Measured(size, (int) crc.getValue(), digest.digest());
    }

    /**
     * Adds a part.
     *
     * @throws IllegalArgumentException if packages do not use such a name, there is one already, or it becomes too large
     */
    void add(String name, Content content, Measured measured) throws IOException {
        if (!PartName.isPlain(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("no name for a part: " + name);
        }
        Placed part = new Placed(name, at, measured.size(), measured.crc());
        if (part.end() > ZipForm.LARGEST || parts.size() >= ZipForm.MOST_PARTS) {
            throw new IllegalArgumentException("a package cannot be as large as this");
        }
        out.write(ZipForm.head(part));
        try (InputStream in = content.open()) {
            if (in.transferTo(out) != measured.size()) {
                throw new IOException(name + " changed while it was packed");
            }
        }
        parts.add(part);
        at = part.end();
    }

    void finish() throws IOException {
        out.write(ZipForm.directory(parts));
        out.flush();
    }
}
