package org.tessera.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tessera.room.RoomId;

/**
 * A meeting somebody was in.
 *
 * @param protocol the id of its protocol
 * @param minutes how long the person was in it, as {@link Attendance} counts
 * @param over whether the meeting was closed; until then the minutes still grow and yield nothing
 */
public record AttendedMeeting(RoomId room, String title, String protocol, Instant begun, int minutes, boolean over) {

    /** The day on which it began, in UTC, as everything here is dated. */
    public LocalDate day() {
        return LocalDate.ofInstant(begun, ZoneOffset.UTC);
    }
}
