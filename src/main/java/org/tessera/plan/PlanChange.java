package org.tessera.plan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.tessera.account.PersonId;

/** One thing that is different in a plan after somebody changed something. */
public sealed interface PlanChange {

    /** A meeting has another time. */
    record Retimed(UUID meeting, LocalDateTime from, LocalDateTime to) implements PlanChange {}

    /** A meeting does not take place, or no longer counts as held. */
    record Lost(UUID meeting, LocalDateTime at, MeetingState why) implements PlanChange {}

    /** A meeting takes place after all. */
    record Returned(UUID meeting, LocalDateTime at) implements PlanChange {}

    /** There is a meeting there was not. */
    record Added(UUID meeting, LocalDateTime at) implements PlanChange {}

    /** A protocol is held in another meeting. */
    record SessionMoved(Session session, LocalDateTime from, LocalDateTime to) implements PlanChange {}

    /** A protocol was put into a meeting. */
    record SessionAdded(Session session, LocalDateTime at) implements PlanChange {}

    /** A protocol is no longer held. */
    record SessionGone(Session session, LocalDateTime from) implements PlanChange {}

    /** A protocol stays in its meeting and has more or less time. */
    record Resized(Session session, LocalDateTime at, int before) implements PlanChange {}

    /** The room that was prepared for a protocol is for that time now. */
    record RoomMoved(Session session, LocalDateTime to) implements PlanChange {}

    /** The room that was prepared for a protocol at that time is called off: the plan has no such meeting any more. */
    record RoomOff(Session session, LocalDateTime from) implements PlanChange {}

    /** The room of a protocol has begun, and stays as it is. */
    record RoomStays(Session session) implements PlanChange {}

    /** Who means to earn the credentials is different. */
    record EarnersChanged(List<PersonId> earners) implements PlanChange {
        public EarnersChanged {
            earners = List.copyOf(earners);
        }
    }

    /** A part of a meeting has another lead. */
    record LeadChanged(LocalDateTime at, Part.Kind part, PersonId from, PersonId to) implements PlanChange {}

    /** A requirement is covered that was not. */
    record NowCovered(Checklist.Line line) implements PlanChange {}

    /** A requirement is not covered any more. */
    record NowUncovered(Checklist.Line line, Shortfall why) implements PlanChange {}
}
