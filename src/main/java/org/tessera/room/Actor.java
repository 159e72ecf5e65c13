package org.tessera.room;

import java.util.Optional;

/** Who gives a command. */
sealed interface Actor {

    /** Somebody in the room. */
    record Person(MemberId member) implements Actor {}

    /** The product itself: time, presence, preparation and admission. */
    record House() implements Actor {}

    /** The member behind the command, if there is one. */
    default Optional<MemberId> who() {
        return this instanceof Person person ? Optional.of(person.member()) : Optional.empty();
    }
}
