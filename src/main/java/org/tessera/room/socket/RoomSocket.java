package org.tessera.room.socket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.tessera.account.SignInEnded;
import org.tessera.room.Bench;
import org.tessera.room.Seat;
import org.tessera.room.SeatEnd;
import org.tessera.room.SharedDevices;
import org.tessera.room.Utf8;

/**
 * The room's socket: text frames, one JSON object each. Presence hangs on the server's pings, because browsers slow
 * hidden tabs down and people hide the tab behind their video call; an answer to a ping needs no script.
 */
@Component
class RoomSocket extends TextWebSocketHandler implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RoomSocket.class);

    private static final long PING_SECONDS = 5;
    /** How often is looked for who has not answered; it costs a look at a number each, and nothing on the line. */
    private static final long LOOK_SECONDS = 1;

    private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long WATCH_MILLIS = 25;
    /** The longest text that goes out in one piece when it is written, in bytes. */
    private static final int WRITER = 8_000;

    private final SharedDevices devices;
    private final Crew crew = new Crew();
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("pings").factory());

    RoomSocket(SharedDevices devices) {
        this.devices = devices;
        pings.scheduleWithFixedDelay(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        pings.scheduleWithFixedDelay(this::missTheGone, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        pings.scheduleWithFixedDelay(crew::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One open socket. */
    private final class Line implements SeatEnd {
        final WebSocketSession session;
        private final RemoteEndpoint.Basic remote;
        private final boolean bytes;
        final RoomGate.Visit visit;
        final StringBuilder gathered = new StringBuilder();
        boolean tooLarge;
        volatile long heardAt = System.nanoTime();
        private volatile Optional<Bench> bench = Optional.empty();

        Line(WebSocketSession session, RoomGate.Visit visit) {
            this.session = session;
            this.remote = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class))
                    .getBasicRemote();
            this.bytes = Boolean.TRUE.equals(session.getAttributes().get(RoomGate.BYTES));
            this.visit = visit;
        }

        void sit() {
            bench = Optional.of(
                    devices.open(visit.device(), visit.member(), visit.visitor().locale(), this, visit.since()));
        }

        @Override
        public void deliver(List<Utf8> frames, Taken taken) {
            crew.send(() -> {
                try {
                    for (Utf8 frame : frames) {
                        send(frame);
                    }
                } catch (IOException | RuntimeException e) {
                    taken.failed(e);
                    return;
                }
                taken.all();
            });
        }

        /**
         * Sends a frame and waits until it is on its way. As a text it has to be characters first, whose bytes Tomcat makes
         * anew for every seat, in a buffer of its own or, where they do not fit, one by one. So whoever can take bytes gets
         * them.
         */
        private void send(Utf8 frame) throws IOException {
            if (bytes) {
                remote.sendBinary(frame.bytes());
            } else if (frame.size() > WRITER) {
                session.sendMessage(new TextMessage(frame.toString()));
            } else {
                try (Writer writer = remote.getSendWriter()) {
                    writer.write(frame.toString());
                }
            }
        }

        /** Who asks for bytes knows this too. */
        @Override
        public boolean isTerse() {
            return bytes;
        }

        @Override
        public void close() {
            end(CloseStatus.SERVICE_RESTARTED);
        }

        void end(CloseStatus status) {
            try {
                session.close(status);
            } catch (IOException e) {
                LOG.debug("closing a socket: {}", e.toString());
            }
        }

        /** Gathers the parts of a frame up to the limit and throws the rest of a longer one away. */
        void hear(TextMessage part) {
            if (gathered.length() + part.getPayloadLength() > Seat.FRAME_LIMIT) {
                tooLarge = true;
                gathered.setLength(0);
            } else if (!tooLarge) {
                gathered.append(part.getPayload());
            }
            if (part.isLast()) {
                String text = gathered.toString();
                gathered.setLength(0);
                boolean refused = tooLarge || text.getBytes(StandardCharsets.UTF_8).length > Seat.FRAME_LIMIT;
                tooLarge = false;
                bench.ifPresent(there -> {
                    if (refused) {
                        there.tooLarge();
                    } else {
                        there.say(text);
                    }
                });
            }
        }
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        RoomGate.Visit visit =
                (RoomGate.Visit) Objects.requireNonNull(session.getAttributes().get(RoomGate.VISIT));
        Line line = new Line(session, visit);
        lines.put(session.getId(), line);
        line.sit();
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Line line = lines.get(session.getId());
        if (line != null) {
            line.heardAt = System.nanoTime();
            line.hear(message);
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        Line line = lines.get(session.getId());
        if (line != null) {
            line.heardAt = System.nanoTime();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) {
        LOG.debug("a socket failed: {}", exception.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Line line = lines.remove(session.getId());
        if (line != null) {
            line.bench.ifPresent(Bench::close);
        }
    }

    private void ping() {
        lines.values().forEach(line -> Thread.ofVirtual().start(() -> {
            try {
                line.session.sendMessage(new PingMessage());
            } catch (IOException | IllegalStateException e) {
                LOG.debug("a ping failed: {}", e.toString());
            }
        }));
    }

    private void missTheGone() {
        long now = System.nanoTime();
        lines.forEach((id, line) -> {
            if (now - line.heardAt > GONE_NANOS && lines.remove(id, line)) {
                // The other side is not there to answer a close: the seat is free at once.
                line.bench.ifPresent(Bench::close);
                Thread.ofVirtual().start(() -> line.end(CloseStatus.SESSION_NOT_RELIABLE));
            }
        });
    }

    /** When a sign-in ends, so do its sockets. */
    @EventListener
    void on(SignInEnded ended) {
        lines.values().stream()
                .filter(line -> line.visit.device().signIn().equals(ended.signIn()))
                .forEach(line -> line.end(CloseStatus.POLICY_VIOLATION));
    }

    @Override
    public void destroy() {
        pings.shutdownNow();
    }
}
