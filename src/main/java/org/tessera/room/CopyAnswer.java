package org.tessera.room;

import org.tessera.protocol.Fit;
import org.tessera.protocol.Pack;

/** What comes of copying a prepared meeting for another team. */
public sealed interface CopyAnswer {

    /**
     * The other team's meeting.
     *
     * @param pack the protocol it is held by
     * @param people how many of the team were copied in, coaches not counted
     * @param fit how their time was planned; where it could not be, the meeting takes the time the protocol takes
     */
    record Copied(RoomId room, Pack pack, int people, Fit fit) implements CopyAnswer {}

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
