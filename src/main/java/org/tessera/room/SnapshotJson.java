package org.tessera.room;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A room on its way to somebody who knows nothing of it yet. Most notes on a board have most in common, so that is said once
 * for each collection, and an entity says where it differs. What is common is found in what this one person may read, so it
 * says nothing of anything else.
 */
final class SnapshotJson {

    private static final String ROOM = "room";
    private static final String SAME = "same";
    private static final String ID = "id";

    private SnapshotJson() {}

    /** Puts whole collections, entities by their ids, into a frame. */
    static void put(ObjectNode frame, JsonNode collections) {
        ObjectNode same = JsonNodeFactory.instance.objectNode();
        ObjectNode room = JsonNodeFactory.instance.objectNode();
        collections.forEachEntry((name, entities) -> {
            ObjectNode common = common(entities.values());
            if (!common.isEmpty()) {
                same.set(name, common);
            }
            ObjectNode differing = room.putObject(name);
            entities.forEachEntry((id, entity) -> differing.set(id, differing(entity, common)));
        });
        frame.set(SAME, same);
        frame.set(ROOM, room);
    }

    /** What each of them has, with the value that most of them have; empty where one alone would say it. */
    private static ObjectNode common(Collection<JsonNode> entities) {
        ObjectNode common = JsonNodeFactory.instance.objectNode();
        if (entities.size() < 2) {
            return common;
        }
        JsonNode first = entities.iterator().next();
        for (String field : first.propertyNames()) {
            if (!field.equals(ID)) {
                prevailing(field, entities).ifPresent(value -> common.set(field, value));
            }
        }
        return common;
    }

    /**
     * What is left when each pair of different values is struck out, if two have it: the value that more than half of them
     * have, where there is one.
     */
    private static Optional<JsonNode> prevailing(String field, Collection<JsonNode> entities) {
        JsonNode left = MissingNode.getInstance();
        int times = 0;
        for (JsonNode entity : entities) {
            JsonNode value = entity.get(field);
            if (value == null) {
                return Optional.empty();
            }
            if (times == 0) {
                left = value;
            }
            times += value.equals(left) ? 1 : -1;
        }
        JsonNode value = left;
        boolean isShared = times > 0
                && entities.stream()
                                .filter(entity -> value.equals(entity.get(field)))
                                .limit(2)
                                .count()
                        == 2;
        return isShared ? Optional.of(value) : Optional.empty();
    }

    private static ObjectNode differing(JsonNode entity, ObjectNode common) {
        ObjectNode differing = JsonNodeFactory.instance.objectNode();
        entity.forEachEntry((field, value) -> {
            if (!field.equals(ID) && !value.equals(common.get(field))) {
                differing.set(field, value);
            }
        });
        return differing;
    }
}
