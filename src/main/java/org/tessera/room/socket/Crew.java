package org.tessera.room.socket;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Those who write to sockets, which means to wait where a client does not read. There are as many as there are processors,
 * because to wake one for every frame costs more than the frame; whoever has to wait for a client is replaced at the next
 * {@link #watch}, so that nobody waits for another's network.
 */
final class Crew {

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final int size = Runtime.getRuntime().availableProcessors();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Set<Sender> working = new LinkedHashSet<>();

    private final class Sender implements Runnable {
        private long since;

        @Override
        public void run() {
            for (Runnable job = next(this); job != null; job = next(this)) {
                job.run();
            }
        }
    }

    /** Has {@code job} done, which writes and may have to wait; it throws nothing. */
    void send(Runnable job) {
        synchronized (working) {
            waiting.add(job);
            if (working.size() < size) {
                begin();
            }
        }
    }

    /** Replaces those who have been waiting for a client since the last time. */
    void watch() {
        synchronized (working) {
            long now = System.nanoTime();
            working.removeIf(sender -> now - sender.since > PATIENCE_NANOS);
            int begin = Math.min(size - working.size(), waiting.size());
            for (int each = 0; each < begin; each++) {
                begin();
            }
        }
    }

    private void begin() {
        Sender sender = new Sender();
        sender.since = System.nanoTime();
        working.add(sender);
        Thread.ofVirtual().name("sender").start(sender);
    }

    /** What {@code sender} does next; null if there is nothing, or if somebody else has taken the sender's place. */
    private @Nullable Runnable next(Sender sender) {
        synchronized (working) {
            Runnable job = working.contains(sender) ? waiting.poll() : null;
            if (job == null) {
                working.remove(sender);
            }
            sender.since = System.nanoTime();
            return job;
        }
    }
}
