package org.tessera.shell.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server process that answers.
 *
 * @param process the process, ours or a predecessor's
 * @param port where it listens on the loopback interface
 */
record Server(ProcessHandle process, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TRIES = 3;

    /** Starts one on any free port and waits until it answers. */
    static Server start(EmbeddedDatabaseSettings settings, String password) throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var port = freePort();
            try {
                return start(settings, password, port);
            } catch (DatabaseUnavailable e) {
                // somebody else may have taken the port between the look and the start
                if (attempt == TRIES || isFree(port)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Starts one on a given port, notes it in the data folder and waits until it answers.
     *
     * @throws DatabaseUnavailable if it ends or stays silent
     */
    static Server start(EmbeddedDatabaseSettings settings, String password, int port)
            throws IOException, InterruptedException {
        var process = new ServerCommand(settings).serve(port, settings.folder().resolve("init.sql"));
        ServerRecord.of(process.toHandle(), port).write(settings.folder());
        var server = new Server(process.toHandle(), port);
        if (!server.awaitAnswer(settings, password, PATIENCE)) {
            var ended = !process.isAlive();
            server.stop();
            throw new DatabaseUnavailable("MariaDB %s; what it said is in %s."
                    .formatted(
                            ended ? "ended while it started" : "did not answer within " + PATIENCE.toSeconds() + " s",
                            settings.log()));
        }
        return server;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it answers; false if it ended before, or stayed silent. */
    boolean awaitAnswer(EmbeddedDatabaseSettings settings, String password, Duration patience)
            throws InterruptedException {
        var access = new Access(port, password);
        var deadline = System.nanoTime() + patience.toNanos();
        do {
            if (access.answersFrom(settings.files())) {
                return true;
            }
        } while (!endsWithin(Duration.ofMillis(50)) && System.nanoTime() < deadline);
        return false;
    }

    /** Asks it to close its files and end; ends it by force if it does not. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!endsWithin(Duration.ofSeconds(30))) {
            process.destroyForcibly();
            endsWithin(Duration.ofSeconds(10));
        }
    }

    private boolean endsWithin(Duration time) throws InterruptedException {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of process " + pid() + " cannot be observed.", e);
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
