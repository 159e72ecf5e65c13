package org.tessera.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has files drawn, each in a process of its own: a file made to hurt can eat that process's memory or never end, and
 * the meeting next door notices nothing. Cancelling and running out of time end the process, in the middle of a page.
 *
 * @see "Decision: docs/decisions/files-are-drawn-in-a-process-of-their-own.md"
 */
final class DrawingRoom {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingRoom.class);

    /** How often a person's cancel is looked for. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final IntakeLimits limits;
    private final Path fontCache;
    private final Semaphore drawers;

    /** @param cache where the drawing processes remember which fonts this machine has */
    DrawingRoom(IntakeLimits limits, Path cache) {
        this.limits = limits;
        this.fontCache = cache;
        this.drawers = new Semaphore(limits.drawers(), true);
    }

    /** Draws a file into a folder; on any refusal the folder may hold leftovers, which are the caller's to remove. */
    Drawing draw(FileKind kind, Path source, Path folder, ProgressListener listener)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limits.patience().toNanos();
        while (!drawers.tryAcquire(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            if (listener.cancelled()) {
                return new Drawing.Refused(IntakeRefusal.CANCELLED);
            }
            if (System.nanoTime() > deadline) {
                return new Drawing.Refused(IntakeRefusal.BUSY);
            }
        }
        try {
            DrawingOrder order = new DrawingOrder(
                    kind,
                    source.toAbsolutePath(),
                    folder.toAbsolutePath(),
                    limits.pages(),
                    limits.pixels(),
                    limits.pagePixels());
            return follow(start(order), order, listener, deadline);
        } finally {
            drawers.release();
        }
    }

    private OwnProcess start(DrawingOrder order) throws IOException {
        return OwnProcess.start(
                DrawingProcess.class,
                limits.memory(),
                order.folder(),
                List.of("-Dpdfbox.fontcache=" + fontCache.toAbsolutePath()),
                Map.of(),
                order.arguments());
    }

    private Drawing follow(OwnProcess process, DrawingOrder order, ProgressListener listener, long deadline)
            throws IOException, InterruptedException {
        try {
            List<DrawnPage> drawn = new ArrayList<>();
            int pages = 0;
            while (true) {
                @Nullable String line = process.lines().poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                if (listener.cancelled()) {
                    return new Drawing.Refused(IntakeRefusal.CANCELLED);
                }
                if (line == null) {
                    if (System.nanoTime() > deadline) {
                        return new Drawing.Refused(IntakeRefusal.TOO_COMPLICATED);
                    }
                    continue;
                }
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "pages" -> pages = Integer.parseInt(words[1]);
                    case "page" -> drawn.add(page(order, words[1], words[2], words[3]));
                    case "refused" -> {
                        return new Drawing.Refused(IntakeRefusal.valueOf(words[1]));
                    }
                    case "done" -> {
                        return new Drawing.Drawn(drawn, TraceFile.read(order.traceFile()));
                    }
                    default -> {
                        LOG.warn(
                                "a drawing process ended without an answer, exit code {}",
                                process.process().waitFor());
                        return new Drawing.Refused(IntakeRefusal.TOO_COMPLICATED);
                    }
                }
                listener.drawn(drawn.size(), pages);
            }
        } finally {
            process.end();
        }
    }

    private static DrawnPage page(DrawingOrder order, String n, String width, String height) throws IOException {
        Path file = order.pageFile(Integer.parseInt(n));
        return new DrawnPage(
                file, Sha256.of(file), Files.size(file), Integer.parseInt(width), Integer.parseInt(height));
    }
}
