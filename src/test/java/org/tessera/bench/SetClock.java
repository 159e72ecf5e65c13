package org.tessera.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The machine’s clock as some processes see it, which can be set while they run: libfaketime stands between them and the
 * system. What measures how much time has passed goes on undisturbed, as it does when the clock of a machine is set.
 */
final class SetClock {

    private final Path library;
    private final Path file;

    private SetClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** A clock that is right, and is set by what stands in {@code file}. */
    static SetClock in(Path file) throws IOException {
        SetClock clock = new SetClock(installed(), file);
        clock.sets(Duration.ZERO);
        return clock;
    }

    private static Path installed() {
        try (Stream<Path> places = Files.find(Path.of("/usr/lib"), 3, (path, _) -> path.endsWith("libfaketime.so.1"))) {
            return places.findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no libfaketime on this machine. Debian and"
                            + " Ubuntu bring it with: apt-get install libfaketime"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process finds in its environment that goes by this clock. */
    Map<String, String> surroundings() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_DISABLE_SHM", "1");
    }

    /** Sets it so far before the right time, or behind it. */
    void sets(Duration ahead) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
