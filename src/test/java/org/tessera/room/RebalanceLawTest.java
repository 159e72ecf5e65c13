package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Part.presenter;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.protocol.Budget;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protection;
import org.tessera.protocol.Repeat;
import org.tessera.protocol.Role;
import org.tessera.protocol.ShippedPacks;
import org.tessera.protocol.TimedPacks;
import org.tessera.protocol.Timing;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.FitAgenda;
import org.tessera.room.RoomCommand.PausePhase;
import org.tessera.room.RoomCommand.Rebalance;
import org.tessera.room.RoomCommand.ResumePhase;
import org.tessera.room.RoomCommand.StartPhase;

/** Whatever pack, whoever is there and however badly the time was kept: every way on that is offered is lawful. */
class RebalanceLawTest {

    private static final int MEETINGS = 12;

    static Stream<Pack> packs() {
        return Stream.concat(
                ShippedPacks.all().stream(),
                Stream.of(TimedPacks.turns(), TimedPacks.withExtras(), TimedPacks.microlab()));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_way_on_is_lawful_and_none_is_missing(Pack pack) {
        int judged = 0;
        for (int seed = 0; seed < MEETINGS; seed++) {
            judged += held(pack, new Random(seed));
        }
        assertThat(judged).isGreaterThan(MEETINGS);
    }

    /** A meeting whose phases take anything from half to twice their time; gives how many ways on were judged. */
    private static int held(Pack pack, Random random) {
        int size = Math.min(pack.groupSize().max(), pack.groupSize().min() + random.nextInt(3));
        Rehearsal meeting = gathered(pack, size);
        Duration unhurried = Budget.unhurried(pack, size).taken();
        int minutes = (int) (unhurried.toMinutes() * (0.8 + random.nextDouble() * 0.5));
        if (meeting.when(new FitAgenda(minutes, size), Ids.person("0")).decision() instanceof Decision.Accepted) {
            meeting = meeting.does("0", new FitAgenda(minutes, size));
        }
        int judged = 0;
        Optional<Phase> next = next(meeting, random);
        while (next.isPresent()) {
            meeting = started(meeting, next.get());
            long planned = meeting.phase().planned().toSeconds();
            meeting = meeting.after(Duration.ofSeconds((long) (planned * (0.5 + random.nextDouble() * 1.5))));
            boolean clocked = meeting.phase().endsAt().isPresent();
            if (random.nextInt(6) == 0 && clocked) {
                meeting = meeting.does("0", new ExtendPhase(meeting.phase().id(), 1 + random.nextInt(4)));
            }
            if (random.nextInt(6) == 0 && clocked) {
                meeting =
                        meeting.does("0", new PausePhase(meeting.phase().id())).afterMinutes(2);
            }
            judged += judge(meeting);
            List<WayOn> ways = Rebalances.of(meeting.room(), meeting.now());
            if (!ways.isEmpty() && random.nextBoolean()) {
                WayOn way = ways.get(random.nextInt(ways.size()));
                meeting = meeting.does("0", new Rebalance(way.kind().word()));
                judge(meeting);
            }
            if (meeting.phase().pausedAt().isPresent()) {
                meeting = meeting.does("0", new ResumePhase(meeting.phase().id()));
            }
            next = next(meeting, random);
        }
        return judged;
    }

    private static Rehearsal gathered(Pack pack, int size) {
        List<Part> people = new ArrayList<>(List.of(facilitator("0")));
        for (int i = 1; i < size; i++) {
            boolean presents = i == 1 && pack.roles().contains(Role.PRESENTER);
            people.add(presents ? presenter("1") : participant(String.valueOf(i)));
        }
        return aRoom().of(pack).with(people.toArray(Part[]::new)).waiting();
    }

    /** The next phase of the meeting that is not left out; an optional one is sometimes skipped. */
    private static Optional<Phase> next(Rehearsal meeting, Random random) {
        return meeting.room().pack().phases().stream()
                .skip(Rulebook.positionOf(meeting.room()) + 1L)
                .filter(phase -> phase.timing() != Timing.AFTER)
                .filter(phase ->
                        !Agendas.isLeftOut(meeting.room(), phase) && (!phase.optional() || random.nextInt(4) > 0))
                .findFirst();
    }

    private static Rehearsal started(Rehearsal meeting, Phase phase) {
        Rehearsal ready = meeting;
        while (ready.when(new StartPhase(phase.id()), Ids.person("0")).decision() instanceof Decision.Refused no) {
            ready = switch (no.reason()) {
                case PROTECTED -> ready.afterMinutes(1);
                default ->
                    phase.grouping() == Grouping.TRIAD || phase.grouping() == Grouping.QUAD
                            ? ready.inGroups()
                            : ready.paired();
            };
        }
        return ready.does("0", new StartPhase(phase.id()));
    }

    private static int judge(Rehearsal meeting) {
        Room room = meeting.room();
        List<WayOn> ways = Rebalances.of(room, meeting.now());
        Optional<Instant> end = Agendas.end(room);
        boolean late = end.filter(e -> ends(meeting).isAfter(e.plusSeconds(59))).isPresent()
                && room.phaseOf(meeting.phase()).timing() == Timing.MEETING;
        assertThat(!ways.isEmpty()).isEqualTo(late);
        assertThat(ways).hasSizeLessThanOrEqualTo(3);
        assertThat(ways).extracting(WayOn::kind).doesNotHaveDuplicates();
        for (WayOn way : ways) {
            lawful(meeting, way);
        }
        if (late) {
            boolean possible = !leastEnd(meeting).isAfter(end.orElseThrow());
            assertThat(ways.stream().anyMatch(WayOn::isOnTime))
                    .as("%s in %s", ways, room.pack().ref())
                    .isEqualTo(possible);
        }
        return ways.size();
    }

    private static void lawful(Rehearsal meeting, WayOn way) {
        Rehearsal then = meeting.does("0", new Rebalance(way.kind().word()));
        Room room = then.room();
        Duration over = Duration.between(Agendas.end(room).orElseThrow(), ends(then));
        assertThat(over).isLessThan(Duration.ofMinutes(1));
        assertThat(Agendas.meeting(room))
                .isEqualTo(Agendas.meeting(meeting.room()).plus(way.late()));
        for (Phase phase : room.pack().phases()) {
            PhaseRun was = meeting.phase(phase.id());
            PhaseRun is = then.phase(phase.id());
            if (was.state() != PhaseRun.State.AHEAD || phase.timing() != Timing.MEETING) {
                assertThat(is).isEqualTo(was);
            } else if (way.leftOut().contains(phase.id())) {
                assertThat(is.planned()).isZero();
                assertThat(mayBeLeftOut(room, phase)).as(phase.id()).isTrue();
            } else if (!is.equals(was)) {
                Duration least = shortest(was, phase);
                assertThat(is.planned())
                        .isBetween(least, longer(was.planned(), phase.minutes().max()));
            }
        }
        alike(meeting, then);
        for (Protection protection : room.pack().protections()) {
            assertThat(together(then, protection))
                    .isGreaterThanOrEqualTo(Minutes.roundedUp(
                            Duration.ofMinutes(protection.minMinutes()).minusSeconds(30)));
        }
    }

    /** Repetitions that had the same length still have it. */
    private static void alike(Rehearsal before, Rehearsal after) {
        List<Phase> ahead = after.room().pack().phases().stream()
                .filter(phase -> phase.turn() > 0
                        && before.phase(phase.id()).state() == PhaseRun.State.AHEAD
                        && !after.phase(phase.id()).planned().isZero())
                .toList();
        for (Phase one : ahead) {
            for (Phase other : ahead) {
                boolean were = one.base().equals(other.base())
                        && before.phase(one.id())
                                .planned()
                                .equals(before.phase(other.id()).planned());
                if (were) {
                    assertThat(after.phase(one.id()).planned())
                            .isEqualTo(after.phase(other.id()).planned());
                }
            }
        }
    }

    private static boolean mayBeLeftOut(Room room, Phase phase) {
        boolean optional = room.written().phase(phase.base()).orElseThrow().optional();
        boolean further = room.written().repeats().stream()
                .anyMatch(repeat -> repeat.per() == Repeat.Per.ROUND
                        && repeat.phases().contains(phase.base())
                        && phase.turn() > repeat.min());
        return optional || further;
    }

    private static Duration shortest(PhaseRun run, Phase phase) {
        boolean turns = phase.round().flatMap(round -> round.turn()).isPresent();
        Duration least = phase.minutes().min();
        return turns || least.compareTo(run.planned()) > 0 ? run.planned() : least;
    }

    /** What the phases of a protection have had and will have. */
    private static Duration together(Rehearsal meeting, Protection protection) {
        return protection.phases().stream()
                .map(meeting::phase)
                .map(run -> switch (run.state()) {
                    case AHEAD -> run.planned();
                    case RUNNING -> run.elapsed(meeting.now()).plus(Duration.between(meeting.now(), free(meeting)));
                    case DONE, SKIPPED -> run.elapsed(meeting.now());
                })
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant free(Rehearsal meeting) {
        Instant end = meeting.endsAt();
        Instant moved = meeting.phase()
                .pausedAt()
                .map(at -> end.plus(Duration.between(at, meeting.now())))
                .orElse(end);
        return moved.isAfter(meeting.now()) ? moved : meeting.now();
    }

    /** When the meeting ends if everything ahead takes its planned time. */
    private static Instant ends(Rehearsal meeting) {
        return free(meeting).plus(ahead(meeting, _ -> true).values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    /** When it ends at the earliest: only what must be, as short as may be, protected phases together as long as they must. */
    private static Instant leastEnd(Rehearsal meeting) {
        Map<String, Duration> must = ahead(meeting, phase -> !mayBeLeftOut(meeting.room(), phase));
        must.replaceAll((id, _) ->
                shortest(meeting.phase(id), meeting.room().pack().phase(id).orElseThrow()));
        Duration least = must.values().stream().reduce(Duration.ZERO, Duration::plus);
        for (Protection protection : meeting.room().pack().protections()) {
            Duration had = Duration.ZERO;
            Duration most = Duration.ZERO;
            Duration floor = Duration.ZERO;
            for (String id : protection.phases()) {
                if (must.containsKey(id)) {
                    floor = floor.plus(must.get(id));
                    most = most.plus(longer(
                            meeting.room()
                                    .pack()
                                    .phase(id)
                                    .orElseThrow()
                                    .minutes()
                                    .max(),
                            meeting.phase(id).planned()));
                } else {
                    had = had.plus(together(meeting, new Protection(List.of(id), 1)));
                }
            }
            Duration due = Duration.ofMinutes(protection.minMinutes()).minus(had);
            Duration needed = Minutes.roundedUp(due.compareTo(most) > 0 ? most : due);
            least = floor.compareTo(needed) < 0 ? least.plus(needed).minus(floor) : least;
        }
        return free(meeting).plus(least);
    }

    private static Map<String, Duration> ahead(Rehearsal meeting, Predicate<Phase> which) {
        Map<String, Duration> lengths = new java.util.HashMap<>();
        meeting.room().pack().phases().stream()
                .filter(phase -> phase.timing() == Timing.MEETING && which.test(phase))
                .map(phase -> meeting.phase(phase.id()))
                .filter(run ->
                        run.state() == PhaseRun.State.AHEAD && !run.planned().isZero())
                .forEach(run -> lengths.put(run.id(), run.planned()));
        return lengths;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
