package org.tessera.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * What was sent and what arrived where. Latency counts from the moment an update was <em>due</em>, not from when it was
 * sent: a client that is held up must not hide what its user would have waited. All arrivals are counted by one thread.
 */
final class Score {

    private static final long LONGEST = 120_000_000_000L;

    private final int people;
    private final long[] due;
    private final int[] author;
    private final int[] room;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final int[][][] last;
    private final long[][] order;
    private final int[][] count;
    private final Histogram delivery = new Histogram(LONGEST, 3);
    private final Histogram answer = new Histogram(LONGEST, 3);
    private volatile long from = Long.MAX_VALUE;
    private volatile long until = Long.MAX_VALUE;
    private final AtomicLong inWindow = new AtomicLong();
    private int breaks;

    Score(int rooms, int people, int updates) {
        this.people = people;
        due = new long[updates];
        author = new int[updates];
        room = new int[updates];
        last = new int[rooms][people][people];
        order = new long[rooms][people];
        count = new int[rooms][people];
    }

    /** Notes an update before it is sent, and gives its number. */
    int sends(int where, int who, long at) {
        int number = sent.get();
        due[number] = at;
        author[number] = who;
        room[number] = where;
        sent.incrementAndGet();
        return number;
    }

    /** An update arrived at a seat. */
    void arrives(int where, int seat, int number, long at) {
        if (number >= sent.get() || room[number] != where) {
            throw new IllegalStateException("update " + number + " has no business in room " + where);
        }
        order[where][seat] = order[where][seat] * 31 + number;
        int by = author[number];
        if (by == seat) {
            return;
        }
        count[where][seat]++;
        if (number + 1 <= last[where][seat][by]) {
            breaks++;
        }
        last[where][seat][by] = number + 1;
        arrived.incrementAndGet();
        if (due[number] >= from && due[number] < until) {
            delivery.recordValue(Math.min(LONGEST, at - due[number]));
            inWindow.incrementAndGet();
        }
    }

    /** The server's answer to an update: it is kept. */
    void acknowledges(int number, long at) {
        acknowledged.incrementAndGet();
        if (due[number] >= from && due[number] < until) {
            answer.recordValue(Math.min(LONGEST, at - due[number]));
        }
    }

    void refuses() {
        refused.incrementAndGet();
    }

    /** Measures what is due from now on. */
    void begins(long at) {
        from = at;
    }

    void ends(long at) {
        until = at;
    }

    /** Forgets what was measured, to measure anew; only while nothing is under way. */
    void forgets() {
        from = Long.MAX_VALUE;
        until = Long.MAX_VALUE;
        delivery.reset();
        answer.reset();
        inWindow.set(0);
    }

    int sent() {
        return sent.get();
    }

    long arrived() {
        return arrived.get();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int refused() {
        return refused.get();
    }

    /** How many arrivals were still to come, of everything ever sent. */
    long missing() {
        return (long) sent.get() * (people - 1) - arrived.get();
    }

    /** Arrivals of what was due while it was measured. */
    long measured() {
        return inWindow.get();
    }

    /** How often somebody’s later update arrived before an earlier one. */
    int breaks() {
        return breaks;
    }

    /** Whether everybody in a room heard everything, their own too, in the same order. */
    boolean isOneOrder() {
        for (long[] seats : order) {
            for (long seat : seats) {
                if (seat != seats[0]) {
                    return false;
                }
            }
        }
        return true;
    }

    Histogram delivery() {
        return delivery;
    }

    Histogram answer() {
        return answer;
    }
}
