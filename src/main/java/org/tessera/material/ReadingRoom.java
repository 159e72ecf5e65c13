package org.tessera.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Has drawn pages read, one material after the other and on one core: nobody waits for it, and the meeting next door must not
 * notice. A machine without the engine says so at the first page.
 */
final class ReadingRoom {

    private static final Duration PATIENCE_PER_PAGE = Duration.ofSeconds(40);
    private static final DataSize HEAP = DataSize.ofMegabytes(256);

    private final WorkFolder work;
    private final Path cache;
    private final Semaphore desk = new Semaphore(1, true);

    /** @param cache where the engine is unpacked once */
    ReadingRoom(WorkFolder work, Path cache) {
        this.work = work;
        this.cache = cache;
    }

    /** What stands on these pages, PNG each; nothing where it could not be read. */
    Optional<List<Trace>> read(List<byte[]> pages) throws IOException, InterruptedException {
        desk.acquire();
        try (WorkFolder.Desk folder = work.desk()) {
            Path place = folder.path().toAbsolutePath();
            for (int n = 1; n <= pages.size(); n++) {
                Files.write(place.resolve(n + ".png"), pages.get(n - 1));
            }
            OwnProcess process = OwnProcess.start(
                    ReadingProcess.class,
                    HEAP,
                    place,
                    List.of(
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dorg.bytedeco.javacpp.cachedir=" + cache.toAbsolutePath(),
                            // heap and what the engine takes beside it
                            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=1200m"),
                    Map.of("OMP_THREAD_LIMIT", "1"),
                    List.of(place.toString(), Integer.toString(pages.size())));
            try {
                long patience =
                        PATIENCE_PER_PAGE.multipliedBy(pages.size() + 1L).toMillis();
                @Nullable String answer = process.lines().poll(patience, TimeUnit.MILLISECONDS);
                return ReadingProcess.DONE.equals(answer)
                        ? Optional.of(TraceFile.read(place.resolve(ReadingProcess.FILE)))
                        : Optional.empty();
            } finally {
                process.end();
            }
        } finally {
            desk.release();
        }
    }
}
