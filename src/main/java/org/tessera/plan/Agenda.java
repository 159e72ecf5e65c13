package org.tessera.plan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.account.PersonId;

/** The arithmetic of a meeting: its parts follow one another from its first minute to its last. */
final class Agenda {

    static final int OPENING = 5;
    static final int ACTIONS = 5;
    static final int CLOSING = 5;
    static final int BREAK = 5;

    /** With less time than this there is nothing to be worked on: the closing has it. */
    private static final int LEAST_WORK = 5;

    private Agenda() {}

    /** The minutes a meeting has for so many sessions together; negative if it is too short. */
    static int forSessions(int meeting, int sessions) {
        return meeting - OPENING - ACTIONS - CLOSING - BREAK * Math.max(0, sessions - 1);
    }

    /** The parts of a meeting, in order, without a gap. */
    static List<Part> of(PlannedMeeting meeting) {
        List<Part> parts = new ArrayList<>();
        LocalDateTime at = meeting.at();
        Optional<Leads> leads = meeting.leads();
        at = add(parts, Part.Kind.OPENING, at, OPENING, leads.map(Leads::opening));
        at = add(parts, Part.Kind.ACTIONS, at, ACTIONS, leads.map(Leads::actions));
        boolean first = true;
        for (Session session : meeting.sessions()) {
            if (!first) {
                at = add(parts, Part.Kind.BREAK, at, BREAK, Optional.empty());
            }
            first = false;
            LocalDateTime to = at.plusMinutes(session.minutes());
            parts.add(new Part(Part.Kind.PROTOCOL, at, to, Optional.of(session.lead()), Optional.of(session)));
            at = to;
        }
        int rest = forSessions(meeting.minutes(), meeting.sessions().size())
                - meeting.sessions().stream().mapToInt(Session::minutes).sum();
        int work = rest < LEAST_WORK ? 0 : rest;
        if (work > 0) {
            at = add(parts, Part.Kind.WORK, at, work, leads.map(Leads::closing));
        }
        add(parts, Part.Kind.CLOSING, at, CLOSING + rest - work, leads.map(Leads::closing));
        return List.copyOf(parts);
    }

    private static LocalDateTime add(
            List<Part> parts, Part.Kind kind, LocalDateTime from, int minutes, Optional<PersonId> lead) {
        LocalDateTime to = from.plusMinutes(minutes);
        parts.add(new Part(kind, from, to, lead, Optional.empty()));
        return to;
    }
}
