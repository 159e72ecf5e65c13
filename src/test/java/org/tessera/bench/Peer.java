package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.tessera.bench.Sockets.Socket;

/**
 * A server that hands on what somebody sends to everybody else in the room, and does nothing else: nothing is stored, no
 * rules are asked, no rights looked at.
 */
final class Peer implements Subject {

    /** How a kind of server is spoken to. */
    enum Kind {
        HOCUSPOCUS("Hocuspocus"),
        SOCKET_IO("socket.io"),
        STOMP("Spring STOMP");

        private final String called;

        Kind(String called) {
            this.called = called;
        }

        String called() {
            return called;
        }
    }

    private static final int ATTEMPTS = 300;

    private final Kind kind;
    private final Process process;
    private final int port;
    private Seat[][] seats = new Seat[0][0];

    private Peer(Kind kind, Process process, int port) {
        this.kind = kind;
        this.process = process;
        this.port = port;
    }

    static Peer start(Kind kind, Installation installation, Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        Path log = folder.resolve(kind.name().toLowerCase(Locale.ROOT) + ".log");
        Process process =
                switch (kind) {
                    case HOCUSPOCUS -> installation.runsInNode("hocuspocus.mjs", port, log);
                    case SOCKET_IO -> installation.runsInNode("socket-io.mjs", port, log);
                    case STOMP -> installation.runs(StompRelay.class, log, String.valueOf(port));
                };
        return new Peer(kind, process, port);
    }

    /** Somebody’s place in a room; what is said depends on the kind of server. */
    private abstract static class Seat implements Sockets.Ear {

        final int room;
        final int person;
        final CountDownLatch ready = new CountDownLatch(1);
        private final Score score;
        private volatile Socket socket;

        Seat(int room, int person, Score score) {
            this.room = room;
            this.person = person;
            this.score = score;
        }

        abstract String path();

        Map<String, String> headers() {
            return Map.of();
        }

        /** Says what must be said first. */
        abstract void greet();

        /** Hears what comes before the seat is ready, and says so when it is. */
        abstract void prepare(ByteBuf message);

        abstract void send(int number);

        Socket socket() {
            return socket;
        }

        @Override
        public void heard(ByteBuf message, long nanos) {
            prepare(message);
            Mark.find(message, number -> score.arrives(room, person, number, nanos));
        }
    }

    private static final class SocketIoSeat extends Seat {

        SocketIoSeat(int room, int person, Score score) {
            super(room, person, score);
        }

        @Override
        String path() {
            return "/socket.io/?EIO=4&transport=websocket";
        }

        @Override
        void greet() {
            socket().text("40");
        }

        @Override
        void prepare(ByteBuf message) {
            byte type = message.getByte(message.readerIndex());
            if (type == '2') {
                socket().text("3");
            } else if (Mark.find(message, "40{") == message.readerIndex()) {
                socket().text("42[\"join\",\"" + room + "\"]");
            } else if (Mark.find(message, "42[\"joined\"") == message.readerIndex()) {
                ready.countDown();
            }
        }

        @Override
        void send(int number) {
            socket().text("42[\"update\",\"" + room + "\",\"" + Mark.update(number) + "\"]");
        }
    }

    private static final class StompSeat extends Seat {

        StompSeat(int room, int person, Score score) {
            super(room, person, score);
        }

        @Override
        String path() {
            return "/stomp";
        }

        @Override
        Map<String, String> headers() {
            return Map.of("Sec-WebSocket-Protocol", "v12.stomp");
        }

        @Override
        void greet() {
            socket().text("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:0,0\n\n\0");
        }

        @Override
        void prepare(ByteBuf message) {
            if (Mark.find(message, "CONNECTED") == message.readerIndex()) {
                socket().text("SUBSCRIBE\nid:0\nreceipt:r\ndestination:/topic/" + room + "\n\n\0");
                // the simple broker sends no receipts; the first message that comes back says that one is subscribed
                ready.countDown();
            }
        }

        @Override
        void send(int number) {
            socket().text("SEND\ndestination:/topic/" + room + "\ncontent-type:text/plain\n\n" + Mark.update(number)
                    + "\0");
        }
    }

    /** An update is an entry of a Yjs array, put after the author’s last one, as a board’s client would. */
    private static final class HocuspocusSeat extends Seat {

        private static final int SYNC = 0;
        private static final int AUTH = 2;

        private final byte[] document;
        private final int client;
        private int clock;

        HocuspocusSeat(int room, int person, Score score) {
            super(room, person, score);
            this.document = ("room-" + room).getBytes(StandardCharsets.UTF_8);
            this.client = room * 1_000 + person + 1;
        }

        @Override
        String path() {
            return "/";
        }

        @Override
        void greet() {
            ByteBuf hello = Unpooled.buffer();
            Yjs.bytes(hello, document);
            Yjs.number(hello, AUTH);
            Yjs.number(hello, 0);
            Yjs.bytes(hello, "anybody".getBytes(StandardCharsets.UTF_8));
            socket().bytes(hello);
        }

        @Override
        void prepare(ByteBuf message) {
            int type = message.readerIndex() + document.length + 1;
            if (type < message.writerIndex() && message.getByte(type) == AUTH) {
                ready.countDown();
            }
        }

        @Override
        void send(int number) {
            ByteBuf update = Unpooled.buffer(320);
            Yjs.bytes(update, document);
            Yjs.number(update, SYNC);
            Yjs.number(update, 2);
            ByteBuf change = Yjs.append(client, clock++, "notes", Mark.update(number));
            Yjs.number(update, change.readableBytes());
            update.writeBytes(change);
            socket().bytes(update);
        }
    }

    @Override
    public String name() {
        return kind.called();
    }

    @Override
    public void seat(int rooms, int people, Score score, Sockets sockets) throws Exception {
        answers(sockets, score);
        seats = new Seat[rooms][people];
        for (int room = 0; room < rooms; room++) {
            for (int person = 0; person < people; person++) {
                seats[room][person] = open(newSeat(room, person, score), sockets);
            }
        }
        for (Seat[] room : seats) {
            for (Seat seat : room) {
                if (!seat.ready.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(name() + " let nobody in");
                }
            }
        }
        // a subscription that is under way has no answer to wait for
        TimeUnit.SECONDS.sleep(1);
    }

    private void answers(Sockets sockets, Score score) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                open(newSeat(0, 0, score), sockets).socket().close();
                return;
            } catch (ExecutionException | UncheckedIOException _) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException(name() + " did not start");
    }

    private Seat newSeat(int room, int person, Score score) {
        return switch (kind) {
            case HOCUSPOCUS -> new HocuspocusSeat(room, person, score);
            case SOCKET_IO -> new SocketIoSeat(room, person, score);
            case STOMP -> new StompSeat(room, person, score);
        };
    }

    private Seat open(Seat seat, Sockets sockets) throws InterruptedException, ExecutionException {
        CompletableFuture<Socket> opening =
                sockets.open(URI.create("ws://localhost:" + port + seat.path()), seat.headers(), seat);
        seat.socket = opening.get();
        seat.greet();
        return seat;
    }

    @Override
    public void send(int room, int person, int number) {
        seats[room][person].send(number);
    }

    @Override
    public List<Watched> processes() {
        return List.of(new Watched("server", process.pid()));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** All seats of a room, for tests of the peers themselves. */
    List<Socket> sockets(int room) {
        List<Socket> sockets = new ArrayList<>();
        for (Seat seat : seats[room]) {
            sockets.add(seat.socket());
        }
        return sockets;
    }
}
