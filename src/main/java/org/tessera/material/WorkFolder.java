package org.tessera.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where files lie while they are worked on: a folder of this process inside a folder all processes share.
 *
 * <p>Student work must not outlive a killed server, and another server's work must not be swept away. So every process
 * holds a lock beside its folder, and whoever starts removes the folders whose lock nobody holds.
 */
final class WorkFolder implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path own;
    private final Path lockFile;
    private final FileChannel lock;

    WorkFolder(Path shared) throws IOException {
        Files.createDirectories(shared);
        sweep(shared);
        String name = UUID.randomUUID().toString();
        lockFile = shared.resolve(name + LOCK);
        lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // Another process that starts in this very moment may have swept the lock before it was held.
        if (lock.tryLock() == null || !Files.exists(lockFile)) {
            lock.close();
            throw new IOException("another process swept " + shared + " at the same moment; start again");
        }
        own = Files.createDirectory(shared.resolve(name));
    }

    /** A new empty folder, gone with all its files when closed. */
    Desk desk() throws IOException {
        return new Desk(Files.createTempDirectory(own, "d"));
    }

    /** One piece of work's own folder. */
    record Desk(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            deleteTree(path);
        }
    }

    private static void sweep(Path shared) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(shared, "*" + LOCK)) {
            for (Path lockFile : locks) {
                sweepIfLeft(lockFile);
            }
        }
    }

    private static void sweepIfLeft(Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                String name = lockFile.getFileName().toString();
                deleteTree(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lockFile);
            }
        } catch (OverlappingFileLockException | NoSuchFileException _) {
            // Held by this process, or another one was quicker to sweep: either way not ours to remove.
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(WorkFolder::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        deleteTree(own);
        lock.close();
        Files.deleteIfExists(lockFile);
    }
}
