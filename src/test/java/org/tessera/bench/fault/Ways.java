package org.tessera.bench.fault;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The two ways of the wire, for one session: a WebSocket, or Server-Sent Events with posted commands. */
final class Ways {

    /** So long a page waits for the answer to a post. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI server;
    private final UUID room;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Ways(HttpClient http, URI server, UUID room, String cookie) {
        this.http = http;
        this.server = server;
        this.room = room;
        keep(cookie);
    }

    /** An open connection, or one that is about to open. */
    interface Way {

        /** Says something, if the connection is open. */
        void say(String text);

        /** Says that somebody is here, behind nothing else that is being said. */
        void beat(String text);

        /** Reads nothing any more, so that the other end cannot write for long, until {@link #readsOn}. */
        void stopsReading();

        /** Reads on. */
        void readsOn();

        /** Hangs up. */
        void close();
    }

    /** Whoever listens at a connection. Called on any thread. */
    interface Ear {

        void opened();

        void heard(String text);

        /** A command could not be posted; nobody knows whether it arrived. */
        void failed(String command);

        /** The server says that this connection has no seat any more. */
        void seatGone();

        /** It is over, or never opened. */
        void closed();
    }

    private void keep(String cookie) {
        String[] parts = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(parts[0], parts[1]);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookieHeader());
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String since(Optional<String> cursor) {
        return cursor.map(at -> "?since=" + URLEncoder.encode(at, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Asks the room’s address how it stands with this person: the answer’s status, or 0 where none comes in time. */
    void answers(Duration within, IntConsumer answer) {
        var _ = http.sendAsync(request("/api/rooms/" + room).timeout(within).build(), BodyHandlers.discarding())
                .handle((response, failure) -> {
                    answer.accept(failure == null ? response.statusCode() : 0);
                    return true;
                });
    }

    Way socket(Optional<String> cursor, Ear ear) {
        Socket way = new Socket(ear);
        way.opening = http.newWebSocketBuilder()
                .header("Cookie", cookieHeader())
                .buildAsync(
                        URI.create("ws://" + server.getAuthority() + "/live/rooms/" + room + "?as=bytes"
                                + since(cursor).replace('?', '&')),
                        way);
        var _ = way.opening.exceptionally(failure -> {
            ear.closed();
            return null;
        });
        return way;
    }

    private static final class Socket implements Way, WebSocket.Listener {

        private final Ear ear;
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private CompletableFuture<WebSocket> opening = new CompletableFuture<>();
        private CompletableFuture<?> said = CompletableFuture.completedFuture(true);
        private volatile boolean isClosed;
        private volatile boolean isHeld;

        Socket(Ear ear) {
            this.ear = ear;
        }

        @Override
        public void onOpen(WebSocket socket) {
            if (isClosed) {
                socket.abort();
                return;
            }
            ear.opened();
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean isLast) {
            byte[] more = new byte[bytes.remaining()];
            bytes.get(more);
            part.writeBytes(more);
            if (isLast) {
                ear.heard(part.toString(StandardCharsets.UTF_8));
                part.reset();
            }
            if (!isHeld) {
                socket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ear.closed();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ear.closed();
        }

        @Override
        public synchronized void say(String text) {
            // one after the other, as a socket of this client wants it
            said = said.thenCombine(opening, (before, socket) -> socket)
                    .thenCompose(socket -> socket.sendText(text, true));
            var _ = said.exceptionally(failure -> {
                ear.closed();
                return null;
            });
        }

        @Override
        public void beat(String text) {
            say(text);
        }

        @Override
        public void stopsReading() {
            isHeld = true;
        }

        @Override
        public void readsOn() {
            isHeld = false;
            var _ = opening.thenAccept(socket -> socket.request(1));
        }

        @Override
        public void close() {
            isClosed = true;
            var _ = opening.thenAccept(WebSocket::abort);
        }
    }

    Way stream(Optional<String> cursor, Ear ear) {
        Stream way = new Stream(ear);
        way.begin(cursor);
        return way;
    }

    private final class Stream implements Way, Flow.Subscriber<String> {

        private final Ear ear;
        private final AtomicBoolean isClosed = new AtomicBoolean();
        private volatile Optional<Flow.Subscription> lines = Optional.empty();
        private volatile Optional<CompletableFuture<HttpResponse<Void>>> answer = Optional.empty();
        private CompletableFuture<?> said = CompletableFuture.completedFuture(true);
        private volatile Optional<String[]> token = Optional.empty();

        Stream(Ear ear) {
            this.ear = ear;
        }

        void begin(Optional<String> cursor) {
            CompletableFuture<HttpResponse<Void>> asked = http.sendAsync(
                    request("/live/rooms/" + room + "/frames" + since(cursor)).build(), head -> {
                        if (head.statusCode() != 200) {
                            ear.closed();
                            return BodySubscribers.discarding();
                        }
                        ear.opened();
                        return BodySubscribers.fromLineSubscriber(this);
                    });
            answer = Optional.of(asked);
            var _ = asked.exceptionally(failure -> {
                ear.closed();
                return null;
            });
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            lines = Optional.of(subscription);
            if (isClosed.get()) {
                subscription.cancel();
            } else {
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("data:")) {
                ear.heard(line.substring("data:".length()));
            }
        }

        @Override
        public void onError(Throwable failure) {
            ear.closed();
        }

        @Override
        public void onComplete() {
            ear.closed();
        }

        @Override
        public synchronized void say(String text) {
            said = said.handle((before, failure) -> true).thenCompose(any -> post(text, true, () -> ear.failed(text)));
        }

        @Override
        public void stopsReading() {
            // what a browser has asked for goes on arriving
        }

        @Override
        public void readsOn() {
            // it never stopped
        }

        @Override
        public void beat(String text) {
            var _ = post(text, true, () -> {});
        }

        private CompletableFuture<Boolean> post(String text, boolean mayRenew, Runnable failing) {
            if (isClosed.get()) {
                return CompletableFuture.completedFuture(false);
            }
            if (token.isEmpty()) {
                return renew().thenCompose(renewed -> token.isPresent()
                        ? post(text, false, failing)
                        : CompletableFuture.completedFuture(failed(failing)));
            }
            String[] header = token.orElseThrow();
            return http.sendAsync(
                            request("/live/rooms/" + room + "/commands")
                                    .timeout(LONGEST)
                                    .header("Content-Type", "application/json")
                                    .header(header[0], header[1])
                                    .POST(HttpRequest.BodyPublishers.ofString(text))
                                    .build(),
                            BodyHandlers.ofString())
                    .handle((response, failure) ->
                            failure == null ? Optional.of(response) : Optional.<HttpResponse<String>>empty())
                    .thenCompose(response -> {
                        int status = response.map(HttpResponse::statusCode).orElse(0);
                        if (status == 200) {
                            frame(response.orElseThrow().body()).ifPresent(ear::heard);
                            return CompletableFuture.completedFuture(true);
                        }
                        if (status == 403 && mayRenew) {
                            return renew().thenCompose(renewed -> post(text, false, failing));
                        }
                        if (status == 409) {
                            ear.seatGone();
                            return CompletableFuture.completedFuture(false);
                        }
                        return CompletableFuture.completedFuture(failed(failing));
                    });
        }

        private static boolean failed(Runnable failing) {
            failing.run();
            return false;
        }

        private CompletableFuture<Boolean> renew() {
            return http.sendAsync(request("/api/csrf").timeout(LONGEST).build(), BodyHandlers.ofString())
                    .handle((response, failure) -> {
                        if (failure != null || response.statusCode() != 200) {
                            return false;
                        }
                        response.headers().allValues("set-cookie").forEach(Ways.this::keep);
                        JsonNode told = Tab.JSON.readTree(response.body());
                        token = Optional.of(new String[] {
                            told.path("headerName").asString(),
                            told.path("token").asString()
                        });
                        return true;
                    });
        }

        @Override
        public void close() {
            isClosed.set(true);
            lines.ifPresent(Flow.Subscription::cancel);
            answer.ifPresent(asked -> asked.cancel(true));
        }
    }

    private static Optional<String> frame(String body) {
        try {
            return Tab.JSON.readTree(body).has("frame") ? Optional.of(body) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
