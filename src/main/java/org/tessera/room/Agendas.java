package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Fit;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Repeat;
import org.tessera.protocol.Role;
import org.tessera.protocol.Timing;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Agenda;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.RoomCommand.FitAgenda;
import org.tessera.room.RoomCommand.Rebalance;
import org.tessera.room.RoomEvent.AgendaFitted;

/** How a room's time is planned: fitted to the people and the meeting's length, and again when the meeting runs late. */
final class Agendas {

    /** The longest meeting that is planned, and more people than any protocol is for. */
    static final int MINUTES_LIMIT = 480;

    static final int PEOPLE_LIMIT = 200;

    private Agendas() {}

    // How the time stands

    /** How long the meeting is to be: as it was fitted, or as long as the protocol takes. */
    static Duration meeting(Room room) {
        return room.agenda()
                .flatMap(Agenda::meeting)
                .orElseGet(() -> Duration.ofMinutes(Budget.usualMinutes(room.written())));
    }

    /** When the meeting is to end; empty before it has begun. What is worked in alone beforehand does not count. */
    static Optional<Instant> end(Room room) {
        return begun(room).map(begun -> begun.plus(meeting(room)));
    }

    private static Optional<Instant> begun(Room room) {
        boolean preparing = room.pack().phases().stream().anyMatch(phase -> phase.timing() == Timing.BEFORE);
        return preparing
                ? ofTheMeeting(room).flatMap(run -> run.startedAt().stream()).min(Instant::compareTo)
                : room.setting().startedAt();
    }

    private static Stream<PhaseRun> ofTheMeeting(Room room) {
        return room.pack().phases().stream()
                .filter(phase -> phase.timing() == Timing.MEETING)
                .flatMap(phase -> room.run(phase.id()).stream());
    }

    /** Whether the plan leaves {@code phase} out: it has no time, and the protocol can do without it. */
    static boolean isLeftOut(Room room, Phase phase) {
        return phase.optional()
                && room.run(phase.id())
                        .filter(run -> run.state() == PhaseRun.State.AHEAD
                                && run.planned().isZero())
                        .isPresent();
    }

    /** How long {@code phase} runs when it starts now; one that had been left out gets what the protocol plans. */
    static Duration lengthOf(Room room, Phase phase) {
        return isLeftOut(room, phase)
                ? Budget.unhurried(room.written(), people(room)).lengths().getOrDefault(phase.id(), phase.planned())
                : room.run(phase.id()).orElseThrow().planned();
    }

    // Fitting

    /** Everybody in the room but the coach. */
    static int people(Room room) {
        return (int) room.members().stream()
                .filter(member -> member.role() != Role.COACH)
                .count();
    }

    /** The facilitator says how long the meeting is and how many people will be there. */
    static Decision fit(Room room, FitAgenda c) {
        if (c.minutes() < 1 || c.minutes() > MINUTES_LIMIT) {
            return new Refused(Refusal.MINUTES_INVALID);
        }
        if (c.people() < 1 || c.people() > PEOPLE_LIMIT) {
            return new Refused(Refusal.PEOPLE_INVALID);
        }
        if (hasBegun(room)) {
            return new Refused(Refusal.MEETING_BEGUN);
        }
        Duration meeting = Duration.ofMinutes(c.minutes());
        return switch (Budget.fitAnyhow(room.written(), c.people(), meeting)) {
            case Fit.Planned plan -> accept(fitted(plan, meeting, c.people()));
            case Fit.Impossible no -> new Refused(Refusal.DOES_NOT_FIT);
        };
    }

    /** Whether the meeting begins with {@code phase}. */
    static boolean opens(Room room, Phase phase) {
        return phase.timing() == Timing.MEETING && !hasBegun(room);
    }

    static boolean hasBegun(Room room) {
        return ofTheMeeting(room).anyMatch(run -> run.runs() > 0);
    }

    /** What happens to the agenda when the meeting begins: it is fitted to the people who are there, if it is for others. */
    static Optional<AgendaFitted> forThoseHere(Room room, Presence there) {
        int here = here(room, there);
        boolean known = room.agenda()
                .flatMap(Agenda::people)
                .filter(planned -> planned == here)
                .isPresent();
        if (known || !dependsOnPeople(room.written())) {
            return Optional.empty();
        }
        Optional<Duration> meeting = room.agenda().flatMap(Agenda::meeting);
        AgendaFitted fitted = meeting.map(length -> Budget.fitAnyhow(room.written(), here, length))
                .filter(Fit.Planned.class::isInstance)
                .map(plan -> fitted((Fit.Planned) plan, meeting.get(), here))
                .orElseGet(() -> unhurried(room, meeting, here));
        return Optional.of(fitted);
    }

    /**
     * For how many people the meeting begins: everybody who is there, or fewer if the facilitator said so and nobody has
     * been invited since.
     */
    private static int here(Room room, Presence there) {
        int members = people(room);
        int present = there.takingPart(room).map(List::size).orElse(members);
        Optional<Agenda> agenda = room.agenda();
        boolean nobodyCame =
                agenda.flatMap(Agenda::members).filter(then -> then == members).isPresent();
        int planned = agenda.flatMap(Agenda::people).orElse(present);
        return nobodyCame ? Math.min(planned, present) : present;
    }

    private static boolean dependsOnPeople(Pack written) {
        return written.repeats().stream().anyMatch(repeat -> repeat.per() == Repeat.Per.PERSON)
                || written.phases().stream()
                        .anyMatch(phase ->
                                phase.round().flatMap(round -> round.turn()).isPresent());
    }

    /** Where the time is too short for everybody who came, everybody has a turn all the same, and the meeting is late. */
    private static AgendaFitted unhurried(Room room, Optional<Duration> meeting, int people) {
        Fit.Planned plan = Budget.unhurried(room.written(), people);
        return fitted(plan, meeting.orElseGet(plan::taken), people);
    }

    private static AgendaFitted fitted(Fit.Planned plan, Duration meeting, int people) {
        return new AgendaFitted(plan.times(), plan.lengths(), Optional.of(meeting), Optional.of(people));
    }

    // Catching up

    /** The facilitator takes one of the ways there are now. */
    static Decision rebalance(Room room, Rebalance c, Instant now) {
        return Rebalances.of(room, now).stream()
                .filter(way -> way.kind().word().equals(c.plan()))
                .findFirst()
                .map(way -> rebalanced(room, way))
                .orElseGet(() -> new Refused(Refusal.PLAN_GONE));
    }

    private static Decision rebalanced(Room room, WayOn way) {
        Map<String, Duration> changed = new HashMap<>(way.lengths());
        changed.entrySet().removeIf(length -> room.run(length.getKey())
                .filter(run -> run.planned().equals(length.getValue()))
                .isPresent());
        Optional<Duration> later =
                way.isOnTime() ? Optional.empty() : Optional.of(meeting(room).plus(way.late()));
        List<Integer> times = room.agenda().map(Agenda::times).orElse(List.of());
        return accept(new AgendaFitted(times, changed, later, Optional.empty()));
    }

    private static Decision accept(RoomEvent event) {
        return new Accepted(List.of(event), List.of());
    }
}
