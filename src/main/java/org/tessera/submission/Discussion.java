package org.tessera.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

/**
 * A meeting as a credential's rules see it.
 *
 * @param aspect the aspect of performance assessment its protocol works on
 * @param facilitated how long each person, guests too, held the facilitator's role
 * @param roles the roles in which each person was there when one of the meeting's artifacts was made
 * @param left the ids of the yields it left behind
 * @param at when it left its first linked artifact behind
 */
public record Discussion(
        RoomId room,
        TeamId team,
        String title,
        String aspect,
        Map<PersonId, Duration> facilitated,
        Map<PersonId, Set<Role>> roles,
        Set<String> left,
        Instant at) {

    public Discussion {
        facilitated = Map.copyOf(facilitated);
        roles = Map.copyOf(roles);
        left = Set.copyOf(left);
    }

    /** A meeting of which only the facilitation matters. */
    public Discussion(
            RoomId room, TeamId team, String title, String aspect, Map<PersonId, Duration> facilitated, Instant at) {
        this(room, team, title, aspect, facilitated, Map.of(), Set.of(), at);
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

    /** Whether {@code person} was there, in whatever role. */
    public boolean was(PersonId person) {
        return roles.containsKey(person);
    }

    /** Whether {@code person} was there and did more than watch. */
    public boolean tookPart(PersonId person) {
        return roles.getOrDefault(person, Set.of()).stream().anyMatch(role -> role != Role.COACH);
    }

    /** Everybody who was there and did more than watch. */
    public List<PersonId> tookPart() {
        return roles.keySet().stream().filter(this::tookPart).toList();
    }

    /** Who held {@code role} when one of its artifacts was made. */
    public List<PersonId> inRole(Role role) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue().contains(role))
                .map(Map.Entry::getKey)
                .toList();
    }
}
