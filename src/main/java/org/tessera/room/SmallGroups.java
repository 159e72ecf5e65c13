package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.tessera.protocol.Expiry;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Layout;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Role;
import org.tessera.protocol.Visibility;
import org.tessera.room.Decision.Accepted;
import org.tessera.room.Decision.Refused;
import org.tessera.room.Entity.Extension;
import org.tessera.room.Entity.Group;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.Pair;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Ties;
import org.tessera.room.RoomCommand.AddToGroup;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.FormGroups;
import org.tessera.room.RoomEvent.GroupExtended;
import org.tessera.room.RoomEvent.GroupJoined;
import org.tessera.room.RoomEvent.PairsFormed;
import org.tessera.room.RoomEvent.ReadySet;

/**
 * Pairs, triads, quads and whoever gathers otherwise. In a phase worked in small groups each group has a board of its
 * own, which nobody else sees, not even who facilitates; when the phase ends the boards become one, and every note still
 * says which group wrote it.
 */
final class SmallGroups {

    private SmallGroups() {}

    // Forming them

    static Decision form(Room room, FormGroups c) {
        if (room.current().map(room::phaseOf).filter(Phase::isInGroups).isPresent()) {
            return new Refused(Refusal.GROUPS_INVALID);
        }
        Grouping grouping = nextGrouping(room);
        List<List<MemberId>> groups = c.random()
                ? atRandom(room, grouping)
                : c.groups().stream()
                        .map(group -> group.stream().map(MemberId::new).toList())
                        .toList();
        Set<MemberId> seen = new HashSet<>();
        boolean known = groups.stream()
                .flatMap(List::stream)
                .allMatch(person -> room.member(person).isPresent() && seen.add(person));
        if (!known || !fits(groups, grouping)) {
            return new Refused(Refusal.GROUPS_INVALID);
        }
        Map<UUID, List<MemberId>> formed = new LinkedHashMap<>();
        int number = room.pairs().size();
        for (List<MemberId> people : groups) {
            formed.put(Rulebook.derived(room, "pair", number++ + ":" + people), people);
        }
        return accepted(new PairsFormed(Collections.unmodifiableMap(formed)));
    }

    /** Somebody who came late, or was left out, joins a group; a size the protocol does not know is no group. */
    static Decision add(Room room, AddToGroup c) {
        MemberId person = new MemberId(c.person());
        Optional<Member> member = room.member(person);
        if (member.isEmpty()) {
            return new Refused(Refusal.PERSON_UNKNOWN);
        }
        if (member.get().role() == Role.COACH) {
            return new Refused(Refusal.ROLE_MAY_NOT);
        }
        Optional<Pair> group = room.pairs().stream()
                .filter(pair -> pair.id().equals(c.group()))
                .findFirst();
        if (group.filter(pair -> pair.people().contains(person)).isPresent()) {
            return new Accepted(List.of(), List.of());
        }
        Grouping grouping = room.current()
                .map(room::phaseOf)
                .filter(Phase::isInGroups)
                .map(Phase::grouping)
                .orElseGet(() -> nextGrouping(room));
        List<List<MemberId>> after = room.pairs().stream()
                .map(pair -> group.filter(pair::equals).isPresent() ? with(pair.people(), person) : pair.people())
                .toList();
        return group.isEmpty() || of(room, person).isPresent() || !fits(after, grouping)
                ? new Refused(Refusal.GROUPS_INVALID)
                : accepted(new GroupJoined(c.group(), person));
    }

    /** The group with one more, to whom all that lies on its board, and its draft, is shown. */
    static Room joined(Room room, GroupJoined e) {
        Optional<Pair> found =
                room.pairs().stream().filter(pair -> pair.id().equals(e.pair())).findFirst();
        if (found.isEmpty()) {
            return room;
        }
        Pair before = found.get();
        List<MemberId> people = with(before.people(), e.member());
        List<Entity> changed = new ArrayList<>();
        changed.add(new Pair(before.id(), people));
        room.notes().stream()
                .filter(note -> note.state() == Note.State.AMONG
                        && note.ties().pair().filter(before.id()::equals).isPresent())
                .map(note -> note.tied(note.ties().shownTo(people)))
                .forEach(changed::add);
        room.groups().stream()
                .filter(group -> !group.among().isEmpty() && before.people().containsAll(group.among()))
                .map(group -> group.shownTo(people))
                .forEach(changed::add);
        room.statements().stream()
                .filter(statement -> !statement.shared() && statement.people().equals(before.people()))
                .map(statement -> Statements.of(statement, people))
                .forEach(changed::add);
        return room.exchanging(List.of(), changed);
    }

    private static List<MemberId> with(List<MemberId> people, MemberId more) {
        return Stream.concat(people.stream(), Stream.of(more)).toList();
    }

    /** In what company the next phase in groups is worked in; pairs, where there is none. */
    private static Grouping nextGrouping(Room room) {
        List<Phase> phases = room.pack().phases();
        return phases.subList(Rulebook.positionOf(room) + 1, phases.size()).stream()
                .filter(Phase::isInGroups)
                .map(Phase::grouping)
                .findFirst()
                .orElse(Grouping.PAIR);
    }

    /** Groups of nearly one size, mixed by lot, and nobody alone; by what people chose where they gather so. */
    private static List<List<MemberId>> atRandom(Room room, Grouping grouping) {
        if (grouping == Grouping.DIRECTION) {
            return byChoice(room);
        }
        List<MemberId> people = room.members().stream()
                .filter(member -> member.role() != Role.COACH)
                .map(Member::id)
                .sorted(Comparator.comparing(person -> room.lots().draw("group:" + room.seq() + ":" + person)))
                .toList();
        int count = grouping.groupsOf(people.size());
        List<List<MemberId>> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            groups.add(people.subList(i * people.size() / count, (i + 1) * people.size() / count));
        }
        return groups;
    }

    /** Everybody with those who chose the same; who has chosen nothing is left to be placed by hand. */
    private static List<List<MemberId>> byChoice(Room room) {
        Map<String, List<MemberId>> groups = new TreeMap<>();
        room.members().forEach(member -> room.choiceOf(member.id())
                .ifPresent(choice -> groups.computeIfAbsent(choice, none -> new ArrayList<>())
                        .add(member.id())));
        return List.copyOf(groups.values());
    }

    private static boolean fits(List<List<MemberId>> groups, Grouping grouping) {
        int people = groups.stream().mapToInt(List::size).sum();
        return !groups.isEmpty() && groups.stream().allMatch(group -> grouping.fits(group.size(), people));
    }

    /** Whether there are groups in which {@code phase} can be worked in. */
    static boolean areReadyFor(Room room, Phase phase) {
        return !phase.isInGroups()
                || fits(room.pairs().stream().map(Pair::people).toList(), phase.grouping());
    }

    /** The room with new groups; of those before, the ones stay that something was written by. */
    static Room formed(Room room, PairsFormed e) {
        List<Entity> fresh = new ArrayList<>();
        List<Entity.Ref> gone = new ArrayList<>();
        for (Entity each : room.shelf(Shelf.PAIRS).values()) {
            Pair before = (Pair) each;
            gone.add(before.ref());
            if (room.notes().stream().anyMatch(note -> isOf(note, before))) {
                fresh.add(new Pair(before.id(), before.people(), true));
            }
        }
        e.pairs().forEach((pair, people) -> fresh.add(new Pair(pair, people)));
        return room.exchanging(gone, fresh);
    }

    private static boolean isOf(Note note, Pair pair) {
        return note.ties().pair().filter(pair.id()::equals).isPresent()
                || note.ties().station().filter(pair.id()::equals).isPresent();
    }

    // Their boards

    /** Whether each group has a board of its own in {@code phase}. */
    static boolean haveBoards(Phase phase) {
        return phase.isInGroups() && phase.instrument() == Instrument.BOARD && phase.visibility() == Visibility.OPEN;
    }

    static boolean haveBoards(Room room) {
        return room.current().map(room::phaseOf).filter(SmallGroups::haveBoards).isPresent();
    }

    static boolean areTogether(Room room, MemberId one, MemberId other) {
        return of(room, one).filter(pair -> pair.people().contains(other)).isPresent();
    }

    static Optional<Pair> of(Room room, MemberId member) {
        return room.pairs().stream()
                .filter(pair -> pair.people().contains(member))
                .findFirst();
    }

    /** What a note {@code member} writes on the board of the own group belongs to; empty for who is in none. */
    static Optional<Ties> tiesOf(Room room, Phase phase, MemberId member, Optional<NoteId> replyTo) {
        return of(room, member)
                .map(pair -> new Ties(
                        Optional.of(pair.id()), pair.people(), station(room, phase, pair), replyTo, Optional.empty()));
    }

    /** On a board in quadrants groups visit each other's plans in turn, and never their own unless there is no other. */
    static Optional<UUID> station(Room room, Phase phase, Pair visitors) {
        if (phase.tools().layout() != Layout.QUADRANTS) {
            return Optional.empty();
        }
        List<Pair> groups = room.pairs().stream()
                .sorted(Comparator.comparing(pair -> pair.id().toString()))
                .toList();
        int others = groups.size() - 1;
        int further = others == 0 ? 0 : 1 + Math.max(0, phase.turn() - 1) % others;
        return Optional.of(
                groups.get((groups.indexOf(visitors) + further) % groups.size()).id());
    }

    static int nextPlace(Room room, UUID pair) {
        return room.notes().stream()
                        .filter(note -> note.state() == Note.State.AMONG
                                && note.ties().pair().filter(pair::equals).isPresent())
                        .mapToInt(Note::ordinal)
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** Whether {@code member} may use {@code group} now: on the board of a small group only one that lies there. */
    static boolean mayUse(Room room, MemberId member, Group group) {
        return haveBoards(room) ? group.among().contains(member) : group.among().isEmpty();
    }

    /** The boards of all groups as one, group by group; called when {@code phase} has ended. */
    static List<Entity> merged(Room room, String phase) {
        List<UUID> order = room.pairs().stream().map(Pair::id).toList();
        List<Note> notes = room.notes().stream()
                .filter(note -> note.state() == Note.State.AMONG && note.phase().equals(phase))
                .sorted(Comparator.comparingInt(
                        note -> order.indexOf(note.ties().pair().orElseThrow())))
                .toList();
        List<Entity> open = new ArrayList<>();
        int place = (int) room.notes().stream().filter(Note::onBoard).count();
        for (Note note : notes) {
            open.add(note.in(Note.State.POSTED, place)
                    .at(Places.x(place), Places.y(place), note.group())
                    .tied(note.ties().shownToAll()));
            place++;
        }
        int cluster = (int)
                room.groups().stream().filter(group -> group.among().isEmpty()).count();
        for (Group group : room.groups()) {
            if (!group.among().isEmpty()) {
                open.add(group.shownToAll(cluster++));
            }
        }
        return open;
    }

    // Their time

    /** A group says together that it is done, and together that it is not. */
    static Decision ready(Room room, Member me, boolean ready) {
        boolean grouped =
                room.current().map(room::phaseOf).filter(Phase::isInGroups).isPresent();
        List<RoomEvent> events = new ArrayList<>();
        Optional<Pair> mine = grouped ? of(room, me.id()) : Optional.empty();
        for (MemberId person : mine.map(Pair::people).orElse(List.of(me.id()))) {
            room.member(person)
                    .filter(member -> member.ready() != ready)
                    .ifPresent(member -> events.add(new ReadySet(person, ready)));
        }
        return new Accepted(List.copyOf(events), List.of());
    }

    /** More minutes for one group, where nothing closes by the clock: what is closed is closed for all. */
    static Decision extend(Room room, ExtendPhase c, PhaseRun run, UUID group, Instant now) {
        Phase phase = room.phaseOf(run);
        boolean there = room.pairs().stream().anyMatch(pair -> pair.id().equals(group));
        if (!phase.isInGroups() || !there || phase.expiry() != Expiry.SIGNAL) {
            return new Refused(Refusal.GROUPS_INVALID);
        }
        Instant planned = room.extension(run.id(), group)
                .map(Extension::endsAt)
                .filter(given -> given.isAfter(run.endsAt().orElseThrow()))
                .orElseGet(() -> run.endsAt().orElseThrow());
        Instant stands = run.pausedAt().orElse(now);
        Instant from = planned.isAfter(stands) ? planned : stands;
        return accepted(new GroupExtended(run.id(), group, c.minutes(), from.plus(Duration.ofMinutes(c.minutes()))));
    }

    private static Decision accepted(RoomEvent event) {
        return new Accepted(List.of(event), List.of());
    }
}
