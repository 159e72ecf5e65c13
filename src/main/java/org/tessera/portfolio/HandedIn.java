package org.tessera.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.artifact.Artifact;
import org.tessera.credential.Credential;
import org.tessera.room.RoomId;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.Piece;
import org.tessera.submission.Submission;
import org.tessera.submission.SubmissionEvent;

/** A submission with what was handed in last, and the artifacts of that which its earner can still open. */
record HandedIn(
        Submission submission, Credential credential, SubmissionEvent.HandedIn event, List<Artifact> artifacts) {

    HandedIn {
        artifacts = List.copyOf(artifacts);
    }

    /** The meetings it has something of. */
    Set<RoomId> rooms() {
        return event.what().evidence().stream()
                .flatMap(piece -> piece.room().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** What each piece was when it was handed in, by its hash. */
    Map<Piece, String> hashes() {
        return event.what().evidence().stream()
                .collect(Collectors.toMap(
                        FrozenEvidence::piece, FrozenEvidence::sha256, (one, _) -> one, LinkedHashMap::new));
    }
}
