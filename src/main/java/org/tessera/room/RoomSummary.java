package org.tessera.room;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;

/**
 * A room as lists show it.
 *
 * @param phase id of the running phase, if one runs
 * @param due until when the work of the running phase is wanted, where that is done in people's own time and was said
 * @param guestCode the six-letter code with which guests may enter, while the room takes guests
 */
public record RoomSummary(
        RoomId id,
        TeamId team,
        String title,
        PackRef pack,
        Status status,
        Optional<String> phase,
        Optional<Instant> scheduledAt,
        Optional<Instant> startedAt,
        Optional<Instant> closedAt,
        Optional<Instant> due,
        Optional<String> guestCode) {

    /** Whether the room was closed before anything had begun in it: no such meeting was held. */
    public boolean isCancelled() {
        return status == Status.CLOSED && startedAt.isEmpty();
    }

    /** Whether the meeting has begun and ended. */
    public enum Status {
        WAITING,
        RUNNING,
        CLOSED
    }
}
