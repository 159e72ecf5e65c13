package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tessera.bench.fault.Toxics;

/**
 * Something happens to the server or its database at random moments of a meeting in which everybody writes; then it is
 * looked at what stands on the boards, and at the end at all that was ever told.
 */
final class Killing implements Counted {

    private static final int PEOPLE = 8;
    private static final double PER_SECOND = 20;

    /** Every second person sits where WebSockets are blocked. */
    private static final List<Toxics> WAYS = List.of(Toxics.NONE, Toxics.NONE.withoutSockets());

    private static final Duration WRITING = Duration.ofSeconds(3);

    /** What happens; it tells the meeting’s ordeal how long it took. */
    private interface Harm {
        void done(Ordeal ordeal) throws Exception;
    }

    private final String name;
    private final String load;
    private final int times;
    private final Harm harm;

    private Killing(String name, String load, int times, Harm harm) {
        this.name = name;
        this.load = load;
        this.times = times;
        this.harm = harm;
    }

    /** The server dies and is started again at once, as a service is. */
    static Killing server(int times) {
        return new Killing("kill-server", "kill -9 of the server", times, ordeal -> {
            List<Integer> lines = ordeal.meeting().lines();
            long at = System.nanoTime();
            ordeal.product().killed();
            comesBack(ordeal, at, lines);
        });
    }

    /** The server is asked to end, and the next one started: as when a new version comes. */
    static Killing deploy(int times) {
        return new Killing("deploy", "the server ends and starts again", times, ordeal -> {
            List<Integer> lines = ordeal.meeting().lines();
            long at = System.nanoTime();
            ordeal.product().ended();
            comesBack(ordeal, at, lines);
        });
    }

    private static void comesBack(Ordeal ordeal, long since, List<Integer> lines) throws Exception {
        long answered = ordeal.product().startsAgain();
        ordeal.wasOver(since, answered, ordeal.meeting().backAfter(lines, Ordeal.PATIENCE));
    }

    /** The database dies; the product itself brings it back. */
    static Killing database(int times) {
        return new Killing("kill-database", "kill -9 of the database", times, ordeal -> {
            long at = System.nanoTime();
            ordeal.product().database().destroyForcibly();
            ordeal.wasOver(at, ordeal.meeting().acknowledgedAfter(at, Ordeal.PATIENCE));
        });
    }

    /** The database does nothing for ten seconds. */
    static Killing stall(int times) {
        return new Killing("stall", "the database stands still for 10 s", times, ordeal -> {
            long database = ordeal.product().database().pid();
            signal("STOP", database);
            try {
                TimeUnit.SECONDS.sleep(10);
            } finally {
                signal("CONT", database);
            }
            long over = System.nanoTime();
            ordeal.wasOver(over, ordeal.meeting().acknowledgedAfter(over, Ordeal.PATIENCE));
        });
    }

    /** Whoever waited in vain can be asked only now what both sides were at. */
    private static void writeThreads(Ordeal ordeal, Path folder) throws IOException, InterruptedException {
        Watched server = ordeal.product().processes().getFirst();
        server.writesThreads(folder.resolve("threads-of-the-server.txt"));
        new Watched("bench", ProcessHandle.current().pid()).writesThreads(folder.resolve("threads-of-the-bench.txt"));
        System.out.println("  what all threads were at: " + folder);
    }

    private static void signal(String signal, long process) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + signal, String.valueOf(process))
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("process " + process + " took no " + signal);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Killing times(int count) {
        return new Killing(name, load, count, harm);
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        Random lot = new Random();
        try (Ordeal ordeal = Ordeal.begins(installation, folder, PEOPLE, WAYS)) {
            try {
                for (int time = 0; time < times; time++) {
                    ordeal.meeting().startWriting(PER_SECOND);
                    TimeUnit.MILLISECONDS.sleep(300 + lot.nextLong(WRITING.toMillis()));
                    harm.done(ordeal);
                    ordeal.looks();
                }
                ordeal.judges();
            } catch (Exception e) {
                writeThreads(ordeal, folder);
                throw e;
            }
            figures.accept(ordeal.figures().of(name, "Tessera", PEOPLE + " people, " + load));
        }
    }
}
