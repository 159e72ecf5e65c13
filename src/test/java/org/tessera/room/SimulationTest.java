package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;
import org.tessera.protocol.ShippedPacks;
import org.tessera.support.LongFigures;

/**
 * Meetings on a bad network with a server that dies, each from a seed: see {@link Simulation}. A seed that fails is named,
 * and {@code ./tessera test -Dtest=SimulationTest -Dtessera.seed=N} plays it again, alone.
 */
class SimulationTest {

    private static final int FEW = 40;
    private static final int MANY = 10_000;
    /** With so many meetings failed there is no need to play on. */
    private static final int ENOUGH = 5;

    private static final int STEPS = 900;

    /** Every hundredth meeting is so long that who was away finds its place gone from the room's memory. */
    private static final int LONG_STEPS = 6_000;

    /** What no command brings about: a payload is erased by hand, in the tables. */
    private static final Set<Class<? extends RoomEvent>> NEVER = Set.of(RoomEvent.PayloadErased.class);

    private static final List<String> PACKS = Stream.concat(
                    ShippedPacks.ids().sorted(),
                    Stream.of(
                            "rounds",
                            "instruments",
                            "voices",
                            "company",
                            "at-leisure",
                            "abide",
                            "norms-checked",
                            "small"))
            .toList();

    /** What came of all seeds together. */
    private static final class Tally {
        final Map<String, AtomicLong> types = new ConcurrentSkipListMap<>();
        final Map<Simulation.Trouble, AtomicLong> troubles = new EnumMap<>(Simulation.Trouble.class);
        final AtomicLong commands = new AtomicLong();

        Tally() {
            for (Simulation.Trouble trouble : Simulation.Trouble.values()) {
                troubles.put(trouble, new AtomicLong());
            }
        }

        void add(Simulation meeting) {
            meeting.ledger().moments().forEach(moment -> types.computeIfAbsent(
                            moment.event().getClass().getSimpleName(), _ -> new AtomicLong())
                    .incrementAndGet());
            meeting.troubles().forEach((trouble, times) -> troubles.getOrDefault(trouble, new AtomicLong())
                    .addAndGet(times));
            commands.addAndGet(meeting.ledger().accepted().size());
        }

        long events() {
            return types.values().stream().mapToLong(AtomicLong::get).sum();
        }

        String troublesInWords() {
            return troubles.entrySet().stream()
                    .map(each -> "%,d times %s".formatted(each.getValue().get(), each.getKey().inWords))
                    .collect(Collectors.joining(", "));
        }

        Set<String> missing() {
            Set<String> missing = Stream.of(RoomEvent.class.getPermittedSubclasses())
                    .filter(type -> !NEVER.contains(type))
                    .map(Class::getSimpleName)
                    .collect(Collectors.toCollection(TreeSet::new));
            missing.removeAll(types.keySet());
            return missing;
        }
    }

    private static Simulation played(long seed) {
        try {
            return new Simulation(PACKS.get((int) Math.floorMod(seed, (long) PACKS.size())), seed)
                    .play(seed % 100 == 99 ? LONG_STEPS : STEPS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ": ./tessera test -Dtest=SimulationTest -Dtessera.seed=" + seed, e);
        }
    }

    private static Tally played(LongStream seeds) {
        Tally tally = new Tally();
        Queue<AssertionError> failed = new ConcurrentLinkedQueue<>();
        seeds.parallel().forEach(seed -> {
            if (failed.size() < ENOUGH) {
                try {
                    tally.add(played(seed));
                } catch (AssertionError e) {
                    failed.add(e);
                }
            }
        });
        if (!failed.isEmpty()) {
            throw new AssertionError(
                    failed.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")), failed.peek());
        }
        return tally;
    }

    /** A server that dies and a database that fails are the point here, and no news. */
    @BeforeAll
    static void quietly() {
        level(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        level(null);
    }

    private static void level(@Nullable Level level) {
        ((Logger) LoggerFactory.getLogger(RoomId.class.getPackageName())).setLevel(level);
    }

    @Test
    @EnabledIfSystemProperty(named = "tessera.seed", matches = "\\d+")
    void the_meeting_of_the_seed_asked_for() {
        assertThat(played(Long.getLong("tessera.seed")).ledger().log()).isNotEmpty();
    }

    @Test
    void a_seed_is_the_same_meeting_every_time() {
        assertThat(told(played(7))).isEqualTo(told(played(7)));
    }

    private static List<String> told(Simulation meeting) {
        return meeting.ledger().moments().stream()
                .map(moment -> moment.step().recorded().at() + " " + moment.event())
                .toList();
    }

    @Test
    void nothing_is_lost_doubled_or_told_to_the_wrong_people_whatever_happens() {
        Tally tally = played(LongStream.range(0, FEW));

        assertThat(tally.troubles.values()).allMatch(times -> times.get() > 0);
        // Not all can come in so few: that is asked of the ten thousand.
        assertThat(tally.types).as("types of events that happened").hasSizeGreaterThan(40);
    }

    @Test
    @Tag("long")
    void nothing_is_lost_doubled_or_told_to_the_wrong_people_in_ten_thousand_meetings() {
        Instant begin = InstantSource.system().instant();

        long seeds = Long.getLong("tessera.seeds", MANY);
        Tally tally = played(LongStream.range(0, seeds));

        if (seeds >= MANY) {
            assertThat(tally.missing()).as("events that never happened").isEmpty();
        }
        Duration took = Duration.between(begin, InstantSource.system().instant());
        LongFigures.leave("Meetings simulated", """
                %,d meetings, seeds from 0, each on a bad network and a server that dies: %,d events of %d of the %d types that
                can happen, %,d accepted commands, %s; %d seconds on %d processors. Every acknowledged command is in the log
                once and no refused one; what everybody was told added up to what everybody may know; the log, replayed,
                was the room; no step ended twice or before its time, and no deadline moved because a clock was set.
                """.formatted(
                        seeds,
                        tally.events(),
                        tally.types.size(),
                        RoomEvent.class.getPermittedSubclasses().length - NEVER.size(),
                        tally.commands.get(),
                        tally.troublesInWords(),
                        took.toSeconds(),
                        Runtime.getRuntime().availableProcessors()));
    }
}
