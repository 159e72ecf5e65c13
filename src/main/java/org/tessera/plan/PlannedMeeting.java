package org.tessera.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting of a plan.
 *
 * @param id the same for life, whatever becomes of the meeting
 * @param origin the day the rhythm gave it, one meeting for each
 * @param at when it begins, on the team's clock
 * @param moved whether somebody gave it another time than the rhythm's
 * @param leads who leads the parts around its protocols
 * @param sequence how often it has changed for those who are invited
 * @param changedAt when it last did
 */
public record PlannedMeeting(
        UUID id,
        LocalDate origin,
        LocalDateTime at,
        int minutes,
        MeetingState state,
        boolean moved,
        Optional<Leads> leads,
        List<Session> sessions,
        int sequence,
        Instant changedAt) {

    public PlannedMeeting {
        sessions = List.copyOf(sessions);
    }

    /** Whether it takes place, or took place, as far as is known. */
    public boolean takesPlace() {
        return switch (state) {
            case PLANNED, HELD -> true;
            case CANCELLED, CLOSED_DAY, DROPPED, MISSED -> false;
        };
    }

    /** When it ends, on the team's clock. */
    public LocalDateTime until() {
        return at.plusMinutes(minutes);
    }

    /** Its parts, in order, from its first minute to its last. */
    public List<Part> agenda() {
        return Agenda.of(this);
    }

    /** Whether its time has come by {@code now}. */
    public boolean past(Term term, Instant now) {
        return !term.instant(at).isAfter(now);
    }

    /** Whether the two are at the same time for a minute or more. */
    boolean meets(LocalDateTime from, LocalDateTime to) {
        return at.isBefore(to) && from.isBefore(until());
    }

    /** Whether those who are invited have nothing new to learn from {@code other}. */
    boolean reads(PlannedMeeting other) {
        return at.equals(other.at)
                && minutes == other.minutes
                && (state == other.state || (takesPlace() && other.takesPlace()))
                && sessions.equals(other.sessions)
                && leads.equals(other.leads);
    }

    PlannedMeeting dated(LocalDateTime when, int length, MeetingState now) {
        return new PlannedMeeting(id, origin, when, length, now, moved, leads, sessions, sequence, changedAt);
    }

    PlannedMeeting movedTo(LocalDateTime when) {
        return new PlannedMeeting(
                id, origin, when, minutes, MeetingState.PLANNED, true, leads, sessions, sequence, changedAt);
    }

    PlannedMeeting being(MeetingState other) {
        return new PlannedMeeting(id, origin, at, minutes, other, moved, leads, sessions, sequence, changedAt);
    }

    PlannedMeeting holding(List<Session> others) {
        return new PlannedMeeting(id, origin, at, minutes, state, moved, leads, others, sequence, changedAt);
    }

    PlannedMeeting ledBy(Leads others) {
        return new PlannedMeeting(
                id, origin, at, minutes, state, moved, Optional.of(others), sessions, sequence, changedAt);
    }

    PlannedMeeting numbered(int number, Instant when) {
        return new PlannedMeeting(id, origin, at, minutes, state, moved, leads, sessions, number, when);
    }
}
