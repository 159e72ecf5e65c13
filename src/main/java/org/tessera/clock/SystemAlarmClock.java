package org.tessera.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The system's time; where the demo tells of the past, that of then. */
final class SystemAlarmClock implements AlarmClock, AutoCloseable {

    /** How long an alarm sleeps before it looks at the time again: the system's clock may have been set meanwhile. */
    private static final Duration SLEEP = Duration.ofSeconds(10);

    private final InstantSource system;
    private final Duration sleep;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("alarm-", 0).factory());

    SystemAlarmClock() {
        this(InstantSource.system(), SLEEP);
    }

    /** A clock that shows {@code system}'s time and looks at it every {@code sleep}, if alarms are ordered. */
    SystemAlarmClock(InstantSource system, Duration sleep) {
        this.system = system;
        this.sleep = sleep;
    }

    @Override
    public Instant instant() {
        return system.instant().minus(BackThen.ago());
    }

    @Override
    public Alarm at(Instant when, Runnable what) {
        Order order = new Order(when, what);
        order.goToSleep();
        return order;
    }

    /** An alarm, which rings by the clock and not by how much time has passed. */
    private final class Order implements Alarm {

        private final Instant when;
        private final Runnable what;
        private @Nullable ScheduledFuture<?> waking;
        private boolean over;

        Order(Instant when, Runnable what) {
            this.when = when;
            this.what = what;
        }

        synchronized void goToSleep() {
            Duration left = Duration.between(system.instant(), when);
            Duration nap = left.isNegative() ? Duration.ZERO : left.compareTo(sleep) < 0 ? left : sleep;
            waking = executor.schedule(this::wake, nap.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void wake() {
            if (isDue()) {
                what.run();
            }
        }

        private synchronized boolean isDue() {
            if (over) {
                return false;
            }
            if (system.instant().isBefore(when)) {
                goToSleep();
                return false;
            }
            over = true;
            return true;
        }

        @Override
        public synchronized void cancel() {
            over = true;
            if (waking != null) {
                waking.cancel(false);
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
