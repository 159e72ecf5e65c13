package org.tessera.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tessera.bench.fault.Tab;
import org.tessera.bench.fault.Toxics;

/**
 * The deadline of a step is the server’s; every screen finds it by itself. How far off they are over a slow line, also once
 * the devices’ clocks were set ten minutes forth or back, and how much is sent meanwhile while nobody does anything.
 */
final class Deadline implements Counted {

    private static final int PEOPLE = 8;
    private static final double NEAR = 150;
    private static final Duration SET = Duration.ofMinutes(10);

    /** From the beginning: what was measured on a good line would be believed for minutes. */
    private static final Toxics SLOW = Toxics.NONE.slow(Duration.ofMillis(300), Duration.ofMillis(200));

    private final int seconds;

    /** Looks at the screens once a second, so often. */
    Deadline(int seconds) {
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "deadline";
    }

    @Override
    public Deadline times(int count) {
        return new Deadline(count);
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Ordeal ordeal = Ordeal.begins(installation, folder, PEOPLE, List.of(SLOW))) {
            TimeUnit.SECONDS.sleep(30);
            figures.accept(looks(ordeal).of(name(), "Tessera", PEOPLE + " people, 300 ± 200 ms"));
            for (int person = 0; person < PEOPLE; person++) {
                ordeal.tab(person).setsClock(person % 2 == 0 ? SET : SET.negated());
            }
            long set = System.nanoTime();
            ordeal.meeting()
                    .await("the screens are right again", Ordeal.PATIENCE, () -> ordeal.meeting().tabs().stream()
                            .allMatch(tab -> Math.abs(tab.wrong()) < 1_000));
            double right = (System.nanoTime() - set) / 1e9;
            TimeUnit.SECONDS.sleep(20);
            figures.accept(looks(ordeal)
                    .and("right again after s", right)
                    .of(name(), "Tessera", "the same, devices set by 10 min"));
        }
    }

    private Figures.Gathering looks(Ordeal ordeal) throws InterruptedException {
        List<Double> wrong = new ArrayList<>();
        long from = System.nanoTime();
        for (int second = 0; second < seconds; second++) {
            TimeUnit.SECONDS.sleep(1);
            ordeal.meeting().tabs().stream().map(Tab::wrong).map(Math::abs).forEach(wrong::add);
        }
        double told = ordeal.meeting().told(from, System.nanoTime()) * 60 / seconds;
        List<Double> sorted = wrong.stream().sorted().toList();
        return new Figures.Gathering()
                .and(
                        "screens within 150 ms, %",
                        100.0 * sorted.stream().filter(off -> off <= NEAR).count() / sorted.size())
                .and("p95 ms", Ordeal.at(sorted, 0.95))
                .and("worst ms", sorted.getLast())
                .and("frames a minute nobody asked for", told);
    }
}
