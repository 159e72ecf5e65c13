package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Text;

/**
 * What a phase leaves behind, handed over inside the transaction that closes the phase.
 *
 * @param fromSeq the room's log position at which the phase started; {@code toSeq} the one at which it ended
 * @param content canonical JSON of what everybody in the room could see
 * @param sha256 lower-case hex of the SHA-256 of the content's UTF-8 bytes
 */
public record Yielded(
        UUID artifact,
        RoomId room,
        TeamId team,
        String roomTitle,
        String phase,
        String yieldId,
        Text name,
        PackRef pack,
        String aspect,
        long fromSeq,
        long toSeq,
        int plannedMinutes,
        Duration actual,
        List<Contributor> people,
        String content,
        String sha256,
        Instant at) {

    public Yielded {
        people = List.copyOf(people);
    }
}
