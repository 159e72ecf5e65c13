package org.tessera.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The system's time; where the demo tells of the past, that of then. */
final class SystemAlarmClock implements AlarmClock, AutoCloseable {

    private final InstantSource system = InstantSource.system();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("alarm-", 0).factory());

    @Override
    public Instant instant() {
        return system.instant().minus(BackThen.ago());
    }

    @Override
    public Alarm at(Instant when, Runnable what) {
        long micros = Math.max(0, Duration.between(system.instant(), when).toNanos() / 1_000);
        ScheduledFuture<?> future = executor.schedule(what, micros, TimeUnit.MICROSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
