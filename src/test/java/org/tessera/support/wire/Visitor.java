package org.tessera.support.wire;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a cookie jar. */
public final class Visitor {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI server;
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    private Visitor(URI server) {
        this.server = server;
        this.http = HttpClient.newBuilder()
                .cookieHandler(jar)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Somebody nobody knows. */
    public static Visitor stranger(URI server) {
        return new Visitor(server);
    }

    /** A person who has signed in. */
    public static Visitor person(URI server, String email, String password) {
        Visitor visitor = new Visitor(server);
        visitor.form("/login", "username", email, "password", password);
        return visitor;
    }

    /** A guest who has joined a room with its code. */
    public static Visitor guest(URI server, String code, String name) {
        Visitor visitor = new Visitor(server);
        visitor.form("/join", "code", code, "name", name);
        return visitor;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    /** Opens a page's address as a browser does; what Flow puts on it comes later. */
    public HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Opens a page with all that Flow sends to it. */
    public FlowPage flow(String path) {
        return FlowPage.open(this, path);
    }

    /** Posts a form with its CSRF token. */
    public HttpResponse<String> form(String path, String... fields) {
        JsonNode csrf = csrf();
        StringBuilder body = new StringBuilder(
                        encoded(csrf.path("parameterName").asString()))
                .append('=')
                .append(encoded(csrf.path("token").asString()));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Posts JSON with the CSRF header. */
    public HttpResponse<String> json(String path, String body) {
        JsonNode csrf = csrf();
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .header(csrf.path("headerName").asString(), csrf.path("token").asString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The CSRF token of this session. */
    public JsonNode csrf() {
        return JSON.readTree(get("/api/csrf").body());
    }

    /** Opens the socket of a room and waits for its first frame. */
    public Wire open(UUID room) {
        return open(room, Optional.empty());
    }

    /** Opens the socket of a room, going on from a cursor. */
    public Wire open(UUID room, Optional<String> since) {
        String query = since.map(cursor -> "?since=" + encoded(cursor)).orElse("");
        Wire wire = new Wire();
        wire.opened(socket("/live/rooms/" + room + query, wire));
        return wire;
    }

    /** Opens the socket of a room and asks for its frames as bytes. */
    public Wire openForBytes(UUID room) {
        Wire wire = new Wire();
        wire.opened(socket("/live/rooms/" + room + "?as=bytes", wire));
        return wire;
    }

    WebSocket socket(String path, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(URI.create("ws://" + server.getAuthority() + path), listener)
                .join();
    }

    /** A stream of Server-Sent Events, read as it comes. */
    public EventStream stream(String path) {
        return new EventStream(
                http, HttpRequest.newBuilder(server.resolve(path)).GET().build());
    }

    /** Whether the room's socket opens to this visitor. */
    public boolean mayOpen(UUID room) {
        try {
            open(room).close();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    /** A request to this server, to be filled in. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    /** Sends any request with the cookies kept so far. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends any request with the cookies kept so far, for an answer that is no text. */
    public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends any request and does not wait. */
    public CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The cookies a browser would send with its next request. */
    public String cookies() {
        return jar.getCookieStore().get(server).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
