package org.tessera.room;

/** What came of somebody sitting down beside others. */
public sealed interface SitAnswer {

    /** The person sits there now. */
    record Seated(Sitter sitter) implements SitAnswer {}

    /** Why somebody cannot sit there. */
    enum Refused implements SitAnswer {
        /** A PIN has four to eight digits; this one of the person who comes has not. */
        PIN_INVALID,
        /** Nor has the one of the person who was there first. */
        FIRST_PIN_INVALID,
        /** A guest needs a name. */
        NAME_EMPTY,
        /** The name is too long. */
        NAME_TOO_LONG,
        /** The name has characters that cannot be shown. */
        NAME_INVALID,
        /** Address and password open no account. */
        WRONG,
        /** Too many tries; later ones may work. */
        TOO_MANY,
        /** Somebody with an account, but not of this room. */
        NOT_OF_ROOM,
        /** The person sits there already. */
        ALREADY,
        /** No more people find room at one device. */
        FULL,
        /** The meeting is over. */
        ROOM_CLOSED
    }
}
