package org.tessera.nodes;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one node tells the others. Everything in it stands in the database too; it says only that it is time to look.
 *
 * @param node who tells it
 * @param kind what has happened
 * @param about the room, sign-in or material
 * @param number how far a room's log has come; 0 for everything else
 * @param person whose sign-in it was
 */
record News(String node, Kind kind, UUID about, long number, Optional<UUID> person) {

    /** What has happened. */
    enum Kind {
        WRITTEN("room.written"),
        ATTENDED("room.attended"),
        SIGN_IN_ENDED("sign-in.ended"),
        MATERIAL_HELD("material.held");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The routing key. */
        String key() {
            return key;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static News of(String node, Kind kind, UUID about) {
        return new News(node, kind, about, 0, Optional.empty());
    }

    byte[] bytes() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /** What {@code bytes} say; nothing where a newer or older version of the product says what this one does not know. */
    static Optional<News> read(byte[] bytes) {
        try {
            return Optional.of(JSON.readValue(bytes, News.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
