package org.tessera.room;

import java.util.UUID;

/** Identity of a note, made by the client that writes it. */
public record NoteId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
