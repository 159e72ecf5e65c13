package org.tessera.shell;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who opens our own pages for {@link TrainingRun}, and asks for them as a browser does. */
final class TrainingVisit implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final URI server;
    private final JsonMapper json;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    TrainingVisit(URI server, JsonMapper json) {
        this.server = server;
        this.json = json;
    }

    /** Has the browser hold a cookie from now on. */
    void holds(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(server, cookie);
    }

    /**
     * Opens a page and fills it.
     *
     * @return what the server has told the browser to show
     */
    String opens(String path) throws IOException, InterruptedException {
        ask(request(path).header("Accept", "text/html"));
        String place = URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8);
        JsonNode config = json.readTree(
                        ask(request("/?v-r=init&location=" + place + "&query=&v-tzid=UTC&v-wn=training")))
                .path("appConfig");
        JsonNode first = config.path("uidl");
        Map<String, Object> route =
                Map.of("route", path.substring(1), "query", "", "appShellTitle", "", "trigger", "");
        String navigate = json.writeValueAsString(Map.of(
                "csrfToken",
                first.path("Vaadin-Security-Key").asString(),
                "syncId",
                first.path("syncId").asInt(0),
                "clientId",
                0,
                "rpc",
                new Object[] {Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", route)}));
        return ask(request("/?v-r=uidl&v-uiId=" + config.path("v-uiId").asString())
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(navigate)));
    }

    /** Sits down in a room, as its board does, and gets up when the room has come. */
    void sits(String room) throws IOException, InterruptedException {
        CompletableFuture<Void> came = new CompletableFuture<>();
        URI live = URI.create("ws://" + server.getAuthority() + "/live" + room);
        try {
            WebSocket socket = browser.newWebSocketBuilder()
                    .buildAsync(live, new WebSocket.Listener() {
                        @Override
                        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                            came.complete(null);
                            from.request(1);
                            return null;
                        }

                        @Override
                        public void onError(WebSocket from, Throwable cause) {
                            came.completeExceptionally(cause);
                        }
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            came.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            socket.abort();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("No room came over " + live, e);
        }
    }

    private HttpRequest.Builder request(String where) {
        return HttpRequest.newBuilder(server.resolve(where));
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        browser.close();
    }
}
