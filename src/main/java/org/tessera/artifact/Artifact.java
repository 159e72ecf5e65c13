package org.tessera.artifact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Text;
import org.tessera.room.RoomId;

/**
 * What a phase of a room left behind, with where it comes from; the content itself is fetched apart.
 *
 * @param version counts what the same room left of the same yield, from 1: a phase that ran again leaves a further one
 * @param pack the protocol in the exact version that ran
 * @param aspect the aspect of performance assessment the protocol works on
 * @param fromSeq first place of the phase in the room's log
 * @param toSeq last place of the phase in the room's log
 * @param plannedMinutes what the phase was given
 * @param actual how long it ran, pauses left out
 * @param people who was in the room when the phase closed
 * @param sha256 of the content's UTF-8 bytes, in lower-case hex
 */
public record Artifact(
        ArtifactId id,
        RoomId room,
        TeamId team,
        String roomTitle,
        String phase,
        String yield,
        int version,
        Text name,
        PackRef pack,
        String aspect,
        long fromSeq,
        long toSeq,
        int plannedMinutes,
        Duration actual,
        List<Participant> people,
        String sha256,
        Instant at) {

    public Artifact {
        people = List.copyOf(people);
    }
}
