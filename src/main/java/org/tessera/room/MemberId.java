package org.tessera.room;

import java.util.UUID;

/** A person's pseudonym in one room. The row that links it to a person can be deleted; the room's log stays whole. */
public record MemberId(UUID value) {

    /** Stands where it is hidden for good who somebody is: who wrote an anonymous note. No member has it. */
    static final MemberId NOBODY = new MemberId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
