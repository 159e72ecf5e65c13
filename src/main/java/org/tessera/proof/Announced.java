package org.tessera.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What an entry of a log says of an artifact: which it is, and its checksum. */
record Announced(String artifact, String sha256) {

    /** Reads the payload of an entry; empty if it announces no artifact. */
    static Optional<Announced> of(String payload) {
        try {
            return Json.read(payload.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> entry
                            && entry.get("event") instanceof Map<?, ?> event
                            && "artifact-yielded".equals(event.get("type"))
                            && event.get("artifact") instanceof String artifact
                            && event.get("sha256") instanceof String sha256
                    ? Optional.of(new Announced(artifact, sha256))
                    : Optional.empty();
        } catch (Json.Unreadable _) {
            // Whatever else a log says is not ours to judge: its commitment is checked apart.
            return Optional.empty();
        }
    }
}
