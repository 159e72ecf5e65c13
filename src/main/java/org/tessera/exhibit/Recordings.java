package org.tessera.exhibit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Files in a folder, each under the id of its exhibit from its first byte on. A file never moves: what is being sent, looked
 * at and played is the same one.
 */
final class Recordings {

    private final Path folder;

    Recordings(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path place(ExhibitId id) {
        return folder.resolve(id.toString());
    }

    /** How much of a file is on disk. */
    long size(ExhibitId id) throws IOException {
        Path place = place(id);
        return Files.exists(place) ? Files.size(place) : 0;
    }

    /** How many bytes the disk can still take. */
    long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    void delete(ExhibitId id) throws IOException {
        Files.deleteIfExists(place(id));
    }

    /** The files that were not touched since {@code then}. */
    List<ExhibitId> idleSince(Instant then) throws IOException {
        List<ExhibitId> idle = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
                    idle.add(new ExhibitId(UUID.fromString(file.getFileName().toString())));
                }
            }
        }
        return idle;
    }
}
