package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.bench.Preparation.Prepared;
import org.tessera.bench.Sockets.Socket;

/**
 * Meetings that go on, over the real wire. An update rewrites one of its author’s notes on a board that everybody sees:
 * durable, decided by the room’s rules, projected for each seat, acknowledged.
 */
final class Meetings {

    /** Notes a person keeps rewriting, so that the board stays as large as a meeting’s. */
    private static final int NOTES = 5;

    static final String PACK = "looking-at-student-work";

    /** The protocol’s steps up to the first in which everybody writes on the common board. */
    static final List<String> PHASES = List.of("norms", "work", "examine", "describe");

    /** So many people prepare at the same time: a room that is asked for much more at once gives it back. */
    private static final int AT_ONCE = 20;

    private static final String ACK = "\"frame\":\"ack\",\"id\":\"";
    private static final String REFUSED = "\"frame\":\"refused\",\"id\":\"";

    private final URI server;
    private final List<Prepared> prepared;
    private final String run = String.format("%08x", System.nanoTime() & 0xffffffffL);
    private final AtomicInteger closed = new AtomicInteger();
    private Seat[][] seats = new Seat[0][0];
    private int notes = NOTES;
    private Optional<Steps> steps = Optional.empty();

    Meetings(URI server, List<Prepared> prepared) {
        this.server = server;
        this.prepared = prepared;
    }

    /** With so many notes of each person on the board from the start, and telling {@code steps} what boards are told. */
    Meetings with(int notesEach, Steps watched) {
        notes = notesEach;
        steps = Optional.of(watched);
        return this;
    }

    /** Somebody’s place in a room. */
    private final class Seat implements Sockets.Ear {

        private final int room;
        private final int person;
        private final Score score;
        private final List<UUID> written = new ArrayList<>();
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
            steps.ifPresent(watched -> watched.onBoard(room, person, message, nanos));
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

        @Override
        public void closed() {
            closed.incrementAndGet();
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

    /** Seats everybody, begins the step in which all write, and lets everybody write their notes. */
    void seat(int rooms, int people, Score score, Sockets sockets) throws Exception {
        seats = new Seat[rooms][people];
        for (int room = 0; room < rooms; room++) {
            List<CompletableFuture<?>> opening = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                Seat seat = new Seat(room, person, score);
                seats[room][person] = seat;
                URI address = URI.create("ws://" + server.getAuthority() + "/live/rooms/"
                        + prepared.get(room).room() + "?as=bytes");
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
                if (person % AT_ONCE == AT_ONCE - 1) {
                    seats[room][person].awaits(notes + (person == 0 ? PHASES.size() : 0));
                }
            }
        }
        for (Seat[] room : seats) {
            for (Seat seat : room) {
                seat.awaits(notes + (seat.person == 0 ? PHASES.size() : 0));
            }
        }
    }

    private void writesNotes(Seat seat) {
        for (int note = 0; note < notes; note++) {
            UUID id = UUID.randomUUID();
            seat.written.add(id);
            seat.give(UUID.randomUUID(), "add-note", ",\"note\":\"" + id + "\",\"text\":\"Page 2: a table first.\"");
        }
    }

    /** Sends an update; called by one thread. */
    void send(int room, int person, int number) {
        Seat seat = seats[room][person];
        UUID note = seat.written.get(seat.next);
        seat.next = (seat.next + 1) % notes;
        UUID id = UUID.fromString(run + "-0000-4000-8000-" + String.format("%012d", number));
        seat.give(id, "edit-note", ",\"note\":\"" + note + "\",\"text\":\"" + Mark.update(number) + "\"");
    }

    /** Puts a new note with an update’s mark on the board. */
    void adds(int room, int person, int number) {
        UUID id = UUID.fromString(run + "-0000-4000-8000-" + String.format("%012d", number));
        seats[room][person].give(
                id, "add-note", ",\"note\":\"" + UUID.randomUUID() + "\",\"text\":\"" + Mark.update(number) + "\"");
    }

    /** Somebody raises a hand or takes it down. */
    void hand(int room, int person, boolean up) {
        seats[room][person].give(UUID.randomUUID(), up ? "raise-hand" : "lower-hand", "");
    }

    /** The facilitator of a room goes on. */
    void startsPhase(int room, String phase) {
        seats[room][0].give(UUID.randomUUID(), "start-phase", ",\"phase\":\"" + phase + "\",\"reason\":\"bench\"");
    }

    /** How many boards have lost their socket. */
    int closed() {
        return closed.get();
    }
}
