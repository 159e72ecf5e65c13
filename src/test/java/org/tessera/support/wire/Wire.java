package org.tessera.support.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One open socket: everything it was sent, and the room folded from it. */
public final class Wire implements WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BREATH = Duration.ofMillis(200);

    private final StringBuilder part = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private volatile boolean gotText;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, JsonNode>> room = new TreeMap<>();
    private volatile @Nullable WebSocket socket;
    private volatile Optional<String> cursor = Optional.empty();
    private volatile String you = "";
    private volatile boolean closed;
    private volatile String closedWith = "";
    private volatile int next;
    private volatile boolean hole;
    private volatile List<String> here = List.of();
    private volatile List<List<String>> devices = List.of();
    private volatile List<String> sharing = List.of();
    private volatile boolean heard;
    private final Map<String, Wire> seats = new ConcurrentHashMap<>();
    private final @Nullable Wire line;
    private final String seat;

    Wire() {
        this.line = null;
        this.seat = "";
    }

    private Wire(Wire line, String seat) {
        this.line = line;
        this.seat = seat;
    }

    void opened(WebSocket opened) {
        this.socket = opened;
        await("the first frame", () -> heard);
    }

    /** The seat of another person on this socket: what is sent there carries it, and so does what came for it. */
    public Wire seat(String person) {
        return seats.computeIfAbsent(person, of -> new Wire(this, of));
    }

    /** Takes a seat with a PIN and waits until the room has come. */
    public Wire takes(String person, String pin) {
        Wire taken = seat(person);
        int before = taken.snapshots();
        does("take-seat", Map.of("person", person, "pin", pin), taken);
        await("the room of " + person, () -> taken.snapshots() > before);
        return taken;
    }

    private int snapshots() {
        return (int) received.stream()
                .filter(frame -> frame.contains("\"frame\":\"snapshot\""))
                .count();
    }

    /** The people at this device, as the device frame names them. */
    public List<String> sharing() {
        return sharing;
    }

    /** Who shares a device with whom. */
    public List<List<String>> devices() {
        return devices;
    }

    /** Whether every frame came as bytes. */
    public boolean gotBytesOnly() {
        return !gotText;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            String text = binary.toString(StandardCharsets.UTF_8);
            binary.reset();
            hear(text);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            String text = part.toString();
            part.setLength(0);
            gotText = true;
            hear(text);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        from.sendPong(message);
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closedWith = status + " " + reason;
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    private void receive(String text, JsonNode frame) {
        received.add(text);
        take(frame);
    }

    private void hear(String text) {
        received.add(text);
        JsonNode frame = Visitor.JSON.readTree(text);
        if (frame.has("seat")) {
            seat(frame.path("seat").asString()).receive(text, frame);
        } else {
            take(frame);
        }
        heard = true;
    }

    private void take(JsonNode frame) {
        switch (frame.path("frame").asString()) {
            case "device" ->
                sharing = frame.path("people")
                        .valueStream()
                        .map(person -> person.path("id").asString())
                        .toList();
            case "snapshot" -> {
                if (line != null && frame.path("n").asInt() == 0) {
                    // a seat that is taken again counts from the beginning
                    next = 0;
                }
                count(frame);
                you = frame.path("you").asString();
                synchronized (room) {
                    room.clear();
                    Snapshots.room(frame).properties().forEach(shelf -> shelf.getValue()
                            .properties()
                            .forEach(entity -> shelf(shelf.getKey()).put(entity.getKey(), entity.getValue())));
                }
            }
            case "events" -> {
                count(frame);
                frame.path("events").forEach(this::fold);
            }
            case "ack", "refused" -> {
                synchronized (answers) {
                    answers.put(frame.path("id").asString("none"), frame);
                    answers.notifyAll();
                }
            }
            case "presence" -> {
                here = frame.path("here").valueStream().map(JsonNode::asString).toList();
                devices = frame.path("devices")
                        .valueStream()
                        .map(device ->
                                device.valueStream().map(JsonNode::asString).toList())
                        .toList();
            }
            default -> {}
        }
    }

    private void count(JsonNode frame) {
        hole |= frame.path("n").asInt() != next;
        next++;
        cursor = Optional.of(frame.path("cursor").asString());
    }

    private void fold(JsonNode event) {
        synchronized (room) {
            event.path("drop").properties().forEach(shelf -> shelf.getValue()
                    .forEach(id -> shelf(shelf.getKey()).remove(id.asString())));
            event.path("put").properties().forEach(shelf -> shelf.getValue().forEach(entity -> shelf(shelf.getKey())
                    .put(entity.path("id").asString(), entity)));
        }
    }

    private Map<String, JsonNode> shelf(String name) {
        return room.computeIfAbsent(name, key -> new TreeMap<>());
    }

    // Saying

    /** Sends a command without waiting, and gives the id it was sent under. */
    public String send(String type, Map<String, ?> fields) {
        String id = UUID.randomUUID().toString();
        send(id, type, fields);
        return id;
    }

    /** Sends a command under {@code id}. */
    public void send(String id, String type, Map<String, ?> fields) {
        ObjectNode command = Visitor.JSON.createObjectNode().put("id", id).put("type", type);
        fields.forEach((key, value) -> command.set(key, Visitor.JSON.valueToTree(value)));
        if (line != null) {
            command.put("seat", seat);
        }
        raw(Visitor.JSON.writeValueAsString(command));
    }

    /** Sends any text. */
    public synchronized void raw(String text) {
        if (line != null) {
            line.raw(text);
            return;
        }
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("the socket is not open");
        }
        open.sendText(text, true).join();
    }

    /** Sends bytes, which are no frame of this wire. */
    public synchronized void rawBytes(ByteBuffer bytes) {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("the socket is not open");
        }
        open.sendBinary(bytes, true).join();
    }

    /** Sends any text and waits until one more frame has been refused. */
    public JsonNode refusalOf(String text) {
        long before = refusals().size();
        raw(text);
        String start = text.substring(0, Math.min(text.length(), 240));
        await("the refusal of " + start, () -> refusals().size() > before);
        return Visitor.JSON.readTree(refusals().getLast());
    }

    private List<String> refusals() {
        return received.stream()
                .filter(frame -> frame.startsWith("{\"frame\":\"refused\""))
                .toList();
    }

    /** Sends a command and waits for its answer; once more after a while, as the board does, when that was too fast. */
    public JsonNode ask(String type, Map<String, ?> fields) {
        JsonNode answer = answer(send(type, fields));
        for (int again = 0; again < 10 && answer.path("reason").asString().equals("TOO_FAST"); again++) {
            Awaitility.await().pollDelay(BREATH).until(() -> true);
            answer = answer(send(type, fields));
        }
        return answer;
    }

    /** Sends a command and expects it to be acknowledged. */
    public void does(String type, Map<String, ?> fields) {
        JsonNode answer = ask(type, fields);
        assertThat(answer.path("frame").asString())
                .as("%s %s → %s", type, fields, answer)
                .isEqualTo("ack");
    }

    /** Sends a command whose answer comes for the seat it takes. */
    private void does(String type, Map<String, ?> fields, Wire answered) {
        JsonNode answer = answered.answer(send(type, fields));
        assertThat(answer.path("frame").asString()).as("%s → %s", type, answer).isEqualTo("ack");
    }

    /** Sends a command and gives the reason it is refused for. */
    public String refusal(String type, Map<String, ?> fields) {
        JsonNode answer = ask(type, fields);
        assertThat(answer.path("frame").asString())
                .as("%s %s → %s", type, fields, answer)
                .isEqualTo("refused");
        return answer.path("reason").asString();
    }

    /** Waits for the answer to a command. */
    public JsonNode answer(String id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (answers) {
            for (JsonNode answer = answers.get(id); ; answer = answers.get(id)) {
                if (answer != null) {
                    return answer;
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                assertThat(left)
                        .as("milliseconds left to wait for the answer to %s", id)
                        .isPositive();
                try {
                    answers.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** The answer to a command, if it has come. */
    public Optional<JsonNode> answerSoFar(String id) {
        return Optional.ofNullable(answers.get(id));
    }

    /** Forgets an answer, so that the next one to the same id can be waited for. */
    public void forget(String id) {
        answers.remove(id);
    }

    // Looking

    /** Everything the socket was sent, frame by frame. */
    public List<String> received() {
        return received;
    }

    /** A copy of a collection, by id. */
    public Map<String, JsonNode> collection(String name) {
        synchronized (room) {
            return new TreeMap<>(room.getOrDefault(name, Map.of()));
        }
    }

    /** The whole room as folded so far; empty collections are left out. */
    public Map<String, Map<String, JsonNode>> folded() {
        synchronized (room) {
            Map<String, Map<String, JsonNode>> copy = new TreeMap<>();
            room.forEach((name, entities) -> {
                if (!entities.isEmpty()) {
                    copy.put(name, new TreeMap<>(entities));
                }
            });
            return copy;
        }
    }

    /** The id of the running phase, or an empty text. */
    public String phase() {
        return collection("room").values().stream()
                .map(setting -> setting.path("phase").asString(""))
                .findFirst()
                .orElse("");
    }

    public String you() {
        return you;
    }

    public Optional<String> cursor() {
        return cursor;
    }

    public List<String> here() {
        return here;
    }

    public boolean isClosed() {
        return closed;
    }

    /** The status and reason the server closed with; empty if it did not. */
    public String closedWith() {
        return closedWith;
    }

    /** Whether a number was missing among the snapshot and events frames. */
    public boolean hasHole() {
        return hole;
    }

    /** Waits until {@code condition} holds; most often it does at once. */
    public static void await(String what, BooleanSupplier condition) {
        if (!condition.getAsBoolean()) {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ofMillis(1))
                    .pollInterval((polls, _) -> Duration.ofMillis(Math.min(2L * polls, 20)))
                    .until(condition::getAsBoolean);
        }
    }

    /** Leaves without a word, as a browser that is closed. */
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        closed = true;
    }
}
