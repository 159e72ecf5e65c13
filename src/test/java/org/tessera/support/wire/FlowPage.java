package org.tessera.support.wire;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of the product, open without a browser: it asks what Flow's client asks, listens on Flow's own push channel, and
 * keeps every byte of both.
 */
public final class FlowPage implements AutoCloseable {

    private static final int ROOT = 1;

    private final Visitor visitor;
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final List<String> pushed = new CopyOnWriteArrayList<>();
    private final FlowTree tree = new FlowTree();
    private final String ui;
    private final String csrf;
    private final WebSocket push;
    private final ObjectNode where = Visitor.JSON.createObjectNode();
    private int asked;
    private volatile boolean isCut;

    private FlowPage(Visitor visitor, String path) {
        this.visitor = visitor;
        String[] address = path.split("\\?", 2);
        String query = address.length > 1 ? address[1] : "";
        answered.add(visitor.page(path).body());
        HttpResponse<String> init = visitor.get("/?v-r=init&location=" + Visitor.encoded(address[0].substring(1))
                + "&query=" + Visitor.encoded(query) + "&v-tzid=UTC&v-wn=" + UUID.randomUUID());
        answered.add(init.body());
        JsonNode config = Visitor.JSON.readTree(init.body()).path("appConfig");
        JsonNode uidl = config.path("uidl");
        ui = config.path("v-uiId").asString();
        csrf = uidl.path("Vaadin-Security-Key").asString();
        tree.take(uidl);
        push = visitor.socket(
                "/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId="
                        + Visitor.encoded(uidl.path("Vaadin-Push-ID").asString())
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                        + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                        + "&Content-Type=application%2Fjson%3B%20charset%3DUTF-8&X-atmo-protocol=true",
                new Ears());
        Wire.await("the push channel of " + path, () -> !pushed.isEmpty());
        where.put("route", address[0].substring(1))
                .put("query", query)
                .put("appShellTitle", "")
                .put("trigger", "");
        where.putNull("historyState");
        event(ROOT, "ui-navigate", where);
    }

    static FlowPage open(Visitor visitor, String path) {
        return new FlowPage(visitor, path);
    }

    // Doing

    /** Sets a property of the first element with this tag and this label or helping text, as somebody at the page would. */
    public void set(String tag, String words, String property, Object value) {
        FlowTree.Node field = first(
                tag,
                node -> node.property("label").equals(words)
                        || node.property("helperText").equals(words));
        ObjectNode sync = Visitor.JSON.createObjectNode();
        sync.put("type", "mSync").put("node", field.id()).put("feature", 1);
        sync.put("property", property).set("value", Visitor.JSON.valueToTree(value));
        ask(sync);
    }

    /** Presses the first button with these words. */
    public void press(String words) {
        FlowTree.Node button = tree.nodes()
                .filter(node -> node.tag().equals("vaadin-button"))
                .filter(node ->
                        tree.textOf(one -> one == node || one.id() == node.id()).equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no button “" + words + "” on this page"));
        ObjectNode click = Visitor.JSON.createObjectNode();
        for (String place : List.of("screenX", "screenY", "clientX", "clientY", "detail", "button")) {
            click.put("event." + place, 0);
        }
        for (String key : List.of("ctrlKey", "shiftKey", "altKey", "metaKey")) {
            click.put("event." + key, false);
        }
        event(button.id(), "click", click);
    }

    /** Asks for what has changed by itself meanwhile. */
    public void look() {
        ask(Visitor.JSON.createArrayNode());
    }

    /** Goes to its own address once more, and gives the answer. */
    public String knock() {
        event(ROOT, "ui-navigate", where);
        return answered.getLast();
    }

    private void event(int node, String name, ObjectNode data) {
        ObjectNode event = Visitor.JSON.createObjectNode();
        event.put("type", "event").put("node", node).put("event", name).set("data", data);
        ask(event);
    }

    private void ask(ObjectNode invocation) {
        ask(Visitor.JSON.createArrayNode().add(invocation));
    }

    private void ask(ArrayNode rpc) {
        ObjectNode message = Visitor.JSON.createObjectNode();
        message.put("csrfToken", csrf).put("syncId", tree.lastSeen()).put("clientId", asked++);
        message.set("rpc", rpc);
        HttpResponse<String> answer = visitor.send(visitor.request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.JSON.writeValueAsString(message))));
        answered.add(answer.body());
        read(answer.body());
    }

    private void read(String message) {
        if (message.startsWith("{")) {
            tree.take(Visitor.JSON.readTree(message));
        }
    }

    // Looking

    /** Everything the page was ever sent, as it came. */
    public String everything() {
        return String.join("\n", answered) + "\n" + String.join("\n", pushed);
    }

    /** What the page was sent when it asked, as it came. */
    public List<String> answered() {
        return answered;
    }

    /** What the server sent by itself. */
    public List<String> pushed() {
        return pushed;
    }

    /** Whether the server has hung up. */
    public boolean isCut() {
        return isCut;
    }

    /** The address in an attribute of the first element with this tag that is shown; a hidden one has none. */
    public String address(String tag, String attribute) {
        return "/" + first(tag, node -> !node.attribute(attribute).isEmpty()).attribute(attribute);
    }

    /** The same for all elements with this tag. */
    public List<String> addresses(String tag, String attribute) {
        return tree.nodes()
                .filter(node -> node.tag().equals(tag))
                .map(node -> node.attribute(attribute))
                .filter(address -> !address.isEmpty())
                .map(address -> "/" + address)
                .toList();
    }

    /** The text of the elements that carry this attribute with this value. */
    public String textOf(String attribute, String value) {
        return tree.textOf(node -> node.attribute(attribute).equals(value));
    }

    /** All words on the page. */
    public String words() {
        return tree.textOf(node -> node.tag().startsWith("flow-container-"));
    }

    /** Whether an element with this tag stands on the page. */
    public boolean has(String tag) {
        return tree.nodes().anyMatch(node -> node.tag().equals(tag));
    }

    /** Who looks at the page. */
    public Visitor visitor() {
        return visitor;
    }

    private FlowTree.Node first(String tag, Predicate<FlowTree.Node> wanted) {
        return tree.nodes()
                .filter(node -> node.tag().equals(tag))
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no such " + tag + " on this page"));
    }

    @Override
    public void close() {
        push.abort();
    }

    /** Takes apart what comes: each message has its length before it, and several may come in one frame. */
    private final class Ears implements WebSocket.Listener {

        private final StringBuilder waiting = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            waiting.append(data);
            for (int bar = waiting.indexOf("|"); bar > 0; bar = waiting.indexOf("|")) {
                int end = bar + 1 + Integer.parseInt(waiting.substring(0, bar).strip());
                if (waiting.length() < end) {
                    break;
                }
                String message = waiting.substring(bar + 1, end);
                waiting.delete(0, end);
                read(message);
                pushed.add(message);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            isCut = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            isCut = true;
        }
    }
}
