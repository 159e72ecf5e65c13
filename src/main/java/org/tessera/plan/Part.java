package org.tessera.plan;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * One part of a meeting's agenda.
 *
 * @param session the protocol, where the part is one
 * @param lead who leads it; nobody leads a break
 */
public record Part(
        Kind kind, LocalDateTime from, LocalDateTime to, Optional<PersonId> lead, Optional<Session> session) {

    /** What a part is. */
    public enum Kind {
        /** Arriving, norms, what today is for. */
        OPENING,
        /** What was taken on last time. */
        ACTIONS,
        PROTOCOL,
        BREAK,
        /** Time for one's own evidence and reflection. */
        WORK,
        CLOSING
    }

    /** How long it is, in minutes. */
    public int minutes() {
        return (int) Duration.between(from, to).toMinutes();
    }
}
