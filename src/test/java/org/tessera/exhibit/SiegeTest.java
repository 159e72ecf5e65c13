package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.support.LongFigures;
import org.tessera.support.hostile.HostileFile;
import org.tessera.support.wire.Visitor;

/** Every hostile file at every door of a server with a small heap. */
@Tag("long")
class SiegeTest {

    private static final long MEGA = 1 << 20;
    /** More than this a server may not hold after all of them: what is kept is on disk. */
    private static final long MOST_HELD = 64 * MEGA;

    /** Where it fails, the server's log tells why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void all_hostile_files_at_all_doors() throws Exception {
        ExhibitProcess server = new ExhibitProcess(folder);
        server.start();
        try (Siege siege = new Siege(server.address())) {
            Visitor ana = Visitor.person(server.address(), ExhibitServer.EMAIL, ExhibitServer.PASSWORD);
            List<UploadDoor> doors = HostileUploadsTest.doors(server.address(), ana, server.team());
            List<HostileFile> files = siege.files();
            long before = server.holds();
            long began = System.nanoTime();
            for (int at = 0; at < files.size(); at++) {
                for (UploadDoor door : doors) {
                    siege.bring(door, files.get(at), ana);
                }
                if (at % 20 == 0) {
                    siege.weigh(() -> held(server) - before);
                }
            }
            doors.forEach(UploadDoor::close);
            siege.weigh(() -> held(server) - before);
            siege.isWithstood(Path.of("/tmp"), Path.of(System.getProperty("user.dir")), Path.of("target"), folder);
            assertThat(Files.readString(folder.resolve("server.log")))
                    .as("nothing broke")
                    .doesNotContain("OutOfMemoryError", "Failure ");
            assertThat(siege.most()).as("bytes held afterwards").isLessThan(MOST_HELD);
            LongFigures.leave(
                    "Hostile files at every door",
                    "%d files, each at %d doors of a server with 256 MB of heap, %d times in all, in %d s: %s. %d addresses of what was kept were fetched and held against the rules in `Served`: 0 of a type that runs, 0 executed, 0 of the addresses inside the files asked for, 0 files beside the folder of files, 0 failures in the log. After a collection the heap held at most %.1f MB more than before. Slowest: %s. Meanwhile somebody else opened the sign-in page %d times and waited at most %d ms."
                            .formatted(
                                    files.size(),
                                    doors.size(),
                                    siege.brought(),
                                    (System.nanoTime() - began) / 1_000_000_000,
                                    siege.told(),
                                    siege.served(),
                                    siege.most() / (double) MEGA,
                                    siege.longest(),
                                    siege.others(),
                                    siege.slowestMillis()));
        } finally {
            server.stop();
        }
    }

    private static long held(ExhibitProcess server) {
        try {
            return server.holds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
