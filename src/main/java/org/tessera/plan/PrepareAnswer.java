package org.tessera.plan;

import org.tessera.room.RoomId;

/** What became of a wish to prepare a planned meeting. */
public sealed interface PrepareAnswer {

    /** Its room is there; it may have been before. */
    record Prepared(RoomId room) implements PrepareAnswer {}

    /** It was not prepared. */
    record Refused(PlanRefusal why) implements PrepareAnswer {}
}
