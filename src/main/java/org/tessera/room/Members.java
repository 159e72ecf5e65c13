package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Member;

/** How a member changes. */
final class Members {

    private Members() {}

    static Member agreed(Member m, boolean agreed) {
        return new Member(
                m.id(),
                m.role(),
                m.home(),
                m.guest(),
                agreed,
                m.ready(),
                m.hand(),
                m.facilitated(),
                m.facilitatingSince(),
                m.ordinal());
    }

    static Member ready(Member m, boolean ready) {
        return new Member(
                m.id(),
                m.role(),
                m.home(),
                m.guest(),
                m.agreed(),
                ready,
                m.hand(),
                m.facilitated(),
                m.facilitatingSince(),
                m.ordinal());
    }

    static Member hand(Member m, Optional<Instant> hand) {
        return new Member(
                m.id(),
                m.role(),
                m.home(),
                m.guest(),
                m.agreed(),
                m.ready(),
                hand,
                m.facilitated(),
                m.facilitatingSince(),
                m.ordinal());
    }

    /** The member in {@code role}; time in the facilitator's role is counted while the room runs. */
    static Member in(Member m, Role role, Instant at, boolean running) {
        Duration facilitated = m.facilitatedUntil(at);
        Optional<Instant> since = running && role == Role.FACILITATOR ? Optional.of(at) : Optional.empty();
        return new Member(
                m.id(), role, m.home(), m.guest(), m.agreed(), m.ready(), m.hand(), facilitated, since, m.ordinal());
    }

    /** The role a person goes back to who gives {@code role} away. */
    static Role fallback(Member m, Role role) {
        return m.home() == role ? Role.PARTICIPANT : m.home();
    }

    static Member facilitatingFrom(Member m, Instant at) {
        return new Member(
                m.id(),
                m.role(),
                m.home(),
                m.guest(),
                m.agreed(),
                m.ready(),
                m.hand(),
                m.facilitated(),
                Optional.of(at),
                m.ordinal());
    }

    static Member resting(Member m, Instant at) {
        return new Member(
                m.id(),
                m.role(),
                m.home(),
                m.guest(),
                m.agreed(),
                m.ready(),
                m.hand(),
                m.facilitatedUntil(at),
                Optional.empty(),
                m.ordinal());
    }
}
