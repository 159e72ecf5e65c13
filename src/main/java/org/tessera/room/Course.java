package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Repeat;
import org.tessera.room.Entity.Check;
import org.tessera.room.Entity.Pair;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.RoomEvent.ArtifactYielded;
import org.tessera.room.RoomEvent.CircleSet;
import org.tessera.room.RoomEvent.PhaseEnded;
import org.tessera.room.RoomEvent.PhaseSkipped;
import org.tessera.room.RoomEvent.PhaseStarted;
import org.tessera.room.RoomEvent.StatementOpened;

/** The way through the phases: several events of one decision, each following from the room after the one before. */
final class Course {

    private final Instant now;
    private final Presence there;
    private final List<RoomEvent> events = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private Room room;

    /** A way that begins no phase, so that nobody has to be there. */
    Course(Room room, Instant now) {
        this(room, now, Presence.UNKNOWN);
    }

    Course(Room room, Instant now, Presence there) {
        this.room = room;
        this.now = now;
        this.there = there;
    }

    Decision accepted() {
        return new Decision.Accepted(List.copyOf(events), List.copyOf(captures));
    }

    void happen(RoomEvent event) {
        events.add(event);
        room = room.apply(new Recorded(room.seq() + 1, new UUID(0, room.seq() + 1), now, Optional.empty(), event));
    }

    /** The phase after the current one in the pack's order that the plan does not leave out. */
    Optional<Phase> next() {
        return room.pack().phases().stream()
                .skip(Rulebook.positionOf(room) + 1L)
                .filter(phase -> !Agendas.isLeftOut(room, phase))
                .findFirst();
    }

    /**
     * Ends the running phase, if one is; a protected one not before its time, and a debrief not blank without a reason.
     */
    Optional<Refusal> endCurrent(Optional<String> reason) {
        Optional<PhaseRun> current = room.current();
        if (current.isPresent() && Protecting.isCutShort(room, current.get(), now)) {
            return Optional.of(Refusal.PROTECTED);
        }
        Optional<Refusal> blank = current.flatMap(run -> Debriefing.refusal(room, room.phaseOf(run), reason));
        if (blank.isEmpty()) {
            endAnyhow(reason);
        }
        return blank;
    }

    /**
     * Ends the running phase and captures what it yields; {@code reason} is why a debrief is left blank, or why a protected
     * step has not had its minutes.
     */
    void endAnyhow(Optional<String> reason) {
        Optional<PhaseRun> current = room.current();
        if (current.isEmpty()) {
            return;
        }
        PhaseRun run = current.get();
        Phase phase = room.phaseOf(run);
        Optional<String> blank = phase.isDebrief() ? Debriefing.kept(room, reason) : Optional.empty();
        Optional<String> cut = reason.filter(_ -> blank.isEmpty() && Protecting.isCutShort(room, run, now));
        happen(new PhaseEnded(run.id(), blank, cut));
        if (Anonymous.isAnonymous(phase)) {
            Anonymous.uncovered(room, phase).ifPresent(this::happen);
        }
        phase.yields().ifPresent(yield -> {
            UUID artifact = Rulebook.derived(room, "artifact", run.id() + ":" + run.runs());
            Capture capture = Capture.of(room, phase, yield, artifact, run, now, cut);
            captures.add(capture);
            happen(new ArtifactYielded(artifact, run.id(), yield.name(), capture.sha256()));
        });
    }

    /** Starts {@code phase} if it is the next one, lies behind optional ones only, or reworks what a check failed. */
    Optional<Refusal> start(Phase phase) {
        if (Agendas.opens(room, phase)) {
            gather();
            Agendas.forThoseHere(room, there).ifPresent(this::happen);
        }
        if (!room.pack().phases().contains(phase)) {
            return Optional.of(Refusal.PHASE_UNKNOWN);
        }
        List<Phase> phases = room.pack().phases();
        int from = Rulebook.positionOf(room);
        int to = phases.indexOf(phase);
        if (to > from) {
            List<Phase> between = phases.subList(from + 1, to);
            if (!between.stream().allMatch(Phase::optional)) {
                return Optional.of(Refusal.PHASE_NOT_NEXT);
            }
            between.forEach(skipped -> happen(new PhaseSkipped(skipped.id())));
        } else if (!isRework(phases.get(from), phase)) {
            return Optional.of(Refusal.PHASE_NOT_NEXT);
        }
        if (!SmallGroups.areReadyFor(room, phase)) {
            return Optional.of(Refusal.GROUPS_INVALID);
        }
        happen(new PhaseStarted(
                phase.id(),
                phase.isInMeeting() ? Optional.of(now.plus(lengthOf(phase))) : Optional.empty(),
                phase.isInMeeting() ? there.takingPart(room) : Optional.empty()));
        Rounds.opening(room, phase, now, there).forEach(this::happen);
        if (phase.instrument() == Instrument.STATEMENT) {
            openStatements(phase);
        }
        return Optional.empty();
    }

    private Duration lengthOf(Phase phase) {
        Duration planned = Agendas.lengthOf(room, phase);
        Duration turns = Rounds.length(room, phase, there);
        return planned.compareTo(turns) < 0 ? turns : planned;
    }

    /** With the first phase of the meeting it is settled who takes turns. */
    private void gather() {
        if (room.written().repeats().stream().anyMatch(repeat -> repeat.per() == Repeat.Per.PERSON)) {
            happen(new CircleSet(Rounds.around(room, there)));
        }
    }

    private boolean isRework(Phase checked, Phase phase) {
        return checked.rework().filter(phase.id()::equals).isPresent()
                && room.checks().anyMatch(check -> !check.passed())
                && room.checks().noneMatch(Check::passed);
    }

    private void openStatements(Phase phase) {
        if (phase.isInGroups()) {
            int number = 1;
            for (Pair pair : room.pairs()) {
                UUID id = Rulebook.derived(room, "statement", phase.id() + ":" + pair.id());
                if (room.statement(id).isEmpty()) {
                    happen(new StatementOpened(id, String.valueOf(number), phase.id(), pair.people()));
                }
                number++;
            }
            return;
        }
        // Reworking goes on with the text there is.
        boolean open = room.statements().stream().anyMatch(s -> s.phase().equals(phase.id()));
        if (!open) {
            happen(new StatementOpened(Rulebook.derived(room, "statement", phase.id()), "", phase.id(), List.of()));
        }
    }
}
