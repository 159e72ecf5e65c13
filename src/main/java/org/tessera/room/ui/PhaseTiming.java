package org.tessera.room.ui;

import java.time.Instant;
import java.util.Optional;
import org.tessera.protocol.Timing;

/**
 * When a phase is worked in.
 *
 * @param due until when its work is wanted, where it is done in people's own time and somebody said so
 */
record PhaseTiming(Timing timing, Optional<Instant> due) {

    static final PhaseTiming MEETING = new PhaseTiming(Timing.MEETING, Optional.empty());
}
