package org.tessera.submission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.room.RoomId;

/** The meetings that linked artifacts come from. */
final class Meetings {

    private final Map<ArtifactId, Artifact> artifacts;
    private final Map<RoomId, Map<PersonId, Duration>> facilitation;

    Meetings(List<Artifact> artifacts, Map<RoomId, Map<PersonId, Duration>> facilitation) {
        this.artifacts = artifacts.stream().collect(Collectors.toMap(Artifact::id, artifact -> artifact));
        this.facilitation = facilitation;
    }

    /** A discussion for every link; several links into one meeting give it several times. */
    List<Discussion> behind(List<EvidenceLink> links) {
        return links.stream()
                .map(EvidenceLink::artifact)
                .filter(artifacts::containsKey)
                .map(artifacts::get)
                .map(this::discussion)
                .toList();
    }

    private Discussion discussion(Artifact artifact) {
        return new Discussion(
                artifact.room(),
                artifact.team(),
                artifact.roomTitle(),
                artifact.aspect(),
                facilitation.getOrDefault(artifact.room(), Map.of()),
                artifact.at());
    }
}
