package org.tessera.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to become a package.
 *
 * @param kind what it is of, for example {@code meeting}
 * @param about what a reader may want to know, by a word; it names nobody
 * @param logs the rooms it proves something about
 * @param artifacts what those rooms left behind
 * @param files everything else, by names of letters, digits, dots, dashes, spaces and slashes
 */
public record PackageDraft(
        String kind, Map<String, String> about, List<RoomLog> logs, List<Artifact> artifacts, List<File> files) {

    /** All entries of a room's log, from the first. */
    public record RoomLog(UUID room, List<LoggedEntry> entries) {
        public RoomLog {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What a room left behind.
     *
     * @param content the canonical JSON, as it was kept; nothing where it does not leave the house
     * @param sha256 of the content's UTF-8 bytes, as the room's log says it, in lower-case hex
     * @param shown the paths of the files that show something of it
     */
    public record Artifact(UUID id, UUID room, Optional<String> content, String sha256, List<String> shown) {
        public Artifact {
            shown = List.copyOf(shown);
        }

        /** One that is in the package as it was kept. */
        public Artifact(UUID id, UUID room, String content, String sha256) {
            this(id, room, Optional.of(content), sha256, List.of());
        }
    }

    /** A file under its name in the package. */
    public record File(String path, Content content) {}

    public PackageDraft {
        about = Map.copyOf(about);
        logs = List.copyOf(logs);
        artifacts = List.copyOf(artifacts);
        files = List.copyOf(files);
    }
}
