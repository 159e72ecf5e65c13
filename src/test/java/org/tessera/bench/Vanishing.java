package org.tessera.bench;

import java.nio.file.Path;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tessera.bench.fault.Diary;
import org.tessera.bench.fault.FaultyLine;
import org.tessera.bench.fault.Toxics;
import org.tessera.bench.fault.Toxics.Deaf;

/** One person after another vanishes without a word, and the others’ lists of who is here are watched. */
final class Vanishing implements Counted {

    private static final int PEOPLE = 6;
    private static final double PER_SECOND = 6;

    private final int times;

    /** So many vanish, by socket and by stream. */
    Vanishing(int times) {
        this.times = times;
    }

    @Override
    public String name() {
        return "vanish";
    }

    @Override
    public Vanishing times(int count) {
        return new Vanishing(count);
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Ordeal ordeal = Ordeal.begins(installation, folder, PEOPLE, Collections.nCopies(PEOPLE, Toxics.NONE))) {
            figures.accept(vanish(ordeal, Toxics.NONE, "by socket"));
            ordeal.lines().forEach(line -> {
                line.suffers(Toxics.NONE.withoutSockets());
                line.cut();
            });
            ordeal.meeting()
                    .await("everybody takes the other way", Ordeal.PATIENCE, () -> ordeal.meeting().tabs().stream()
                            .allMatch(tab -> tab.isOverStream() && tab.isLive()));
            figures.accept(vanish(ordeal, Toxics.NONE.withoutSockets(), "by stream"));
        }
    }

    private Figures vanish(Ordeal ordeal, Toxics usual, String way) throws Exception {
        for (int time = 0; time < times; time++) {
            int person = 1 + time % (PEOPLE - 1);
            FaultyLine line = ordeal.lines().get(person);
            String you = ordeal.tab(person).diary().you();
            ordeal.meeting().startWriting(PER_SECOND);
            long since = System.nanoTime();
            line.suffers(usual.halfOpen(Deaf.BOTH));
            ordeal.wasOver(since, all(ordeal, person, you, false, since));
            long restored = System.nanoTime();
            line.suffers(usual);
            all(ordeal, person, you, true, restored);
            ordeal.looks();
        }
        ordeal.judges();
        return ordeal.figures().of(name(), "Tessera", PEOPLE + " people, " + way);
    }

    /** When the last of the others was told that somebody is here, or is not. */
    private static long all(Ordeal ordeal, int but, String you, boolean isHere, long since)
            throws InterruptedException {
        long[] latest = new long[1];
        ordeal.meeting().await(isHere ? "somebody is back" : "somebody is missed", Ordeal.PATIENCE, () -> {
            OptionalLong[] told = IntStream.range(0, PEOPLE)
                    .filter(person -> person != but)
                    .mapToObj(person -> ordeal.tab(person).diary())
                    .map((Diary diary) -> diary.told(you, isHere, since))
                    .toArray(OptionalLong[]::new);
            latest[0] = 0;
            for (OptionalLong at : told) {
                if (at.isEmpty()) {
                    return false;
                }
                latest[0] = Math.max(latest[0], at.getAsLong());
            }
            return true;
        });
        return latest[0];
    }
}
