package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.bench.Preparation.Prepared;
import org.tessera.bench.Sockets.Socket;

/**
 * The packaged server with its own database, as users run it. An update rewrites one of its author’s notes on a board that
 * everybody sees: durable, decided by the room’s rules, projected for each seat, acknowledged.
 */
final class Tesseras implements Subject {

    /** Notes a person keeps rewriting, so that the board stays as large as a meeting’s. */
    private static final int NOTES = 5;

    private static final String PACK = "looking-at-student-work";
    /** The protocol’s steps up to the first in which everybody writes on the common board. */
    private static final List<String> PHASES = List.of("norms", "work", "examine", "describe");

    private static final String ACK = "\"frame\":\"ack\",\"id\":\"";
    private static final String REFUSED = "\"frame\":\"refused\",\"id\":\"";

    private final Path folder;
    private final Installation installation;
    private final Process process;
    private final int port;
    private final String run = String.format("%08x", System.nanoTime() & 0xffffffffL);
    private Seat[][] seats = new Seat[0][0];

    private Tesseras(Path folder, Installation installation, Process process, int port) {
        this.folder = folder;
        this.installation = installation;
        this.process = process;
        this.port = port;
    }

    /** Prepares the meetings, starts the server and waits until it answers. */
    static Tesseras start(Installation installation, Path folder, int rooms, int people) throws Exception {
        installation.prepares(folder, rooms, people, PACK);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = installation.serves(folder, port);
        Tesseras started = new Tesseras(folder, installation, process, port);
        started.answers();
        return started;
    }

    private void answers() throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest knock = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/csrf"))
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

    /** Somebody’s place in a room. */
    private final class Seat implements Sockets.Ear {

        private final int room;
        private final int person;
        private final Score score;
        private final List<UUID> notes = new ArrayList<>();
        private final CountDownLatch seen = new CountDownLatch(1);
        private final AtomicInteger prepared = new AtomicInteger();
        private volatile Socket socket;
        private int next;

        Seat(int room, int person, Score score) {
            this.room = room;
            this.person = person;
            this.score = score;
        }

        @Override
        public void heard(ByteBuf message, long nanos) {
            seen.countDown();
            Mark.find(message, number -> score.arrives(room, person, number, nanos));
            int ack = Mark.find(message, ACK);
            if (ack >= 0) {
                String id = message.toString(ack + ACK.length(), 36, StandardCharsets.US_ASCII);
                if (id.startsWith(run)) {
                    score.acknowledges(Integer.parseInt(id.substring(24)), nanos);
                } else {
                    prepared.incrementAndGet();
                }
            } else if (Mark.find(message, REFUSED) >= 0) {
                score.refuses();
            }
        }

        void give(UUID id, String type, String fields) {
            socket.text("{\"id\":\"" + id + "\",\"type\":\"" + type + "\"" + fields + "}");
        }

        void awaits(int answers) throws InterruptedException {
            for (int attempt = 0; prepared.get() < answers; attempt++) {
                if (attempt > 3_000 || score.refused() > 0) {
                    throw new IllegalStateException("room " + room + ", person " + person + ": " + prepared.get()
                            + " of " + answers + " answers; refused: " + score.refused());
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    @Override
    public String name() {
        return "Tessera";
    }

    @Override
    public void seat(int rooms, int people, Score score, Sockets sockets) throws Exception {
        List<Prepared> prepared = Preparation.read(folder);
        seats = new Seat[rooms][people];
        for (int room = 0; room < rooms; room++) {
            List<CompletableFuture<?>> opening = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                Seat seat = new Seat(room, person, score);
                seats[room][person] = seat;
                URI address = URI.create("ws://localhost:" + port + "/live/rooms/"
                        + prepared.get(room).room());
                String cookie = "tessera=" + prepared.get(room).cookies().get(person);
                opening.add(sockets.open(address, Map.of("Cookie", cookie), seat)
                        .thenAccept(socket -> seat.socket = socket));
            }
            CompletableFuture.allOf(opening.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            for (Seat seat : seats[room]) {
                if (!seat.seen.await(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no snapshot came");
                }
            }
            for (String phase : PHASES) {
                seats[room][0].give(
                        UUID.randomUUID(), "start-phase", ",\"phase\":\"" + phase + "\",\"reason\":\"bench\"");
            }
            seats[room][0].awaits(PHASES.size());
            for (int person = 0; person < people; person++) {
                writesNotes(seats[room][person]);
            }
        }
        for (Seat[] room : seats) {
            for (Seat seat : room) {
                seat.awaits(NOTES + (seat.person == 0 ? PHASES.size() : 0));
            }
        }
    }

    private static void writesNotes(Seat seat) {
        for (int note = 0; note < NOTES; note++) {
            UUID id = UUID.randomUUID();
            seat.notes.add(id);
            seat.give(UUID.randomUUID(), "add-note", ",\"note\":\"" + id + "\",\"text\":\"Page 2: a table first.\"");
        }
    }

    @Override
    public void send(int room, int person, int number) {
        Seat seat = seats[room][person];
        UUID note = seat.notes.get(seat.next);
        seat.next = (seat.next + 1) % NOTES;
        UUID id = UUID.fromString(run + "-0000-4000-8000-" + String.format("%012d", number));
        seat.give(id, "edit-note", ",\"note\":\"" + note + "\",\"text\":\"" + Mark.update(number) + "\"");
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
