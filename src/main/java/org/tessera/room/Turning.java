package org.tessera.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Member;
import org.tessera.room.Entity.Turns;
import org.tessera.room.Entity.Voice;
import org.tessera.room.RoomEvent.FloorLeft;
import org.tessera.room.RoomEvent.TurnCame;

/** How turns and the time people hold the floor change by what happens. */
final class Turning {

    private Turning() {}

    /** The turn of the party at this place begins; whoever had the floor has left it. */
    static List<Entity> came(Room room, TurnCame e, Instant at) {
        List<Entity> changed = left(room, at);
        Turns turns = room.turns().orElseThrow();
        List<MemberId> speaking = e.at() < turns.order().size() ? turns.order().get(e.at()) : List.of();
        changed.add(turns.holding(e.at(), speaking, at, e.until()));
        return changed;
    }

    /** Whoever had the floor has left it; until the turn is over it is quiet. */
    static List<Entity> left(Room room, FloorLeft e, Instant at) {
        List<Entity> changed = left(room, at);
        Turns turns = room.turns().orElseThrow();
        Set<MemberId> passed = new HashSet<>(turns.passed());
        if (e.passed()) {
            passed.addAll(turns.speaking());
        }
        changed.add(turns.quiet(passed));
        return changed;
    }

    /** Somebody is given the floor in open talk; a raised hand goes down with it. */
    static List<Entity> given(Room room, String phase, MemberId person, Instant at) {
        List<Entity> changed = left(room, at);
        Turns turns = room.turns().orElseGet(() -> Turns.of(phase, List.of()));
        changed.add(turns.holding(turns.at(), List.of(person), at, Optional.empty()));
        room.member(person).map(m -> Members.hand(m, Optional.empty())).ifPresent(changed::add);
        return changed;
    }

    /** The clock stands still, and with it the time on the floor. */
    static List<Entity> paused(Room room, Instant at) {
        List<Entity> changed = left(room, at);
        room.turns().map(turns -> turns.since(Optional.empty())).ifPresent(changed::add);
        return changed;
    }

    /** The clock goes on; a turn of its own length ends so much later. */
    static List<Entity> resumed(Room room, Instant at) {
        Optional<Instant> pausedAt = room.current().flatMap(Entity.PhaseRun::pausedAt);
        if (pausedAt.isEmpty() || room.turns().isEmpty()) {
            return List.of();
        }
        Duration pause = Duration.between(pausedAt.get(), at);
        Turns turns = room.turns().get();
        Optional<Instant> since = turns.speaking().isEmpty() ? Optional.empty() : Optional.of(at);
        return List.of(turns.since(since).until(turns.until().map(until -> until.plus(pause))));
    }

    /** The phase is over, and whoever had the floor has left it. */
    static List<Entity> ended(Room room, Instant at) {
        List<Entity> changed = left(room, at);
        room.turns().map(Turns::over).ifPresent(changed::add);
        return changed;
    }

    /**
     * Figures of voice are the team's when everybody who took part agrees, and each person's own again when one does not.
     */
    static List<Entity> shared(Room room, MemberId person, boolean agreed) {
        Set<MemberId> agreeing =
                new HashSet<>(room.voices().filter(Voice::agreed).map(Voice::by).toList());
        if (agreed) {
            agreeing.add(person);
        } else {
            agreeing.remove(person);
        }
        boolean all = room.members().stream()
                .filter(member -> member.role() != Role.COACH)
                .map(Member::id)
                .filter(member -> tookPart(room, member))
                .allMatch(agreeing::contains);
        Stream<Voice> others = room.voices().filter(voice -> !voice.by().equals(person));
        Stream<Voice> own = Stream.of(room.voice(person).agreeing(agreed));
        return Stream.concat(others, own)
                .<Entity>map(voice -> voice.sharedWithAll(all))
                .toList();
    }

    /** Where nobody knows who was there, everybody is asked. */
    private static boolean tookPart(Room room, MemberId member) {
        List<MemberId> known = room.attendance().people();
        return known.isEmpty() || known.contains(member) || room.voice(member).turns() > 0;
    }

    /** The time on the floor of those who have it, counted up to now. */
    private static List<Entity> left(Room room, Instant at) {
        List<Entity> changed = new ArrayList<>();
        room.turns().ifPresent(turns -> turns.since().ifPresent(since -> {
            Duration held = Duration.between(since, at);
            turns.speaking().forEach(person -> changed.add(room.voice(person).plus(held)));
        }));
        return changed;
    }
}
