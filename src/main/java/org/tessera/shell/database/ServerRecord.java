package org.tessera.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a data folder says about the server that was started on it last. It outlives the JVM that wrote it, so that the next
 * one can find a server left behind.
 *
 * @param pid the server's process
 * @param startedAt when that process started; a number alone may have been given to another process since
 * @param port where it listens
 */
record ServerRecord(long pid, Instant startedAt, int port) {

    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    static ServerRecord of(ProcessHandle process, int port) {
        return new ServerRecord(process.pid(), startOf(process), port);
    }

    /** The record of a folder, if it has a readable one. */
    static Optional<ServerRecord> read(Path folder) throws IOException {
        var file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var words = Files.readString(file).strip().split(" ", -1);
        return words.length == 3
                ? Optional.of(
                        new ServerRecord(Long.parseLong(words[0]), Instant.parse(words[1]), Integer.parseInt(words[2])))
                : Optional.empty();
    }

    void write(Path folder) throws IOException {
        Files.writeString(file(folder), pid + " " + startedAt + " " + port);
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
    }

    /** The process, if it still runs and is the same one. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(startedAt, startOf(process)).abs().compareTo(CLOCK_GRAIN) < 0);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static Path file(Path folder) {
        return folder.resolve("server");
    }
}
