package org.tessera.credit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tessera.room.Stay;

/**
 * How long somebody was in a meeting. Counted is the time in which the person had a page of the meeting open, alone or with
 * others at one device, while a step of the meeting itself ran: not the waiting room, not pauses, not the time between two
 * steps, not work in people's own time, and not the stretch in which somebody was away. A stretch on two devices counts once.
 * Seconds are added up first; of the sum only whole minutes count.
 */
final class Attendance {

    private Attendance() {}

    /**
     * The whole minutes of these stays within the meeting. A stay without an end lasts until the meeting was closed, or until
     * {@code now} while it runs.
     *
     * @param begun when the meeting began; nothing if it never did, and then nobody was in it
     * @param ended when it was closed
     */
    static int minutes(List<Stay> stays, Optional<Instant> begun, Optional<Instant> ended, Instant now) {
        if (begun.isEmpty()) {
            return 0;
        }
        Instant last = ended.filter(end -> end.isBefore(now)).orElse(now);
        Duration sum = Duration.ZERO;
        Instant counted = begun.get();
        for (Stay stay : stays.stream().sorted(Comparator.comparing(Stay::from)).toList()) {
            Instant from = later(stay.from(), counted);
            Instant until = stay.until().filter(end -> end.isBefore(last)).orElse(last);
            if (until.isAfter(from)) {
                sum = sum.plus(Duration.between(from, until));
                counted = until;
            }
        }
        return Math.toIntExact(sum.toMinutes());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
