package org.tessera.room.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.room.SnapshotJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a seat knows of its room, folded out of its frames as every client of the wire does it: for each event first
 * drop, then put whole entities by id.
 */
final class Folded {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String NOTES = "notes";
    private static final String TEXT = "text";

    /** What the picture of a room depends on of a note. */
    private static final List<String> NOTE = List.of("id", "state", "ordinal", "phase", "kind", "replyTo", TEXT);

    private final Map<String, Map<String, JsonNode>> collections = new LinkedHashMap<>();
    private final Set<String> here = new LinkedHashSet<>();
    private final List<Happening> news = new ArrayList<>();
    private List<List<String>> devices = List.of();
    private String you = "";

    /** Takes one frame; frames that tell nothing about the room are passed over. */
    void take(String frame) {
        JsonNode json = JSON.readTree(frame);
        switch (json.path("frame").asString("")) {
            case "snapshot" -> begin(json);
            case "events" -> json.path("events").forEach(this::happen);
            case "presence" -> {
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

    /** Whether a snapshot has come. */
    boolean isReady() {
        return !you.isEmpty();
    }

    /** The pseudonym of the person on this seat. */
    String you() {
        return you;
    }

    /** The people whose boards are connected. */
    Set<String> here() {
        return Set.copyOf(here);
    }

    /** The people of each device that several share. */
    List<List<String>> devices() {
        return devices;
    }

    /** The entities of a collection in no order of their own. */
    Iterable<JsonNode> all(String collection) {
        return List.copyOf(collections.getOrDefault(collection, Map.of()).values());
    }

    /** What has happened since this was last asked, oldest first. */
    List<Happening> takeNews() {
        List<Happening> taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    private void begin(JsonNode snapshot) {
        collections.clear();
        you = snapshot.path("you").asString("");
        SnapshotJson.room(snapshot).properties().forEach(collection -> collection
                .getValue()
                .properties()
                .forEach(entity -> put(collection.getKey(), entity.getKey(), entity.getValue())));
    }

    private void happen(JsonNode event) {
        event.path("drop").properties().forEach(collection -> collection
                .getValue()
                .forEach(id ->
                        collections.getOrDefault(collection.getKey(), Map.of()).remove(id.asString())));
        event.path("put").properties().forEach(collection -> collection
                .getValue()
                .forEach(entity -> put(collection.getKey(), entity.path("id").asString(""), entity)));
        news.add(new Happening(
                event.path("type").asString(""),
                Instant.parse(event.path("at").asString()),
                event.path("by").asString(""),
                event.path("person").asString(""),
                event.path("role").asString(""),
                event.path("why").asString("")));
    }

    private void put(String collection, String id, JsonNode entity) {
        JsonNode kept = collection.equals(NOTES) ? ofNote(entity) : entity;
        collections.computeIfAbsent(collection, _ -> new LinkedHashMap<>()).put(id, kept);
    }

    /** Every page of a meeting holds all its notes: it keeps no more of them than it looks at. */
    private static JsonNode ofNote(JsonNode note) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        NOTE.forEach(field -> {
            JsonNode value = note.path(field);
            if (value.isString()) {
                kept.put(field, value.asString());
            } else if (!value.isMissingNode()) {
                kept.set(field, value);
            }
        });
        return kept;
    }
}
