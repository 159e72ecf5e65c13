package org.tessera.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;

/**
 * When one person was in one meeting.
 *
 * @param begun when the meeting began
 * @param ended when it was closed; nothing while it runs
 * @param stays in the order in which they began
 */
public record MeetingStays(
        RoomId room,
        TeamId team,
        String title,
        PackRef pack,
        Instant begun,
        Optional<Instant> ended,
        List<Stay> stays) {

    public MeetingStays {
        stays = List.copyOf(stays);
    }
}
