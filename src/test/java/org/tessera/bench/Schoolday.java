package org.tessera.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tessera.bench.Sockets.Socket;

/**
 * The shape of a district’s afternoon: many rooms of few people, each with the page and its board open, who write now and
 * then, and whose facilitators go on to the next step. Writing comes by chance, as people write, not in step.
 *
 * @param warmUp how long before anything is measured
 */
record Schoolday(int rooms, int people, Duration warmUp, Duration window) implements Trial {

    /** A person writes about every eight seconds. */
    private static final double WRITES_PER_SECOND = 1 / 8.0;

    /** A facilitator goes on about every half minute: far more often than in life, so that there is something to measure. */
    private static final double STEPS_PER_SECOND = 1 / 30.0;

    private static final Duration LAST_ONES = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "schoolday";
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Tesseras product = Tesseras.start(installation, folder, rooms, people);
                Sockets sockets = new Sockets()) {
            Watched server = product.processes().getFirst();
            Watched database = product.processes().getLast();
            long empty = server.liveHeapKilobytes();
            long expected = (long) ((warmUp.plus(window).toSeconds() + 5) * rooms * people * WRITES_PER_SECOND * 1.5);
            Score score = new Score(rooms, people, (int) expected);
            Steps steps = new Steps(rooms, people);
            Meetings meetings = new Meetings(product.address(), Preparation.read(folder)).with(25, steps);
            meetings.seat(rooms, people, score, sockets);
            AtomicInteger closed = new AtomicInteger();
            List<Socket> pages = new Pages(product.address(), sockets)
                    .openAll(Preparation.read(folder), people, (room, person) -> steps.page(room, person, closed));
            long full = server.liveHeapKilobytes();

            long begin = System.nanoTime();
            long from = begin + warmUp.toNanos();
            long until = from + window.toNanos();
            score.begins(from);
            score.ends(until);
            steps.begins(from);
            Random lot = new Random(7);
            double before = 0;
            double beforeDatabase = 0;
            boolean isMeasuring = false;
            double perSecond = rooms * (people * WRITES_PER_SECOND + STEPS_PER_SECOND);
            for (long due = begin; due < until; due += (long) (-Math.log(1 - lot.nextDouble()) / perSecond * 1e9)) {
                if (!isMeasuring && due >= from) {
                    before = server.cpuSeconds();
                    beforeDatabase = database.cpuSeconds();
                    isMeasuring = true;
                }
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int room = lot.nextInt(rooms);
                if (lot.nextDouble() < rooms * STEPS_PER_SECOND / perSecond) {
                    steps.goesOn(room, due, meetings);
                } else {
                    int person = lot.nextInt(people);
                    meetings.adds(room, person, score.sends(room, person, due));
                }
            }
            double cpu = server.cpuSeconds() - before;
            double cpuDatabase = database.cpuSeconds() - beforeDatabase;
            long last = System.nanoTime() + LAST_ONES.toNanos();
            while ((score.missing() > 0 || steps.missing() > 0) && System.nanoTime() < last) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            double length = window.toNanos() / 1e9;
            figures.accept(new Figures.Gathering()
                    .and("p50 ms", score.delivery().getValueAtPercentile(50) / 1e6)
                    .and("p95 ms", score.delivery().getValueAtPercentile(95) / 1e6)
                    .and("p99 ms", score.delivery().getValueAtPercentile(99) / 1e6)
                    .and("step on boards p99 ms", steps.onBoards().getValueAtPercentile(99) / 1e6)
                    .and("step on pages p99 ms", steps.onPages().getValueAtPercentile(99) / 1e6)
                    .and("steps", steps.count())
                    .and("server CPU %", 100 * cpu / length)
                    .and("database CPU %", 100 * cpuDatabase / length)
                    .and("live heap per seat KiB", (full - empty) / (double) (rooms * people))
                    .and("memory MB", server.megabytes())
                    .and("threads", server.threads())
                    .and("deliveries", score.measured())
                    .and("lost", score.missing())
                    .and("steps not seen", steps.missing())
                    .and("refused", score.refused())
                    .and("sockets that closed", closed.get() + meetings.closed())
                    .of(name(), "Tessera", rooms + " rooms x " + people + ", page and board open"));
            pages.forEach(Socket::close);
        }
    }
}
