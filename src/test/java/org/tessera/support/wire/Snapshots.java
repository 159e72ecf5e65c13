package org.tessera.support.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code snapshot} frames as {@code docs/wire.md} tells clients to. */
public final class Snapshots {

    private Snapshots() {}

    /** The collections of a frame with whole entities, by their ids, whether or not it says once what they have in common. */
    public static ObjectNode room(JsonNode frame) {
        ObjectNode room = JsonNodeFactory.instance.objectNode();
        frame.path("room").forEachEntry((name, entities) -> {
            ObjectNode collection = room.putObject(name);
            JsonNode common = frame.path("same").path(name);
            entities.forEachEntry((id, entity) -> collection.set(id, whole(id, entity, common)));
        });
        return room;
    }

    private static ObjectNode whole(String id, JsonNode entity, JsonNode common) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("id", id);
        for (JsonNode part : List.of(common, entity)) {
            part.forEachEntry(whole::set);
        }
        return whole;
    }
}
