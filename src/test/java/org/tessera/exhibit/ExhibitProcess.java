package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** {@link ExhibitServer} as a process with a small heap that can be killed and started again, on the same port and folder. */
final class ExhibitProcess {

    private final Path folder;
    private final Path log;
    private final int port;
    private @Nullable Process process;

    ExhibitProcess(Path folder) throws IOException {
        this.folder = folder;
        this.log = folder.resolve("server.log");
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    String team() {
        return said(ExhibitServer.READY).getLast();
    }

    void start() throws IOException {
        Awaitility.await().until(() -> process == null || !process.isAlive());
        int before = said(ExhibitServer.READY).size();
        Process started = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Duser.timezone=UTC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-XX:MaxDirectMemorySize=32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExhibitServer.class.getName(),
                        folder.toString(),
                        String.valueOf(port),
                        Path.of(System.getProperty("tessera.cache"), "mariadb-11.4.5")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        Awaitility.await("the server")
                .atMost(Duration.ofSeconds(180))
                .until(() -> said(ExhibitServer.READY).size() > before || !started.isAlive());
        assertThat(said(ExhibitServer.READY)).as(() -> text(log)).hasSizeGreaterThan(before);
    }

    /** How much memory it holds at this moment, in bytes. */
    long holds() throws IOException {
        int before = said(ExhibitServer.HOLDS).size();
        var in = Objects.requireNonNull(process).getOutputStream();
        in.write("\n".getBytes(StandardCharsets.UTF_8));
        in.flush();
        Awaitility.await("the memory")
                .atMost(Duration.ofSeconds(30))
                .until(() -> said(ExhibitServer.HOLDS).size() > before);
        return Long.parseLong(said(ExhibitServer.HOLDS).getLast());
    }

    void kill() {
        assertThat(Objects.requireNonNull(process).toHandle().destroyForcibly()).isTrue();
    }

    /** Ends server and database, whatever state they are in. */
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
        Path record = folder.resolve("database").resolve("server");
        if (Files.exists(record)) {
            ProcessHandle.of(Long.parseLong(text(record).strip().split(" ", -1)[0]))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private List<String> said(String what) {
        return Files.exists(log)
                ? text(log)
                        .lines()
                        .filter(line -> line.startsWith(what))
                        .map(line -> line.substring(what.length()))
                        .toList()
                : List.of();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
