package org.tessera.room;

import java.util.UUID;

/** Identity of a room. */
public record RoomId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
