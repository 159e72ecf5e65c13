package org.tessera.shell.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * This JVM's claim on a data folder: a lock of the operating system, which ends with the JVM however it dies and cannot be
 * mistaken for a later process of the same number.
 */
final class FolderOwnership implements AutoCloseable {

    private final FileChannel channel;

    private FolderOwnership(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws DatabaseUnavailable if another JVM has it
     */
    static FolderOwnership take(Path folder) throws IOException {
        var file = folder.resolve("owner");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new DatabaseUnavailable(
                    "The database folder %s is in use by another instance (process %s): stop that one first, or give this one a folder of its own with tessera.database.folder."
                            .formatted(folder, Files.readString(file).strip()));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new FolderOwnership(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
