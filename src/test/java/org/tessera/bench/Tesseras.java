package org.tessera.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server with its own database, as users run it, in a folder of its own. */
final class Tesseras implements Subject {

    private final Path folder;
    private final Installation installation;
    private final int port;
    private final Meetings meetings;
    private Process process;

    private Tesseras(Path folder, Installation installation, Process process, int port) throws IOException {
        this.folder = folder;
        this.installation = installation;
        this.process = process;
        this.port = port;
        this.meetings = new Meetings(address(), Preparation.read(folder));
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Prepares the meetings, starts the server and waits until it answers. */
    static Tesseras start(Installation installation, Path folder, int rooms, int people) throws Exception {
        installation.prepares(folder, rooms, people, Meetings.PACK);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = installation.serves(folder, port);
        Tesseras started = new Tesseras(folder, installation, process, port);
        started.answers();
        return started;
    }

    /** Ends the server as a failing machine would, and waits until it is gone. Its database goes on. */
    void killed() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts the server again on what it left, and waits until it answers; returns when it did. */
    long startsAgain() throws IOException, InterruptedException {
        process = installation.serves(folder, port);
        answers();
        return System.nanoTime();
    }

    /** Asks the server to end, and waits until it has. */
    void ended() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** The process of its database, which is another one after each of its starts. */
    ProcessHandle database() {
        return ProcessHandle.of(installation.databaseOf(folder)).orElseThrow();
    }

    private void answers() throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest knock = HttpRequest.newBuilder(address().resolve("/api/csrf"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                if (http.send(knock, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the server did not start: see " + installation.log(folder));
    }

    @Override
    public String name() {
        return "Tessera";
    }

    @Override
    public void seat(int rooms, int people, Score score, Sockets sockets) throws Exception {
        meetings.seat(rooms, people, score, sockets);
    }

    @Override
    public void send(int room, int person, int number) {
        meetings.send(room, person, number);
    }

    @Override
    public List<Watched> processes() {
        return List.of(new Watched("server", process.pid()), new Watched("database", installation.databaseOf(folder)));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.deleteIfExists(folder.resolve("seats"));
    }
}
