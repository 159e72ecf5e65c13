package org.tessera.room.socket;

import java.util.concurrent.TimeUnit;

/**
 * Whether somebody still reads the streams of a device. A line that has died without a word takes bytes for many minutes;
 * only an answer says that they arrive. Times are those of {@link System#nanoTime()}.
 */
final class Pulse {

    /** A stalled database may hold an answer up for ten seconds, and five lie between two. */
    private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(16);

    private boolean beats;
    private long heardAt;

    Pulse(long now) {
        heardAt = now;
    }

    /** A stream was opened: somebody is there. */
    synchronized void begins(long now) {
        heardAt = now;
    }

    /** Something was posted; {@code isBeat} for what only pages say that answer every breath. */
    synchronized void hears(boolean isBeat, long now) {
        beats |= isBeat;
        heardAt = now;
    }

    /** Whether nobody answers who did before. */
    synchronized boolean isGone(long now) {
        return beats && now - heardAt > GONE_NANOS;
    }
}
