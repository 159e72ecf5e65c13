package org.tessera.room;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tessera.protocol.Action;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Round;
import org.tessera.protocol.Visibility;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Pair;
import org.tessera.room.Entity.Turns;
import org.tessera.room.RoomCommand.GiveFloor;
import org.tessera.room.RoomCommand.OrderTurns;
import org.tessera.room.RoomCommand.TurnUp;
import org.tessera.room.RoomEvent.CircleSet;
import org.tessera.room.RoomEvent.FloorGiven;
import org.tessera.room.RoomEvent.FloorLeft;
import org.tessera.room.RoomEvent.TurnCame;
import org.tessera.room.RoomEvent.TurnsOpened;

/**
 * Whose turn it is. In a round one party after the other has the floor: a person, or a small group that reports. A turn
 * of a set length is the same for everybody, and what is left of it is silence; a turn without one lasts until it is
 * handed on. Where nothing is to be said twice the round goes on until everybody has passed. In open talk the
 * facilitator gives the floor to raised hands in turn.
 */
final class Rounds {

    private static final Set<Role> SCRIBES = Set.of(Role.RECORDER, Role.SECOND_RECORDER, Role.FACILITATOR);

    /** Where people talk as they like, and a queue of hands helps. */
    private static final Set<Mode> TALK =
            Set.of(Mode.OPEN, Mode.OPEN_GROUP, Mode.QA_CLARIFYING, Mode.QA_PROBING, Mode.VOTE);

    private Rounds() {}

    /** What happens when a phase starts that goes round; nothing where it does not, or nothing is kept of it. */
    static List<RoomEvent> opening(Room room, Phase phase, Instant now, Presence there) {
        if (phase.mode() != Mode.ROUND || phase.visibility() == Visibility.UNRECORDED) {
            return List.of();
        }
        List<List<MemberId>> order = order(room, phase, there);
        List<RoomEvent> events = new ArrayList<>();
        events.add(new TurnsOpened(phase.id(), order));
        if (!order.isEmpty()) {
            events.add(new TurnCame(phase.id(), 0, end(phase, now)));
        }
        return events;
    }

    /** How long the turns of a phase take together; nothing where turns have no length. */
    static Duration length(Room room, Phase phase, Presence there) {
        return phase.mode() != Mode.ROUND
                ? Duration.ZERO
                : phase.round()
                        .flatMap(Round::turn)
                        .map(turn -> Minutes.roundedUp(
                                turn.multipliedBy(order(room, phase, there).size())))
                        .orElse(Duration.ZERO);
    }

    /** Everybody who has turns now: the circle as far as it is there, and at its end who has come since it was set. */
    static List<MemberId> around(Room room, Presence there) {
        List<MemberId> people = new ArrayList<>(room.circle());
        there.takingPart(room).ifPresent(here -> {
            people.retainAll(here);
            here.stream().filter(person -> !people.contains(person)).forEach(people::add);
        });
        return List.copyOf(people);
    }

    /**
     * The parties of a round in their order: everybody who is there with a voice in it, beginning after whoever holds the
     * phase, or one further on with each repetition where the protocol rotates. Who came after the circle was set is last.
     */
    static List<List<MemberId>> order(Room room, Phase phase, Presence there) {
        List<List<MemberId>> parties = parties(room, phase, there);
        if (parties.isEmpty()) {
            return there.equals(Presence.UNKNOWN) ? List.of() : order(room, phase, Presence.UNKNOWN);
        }
        List<MemberId> circle = room.circle();
        List<List<MemberId>> order = new ArrayList<>(parties);
        List<List<MemberId>> late = phase.grouping() == Grouping.ALL
                ? parties.stream()
                        .filter(party -> !circle.contains(party.getFirst()))
                        .toList()
                : List.of();
        order.removeAll(late);
        Collections.rotate(order, -first(room, phase, order));
        order.addAll(late);
        return List.copyOf(order);
    }

    private static List<List<MemberId>> parties(Room room, Phase phase, Presence there) {
        if (phase.grouping() != Grouping.ALL) {
            return room.pairs().stream()
                    .map(Pair::people)
                    .filter(party -> !there.isGone(room, party))
                    .toList();
        }
        Optional<MemberId> holder = room.holderOf(phase);
        return around(room, there).stream()
                .filter(person -> room.member(person)
                        .filter(member -> phase.speak().contains(Room.acting(member, holder)))
                        .isPresent())
                .map(List::of)
                .toList();
    }

    private static int first(Room room, Phase phase, List<List<MemberId>> parties) {
        Optional<MemberId> holder = room.holderOf(phase);
        if (holder.isPresent()) {
            List<MemberId> circle = room.circle();
            int place = circle.indexOf(holder.get());
            for (int step = 1; step < circle.size(); step++) {
                int next = parties.indexOf(List.of(circle.get((place + step) % circle.size())));
                if (next >= 0) {
                    return next;
                }
            }
            return 0;
        }
        boolean rotates =
                !parties.isEmpty() && phase.round().filter(Round::rotate).isPresent();
        return rotates ? Math.max(0, phase.turn() - 1) % parties.size() : 0;
    }

    /** Why {@code me} may not post now although the protocol lets the role: it is somebody else's turn. */
    static Optional<Refusal> notNow(Room room, Member me, Optional<MemberId> instead) {
        Optional<Turns> round = room.turns().filter(turns -> !turns.order().isEmpty());
        boolean goesRound = round.isPresent()
                && room.current()
                        .map(room::phaseOf)
                        .filter(p -> p.mode() == Mode.ROUND)
                        .isPresent();
        if (instead.isPresent()) {
            boolean scribe = goesRound
                    && SCRIBES.contains(me.role())
                    && round.orElseThrow().speaking().contains(instead.get());
            return scribe ? Optional.empty() : Optional.of(Refusal.NOT_THEIR_TURN);
        }
        if (!goesRound || room.isGranted(me.id(), Action.POST)) {
            return Optional.empty();
        }
        return round.orElseThrow().speaking().contains(me.id()) ? Optional.empty() : Optional.of(Refusal.NOT_YOUR_TURN);
    }

    /** The turn goes on after something was said in a round where each says one thing at a time. */
    static List<RoomEvent> afterSaying(Room room, Instant now) {
        return room.turns()
                .filter(turns -> !turns.speaking().isEmpty() && isUntilAllPass(room))
                .map(turns -> handedOn(room, turns, false, false, now))
                .orElse(List.of());
    }

    /** The note that says already what {@code text} says, where the round joins what repeats. */
    static Optional<NoteId> saidAlready(Room room, Phase phase, String text) {
        if (phase.round().filter(Round::noRepeats).isEmpty()) {
            return Optional.empty();
        }
        String said = plain(text);
        return room.notes().stream()
                .filter(note -> note.onBoard()
                        && note.phase().equals(phase.id())
                        && note.ties().mergedInto().isEmpty()
                        && plain(note.text()).equals(said))
                .map(Note::id)
                .findFirst();
    }

    /** Words without case, accents, marks and doubled spaces, so that the same thing written twice is seen to be. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /**
     * The one whose turn it is has finished, or passes; the facilitator may say so for somebody. Of a turn of somebody who
     * has gone there is no rest to be silent in.
     */
    static Decision handOn(Room room, Member me, boolean passing, Instant now, Presence there) {
        Optional<Turns> turns = room.turns().filter(t -> !t.speaking().isEmpty());
        if (turns.isEmpty() || isPaused(room)) {
            return new Refused(Refusal.NOT_YOUR_TURN);
        }
        boolean mine = turns.get().speaking().contains(me.id());
        boolean gone = there.isGone(room, turns.get().speaking());
        return mine || room.conducts(me)
                ? new Accepted(handedOn(room, turns.get(), passing, gone, now), List.of())
                : new Refused(Refusal.NOT_YOUR_TURN);
    }

    private static List<RoomEvent> handedOn(Room room, Turns turns, boolean passing, boolean gone, Instant now) {
        Phase phase = room.phaseOf(room.current().orElseThrow());
        FloorLeft left = new FloorLeft(phase.id(), passing);
        // What is left of a turn of a set length is silence, and so is everything after open talk.
        if (turns.order().isEmpty() || (turns.until().isPresent() && !gone)) {
            return List.of(left);
        }
        Set<MemberId> passed = new java.util.HashSet<>(turns.passed());
        if (passing) {
            passed.addAll(turns.speaking());
        }
        int next = next(room, turns, passed);
        return List.of(left, new TurnCame(phase.id(), next, end(turns, next, phase, now)));
    }

    /** The time of a turn is up. */
    static Decision timeUp(Room room, TurnUp c, Instant now) {
        Optional<Turns> turns = room.turns()
                .filter(t -> t.phase().equals(c.phase())
                        && t.at() == c.at()
                        && t.until().filter(c.until()::equals).isPresent());
        if (turns.isEmpty() || isPaused(room) || now.isBefore(c.until())) {
            return new Refused(Refusal.ALREADY_DONE);
        }
        Phase phase = room.phaseOf(room.current().orElseThrow());
        int next = next(room, turns.get(), turns.get().passed());
        return new Accepted(List.of(new TurnCame(phase.id(), next, end(turns.get(), next, phase, now))), List.of());
    }

    /** The place of the next turn; the number of parties when the round is over. */
    private static int next(Room room, Turns turns, Set<MemberId> passed) {
        int size = turns.order().size();
        if (!isUntilAllPass(room)) {
            return Math.min(size, turns.at() + 1);
        }
        for (int step = 1; step <= size; step++) {
            int place = (turns.at() + step) % size;
            if (!passed.containsAll(turns.order().get(place))) {
                return place;
            }
        }
        return size;
    }

    private static boolean isUntilAllPass(Room room) {
        return room.current()
                .map(room::phaseOf)
                .flatMap(Phase::round)
                .filter(round -> round.noRepeats() && round.turn().isEmpty())
                .isPresent();
    }

    private static boolean isPaused(Room room) {
        return room.current().flatMap(Entity.PhaseRun::pausedAt).isPresent();
    }

    private static Optional<Instant> end(Turns turns, int next, Phase phase, Instant now) {
        return next < turns.order().size() ? end(phase, now) : Optional.empty();
    }

    private static Optional<Instant> end(Phase phase, Instant now) {
        return phase.round().flatMap(Round::turn).map(now::plus);
    }

    /** Open talk: the floor goes to the person named, or to the hand that has been up longest. */
    static Decision giveFloor(Room room, GiveFloor c) {
        Optional<Phase> phase = room.current().map(room::phaseOf).filter(p -> TALK.contains(p.mode()));
        if (phase.isEmpty() || phase.get().visibility() == Visibility.UNRECORDED) {
            return new Refused(Refusal.NO_QUEUE);
        }
        Optional<Member> person = c.person() == null
                ? room.members().stream()
                        .filter(member -> member.hand().isPresent())
                        .min(java.util.Comparator.comparing(
                                member -> member.hand().orElseThrow()))
                : room.member(new MemberId(Objects.requireNonNull(c.person())));
        if (person.isEmpty()) {
            return new Refused(c.person() == null ? Refusal.NO_HANDS : Refusal.PERSON_UNKNOWN);
        }
        if (!phase.get().speak().contains(room.actingAs(person.get()))) {
            return new Refused(Refusal.MAY_NOT_SPEAK);
        }
        return new Accepted(
                List.of(new FloorGiven(phase.get().id(), person.get().id())), List.of());
    }

    /** The order of turns is fixed by hand: everybody who has turns, once; who has held a phase keeps the place. */
    static Decision orderTurns(Room room, OrderTurns c) {
        List<MemberId> people = c.people().stream().map(MemberId::new).toList();
        int held = held(room);
        boolean same = people.size() == room.circle().size()
                && new java.util.HashSet<>(people).equals(new java.util.HashSet<>(room.circle()));
        if (!same) {
            return new Refused(Refusal.ORDER_INVALID);
        }
        if (!people.subList(0, held).equals(room.circle().subList(0, held))) {
            return new Refused(Refusal.TURN_HELD);
        }
        return people.equals(room.circle())
                ? new Accepted(List.of(), List.of())
                : new Accepted(List.of(new CircleSet(people)), List.of());
    }

    /** How many people, from the first of the circle on, have held a phase or hold one. */
    private static int held(Room room) {
        return room.pack().phases().stream()
                .filter(phase -> room.run(phase.id())
                        .filter(run -> run.runs() > 0 && run.holder().isPresent())
                        .isPresent())
                .mapToInt(Phase::turn)
                .max()
                .orElse(0);
    }
}
