package org.tessera.bench;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Rooms of equal size in which people write at a steady rate, in turn; each update goes to everybody else in the room. Sent
 * when it is due, whatever has become of those before (an open loop).
 *
 * @param updates a second, over all rooms
 * @param warmUp how long before anything is measured
 */
record FanOut(int rooms, int people, int updates, Duration warmUp, Duration window) {

    private static final Duration LAST_ONES = Duration.ofSeconds(20);

    /** How it is told: rooms, people in each, updates a second. */
    String label() {
        return rooms + " x " + people + " at " + updates;
    }

    /** Latencies in milliseconds, CPU in percent of one core while it was measured. */
    Figures run(String trial, Subject subject) throws Exception {
        long seconds = warmUp.plus(window).toSeconds();
        Score score = new Score(rooms, people, (int) (seconds + 2) * updates);
        try (Sockets sockets = new Sockets()) {
            subject.seat(rooms, people, score, sockets);
            return measure(trial, subject, score);
        }
    }

    private Figures measure(String trial, Subject subject, Score score) throws InterruptedException {
        Histogram late = new Histogram(60_000_000_000L, 3);
        Random lot = new Random(1);
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        long from = begin + warmUp.toNanos();
        long until = from + window.toNanos();
        score.begins(from);
        score.ends(until);
        Watched own = new Watched("client", ProcessHandle.current().pid());
        Cpu before = Cpu.ZERO;
        boolean isMeasuring = false;
        long total = (warmUp.plus(window).toNanos() * updates) / 1_000_000_000L;
        for (long number = 0; number < total; number++) {
            long due = begin + number * 1_000_000_000L / updates;
            if (!isMeasuring && due >= from) {
                before = Cpu.of(subject, own);
                isMeasuring = true;
            }
            waitUntil(due);
            int room = (int) (number % rooms);
            int person = lot.nextInt(people);
            subject.send(room, person, score.sends(room, person, due));
            if (isMeasuring) {
                late.recordValue(Math.max(0, System.nanoTime() - due));
            }
        }
        Cpu used = Cpu.of(subject, own).minus(before);
        long last = System.nanoTime() + LAST_ONES.toNanos();
        while (score.missing() > 0 && System.nanoTime() < last) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double length = window.toNanos() / 1e9;
        Figures.Gathering gathered = new Figures.Gathering()
                .and("p50 ms", millis(score.delivery().getValueAtPercentile(50)))
                .and("p95 ms", millis(score.delivery().getValueAtPercentile(95)))
                .and("p99 ms", millis(score.delivery().getValueAtPercentile(99)))
                .and("worst ms", millis(score.delivery().getMaxValue()));
        if (score.acknowledged() > 0) {
            gathered.and("acknowledged p95 ms", millis(score.answer().getValueAtPercentile(95)))
                    .and("refused", score.refused())
                    .and("rooms in one order", score.isOneOrder() ? rooms : 0);
        }
        return gathered.and("server CPU %", 100 * used.server() / length)
                .and("database CPU %", 100 * used.database() / length)
                .and("client CPU %", 100 * used.client() / length)
                .and("server µs per delivery", 1e6 * used.server() / Math.max(1, score.measured()))
                .and("memory MB", subject.processes().getFirst().megabytes())
                .and("deliveries", score.measured())
                .and("lost", score.missing())
                .and("out of order", score.breaks())
                .and("sent late p99 ms", millis(late.getValueAtPercentile(99)))
                .of(trial, subject.name(), label());
    }

    /** Seconds of a core. */
    private record Cpu(double server, double database, double client) {

        static final Cpu ZERO = new Cpu(0, 0, 0);

        static Cpu of(Subject subject, Watched own) {
            var processes = subject.processes();
            return new Cpu(
                    processes.getFirst().cpuSeconds(),
                    processes.stream().skip(1).mapToDouble(Watched::cpuSeconds).sum(),
                    own.cpuSeconds());
        }

        Cpu minus(Cpu before) {
            return new Cpu(server - before.server, database - before.database, client - before.client);
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
