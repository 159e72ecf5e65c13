package org.tessera.needs;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many forms may come at once: a whole staff meeting, no flood. For one survey and in all, never for one address, which
 * nobody looks at.
 */
final class Pace {

    static final int AT_ONCE = 200;
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final int AT_ONCE_IN_ALL = 2000;
    private static final Duration EACH_IN_ALL = Duration.ofMillis(50);
    private static final int KEYS = 5000;

    private final TimeMeter time;
    private final Bucket inAll;
    private final Map<SurveyId, Bucket> surveys = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SurveyId, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    Pace(InstantSource clock) {
        this.time = new ClockMeter(clock);
        this.inAll = bucket(AT_ONCE_IN_ALL, EACH_IN_ALL);
    }

    /** Whether one more may come now. */
    boolean take(SurveyId survey) {
        Bucket own;
        synchronized (surveys) {
            own = surveys.computeIfAbsent(survey, _ -> bucket(AT_ONCE, EACH));
        }
        return own.tryConsume(1) && inAll.tryConsume(1);
    }

    private Bucket bucket(int atOnce, Duration each) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(atOnce)
                        .refillGreedy(1, each)
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
