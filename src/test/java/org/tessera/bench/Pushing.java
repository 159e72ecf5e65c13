package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.tessera.bench.Sockets.Socket;

/**
 * More than a thousand pages that are all drawn anew again and again: in every room a hand goes up or down so often that
 * the pages together are pushed to four thousand times a second. How long until the page has it counts from when the hand
 * was due to move.
 *
 * @param every how long after a hand the next one moves in the same room; shorter, pages would draw two at once
 * @param warmUp how long before anything is measured
 */
record Pushing(int rooms, int people, Duration every, Duration warmUp, Duration window) implements Trial {

    private static final long LONGEST = 120_000_000_000L;
    private static final Duration LAST_ONES = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "pushing";
    }

    /** Which hand of its room each page has seen last, counted from 1; all of it on the sockets’ thread but {@link #moved}. */
    private static final class Seen {

        private final int[][] pages;
        private final AtomicInteger[] moves;
        private final long[] due;
        private final Histogram took = new Histogram(LONGEST, 3);
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private volatile long from = Long.MAX_VALUE;
        private volatile int together;

        Seen(int rooms, int people) {
            pages = new int[rooms][people];
            moves = new AtomicInteger[rooms];
            due = new long[rooms];
            for (int room = 0; room < rooms; room++) {
                moves[room] = new AtomicInteger();
            }
        }

        /** A hand is about to move. */
        void moved(int room, long when) {
            open.addAndGet(pages[room].length);
            due[room] = when;
            moves[room].incrementAndGet();
        }

        Sockets.Ear at(int room, int person) {
            return new Sockets.Ear() {
                @Override
                public void heard(ByteBuf message, long nanos) {
                    int now = moves[room].get();
                    int missing = now - pages[room][person];
                    if (missing == 0) {
                        return;
                    }
                    pages[room][person] = now;
                    open.addAndGet(-missing);
                    if (due[room] >= from) {
                        together += missing - 1;
                        took.recordValue(Math.min(LONGEST, nanos - due[room]));
                    }
                }

                @Override
                public void closed() {
                    closed.incrementAndGet();
                }
            };
        }
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Tesseras product = Tesseras.start(installation, folder, rooms, people);
                Sockets sockets = new Sockets()) {
            Watched server = product.processes().getFirst();
            Meetings meetings = new Meetings(product.address(), Preparation.read(folder));
            meetings.seat(rooms, people, new Score(rooms, people, 1), sockets);
            Seen seen = new Seen(rooms, people);
            List<Socket> pages =
                    new Pages(product.address(), sockets).openAll(Preparation.read(folder), people, seen::at);
            // what is still being drawn for those who came in last is not a hand
            TimeUnit.SECONDS.sleep(3);

            long begin = System.nanoTime();
            long from = begin + warmUp.toNanos();
            long until = from + window.toNanos();
            seen.from = from;
            double before = 0;
            boolean isMeasuring = false;
            long due = begin;
            for (long number = 0; due < until; number++, due = begin + number * every.toNanos() / rooms) {
                if (!isMeasuring && due >= from) {
                    before = server.cpuSeconds();
                    isMeasuring = true;
                }
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int room = (int) (number % rooms);
                long turn = number / rooms;
                seen.moved(room, due);
                meetings.hand(room, (int) (turn / 2 % people), turn % 2 == 0);
            }
            double cpu = server.cpuSeconds() - before;
            long last = System.nanoTime() + LAST_ONES.toNanos();
            while (seen.open.get() > 0 && System.nanoTime() < last) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            double length = window.toNanos() / 1e9;
            figures.accept(new Figures.Gathering()
                    .and("p50 ms", seen.took.getValueAtPercentile(50) / 1e6)
                    .and("p95 ms", seen.took.getValueAtPercentile(95) / 1e6)
                    .and("p99 ms", seen.took.getValueAtPercentile(99) / 1e6)
                    .and("pushes a second", seen.took.getTotalCount() / length)
                    .and("drawn with the next", seen.together)
                    .and("not seen", seen.open.get())
                    .and("server CPU %", 100 * cpu / length)
                    .and("memory MB", server.megabytes())
                    .and("sockets that closed", seen.closed.get() + meetings.closed())
                    .of(name(), "Tessera", rooms * people + " pages"));
            pages.forEach(Socket::close);
        }
    }
}
