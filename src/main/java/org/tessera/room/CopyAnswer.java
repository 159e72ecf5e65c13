package org.tessera.room;

/** What comes of copying a prepared meeting for another team. */
public sealed interface CopyAnswer {

    /** The other team's meeting. */
    record Copied(RoomId room) implements CopyAnswer {}

    /** Nothing was copied. */
    enum Not implements CopyAnswer {
        /** There is no such meeting or team, or this person may not copy it or for that team; which is not told. */
        UNKNOWN,
        /** The meeting has begun: what it is by now belongs to those who are in it. */
        BEGUN,
        /** Nobody is in the team who could lead the meeting. */
        NOBODY_THERE,
        /** The meeting's protocol is another team's own and was not handed to this team. */
        PROTOCOL_NOT_THEIRS
    }
}
