package org.tessera.support.wire;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What a stream of Server-Sent Events has sent so far. */
public final class EventStream implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;
    private volatile boolean ended;

    EventStream(HttpClient http, HttpRequest request) {
        response = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        response.thenAccept(answer -> Thread.ofVirtual().start(() -> {
            try (Stream<String> body = answer.body()) {
                body.forEach(lines::add);
            } catch (UncheckedIOException e) {
                lines.add("closed: " + e.getMessage());
            } finally {
                ended = true;
            }
        }));
    }

    /** Everything so far. */
    public String text() {
        return String.join("\n", lines);
    }

    /** Whether the server has closed it. */
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        response.thenAccept(answer -> answer.body().close());
        response.cancel(true);
    }
}
