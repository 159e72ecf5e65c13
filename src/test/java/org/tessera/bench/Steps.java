package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** When a room goes on to its next step: how long until every board and every page of it shows that. */
final class Steps {

    private static final long LONGEST = 120_000_000_000L;
    private static final String STARTED = "\"type\":\"phase-started\"";

    /** The steps in which everybody writes, with what stands at the head of the page then. */
    private static final List<String> IDS = List.of("describe", "interpret", "implications");

    private static final List<String> NAMES = List.of("Describe", "Interpret", "Implications");

    private final int people;
    private final int[] at;
    private final long[] due;
    private final int[][] boards;
    private final int[][] pages;
    private final Histogram onBoards = new Histogram(LONGEST, 3);
    private final Histogram onPages = new Histogram(LONGEST, 3);
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile long from = Long.MAX_VALUE;

    Steps(int rooms, int people) {
        this.people = people;
        at = new int[rooms];
        due = new long[rooms];
        boards = new int[rooms][people];
        pages = new int[rooms][people];
    }

    void begins(long nanos) {
        from = nanos;
    }

    /** The facilitator goes on, unless the last step is under way or the room is still going on to this one. */
    void goesOn(int room, long when, Meetings meetings) {
        if (at[room] == IDS.size() - 1 || when - due[room] < 5_000_000_000L) {
            return;
        }
        due[room] = when;
        at[room]++;
        count.incrementAndGet();
        open.addAndGet(2 * people);
        meetings.startsPhase(room, IDS.get(at[room]));
    }

    /** A frame came to a board. */
    void onBoard(int room, int person, ByteBuf message, long nanos) {
        if (boards[room][person] < at[room] && Mark.find(message, STARTED) >= 0) {
            boards[room][person] = at[room];
            open.decrementAndGet();
            if (due[room] >= from) {
                onBoards.recordValue(Math.min(LONGEST, nanos - due[room]));
            }
        }
    }

    /** Who listens at a page. */
    Sockets.Ear page(int room, int person, AtomicInteger closed) {
        return new Sockets.Ear() {
            @Override
            public void heard(ByteBuf message, long nanos) {
                if (pages[room][person] < at[room] && Pages.has(message, "\"" + NAMES.get(at[room]) + "\"")) {
                    pages[room][person] = at[room];
                    open.decrementAndGet();
                    if (due[room] >= from) {
                        onPages.recordValue(Math.min(LONGEST, nanos - due[room]));
                    }
                }
            }

            @Override
            public void closed() {
                closed.incrementAndGet();
            }
        };
    }

    int count() {
        return count.get();
    }

    /** Boards and pages that have not shown a step yet. */
    int missing() {
        return open.get();
    }

    Histogram onBoards() {
        return onBoards;
    }

    Histogram onPages() {
        return onPages;
    }
}
