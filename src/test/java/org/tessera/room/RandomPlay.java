package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand.*;

/**
 * Five to twelve people who do whatever comes to their mind, allowed or not, from the first phase to the last. All they
 * write carries a word nobody has used before, {@code secret-…}, so that it can be found wherever it should not be.
 */
final class RandomPlay {

    private final Leading whims;
    private final Set<Class<?>> accepted = new HashSet<>();
    private final Set<Class<?>> refused = new HashSet<>();

    RandomPlay(long seed) {
        this(new Leading(seed));
    }

    /** As {@code whims} has it. */
    RandomPlay(Leading whims) {
        this.whims = whims;
    }

    /** The types of commands that were followed by something, or by nothing where it already was so. */
    Set<Class<?>> accepted() {
        return Set.copyOf(accepted);
    }

    /** The types of commands that were refused at least once. */
    Set<Class<?>> refused() {
        return Set.copyOf(refused);
    }

    /** A room with people in every role of its pack, a guest, material and an old text, before its first phase. */
    Rehearsal gathered(RehearsalPlan plan) {
        Rehearsal meeting = plan.with(Part.facilitator("0")).waiting();
        for (Role role : meeting.room().pack().roles()) {
            if (role != Role.FACILITATOR) {
                meeting = tried(meeting.when(new Admit(new MemberId(whims.uuid()), role, false)));
            }
        }
        meeting = tried(meeting.when(new Admit(new MemberId(whims.uuid()), Role.PARTICIPANT, true)));
        int more = whims.below(5);
        for (int i = 0; i < more; i++) {
            meeting = tried(meeting.when(whims.admission()));
        }
        for (int i = 0; i < 3; i++) {
            meeting = tried(meeting.when(whims.material()));
        }
        BringMaterial mistaken = whims.material();
        meeting = tried(meeting.when(mistaken));
        meeting = tried(meeting.when(new TakeAwayMaterial(mistaken.material(), false)));
        meeting = tried(meeting.when(
                whims.changing(meeting.now()),
                meeting.room().facilitator().orElseThrow().id()));
        meeting = tried(meeting.when(
                new FitAgenda(1 + whims.below(120), meeting.room().members().size()),
                meeting.room().facilitator().orElseThrow().id()));
        return tried(meeting.when(new BringText(whims.uuid(), "Our " + whims.secret(), whims.secret() + ".")));
    }

    /** The meeting after its facilitator tried to call it off. */
    Rehearsal calledOff(Rehearsal meeting) {
        return tried(meeting.when(
                new CancelMeeting("Snow."),
                meeting.room().facilitator().orElseThrow().id()));
    }

    /** The meeting after one more thing somebody tried. */
    Rehearsal next(Rehearsal before) {
        Rehearsal meeting = before.after(Duration.ofSeconds(whims.below(25)));
        MemberId facilitator = meeting.room().facilitator().orElseThrow().id();
        MemberId who = whims.someone(meeting.room()).id();
        if (whims.chance(0.02)) {
            MemberId stranger = new MemberId(whims.uuid());
            return tried(meeting.when(whims.writing(meeting.room(), stranger), stranger));
        }
        if (whims.chance(0.15)) {
            return takingBack(meeting, lastActor(meeting).orElse(who));
        }
        if (meeting.room().current().isEmpty() && whims.chance(0.3)) {
            return tried(meeting.when(whims.starting(meeting.room()), facilitator));
        }
        return switch (whims.below(40)) {
            case 0, 1 -> tried(meeting.when(whims.ofHouse(meeting.room())));
            case 2, 3 -> whims.chance(0.8) ? timeUp(meeting) : takingOver(meeting, who);
            case 4, 5 -> tried(meeting.when(whims.conducting(meeting.room(), meeting.now()), facilitator));
            case 6 ->
                tried(meeting.when(
                        whims.chance(0.7)
                                ? whims.conducting(meeting.room(), meeting.now())
                                : whims.starting(meeting.room()),
                        who));
            case 7 -> tried(starting(meeting, facilitator));
            case 8, 9 -> takingBack(meeting, who);
            default ->
                tried(meeting.when(
                        whims.chance(0.75) ? whims.fitting(meeting.room(), who) : whims.writing(meeting.room(), who),
                        who));
        };
    }

    /** The time of the running phase is up, if it is not paused. */
    private Rehearsal timeUp(Rehearsal meeting) {
        Optional<Instant> end = meeting.room().current().flatMap(Entity.PhaseRun::endsAt);
        if (end.isEmpty()) {
            return meeting;
        }
        Instant due = end.get().plus(Rulebook.GRACE);
        return tried((due.isAfter(meeting.now()) ? meeting.at(due) : meeting)
                .when(new TimeUp(Drawing.phase(meeting.room()), end.get())));
    }

    /** As the shell asks it, with who is there, or without. */
    private Verdict starting(Rehearsal meeting, MemberId facilitator) {
        OfSeat command = whims.starting(meeting.room());
        if (whims.chance(0.3)) {
            return meeting.when(command, facilitator);
        }
        Among among = new Among(
                command,
                meeting.room().members().stream()
                        .map(Entity.Member::id)
                        .filter(_ -> whims.chance(0.8))
                        .collect(Collectors.toSet()));
        Actor actor = new Actor.Person(facilitator);
        return new Verdict(meeting, among, actor, Rulebook.decide(meeting.room(), among, actor, meeting.now()));
    }

    private Rehearsal takingOver(Rehearsal meeting, MemberId who) {
        TakeOver command = new TakeOver(whims.chance(0.5) ? Set.of(who) : Set.of());
        Actor actor = new Actor.Person(who);
        return tried(
                new Verdict(meeting, command, actor, Rulebook.decide(meeting.room(), command, actor, meeting.now())));
    }

    private Rehearsal tried(Verdict verdict) {
        // A TakeBack is how the rulebook is asked for an Undo, and a TakeOver for a TakeFacilitation.
        Class<?> type =
                switch (verdict.command()) {
                    case TakeBack back -> Undo.class;
                    case TakeOver over -> TakeFacilitation.class;
                    case Among among -> among.command().getClass();
                    case RoomCommand other -> other.getClass();
                };
        return switch (verdict.decision()) {
            case Decision.Accepted yes -> {
                accepted.add(type);
                yield verdict.meeting();
            }
            case Decision.Refused no -> {
                refused.add(type);
                yield verdict.before();
            }
        };
    }

    private static Optional<MemberId> lastActor(Rehearsal meeting) {
        return meeting.done().reversed().stream()
                .flatMap(done -> done.by().stream())
                .findFirst();
    }

    /** The very last thing more often than one before it. */
    private Rehearsal takingBack(Rehearsal meeting, MemberId who) {
        List<AcceptedCommand> latest = meeting.latestFirst(who);
        List<AcceptedCommand> reach = latest.subList(0, Math.min(latest.size(), whims.chance(0.7) ? 1 : 4));
        return whims.some(reach)
                .map(deed -> tried(meeting.whenUndoing(who, deed.key().command())))
                .orElse(meeting);
    }
}
