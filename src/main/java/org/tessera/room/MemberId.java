package org.tessera.room;

import java.util.UUID;

/** A person's pseudonym in one room. The row that links it to a person can be deleted; the room's log stays whole. */
public record MemberId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
