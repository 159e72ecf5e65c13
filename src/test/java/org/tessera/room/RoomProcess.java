package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** {@link RoomServer} as a process that can be killed and started again, on the same port and the same folder. */
final class RoomProcess {

    private final Path folder;
    private final Path log;
    private final int port;
    private @Nullable Process process;
    private String meeting = "";

    RoomProcess(Path folder) throws IOException {
        this.folder = folder;
        this.log = folder.resolve("server.log");
        this.port = freePort();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    UUID room() {
        return UUID.fromString(meeting.split(" ", -1)[0]);
    }

    String email(String name) {
        return name + "-" + run() + "@example.org";
    }

    String password() {
        return "correct horse " + run();
    }

    private String run() {
        return meeting.split(" ", -1)[1];
    }

    /** Starts it, once an earlier one is gone, and waits until the room is open. */
    void start() throws IOException {
        Awaitility.await().until(() -> process == null || !process.isAlive());
        int before = ready().size();
        Process started = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Duser.timezone=UTC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RoomServer.class.getName(),
                        folder.toString(),
                        String.valueOf(port),
                        Path.of(System.getProperty("tessera.cache"), "mariadb-11.4.5")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        Awaitility.await("the server")
                .atMost(Duration.ofSeconds(120))
                .until(() -> ready().size() > before || !started.isAlive());
        assertThat(ready()).as(() -> text(log)).hasSizeGreaterThan(before);
        meeting = ready().getLast();
    }

    void killServer() {
        kill(Objects.requireNonNull(process).toHandle());
    }

    void killDatabase() {
        kill(database());
    }

    void killBoth() {
        ProcessHandle database = database();
        killServer();
        kill(database);
    }

    /** Ends server and database, whatever state they are in. */
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
        if (Files.exists(record())) {
            ProcessHandle.of(databaseId()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private List<String> ready() {
        return Files.exists(log)
                ? text(log)
                        .lines()
                        .filter(line -> line.startsWith(RoomServer.READY))
                        .map(line -> line.substring(RoomServer.READY.length()))
                        .toList()
                : List.of();
    }

    private ProcessHandle database() {
        return ProcessHandle.of(databaseId()).orElseThrow();
    }

    /** The database's process, as its folder names it. */
    private long databaseId() {
        return Long.parseLong(text(record()).strip().split(" ", -1)[0]);
    }

    private Path record() {
        return folder.resolve("database").resolve("server");
    }

    private static void kill(ProcessHandle process) {
        assertThat(process.destroyForcibly()).isTrue();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
