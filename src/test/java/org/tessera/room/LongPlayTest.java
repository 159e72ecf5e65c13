package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.support.LongFigures;

/**
 * What {@link ProjectionTest} does with a few short meetings, with many long ones, each from a seed nobody has tried. The
 * figures go into {@code docs/long-tests.md}; a meeting that fails names its seed.
 */
@Tag("long")
class LongPlayTest {

    private static final int MEETINGS = 60;
    private static final int STEPS = 1500;

    @Test
    void what_everybody_was_told_adds_up_in_many_long_meetings() {
        Instant begin = InstantSource.system().instant();
        long first = begin.getEpochSecond();
        long events = 0;
        for (String pack : List.of("looking-at-student-work", "post-it-vision")) {
            events += LongStream.range(first, first + MEETINGS / 2)
                    .parallel()
                    .map(seed -> eventsOf(pack, seed))
                    .sum();
        }
        assertThat(events).isGreaterThan(MEETINGS);
        Duration took = Duration.between(begin, InstantSource.system().instant());
        LongFigures.leave("Meetings played at random", """
                %d meetings played at random to %d steps each, seeds from %d; %d events, each told to everybody in the
                room, replayed and compared; %d seconds on %d processors. Nothing reached anybody who may not know it,
                and what everybody held was what a newcomer would be given.
                """.formatted(
                        MEETINGS,
                        STEPS,
                        first,
                        events,
                        took.toSeconds(),
                        Runtime.getRuntime().availableProcessors()));
    }

    private static long eventsOf(String pack, long seed) {
        try {
            return ProjectionTest.played(pack, seed, STEPS).log().size();
        } catch (AssertionError e) {
            throw new AssertionError(pack + ", seed " + seed, e);
        }
    }
}
