package org.tessera.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.protocol.PackRef;
import org.tessera.room.RoomId;

/** A dated step by which a requirement is met, or partly met. */
public sealed interface Step {

    /** A protocol in a meeting of the plan. */
    record InMeeting(UUID meeting, LocalDateTime at, PackRef pack, String aspect) implements Step {}

    /** A discussion that was held outside of the plan. */
    record Before(RoomId room, Instant at, String title, String aspect) implements Step {}

    /** Work outside of the meetings. */
    record OwnWork(LocalDate due, PersonId who, String words) implements Step {}
}
