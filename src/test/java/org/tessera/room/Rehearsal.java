package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protection;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Statement;
import org.tessera.room.RoomCommand.OfHouse;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.TakeBack;

/**
 * A room played by the rulebook alone, with a clock that moves by hand. Immutable: each step gives the meeting after it,
 * so a test may try several things from the same moment. Every event is recorded as its stored JSON reads.
 *
 * @param told all that happened, with what the log must not know
 * @param done what each accepted command did, in order
 */
record Rehearsal(
        Room room, Instant now, List<Recorded> log, List<Recorded> told, List<Done> done, List<Capture> captures) {

    /** Why these meetings mostly have nothing in their debrief: that is another test's matter. */
    static final String NO_DEBRIEF = "The bell rang.";

    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    /** What one accepted command did, who gave it under which id, and where the log ended after it. */
    record Done(Optional<MemberId> by, List<RoomEvent> events, UUID command, long to) {}

    static Rehearsal given(Rehearsal meeting) {
        return meeting;
    }

    static Rehearsal blank(Room room) {
        return new Rehearsal(room, START, List.of(), List.of(), List.of(), List.of());
    }

    // Asking

    Verdict when(OfSeat command, String by) {
        return when(command, Ids.person(by));
    }

    Verdict when(OfSeat command, MemberId by) {
        return asked(command, new Actor.Person(by));
    }

    Verdict when(OfHouse command) {
        return asked(command, new Actor.House());
    }

    /** Somebody takes back the very last thing he or she did. */
    Verdict whenUndoing(String by) {
        return whenUndoing(by, lastCommandOf(by));
    }

    Verdict whenUndoing(String by, UUID command) {
        return whenUndoing(Ids.person(by), command);
    }

    /** Somebody takes back the command of that id, which the log is asked for as the product asks it. */
    Verdict whenUndoing(MemberId by, UUID command) {
        return Deeds.named(command, latestFirst(by), deed -> events(deed.from(), deed.to()))
                .map(deed -> asked(
                        new TakeBack(
                                command,
                                events(deed.from(), deed.to()),
                                log.subList((int) deed.to(), log.size()).stream()
                                        .filter(later ->
                                                later.by().filter(by::equals).isEmpty())
                                        .map(Recorded::event)
                                        .toList()),
                        new Actor.Person(by)))
                .orElseGet(() -> when(new RoomCommand.Undo(command), by));
    }

    /** The commands of {@code by} that did something, the latest first. */
    List<AcceptedCommand> latestFirst(MemberId by) {
        return done.reversed().stream()
                .filter(each -> each.by().filter(by::equals).isPresent()
                        && !each.events().isEmpty())
                .map(each -> new AcceptedCommand(
                        new CommandKey(by, each.command()),
                        each.to() - each.events().size() + 1,
                        each.to()))
                .toList();
    }

    /** The id of the last thing somebody did, undoing included. */
    UUID lastCommandOf(String by) {
        return latestFirst(Ids.person(by)).getFirst().key().command();
    }

    private List<RoomEvent> events(long from, long to) {
        return log.subList((int) from - 1, (int) to).stream()
                .map(Recorded::event)
                .toList();
    }

    /** Somebody takes back what a command did, if the shell were to find that. */
    Verdict whenTakingBack(String by, List<RoomEvent> events) {
        return asked(new TakeBack(new UUID(0, 0), events, List.of()), new Actor.Person(Ids.person(by)));
    }

    private Verdict asked(RoomCommand command, Actor actor) {
        return new Verdict(this, command, actor, Rulebook.decide(room, command, actor, now));
    }

    // Doing

    /** The meeting after {@code by} did something that must be allowed. */
    Rehearsal does(String by, OfSeat command) {
        return when(command, by).meeting();
    }

    Rehearsal does(MemberId by, OfSeat command) {
        return when(command, by).meeting();
    }

    Rehearsal house(OfHouse command) {
        return when(command).meeting();
    }

    Rehearsal facilitated(OfSeat command) {
        return does(room.facilitator().orElseThrow().id(), command);
    }

    Rehearsal undoes(String by) {
        return whenUndoing(by).meeting();
    }

    Rehearsal undoes(String by, UUID command) {
        return whenUndoing(by, command).meeting();
    }

    Rehearsal after(Duration time) {
        return new Rehearsal(room, now.plus(time), log, told, done, captures);
    }

    Rehearsal afterMinutes(long minutes) {
        return after(Duration.ofMinutes(minutes));
    }

    Rehearsal at(Instant moment) {
        return new Rehearsal(room, moment, log, told, done, captures);
    }

    /** The same meeting as if it had followed {@code pack}. */
    Rehearsal under(Pack pack) {
        Room other = Room.of(room.id(), pack, room.seq(), room.everything().toList());
        return new Rehearsal(other, now, log, told, done, captures);
    }

    /** The meeting after a decision's events have been recorded. */
    Rehearsal recording(Decision.Accepted accepted, Actor actor) {
        Room next = room;
        List<Recorded> longer = new ArrayList<>(log);
        List<RoomEvent> kept = new ArrayList<>();
        List<Recorded> heard = new ArrayList<>(told);
        for (RoomEvent event : accepted.events()) {
            Recorded recorded = Anonymous.recorded(next, event, new UUID(7, next.seq() + 1), now, actor.who());
            if (Anonymous.isSilent(next, event)) {
                next = next.apply(recorded);
                heard.add(recorded);
                continue;
            }
            kept.add(event);
            Recorded stored = RoomJson.recorded(recorded.seq(), RoomJson.payload(recorded));
            assertThat(stored).isEqualTo(recorded);
            next = next.apply(stored);
            longer.add(stored);
            heard.add(stored);
        }
        List<Done> more = new ArrayList<>(done);
        more.add(new Done(actor.who(), List.copyOf(kept), new UUID(8, done.size()), next.seq()));
        List<Capture> caught = new ArrayList<>(captures);
        caught.addAll(accepted.captures());
        return new Rehearsal(
                next, now, List.copyOf(longer), List.copyOf(heard), List.copyOf(more), List.copyOf(caught));
    }

    // Going on

    /** The meeting once {@code phase} runs: optional phases on the way are skipped, pairs formed where they are needed. */
    Rehearsal inPhase(String phase) {
        Rehearsal meeting = this;
        List<Phase> phases = room.pack().phases();
        int to = phases.indexOf(room.pack().phase(phase).orElseThrow());
        for (int next = Rulebook.positionOf(room) + 1; next <= to; next++) {
            if (next == to || !phases.get(next).optional()) {
                meeting = meeting.starting(phases.get(next));
            }
        }
        return meeting;
    }

    /** The meeting back in an earlier phase, as a check that failed allows it. */
    Rehearsal inPhaseAgain(String phase) {
        return starting(room.pack().phase(phase).orElseThrow());
    }

    private Rehearsal starting(Phase phase) {
        Rehearsal ready = afterMinutes(1);
        if (!SmallGroups.areReadyFor(room, phase)) {
            ready = phase.grouping() == Grouping.PAIR ? ready.paired() : ready.inGroups();
        }
        return ready.facilitated(new RoomCommand.StartPhase(phase.id(), NO_DEBRIEF));
    }

    /** The meeting with everybody but coaches in pairs, and the last three together if they are odd. */
    Rehearsal paired() {
        List<UUID> people = new ArrayList<>(room.members().stream()
                .filter(member -> member.role() != Role.COACH)
                .map(member -> member.id().value())
                .toList());
        List<List<UUID>> pairs = new ArrayList<>();
        while (people.size() > 3) {
            pairs.add(List.of(people.removeFirst(), people.removeFirst()));
        }
        pairs.add(people);
        return facilitated(new RoomCommand.FormGroups(pairs));
    }

    /** The meeting with everybody but coaches in groups of the size that comes next, formed by lot. */
    Rehearsal inGroups() {
        Rehearsal between =
                room.current().map(room::phaseOf).filter(Phase::isInGroups).isPresent() ? betweenPhases() : this;
        return between.facilitated(new RoomCommand.FormGroups(List.of(), true));
    }

    /** The meeting after the running phase was ended, and nothing else started. */
    Rehearsal betweenPhases() {
        Rehearsal due = this;
        for (Protection protection : room.pack().protections()) {
            if (protection.phases().contains(phase().id())) {
                due = due.afterMinutes(protection.minMinutes());
            }
        }
        return due.facilitated(new RoomCommand.EndPhase(phase().id(), NO_DEBRIEF));
    }

    Rehearsal closed() {
        return facilitated(new RoomCommand.CloseRoom(NO_DEBRIEF));
    }

    // Looking

    PhaseRun phase() {
        return room.current().orElseThrow();
    }

    PhaseRun phase(String id) {
        return room.run(id).orElseThrow();
    }

    Instant endsAt() {
        return phase().endsAt().orElseThrow();
    }

    Member member(String name) {
        return room.member(Ids.person(name)).orElseThrow();
    }

    Entity.Note note(String name) {
        return room.note(Ids.note(name)).orElseThrow();
    }

    /** The statement the whole group writes. */
    Statement statement() {
        return room.groupStatement().orElseThrow();
    }

    /** The draft of the pair {@code name} belongs to. */
    Statement draftOf(String name) {
        return room.statements().stream()
                .filter(statement -> statement.people().contains(Ids.person(name)))
                .findFirst()
                .orElseThrow();
    }

    Capture lastCapture() {
        return captures.getLast();
    }
}
