package org.tessera.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tessera.bench.fault.Tab;
import org.tessera.bench.fault.Toxics;

/**
 * The clock of the machine on which the server and its database run is set by ten minutes, back and forth, while everybody
 * writes. The screens go by the server’s time: they are right again when they have found it.
 */
final class MachineClock implements Counted {

    private static final int PEOPLE = 8;
    private static final double PER_SECOND = 20;
    private static final Duration SET = Duration.ofMinutes(-10);
    private static final Duration FOUND = Duration.ofSeconds(1);
    private static final List<Toxics> WAYS = List.of(Toxics.NONE, Toxics.NONE.withoutSockets());

    private final int times;

    MachineClock(int times) {
        this.times = times;
    }

    @Override
    public String name() {
        return "machine-clock";
    }

    @Override
    public MachineClock times(int count) {
        return new MachineClock(count);
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        SetClock clock = SetClock.in(Files.createDirectories(folder).resolve("clock"));
        try (Ordeal ordeal = Ordeal.begins(installation.in(clock.surroundings()), folder, PEOPLE, WAYS)) {
            double slowest = 0;
            Duration ahead = Duration.ZERO;
            for (int time = 0; time < times; time++) {
                ordeal.meeting().startWriting(PER_SECOND);
                TimeUnit.SECONDS.sleep(2);
                ahead = ahead.isZero() ? SET : Duration.ZERO;
                long at = System.nanoTime();
                clock.sets(ahead);
                TimeUnit.SECONDS.sleep(2);
                long set = System.nanoTime();
                ordeal.wasOver(set, ordeal.meeting().acknowledgedAfter(set, Ordeal.PATIENCE));
                slowest = Math.max(slowest, found(ordeal, ahead, at));
                ordeal.looks();
            }
            ordeal.judges();
            figures.accept(ordeal.figures()
                    .and("screens right again, worst s", slowest)
                    .of(name(), "Tessera", PEOPLE + " people, set by 10 min"));
        }
    }

    private static double found(Ordeal ordeal, Duration ahead, long since) throws InterruptedException {
        ordeal.meeting().await("the screens go by the new time", Ordeal.PATIENCE, () -> ordeal.meeting().tabs().stream()
                .mapToDouble(Tab::wrong)
                .allMatch(wrong -> Math.abs(wrong - ahead.toMillis()) < FOUND.toMillis()));
        return (System.nanoTime() - since) / 1e9;
    }
}
