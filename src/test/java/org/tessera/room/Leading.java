package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.protocol.Action;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Member;
import org.tessera.room.RoomCommand.*;

/** What comes to the mind of whoever leads a room, and what the house does. */
final class Leading extends Whims {

    Leading(long seed) {
        super(seed);
    }

    OfSeat conducting(Room room, Instant now) {
        String phase = phase(room);
        UUID person = someone(room).id().value();
        if (chance(room.current().flatMap(Entity.PhaseRun::pausedAt).isPresent() ? 0.5 : 0.1)) {
            return new ResumePhase(phase);
        }
        boolean apart =
                room.current().map(room::phaseOf).filter(Phase::isInGroups).isPresent();
        List<Phase> ownTime = room.pack().phases().stream()
                .filter(each -> !each.isInMeeting())
                .toList();
        if (!ownTime.isEmpty() && chance(0.2)) {
            return new SetDue(
                    some(chance(0.8) ? ownTime : room.pack().phases())
                            .orElseThrow()
                            .id(),
                    chance(0.2) ? null : now.plusSeconds(below(600) - 60));
        }
        if (apart && chance(0.3)) {
            return new ExtendPhase(
                    phase, 1 + below(3), some(room.pairs()).map(Entity.Pair::id).orElse(null));
        }
        return switch (below(17)) {
            case 13 -> new RoomCommand.NameCofacilitator(person, chance(0.7));
            case 14 -> new RoomCommand.NameDeputy(chance(0.7) ? person : null);
            case 10 -> new GiveFloor(chance(0.5) ? person : null);
            case 11 -> new OrderTurns(shuffled(room.circle()));
            case 12 -> retagging(room);
            case 15 ->
                new RoomCommand.Rebalance(
                        some(List.of(WayOn.Kind.values())).orElseThrow().word());
            case 0 ->
                new ExtendPhase(
                        phase,
                        below(12),
                        chance(0.5) ? some(room.pairs()).map(Entity.Pair::id).orElse(null) : null);
            case 1 -> new PausePhase(phase);
            case 2 -> new EndPhase(phase, reason());
            case 3 -> chance(0.1) ? changing(now) : new FocusQuestion(text());
            case 4, 5 ->
                new AssignRole(
                        person, some(List.of(Role.values())).orElseThrow().word());
            case 6 -> new RoomCommand.Override(person, "end", text());
            case 7 -> pairs(room);
            case 16 ->
                new AddToGroup(person, some(room.pairs()).map(Entity.Pair::id).orElseGet(this::uuid));
            default ->
                new RoomCommand.Override(
                        person, some(List.of(Action.values())).orElseThrow().word(), text());
        };
    }

    static ChangeMeeting changing(Instant now) {
        return new ChangeMeeting(
                "Friday, room 14",
                "https://meet.example.org/friday",
                List.of("We listen."),
                now.plus(Duration.ofDays(2)));
    }

    OfSeat starting(Room room) {
        List<Phase> phases = room.pack().phases();
        int next = Rulebook.positionOf(room) + 1;
        if (chance(0.1)) {
            return new StartPhase(some(phases).orElseThrow().id(), reason());
        }
        if (next > 0 && phases.get(next - 1).rework().isPresent() && chance(0.5)) {
            return new StartPhase(phases.get(next - 1).rework().get(), reason());
        }
        if (next == phases.size()) {
            return chance(0.5)
                    ? new EndPhase(phase(room), reason())
                    : chance(0.3) ? new CloseRoom(reason()) : new AskTime();
        }
        Phase phase = phases.get(phases.get(next).optional() && chance(0.2) ? next + 1 : next);
        return phase.grouping() == Grouping.PAIR && room.pairs().isEmpty()
                ? pairs(room)
                : new StartPhase(phase.id(), reason());
    }

    private OfSeat pairs(Room room) {
        List<UUID> people =
                new ArrayList<>(room.members().stream().map(m -> m.id().value()).toList());
        shuffle(people);
        if (chance(0.3)) {
            return new FormGroups(List.of(), true);
        }
        return new FormGroups(Stream.iterate(0, i -> i + 1 < people.size(), i -> i + 2)
                .map(i -> people.subList(i, i + 2))
                .toList());
    }

    private List<UUID> shuffled(List<MemberId> people) {
        List<UUID> ids = new ArrayList<>(people.stream().map(MemberId::value).toList());
        shuffle(ids);
        return chance(0.8) ? ids : ids.subList(1, ids.size());
    }

    // What the house does

    OfHouse ofHouse(Room room) {
        return switch (below(4)) {
            case 0 -> room.members().size() < 12 && chance(0.3) ? admission() : material();
            case 1 -> material();
            case 2 -> new BringText(uuid(), "Another " + secret(), secret());
            default -> {
                Member facilitator = room.facilitator().orElseThrow();
                Set<MemberId> present = room.members().stream()
                        .map(Member::id)
                        .filter(member -> !member.equals(facilitator.id()) && chance(0.5))
                        .collect(Collectors.toSet());
                yield new Succeed(facilitator.id(), present);
            }
        };
    }

    Admit admission() {
        List<Role> roles = List.of(Role.PRESENTER, Role.RECORDER, Role.TIMEKEEPER, Role.PARTICIPANT, Role.COACH);
        return new Admit(new MemberId(uuid()), some(roles).orElseThrow(), chance(0.2));
    }

    BringMaterial material() {
        return new BringMaterial(uuid(), chance(0.5) ? "work" : "context", secret(), 1 + below(9));
    }
}
