package org.tessera.account;

import java.util.Locale;
import java.util.UUID;

/** What came of a guest's code and name. */
public sealed interface JoinAnswer {

    /** The guest has a place in the room. */
    record Joined(PersonId guest, UUID room, String name, Locale locale) implements JoinAnswer {}

    /** Why a guest was not let in. */
    enum Refused implements JoinAnswer {
        /** No room takes guests with this code now. */
        CODE_UNKNOWN,
        /** A guest needs a name. */
        NAME_EMPTY,
        /** The name is longer than {@link GuestName#LONGEST}. */
        NAME_TOO_LONG,
        /** The name has characters that cannot be shown. */
        NAME_INVALID,
        /** Too many wrong codes; later tries may work. */
        TOO_MANY
    }
}
