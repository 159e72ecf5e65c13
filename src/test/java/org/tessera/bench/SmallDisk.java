package org.tessera.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own for one folder, small enough to be filled. It is kept in memory, so whatever is on it goes with it. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 64 << 10;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Puts a disk of so many megabytes in place of {@code folder}; only who rules the machine may. */
    static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        mounts("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Fills it to its last block; returns how many kilobytes were free. */
    long fills() throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(filling())) {
            for (int piece = PIECE; piece > 0; piece /= 2) {
                written += writes(out, piece);
            }
        }
        return written >> 10;
    }

    private static long writes(OutputStream out, int piece) {
        byte[] nothing = new byte[piece];
        long written = 0;
        while (true) {
            try {
                out.write(nothing);
                written += piece;
            } catch (IOException full) {
                return written;
            }
        }
    }

    /** Makes room again. */
    void clears() throws IOException {
        Files.deleteIfExists(filling());
    }

    private Path filling() {
        return folder.resolve("filling");
    }

    private static void mounts(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("a disk of its own needs the rights of root: " + String.join(" ", command));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        mounts("umount", "--lazy", folder.toString());
    }
}
