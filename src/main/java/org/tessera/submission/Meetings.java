package org.tessera.submission;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.account.PersonId;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.Participant;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

/**
 * The meetings that linked artifacts come from. Who was prepared for a role in a room and never did anything there was not
 * there: of the people an artifact names only those count who are known to have been.
 */
final class Meetings {

    private final Map<ArtifactId, Artifact> artifacts;
    private final Map<RoomId, Map<PersonId, Duration>> facilitation;
    private final Map<RoomId, Set<PersonId>> present;
    private final Map<RoomId, Map<PersonId, Set<Role>>> roles = new HashMap<>();
    private final Map<RoomId, Set<String>> left = new HashMap<>();

    /**
     * @param present who was there, of the rooms that are still known; of others everybody the artifacts name
     */
    Meetings(
            List<Artifact> artifacts,
            Map<RoomId, Map<PersonId, Duration>> facilitation,
            Map<RoomId, Set<PersonId>> present) {
        this.artifacts = artifacts.stream().collect(Collectors.toMap(Artifact::id, artifact -> artifact));
        this.facilitation = facilitation;
        this.present = present;
        artifacts.forEach(this::remember);
    }

    private void remember(Artifact artifact) {
        left.computeIfAbsent(artifact.room(), room -> new HashSet<>()).add(artifact.yield());
        Map<PersonId, Set<Role>> inRoom = roles.computeIfAbsent(artifact.room(), room -> new HashMap<>());
        for (Participant participant : artifact.people()) {
            boolean there = !present.containsKey(artifact.room())
                    || present.getOrDefault(artifact.room(), Set.of()).contains(participant.person());
            if (there) {
                inRoom.computeIfAbsent(participant.person(), person -> EnumSet.noneOf(Role.class))
                        .add(participant.role());
            }
        }
    }

    /** A discussion for every link to what a meeting left; several links into one meeting give it several times. */
    List<Discussion> behind(List<EvidenceLink> links) {
        return links.stream()
                .flatMap(link -> link.piece().artifact().stream())
                .filter(artifacts::containsKey)
                .map(artifacts::get)
                .map(this::behind)
                .toList();
    }

    /** The meeting an artifact comes from. */
    Discussion behind(Artifact artifact) {
        return new Discussion(
                artifact.room(),
                artifact.team(),
                artifact.roomTitle(),
                artifact.aspect(),
                facilitation.getOrDefault(artifact.room(), Map.of()),
                roles.getOrDefault(artifact.room(), Map.of()),
                left.getOrDefault(artifact.room(), Set.of()),
                artifact.at());
    }
}
