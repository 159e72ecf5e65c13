package org.tessera.bench.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to the server on loopback that suffers from whatever it is told to, and may be told otherwise at any time. What
 * it does by chance it draws from its seed, a row of numbers for each direction of each connection.
 */
public final class FaultyLine implements AutoCloseable {

    private static final int PIECE = 8 * 1024;

    /** Pieces on their way; whoever sends more has to wait, as on any line. */
    private static final int UNDER_WAY = 256;

    private static final String BLOCKED = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static final String UPGRADE = "upgrade: websocket";

    private final List<URI> servers;
    private final long seed;
    private final ServerSocket entrance;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicInteger blocked = new AtomicInteger();
    private volatile Toxics toxics = Toxics.NONE;

    /** A line to {@code server} with nothing wrong. */
    public FaultyLine(URI server, long seed) throws IOException {
        this(List.of(server), seed);
    }

    /** A line to the first of {@code servers} that takes a connection, as a load balancer would have it. */
    public FaultyLine(List<URI> servers, long seed) throws IOException {
        this.servers = List.copyOf(servers);
        this.seed = seed;
        this.entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("faulty-line").start(this::take);
    }

    /** The server’s address at this end of the line. */
    public URI address() {
        return URI.create("http://localhost:" + entrance.getLocalPort());
    }

    /** From now on it suffers from these, connections that are open too. */
    public void suffers(Toxics from) {
        toxics = from;
        if (from.down()) {
            cut();
        }
    }

    /** Resets every connection there is; new ones get through if the line is not down. */
    public void cut() {
        open.forEach(Connection::hangUp);
    }

    /** How many connections it has reset by chance. */
    public int resets() {
        return resets.get();
    }

    /** How many requests for a WebSocket it has turned away. */
    public int blocked() {
        return blocked.get();
    }

    private void take() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                // the entrance was closed: the loop ends
            }
        }
    }

    private void connect(Socket client) {
        if (toxics.down()) {
            abort(client);
            return;
        }
        try {
            Socket far = reach();
            client.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Connection connection = new Connection(client, far, count.incrementAndGet());
            open.add(connection);
            connection.begin();
        } catch (IOException refused) {
            // the server does not answer: whoever called is hung up on
            abort(client);
        }
    }

    private Socket reach() throws IOException {
        IOException last = new IOException("there is no server");
        for (URI server : servers) {
            try {
                return new Socket(server.getHost(), server.getPort());
            } catch (IOException refused) {
                last = refused;
            }
        }
        throw last;
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to hang up
        }
    }

    /** Bytes and when they are to arrive; none at the end of the stream. */
    private record Piece(byte[] bytes, long due) {}

    private final class Connection {

        private final Socket client;
        private final Socket far;
        private final int number;

        Connection(Socket client, Socket far, int number) {
            this.client = client;
            this.far = far;
            this.number = number;
        }

        void begin() {
            new Direction(this, client, far, true, new SplittableRandom(seed * 31 + 2L * number)).begin();
            new Direction(this, far, client, false, new SplittableRandom(seed * 31 + 2L * number + 1)).begin();
        }

        void hangUp() {
            abort(client);
            abort(far);
            open.remove(this);
        }
    }

    /** One way of a connection: one thread takes, another delivers when it is time. */
    private final class Direction {

        private final Connection connection;
        private final Socket from;
        private final Socket to;
        private final boolean isToServer;
        private final SplittableRandom lot;
        private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(UNDER_WAY);
        private String before = "";
        private boolean hasLost;
        private long lastDue;

        Direction(Connection connection, Socket from, Socket to, boolean isToServer, SplittableRandom lot) {
            this.connection = connection;
            this.from = from;
            this.to = to;
            this.isToServer = isToServer;
            this.lot = lot;
        }

        void begin() {
            Thread.ofVirtual().start(this::takes);
            Thread.ofVirtual().start(this::delivers);
        }

        private void takes() {
            byte[] buffer = new byte[PIECE];
            try {
                InputStream in = from.getInputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    Toxics now = toxics;
                    if (isToServer && now.socketsBlocked() && asksForSocket(buffer, read)) {
                        turnAway();
                        return;
                    }
                    hasLost |= isToServer ? now.deaf().isToServer() : now.deaf().isToClient();
                    if (hasLost) {
                        continue;
                    }
                    if (now.reset() > 0 && lot.nextDouble() < now.reset()) {
                        resets.incrementAndGet();
                        connection.hangUp();
                        return;
                    }
                    underWay.put(new Piece(Arrays.copyOf(buffer, read), due(now)));
                }
                if (!hasLost) {
                    underWay.put(new Piece(new byte[0], due(toxics)));
                }
            } catch (IOException cut) {
                // one end is gone, so the other is as well; unless nobody is to be told
                if (!hasLost) {
                    connection.hangUp();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private long due(Toxics now) {
            double more = now.jitter().isZero()
                    ? 0
                    : (lot.nextDouble() * 2 - 1) * now.jitter().toNanos();
            long due = System.nanoTime() + Math.max(0, now.latency().toNanos() + (long) more);
            lastDue = Math.max(lastDue, due);
            return lastDue;
        }

        /** A request’s head comes in one piece, or in two. */
        private boolean asksForSocket(byte[] buffer, int length) {
            String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            boolean asks = (before + text).contains(UPGRADE);
            before = text.substring(Math.max(0, text.length() - UPGRADE.length()));
            return asks;
        }

        private void turnAway() throws IOException {
            blocked.incrementAndGet();
            from.getOutputStream().write(BLOCKED.getBytes(StandardCharsets.US_ASCII));
            from.close();
            abort(to);
            open.remove(connection);
        }

        private void delivers() {
            try {
                OutputStream out = to.getOutputStream();
                for (Piece piece = underWay.take(); piece.bytes().length > 0; piece = underWay.take()) {
                    waitFor(piece.due());
                    deliver(piece.bytes(), out);
                }
                to.shutdownOutput();
                if (from.isClosed() || to.isInputShutdown()) {
                    connection.hangUp();
                }
            } catch (IOException cut) {
                connection.hangUp();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void deliver(byte[] bytes, OutputStream out) throws IOException, InterruptedException {
            for (int at = 0; at < bytes.length; ) {
                Toxics now = toxics;
                int most = now.slice() > 0 ? now.slice() : bytes.length;
                if (now.bytesPerSecond() > 0) {
                    // a tenth of a second's worth at a time, so that a narrow line does not come in gulps
                    most = (int) Math.max(1, Math.min(most, now.bytesPerSecond() / 10));
                }
                int size = Math.min(most, bytes.length - at);
                if (now.bytesPerSecond() > 0) {
                    waitFor(System.nanoTime() + size * 1_000_000_000L / now.bytesPerSecond());
                }
                out.write(bytes, at, size);
                out.flush();
                at += size;
                if (now.slice() > 0) {
                    // a pause, or the pieces would be put together again on the way
                    waitFor(System.nanoTime() + 100_000);
                }
            }
        }

        private static void waitFor(long due) throws InterruptedException {
            long left = due - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
