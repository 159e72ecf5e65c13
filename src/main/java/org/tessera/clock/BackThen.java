package org.tessera.clock;

import java.time.Duration;

/**
 * Lets the demo do in the past what it tells of the past: on the thread that does it, and while it does, the clock that goes
 * shows an earlier time. Everybody else’s clock is right.
 */
public final class BackThen {

    private static final ScopedValue<Duration> AGO = ScopedValue.newInstance();

    private BackThen() {}

    /**
     * Does something as of some time ago.
     *
     * @throws IllegalArgumentException if that would be in the future
     */
    public static void run(Duration ago, Runnable what) {
        if (ago.isNegative()) {
            throw new IllegalArgumentException("not yet: " + ago);
        }
        ScopedValue.where(AGO, ago).run(what);
    }

    /** How long ago it is here. */
    static Duration ago() {
        return AGO.orElse(Duration.ZERO);
    }
}
