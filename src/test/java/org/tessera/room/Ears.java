package org.tessera.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.tessera.support.wire.FlowPage;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/** Everything one person is ever sent: by socket, by Flow with its push, and in answer to whatever the person asks. */
final class Ears {

    final String name;
    final Visitor visitor;
    final Wire socket;
    final FlowPage page;
    final boolean guest;
    private final RoomId id;
    private final String room;
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<String> exports = new ArrayList<>();
    private final Map<List<String>, Integer> lookedThrough = new IdentityHashMap<>();
    private final Set<String> ids = new HashSet<>();

    Ears(String name, Visitor visitor, RoomId room, boolean guest) {
        this.name = name;
        this.visitor = visitor;
        this.id = room;
        this.room = "/rooms/" + room;
        this.guest = guest;
        socket = visitor.open(room.value());
        page = visitor.flow(this.room);
    }

    MemberId member() {
        return new MemberId(UUID.fromString(socket.you()));
    }

    boolean heard(String text) {
        return mayHaveHeard(text) && all().anyMatch(sent -> sent.contains(text));
    }

    /**
     * Whether every id in {@code text} was ever sent to this person. Where it was not, the text was not either: what was sent
     * is looked through for ids once, and not once more for each of hundreds of texts.
     */
    boolean mayHaveHeard(String text) {
        everything().forEach(pieces -> {
            List<String> now = List.copyOf(pieces);
            now.stream().skip(lookedThrough.getOrDefault(pieces, 0)).forEach(piece -> ids.addAll(idsIn(piece)));
            lookedThrough.put(pieces, now.size());
        });
        return ids.containsAll(idsIn(text));
    }

    /** Whatever has its dashes where an id has them. */
    private static Set<String> idsIn(String text) {
        Set<String> found = new HashSet<>();
        for (int dash = text.indexOf('-', 8);
                dash >= 0 && dash + 28 <= text.length();
                dash = text.indexOf('-', dash + 1)) {
            if (text.charAt(dash + 5) == '-' && text.charAt(dash + 10) == '-' && text.charAt(dash + 15) == '-') {
                found.add(text.substring(dash - 8, dash + 28));
            }
        }
        return found;
    }

    /** Whether the person's page was sent this without asking. */
    boolean wasPushed(String text) {
        return page.pushed().stream().anyMatch(sent -> sent.contains(text));
    }

    /** All bytes so far, in no order. */
    Stream<String> all() {
        return everything().flatMap(List::stream);
    }

    /** What only grows. */
    private Stream<List<String>> everything() {
        return Stream.of(socket.received(), page.answered(), page.pushed(), answers);
    }

    /** Keeps an answer, without what the person said in the question and the token that is new in every page. */
    String keep(String answer, String... said) {
        String rest = answer.replaceAll("name=\"_csrf\" content=\"[^\"]+\"", "");
        for (String each : said) {
            rest = rest.replace(each, "");
        }
        answers.add(rest);
        return rest;
    }

    JsonNode ask(String type, Map<String, ?> fields, String... said) {
        JsonNode answer = socket.ask(type, fields);
        keep(answer.toString(), said);
        return answer;
    }

    /** Arrives a second time, as after a reload: a snapshot by socket, and every page that shows the room. */
    void looksAround(List<String> artifacts) {
        Wire fresh = visitor.open(id.value());
        answers.addAll(fresh.received());
        fresh.close();
        look(room, "tessera-room-board");
        look(room + "/wall", "h1");
        get("/api/rooms");
        get("/api" + room);
        for (String copy : List.of("named", "roles")) {
            exports.add(get("/api" + room + "/record/meeting.json?copy=" + copy));
            exports.add(get("/api" + room + "/record/board.csv?copy=" + copy));
        }
        for (String artifact : artifacts) {
            exports.add(get("/api/artifacts/" + artifact));
            exports.add(get("/api/artifacts/" + artifact + "?download"));
        }
        if (!guest) {
            look("/", "h1");
            artifacts.forEach(artifact -> look("/artifacts/" + artifact, "h1"));
        }
    }

    /** Opens a page and keeps what it is sent until {@code tag} stands on it. */
    private void look(String path, String tag) {
        try (FlowPage fresh = visitor.flow(path)) {
            Wire.await(name + " sees " + path, () -> fresh.has(tag));
            answers.add(fresh.everything());
        }
    }

    /** Whether any file the person took home holds this. */
    boolean sawInAnExport(String text) {
        return exports.stream().anyMatch(file -> file.contains(text));
    }

    private String get(String path) {
        answers.add(visitor.page(path).body());
        String body = visitor.get(path).body();
        answers.add(body);
        return body;
    }

    /** Asks for {@code id} in every place where something could have it, and keeps the refusals. */
    List<String> pokes(String id) {
        List<String> refusals = new ArrayList<>();
        for (String path : List.of(
                "/api/artifacts/" + id,
                "/api/rooms/" + id,
                "/live/rooms/" + id + "/frames",
                room + "/materials/" + id + "/pages/1.png",
                "/VAADIN/dynamic/resource/0/" + id + "/page.png",
                "/error",
                "/nothing/" + id)) {
            refusals.add(keep(visitor.get(path).body(), id));
            refusals.add(keep(visitor.page(path).body(), id));
        }
        refusals.add(keep(
                visitor.json("/live" + room + "/commands", "{\"id\":\"" + UUID.randomUUID() + "\",\"note\":\"" + id)
                        .body(),
                id));
        return refusals;
    }

    /** Signs out, which ends the pages and the socket. */
    void leave() {
        visitor.form("/logout");
        page.close();
        socket.close();
    }
}
