package org.tessera.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.room.RoomId;

/**
 * A meeting as a credential's rules see it.
 *
 * @param aspect the aspect of performance assessment its protocol works on
 * @param facilitated how long each person, guests too, held the facilitator's role
 * @param at when it left its first linked artifact behind
 */
public record Discussion(
        RoomId room, TeamId team, String title, String aspect, Map<PersonId, Duration> facilitated, Instant at) {

    public Discussion {
        facilitated = Map.copyOf(facilitated);
    }

    /** Time {@code person} held the facilitator's role. */
    public Duration facilitatedBy(PersonId person) {
        return facilitated.getOrDefault(person, Duration.ZERO);
    }

    /** The longest time anybody but {@code person} held the facilitator's role. */
    public Duration facilitatedByAnotherThan(PersonId person) {
        return facilitated.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(person))
                .map(Map.Entry::getValue)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
