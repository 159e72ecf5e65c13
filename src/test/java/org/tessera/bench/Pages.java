package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.bench.Preparation.Prepared;
import org.tessera.bench.Sockets.Socket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens pages of the product as browsers do, with a session and a push channel each, and without drawing anything. */
final class Pages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int AT_ONCE = 8;

    private final URI server;
    private final Sockets sockets;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    Pages(URI server, Sockets sockets) {
        this.server = server;
        this.sockets = sockets;
    }

    /**
     * An open page.
     *
     * @param push the socket on which the server pushes to it
     * @param firstBytes how much it took to open it
     * @param cookies of its browser, with the session's
     * @param ui its number in the session
     * @param key the word that proves that a message comes from this page
     */
    record Page(Socket push, int firstBytes, String cookies, String ui, String key) {}

    /** Opens a page and waits until the server may push to it; what is pushed goes to {@code ear}. */
    Page open(String path, String cookie, Sockets.Ear ear) throws IOException, InterruptedException {
        HttpResponse<String> page = ask(HttpRequest.newBuilder(server.resolve(path))
                .header("Accept", "text/html")
                .header("Cookie", cookie));
        String cookies = Stream.concat(
                        Stream.of(cookie),
                        page.headers().allValues("Set-Cookie").stream()
                                .map(header -> header.split(";", 2)[0])
                                .filter(header -> header.startsWith("JSESSIONID")))
                .collect(Collectors.joining("; "));
        HttpResponse<String> init = ask(HttpRequest.newBuilder(server.resolve("/?v-r=init&location="
                        + encoded(path.substring(1)) + "&query=&v-tzid=UTC&v-wn=" + UUID.randomUUID()))
                .header("Cookie", cookies));
        JsonNode config = JSON.readTree(init.body()).path("appConfig");
        String ui = config.path("v-uiId").asString();
        JsonNode uidl = config.path("uidl");
        URI channel = URI.create("ws://" + server.getAuthority() + "/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId="
                + encoded(uidl.path("Vaadin-Push-ID").asString())
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application%2Fjson%3B%20charset%3DUTF-8"
                + "&X-atmo-protocol=true");
        Socket push;
        try {
            push = sockets.open(channel, Map.of("Cookie", cookies), ear).get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException(e);
        }
        String navigate = JSON.writeValueAsString(Map.of(
                "csrfToken",
                uidl.path("Vaadin-Security-Key").asString(),
                "syncId",
                uidl.path("syncId").asInt(0),
                "clientId",
                0,
                "rpc",
                new Object[] {
                    Map.of(
                            "type",
                            "event",
                            "node",
                            1,
                            "event",
                            "ui-navigate",
                            "data",
                            Map.of("route", path.substring(1), "query", "", "appShellTitle", "", "trigger", ""))
                }));
        HttpResponse<String> first = say(cookies, ui, navigate);
        Page open = new Page(
                push,
                page.body().length() + init.body().length() + first.body().length(),
                cookies,
                ui,
                uidl.path("Vaadin-Security-Key").asString());
        hasDrawn(open, first.body());
        return open;
    }

    /** Who listens at somebody’s page. */
    interface Ears {
        Sockets.Ear at(int room, int person);
    }

    /** Opens the page of everybody in these rooms, a few at a time; the channels on which the server pushes to them. */
    List<Socket> openAll(List<Prepared> rooms, int people, Ears ears) throws Exception {
        List<Socket> open = new ArrayList<>();
        try (ExecutorService browsers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Socket>> opening = new ArrayList<>();
            for (int seat = 0; seat < rooms.size() * people; seat++) {
                int room = seat / people;
                int person = seat % people;
                opening.add(browsers.submit(() -> open(
                                "/rooms/" + rooms.get(room).room(),
                                "tessera=" + rooms.get(room).cookies().get(person),
                                ears.at(room, person))
                        .push()));
            }
            for (Future<Socket> one : opening) {
                open.add(one.get(10, TimeUnit.MINUTES));
            }
        }
        return open;
    }

    /** Says what a browser says as soon as it has drawn the first answer: how its menu stands. */
    private void hasDrawn(Page page, String first) throws IOException, InterruptedException {
        JsonNode changes = JSON.readTree(first.substring(first.indexOf('{'), first.lastIndexOf('}') + 1))
                .path("changes");
        JsonNode layout = changes.valueStream()
                .filter(change -> change.path("value").asString("").equals("vaadin-app-layout"))
                .findFirst()
                .orElseThrow(() -> new IOException("the page has no menu"))
                .path("node");
        ObjectNode said = JSON.createObjectNode()
                .put("csrfToken", page.key())
                .put("syncId", 1)
                .put("clientId", 1);
        ArrayNode calls = said.putArray("rpc");
        calls.addObject()
                .put("type", "event")
                .put("event", "drawer-opened-changed")
                .set("node", layout)
                .putObject("data");
        calls.addObject()
                .put("type", "mSync")
                .put("feature", 1)
                .put("property", "drawerOpened")
                .put("value", true)
                .set("node", layout);
        say(page.cookies(), page.ui(), JSON.writeValueAsString(said));
    }

    private HttpResponse<String> say(String cookies, String ui, String what) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(server.resolve("/?v-r=uidl&v-uiId=" + ui))
                .header("Cookie", cookies)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(what)));
    }

    /** Closes a page as a browser does whose tab is closed: it says so, and hangs up. */
    void close(Page page) throws IOException, InterruptedException {
        String last = JSON.writeValueAsString(
                Map.of("csrfToken", page.key(), "syncId", 1, "clientId", 2, "rpc", List.of(), "UNLOAD", true));
        say(page.cookies(), page.ui(), last);
        page.push().close();
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + answer.uri());
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether a pushed message has these words. */
    static boolean has(ByteBuf message, String words) {
        return Mark.find(message, words) >= 0;
    }
}
