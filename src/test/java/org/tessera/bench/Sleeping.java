package org.tessera.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tessera.bench.fault.Tab;
import org.tessera.bench.fault.Toxics;

/** Somebody’s laptop is closed while the others write: how they fare meanwhile, and how that person comes back. */
final class Sleeping implements Counted {

    private static final int PEOPLE = 8;
    private static final double PER_SECOND = 20;
    private static final int SLEEPER = PEOPLE - 1;

    private final Duration time;

    /** For so long. */
    Sleeping(Duration time) {
        this.time = time;
    }

    @Override
    public String name() {
        return "frozen";
    }

    /** For so many minutes. */
    @Override
    public Sleeping times(int count) {
        return new Sleeping(Duration.ofMinutes(count));
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Ordeal ordeal = Ordeal.begins(installation, folder, PEOPLE, List.of(Toxics.NONE))) {
            ordeal.meeting().startWriting(PER_SECOND);
            TimeUnit.SECONDS.sleep(15);
            double before = p95(ordeal);
            Tab sleeper = ordeal.tab(SLEEPER);
            sleeper.sleeps();
            double meanwhile = p95(ordeal);
            int lines = sleeper.diary().lines();
            long at = System.nanoTime();
            sleeper.awakes();
            ordeal.meeting().await("the sleeper is back", Ordeal.PATIENCE, () -> sleeper.diary()
                    .backAfter(lines)
                    .isPresent());
            ordeal.wasOver(at, sleeper.diary().backAfter(lines).orElseThrow());
            double after = p95(ordeal);
            ordeal.looks();
            ordeal.judges();
            double usual = (before + after) / 2;
            figures.accept(ordeal.figures()
                    .and("the others' p95 ms, with all awake", usual)
                    .and("with one asleep", meanwhile)
                    .and("more, %", 100 * (meanwhile / usual - 1))
                    .of(name(), "Tessera", PEOPLE + " people, one asleep for " + time.toMinutes() + " min"));
        }
    }

    private double p95(Ordeal ordeal) throws InterruptedException {
        long from = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        long until = System.nanoTime();
        TimeUnit.SECONDS.sleep(2);
        List<Double> took = ordeal.meeting().deliveries(from, until, SLEEPER);
        return Ordeal.at(took, 0.95);
    }
}
