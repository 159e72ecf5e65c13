package org.tessera.room;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identities that follow from a name, so that tests and their failures read in words. */
final class Ids {

    private Ids() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static MemberId person(String name) {
        return new MemberId(id(name));
    }

    static NoteId note(String name) {
        return new NoteId(id(name));
    }
}
