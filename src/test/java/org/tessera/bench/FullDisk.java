package org.tessera.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tessera.bench.fault.Toxics;

/**
 * The disk of the server and its database is full for a while, in a meeting in which everybody writes long notes, and then
 * somebody makes room. The database goes on in the room its tables have already taken, and then refuses.
 */
final class FullDisk implements Counted {

    private static final int PEOPLE = 8;
    private static final double PER_SECOND = 40;
    private static final int LENGTH = 1_500;
    private static final int MEGABYTES = 900;
    private static final Duration FULL = Duration.ofSeconds(45);
    private static final List<Toxics> WAYS = List.of(Toxics.NONE, Toxics.NONE.withoutSockets());

    private final int times;

    FullDisk(int times) {
        this.times = times;
    }

    @Override
    public String name() {
        return "full-disk";
    }

    @Override
    public FullDisk times(int count) {
        return new FullDisk(count);
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder, MEGABYTES);
                Ordeal ordeal = Ordeal.begins(installation, folder, PEOPLE, WAYS)) {
            ordeal.meeting().writesAtLength(LENGTH);
            long silent = 0;
            for (int time = 0; time < times; time++) {
                ordeal.meeting().startWriting(PER_SECOND);
                TimeUnit.SECONDS.sleep(3);
                disk.fills();
                TimeUnit.NANOSECONDS.sleep(FULL.minusSeconds(5).toNanos());
                long before = ordeal.meeting().acknowledged();
                TimeUnit.SECONDS.sleep(5);
                silent += ordeal.meeting().acknowledged() == before ? 1 : 0;
                disk.clears();
                long over = System.nanoTime();
                ordeal.wasOver(over, ordeal.meeting().acknowledgedAfter(over, Ordeal.PATIENCE));
                ordeal.looks();
            }
            ordeal.judges();
            figures.accept(ordeal.figures()
                    .and("times the database took nothing more", silent)
                    .of(name(), "Tessera", PEOPLE + " people, full for " + FULL.toSeconds() + " s"));
        }
    }
}
