package org.tessera.plan;

import java.time.Instant;
import org.tessera.account.PersonId;
import org.tessera.room.RoomId;

/**
 * A discussion the team has held in a room.
 *
 * @param lead who facilitated it longest
 */
public record Held(RoomId room, Instant at, String title, String aspect, PersonId lead) {}
