package org.tessera.room.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tessera.protocol.Timing;

/**
 * When a phase is worked in, and how much of its time it owes.
 *
 * @param due until when its work is wanted, where it is done in people's own time and somebody said so
 * @param paused the length of its pauses that are over
 * @param endedAt when it ended
 * @param keeps what it is the last of, where phases keep minutes together
 */
record PhaseTiming(
        Timing timing, Optional<Instant> due, Duration paused, Optional<Instant> endedAt, Optional<Keeps> keeps) {

    static final PhaseTiming MEETING =
            new PhaseTiming(Timing.MEETING, Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty());

    /** The protocol protects these minutes, which {@code phases} have together. */
    record Keeps(List<String> phases, int minutes) {
        Keeps {
            phases = List.copyOf(phases);
        }
    }
}
