package org.tessera.material;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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

    private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    /** What the process cannot do without on some systems; it gets no other variable, so no password either. */
    private static final Set<String> VARIABLES = Set.of("SystemRoot", "LANG");

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

    private Process start(DrawingOrder order) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.memory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + order.folder(),
                "-Dpdfbox.fontcache=" + fontCache.toAbsolutePath(),
                // The libraries have a lot to say about hostile files, and nobody to say it to.
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog"));
        command.addAll(program());
        command.addAll(order.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(order.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(VARIABLES);
        return builder.start();
    }

    /** The class path and main class; out of the packed jar only Boot's own launcher can start a class. */
    private static List<String> program() {
        String main = DrawingProcess.class.getName();
        boolean packed = DrawingProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .contains("nested:");
        return packed
                ? List.of("-Dloader.main=" + main, "-cp", classPath(), BOOT_LAUNCHER)
                : List.of("-cp", classPath(), main);
    }

    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private Drawing follow(Process process, DrawingOrder order, ProgressListener listener, long deadline)
            throws IOException, InterruptedException {
        BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> read(process, lines));
        try {
            List<DrawnPage> drawn = new ArrayList<>();
            int pages = 0;
            while (true) {
                @Nullable Line line = lines.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                if (listener.cancelled()) {
                    return new Drawing.Refused(IntakeRefusal.CANCELLED);
                }
                if (line == null) {
                    if (System.nanoTime() > deadline) {
                        return new Drawing.Refused(IntakeRefusal.TOO_COMPLICATED);
                    }
                    continue;
                }
                String[] words = line.text().split(" ");
                switch (words[0]) {
                    case "pages" -> pages = Integer.parseInt(words[1]);
                    case "page" -> drawn.add(page(order, words[1], words[2], words[3]));
                    case "refused" -> {
                        return new Drawing.Refused(IntakeRefusal.valueOf(words[1]));
                    }
                    case "done" -> {
                        return new Drawing.Drawn(drawn);
                    }
                    default -> {
                        LOG.warn("a drawing process ended without an answer, exit code {}", process.waitFor());
                        return new Drawing.Refused(IntakeRefusal.TOO_COMPLICATED);
                    }
                }
                listener.drawn(drawn.size(), pages);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static DrawnPage page(DrawingOrder order, String n, String width, String height) throws IOException {
        Path file = order.pageFile(Integer.parseInt(n));
        return new DrawnPage(
                file, Sha256.of(file), Files.size(file), Integer.parseInt(width), Integer.parseInt(height));
    }

    /** One line of the process, or the empty one for its end. */
    private record Line(String text) {}

    private static void read(Process process, BlockingQueue<Line> lines) {
        try (BufferedReader reader = process.inputReader()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.add(new Line(text));
            }
        } catch (IOException e) {
            LOG.debug("a drawing process broke off", e);
        }
        lines.add(new Line(""));
    }
}
