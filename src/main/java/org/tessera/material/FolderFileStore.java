package org.tessera.material;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Files in a folder: {@code <root>/ab/abcdef…}.
 *
 * <p>A file is written beside its place, forced to disk, moved there in one step, and the folder entry is forced too:
 * what has a final name is whole, whatever died when.
 */
final class FolderFileStore implements FileStore {

    private final Path root;
    private final WorkFolder work;

    /** The work folder must be on the same file system as the root: a move across two is a copy, which can be cut. */
    FolderFileStore(Path root, WorkFolder work) throws IOException {
        this.root = Files.createDirectories(root);
        this.work = work;
    }

    @Override
    public void put(Sha256 hash, Path file) throws IOException {
        Path place = place(hash);
        if (Files.exists(place)) {
            return;
        }
        Path folder = folder(hash);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            force(root);
        }
        try (WorkFolder.Desk desk = work.desk()) {
            Path whole = desk.path().resolve(hash.hex());
            Files.copy(file, whole);
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(whole, place);
        }
        force(folder);
    }

    private static void move(Path whole, Path place) throws IOException {
        try {
            Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException same_bytes) {
            // Some systems refuse to replace; whoever came first stored the same bytes.
            Files.deleteIfExists(whole);
        }
    }

    /** Forces a folder's entries to disk. Windows cannot open a folder for this and keeps its own journal. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<byte[]> read(Sha256 hash) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(place(hash));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (!Sha256.of(bytes).equals(hash)) {
            throw new IOException("the disk changed the file " + hash.hex());
        }
        return Optional.of(bytes);
    }

    @Override
    public void delete(Sha256 hash) throws IOException {
        if (Files.deleteIfExists(place(hash))) {
            force(folder(hash));
        }
    }

    private Path place(Sha256 hash) {
        return folder(hash).resolve(hash.hex());
    }

    private Path folder(Sha256 hash) {
        return root.resolve(hash.hex().substring(0, 2));
    }
}
