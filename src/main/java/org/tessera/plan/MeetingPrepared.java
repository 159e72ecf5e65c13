package org.tessera.plan;

import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.room.RoomId;

/**
 * The room of a planned session was made.
 *
 * @param session its number in the plan
 * @param by who did it
 */
public record MeetingPrepared(PlanPicture picture, UUID meeting, int session, RoomId room, PersonId by) {}
