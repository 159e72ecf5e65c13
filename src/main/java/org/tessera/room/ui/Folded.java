package org.tessera.room.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a seat knows of its room, folded out of its frames as every client of the wire does it: for each event first
 * drop, then put whole entities by id.
 */
final class Folded {

    private static final String SNAPSHOT = "snapshot";
    private static final String PRESENCE = "presence";

    private final Map<String, Map<String, JsonNode>> collections = new LinkedHashMap<>();
    private final Set<String> here = new LinkedHashSet<>();
    private final List<Happening> news = new ArrayList<>();
    /** Collections in which something has changed, and frames after which anything may look different. */
    private final Set<String> touched = new HashSet<>();

    private List<List<String>> devices = List.of();
    private String you = "";
    private boolean isPresenceKnown;

    /** Takes one frame; frames that tell nothing about the room are passed over. */
    void take(JsonNode json) {
        switch (json.path("frame").asString("")) {
            case SNAPSHOT -> begin(json);
            case "events" -> json.path("events").forEach(this::happen);
            case PRESENCE -> {
                touched.add(PRESENCE);
                isPresenceKnown = true;
                here.clear();
                json.path("here").forEach(person -> here.add(person.asString()));
                devices = json.path("devices")
                        .valueStream()
                        .map(device ->
                                device.valueStream().map(JsonNode::asString).toList())
                        .toList();
            }
            default -> {}
        }
    }

    /** Whether it is known what there is and who is there: a page that knew only the first would show everybody as gone. */
    boolean isReady() {
        return !you.isEmpty() && isPresenceKnown;
    }

    /** The pseudonym of the person on this seat. */
    String you() {
        return you;
    }

    /** The people whose boards are connected, as they come and go: it is asked for each person of each picture. */
    Set<String> here() {
        return Collections.unmodifiableSet(here);
    }

    /** The people of each device that several share. */
    List<List<String>> devices() {
        return devices;
    }

    /** The entities of a collection in no order of their own. */
    Stream<JsonNode> all(String collection) {
        return collections.getOrDefault(collection, Map.of()).values().stream();
    }

    /** What has happened since this was last asked, oldest first. */
    List<Happening> takeNews() {
        List<Happening> taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    /** The collections in which something has changed since this was last asked; frames of a whole count as one. */
    Set<String> takeTouched() {
        Set<String> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    private void begin(JsonNode snapshot) {
        collections.clear();
        you = snapshot.path("you").asString("");
        touched.add(SNAPSHOT);
        snapshot.path("room")
                .properties()
                .forEach(collection ->
                        collection.getValue().values().forEach(entity -> put(collection.getKey(), entity)));
    }

    private void happen(JsonNode event) {
        event.path("drop").properties().forEach(collection -> {
            Map<String, JsonNode> held = touch(collection.getKey());
            collection.getValue().forEach(id -> held.remove(id.asString()));
        });
        event.path("put")
                .properties()
                .forEach(collection -> collection.getValue().forEach(entity -> put(collection.getKey(), entity)));
        news.add(new Happening(
                event.path("type").asString(""),
                Instant.parse(event.path("at").asString()),
                event.path("by").asString(""),
                event.path("person").asString(""),
                event.path("role").asString(""),
                event.path("why").asString("")));
    }

    private void put(String collection, JsonNode entity) {
        touch(collection).put(entity.path("id").asString(""), entity);
    }

    private Map<String, JsonNode> touch(String collection) {
        touched.add(collection);
        return collections.computeIfAbsent(collection, _ -> new LinkedHashMap<>());
    }
}
