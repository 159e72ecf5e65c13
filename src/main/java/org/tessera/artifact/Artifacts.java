package org.tessera.artifact;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.account.TeamId;
import org.tessera.room.RoomId;

/**
 * What rooms left behind. An artifact may be opened by the members of the team that made it and by the people who were
 * in its room; to everybody else it is as if there were none.
 */
@Service
@Transactional(readOnly = true)
public class Artifacts {

    private final ArtifactStore store;
    private final Accounts accounts;

    Artifacts(ArtifactStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** The artifact, if there is one that {@code reader} may open. */
    public Optional<Artifact> find(ArtifactId id, PersonId reader) {
        return store.find(id, reader, teamsOf(reader));
    }

    /** Everything {@code reader} may open, newest first. */
    public List<Artifact> readableBy(PersonId reader) {
        return store.readableBy(reader, teamsOf(reader));
    }

    /** What a team made, newest first. The caller has made sure that the team may be seen. */
    public List<Artifact> ofTeam(TeamId team) {
        return store.ofTeam(team);
    }

    /** What a room left behind, newest first. The caller has made sure that the room may be seen. */
    public List<Artifact> ofRoom(RoomId room) {
        return store.ofRoom(room);
    }

    /** The canonical JSON of an artifact that {@code reader} may open. */
    public Optional<String> contentOf(ArtifactId id, PersonId reader) {
        return find(id, reader).flatMap(artifact -> store.content(artifact.id()));
    }

    /** What the artifacts of the same room hold, newest first, for an artifact that {@code reader} may open. */
    public List<Content> contentsBeside(ArtifactId id, PersonId reader) {
        return find(id, reader).map(artifact -> store.contents(artifact.room())).orElse(List.of()).stream()
                .map(Content::of)
                .toList();
    }

    /** Recomputes the checksum of the stored content. */
    public Check verify(ArtifactId id, PersonId reader) {
        return find(id, reader)
                .flatMap(artifact -> store.content(id).map(Sha256::of).map(found -> compare(artifact.sha256(), found)))
                .orElseGet(Check.Unknown::new);
    }

    /** How long each person, guests too, held the facilitator's role in each room, up to its last artifact. */
    public Map<RoomId, Map<PersonId, Duration>> facilitation(Collection<RoomId> rooms) {
        return rooms.isEmpty() ? Map.of() : store.facilitation(rooms);
    }

    private static Check compare(String expected, String found) {
        return expected.equals(found) ? new Check.Intact(found) : new Check.Altered(expected, found);
    }

    private List<TeamId> teamsOf(PersonId reader) {
        return accounts.teamsOf(reader).stream().map(Team::id).toList();
    }
}
