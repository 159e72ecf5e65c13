package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.support.LongFigures;
import org.tessera.support.wire.Visitor;

/**
 * A video of 2 GB is sent in one go to a server with a small heap. Its line breaks, later the server is killed; each time it
 * goes on where it was. Afterwards it plays by range.
 */
@Tag("long")
class LargeUploadTest {

    private static final long MEGA = 1 << 20;
    private static final long FILM = 2048 * MEGA;
    /** What "a few MB" means here. */
    private static final long MOST_HELD = 8 * MEGA;

    @TempDir
    private Path folder;

    private ExhibitProcess server;

    @BeforeEach
    void start() throws Exception {
        server = new ExhibitProcess(folder);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void survives_a_broken_line_and_a_killed_server_holds_little_and_plays_by_range() throws Exception {
        Film film = Film.of(FILM);
        Tus tus = new Tus(
                server.address(), Visitor.person(server.address(), ExhibitServer.EMAIL, ExhibitServer.PASSWORD));
        String upload = tus.begin(film.size(), Film.said(server.team()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        // what everybody needs who asks anything at all is there before it is measured
        tus.offset(upload);
        long before = server.holds();
        long most = 0;

        tus.send(upload, film, 0, FILM / 3);
        long first = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> tus.offset(upload), offset -> offset >= FILM / 3);

        AtomicReference<Throwable> broken = new AtomicReference<>();
        Thread sending = Thread.ofVirtual().start(() -> {
            try {
                tus.send(upload, film, first, FILM - first - MEGA);
            } catch (Exception e) {
                broken.set(e);
            }
        });
        while (sent(upload) < FILM * 2 / 3) {
            most = Math.max(most, server.holds() - before);
        }
        server.kill();
        sending.join(Duration.ofSeconds(60));
        assertThat(broken.get()).as("it was still being sent").isNotNull();
        server.start();

        long second = tus.offset(upload);
        assertThat(second).isBetween(FILM * 2 / 3, FILM - MEGA);
        long again = server.holds();
        Thread rest = Thread.ofVirtual().start(() -> {
            try {
                broken.set(null);
                assertThat(tus.send(upload, film, second, FILM - second)).contains(" 204");
            } catch (Throwable e) {
                broken.set(e);
            }
        });
        while (rest.isAlive()) {
            most = Math.max(most, server.holds() - again);
        }
        assertThat(broken.get()).isNull();
        Awaitility.await("the file to be looked at")
                .atMost(Duration.ofSeconds(180))
                .until(() -> tus.visitor().get(upload).body().contains("\"kept\""));
        most = Math.max(most, server.holds() - again);

        String file = upload.replace("/uploads/", "/exhibits/") + "/file";
        for (long at : new long[] {0, 5, FILM / 2 - 1, FILM - 3 * MEGA, FILM - 1000}) {
            int n = (int) Math.min(2 * MEGA + 1, FILM - at);
            HttpResponse<byte[]> answer = tus.visitor()
                    .bytes(tus.visitor()
                            .request(file)
                            .header("Range", "bytes=" + at + "-" + (at + n - 1))
                            .GET());
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(film.bytes(at, n));
        }
        most = Math.max(most, server.holds() - again);
        HttpResponse<String> head =
                tus.visitor().send(tus.visitor().request(file).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.headers().firstValue("ETag")).contains('"' + film.sha256() + '"');
        assertThat(most).as("bytes held for it").isLessThan(MOST_HELD);
        LongFigures.leave(
                "A video of 2 GB",
                "%d MB sent to a server with 256 MB of heap as one request, its line broken after a third and the server killed after two thirds; sent on from %d and %d MB, kept with the checksum it was sent with, and played by five ranges. Beyond what it held before, the server held at most %.1f MB for it, on its heap after a collection and in buffers outside."
                        .formatted(FILM / MEGA, first / MEGA, second / MEGA, most / (double) MEGA));
    }

    /** How much lies on disk, without asking the server. */
    private long sent(String upload) {
        return folder.resolve("files/recordings")
                .resolve(upload.substring(upload.lastIndexOf('/') + 1))
                .toFile()
                .length();
    }
}
