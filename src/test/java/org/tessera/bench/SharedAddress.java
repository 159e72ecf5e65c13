package org.tessera.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.tessera.bench.fault.Toxics;

/** Sixty people in one room behind one address, whose line is cut for all at once, again and again. */
final class SharedAddress implements Counted {

    private static final int PEOPLE = 60;
    private static final double PER_SECOND = 10;

    private final int times;

    SharedAddress(int times) {
        this.times = times;
    }

    @Override
    public String name() {
        return "shared-address";
    }

    @Override
    public SharedAddress times(int count) {
        return new SharedAddress(count);
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Ordeal ordeal = Ordeal.begins(installation, folder, PEOPLE, List.of(Toxics.NONE))) {
            for (int time = 0; time < times; time++) {
                ordeal.meeting().writes(Duration.ofSeconds(5), PER_SECOND);
                List<Integer> lines = ordeal.meeting().lines();
                long at = System.nanoTime();
                ordeal.lines().getFirst().cut();
                ordeal.wasOver(at, ordeal.meeting().backAfter(lines, Ordeal.PATIENCE));
                ordeal.looks();
            }
            ordeal.judges();
            figures.accept(ordeal.figures().of(name(), "Tessera", PEOPLE + " people behind one address"));
        }
    }
}
