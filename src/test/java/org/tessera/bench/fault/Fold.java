package org.tessera.bench.fault;

import java.util.Map;
import java.util.TreeMap;
import org.tessera.support.wire.Snapshots;
import tools.jackson.databind.JsonNode;

/** A room as somebody knows it, folded from frames as {@code docs/wire.md} says. */
public final class Fold {

    private final Map<String, Map<String, JsonNode>> shelves = new TreeMap<>();

    /** Takes a {@code snapshot} or an {@code events} frame; any other changes nothing. */
    public synchronized void take(JsonNode frame) {
        switch (frame.path("frame").asString("")) {
            case "snapshot" -> {
                shelves.clear();
                Snapshots.room(frame).properties().forEach(shelf -> shelf.getValue()
                        .properties()
                        .forEach(entity -> shelf(shelf.getKey()).put(entity.getKey(), entity.getValue())));
            }
            case "events" -> frame.path("events").forEach(this::fold);
            default -> {}
        }
    }

    private void fold(JsonNode event) {
        event.path("drop").properties().forEach(shelf -> shelf.getValue()
                .forEach(id -> shelf(shelf.getKey()).remove(id.asString())));
        event.path("put").properties().forEach(shelf -> shelf.getValue()
                .forEach(entity -> shelf(shelf.getKey()).put(entity.path("id").asString(), entity)));
    }

    private Map<String, JsonNode> shelf(String name) {
        return shelves.computeIfAbsent(name, key -> new TreeMap<>());
    }

    /** A copy of a collection, by id. */
    public synchronized Map<String, JsonNode> collection(String name) {
        return new TreeMap<>(shelves.getOrDefault(name, Map.of()));
    }

    /** A copy of everything; empty collections are left out. */
    public synchronized Map<String, Map<String, JsonNode>> all() {
        Map<String, Map<String, JsonNode>> copy = new TreeMap<>();
        shelves.forEach((name, entities) -> {
            if (!entities.isEmpty()) {
                copy.put(name, new TreeMap<>(entities));
            }
        });
        return copy;
    }
}
