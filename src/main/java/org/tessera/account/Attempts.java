package org.tessera.account;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a secret may still be guessed: for one key (an account, a room's code) and in all. Never per network
 * address, because a whole school shares one.
 */
final class Attempts {

    /** Far more than the common limit lets anyone touch while a key's own limit still matters. */
    private static final int KEYS = 20_000;

    private final TimeMeter time;
    private final Limit perKey;
    private final Bucket inAll;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    /** So many tries at once, and one more after each {@code every}. */
    record Limit(int tries, Duration every) {

        private Bandwidth bandwidth() {
            return Bandwidth.builder().capacity(tries).refillGreedy(1, every).build();
        }
    }

    Attempts(InstantSource clock, Limit perKey, Limit inAll) {
        this.time = new ClockMeter(clock);
        this.perKey = perKey;
        this.inAll = bucket(inAll);
    }

    /** Takes one try; false once there were too many for this key or in all. */
    boolean take(String key) {
        Bucket own = of(key);
        if (!own.tryConsume(1)) {
            return false;
        }
        if (inAll.tryConsume(1)) {
            return true;
        }
        own.addTokens(1);
        return false;
    }

    /** Gives the try back: it was no failure after all. */
    void giveBack(String key) {
        of(key).addTokens(1);
        inAll.addTokens(1);
    }

    private Bucket of(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, _ -> bucket(perKey));
        }
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(limit.bandwidth())
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
