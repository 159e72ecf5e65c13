package org.tessera.plan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tessera.room.RoomDraft.TimePlan;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/**
 * Rooms that were prepared from a plan follow it: they move with their meetings, and are called off with them. What has
 * begun stays as it is.
 */
@Component
class PreparedRooms {

    private final Rooms rooms;

    PreparedRooms(Rooms rooms) {
        this.rooms = rooms;
    }

    /** A protocol with a room, and when it begins on the team's clock. */
    private record Placed(Session session, LocalDateTime at) {}

    private static Map<RoomId, Placed> placed(Plan plan) {
        Map<RoomId, Placed> placed = new LinkedHashMap<>();
        plan.meetings().stream().filter(PlannedMeeting::takesPlace).forEach(meeting -> meeting.agenda()
                .forEach(part -> part.session().ifPresent(session -> session.room()
                        .ifPresent(room -> placed.put(room, new Placed(session, part.from()))))));
        return placed;
    }

    /** What becomes of the rooms when {@code before} becomes {@code after}. */
    List<PlanChange> changes(Plan before, Plan after) {
        Map<RoomId, Placed> has = placed(after);
        List<PlanChange> changes = new ArrayList<>();
        placed(before).forEach((room, was) -> {
            Optional<Placed> is = Optional.ofNullable(has.get(room));
            if (is.filter(now -> now.at().equals(was.at())).isPresent()) {
                return;
            }
            if (rooms.isAhead(room)) {
                changes.add(is.<PlanChange>map(now -> new PlanChange.RoomMoved(now.session(), now.at()))
                        .orElseGet(() -> new PlanChange.RoomOff(was.session(), was.at())));
            } else if (rooms.calledOff(Set.of(room)).isEmpty()) {
                changes.add(new PlanChange.RoomStays(was.session()));
            }
        });
        return changes;
    }

    /** Lets the rooms follow; one that has begun in the meantime says no, and stays. */
    void follow(Plan before, Plan after, int people) {
        Map<RoomId, Placed> has = placed(after);
        placed(before).forEach((room, was) -> {
            Optional<Placed> is = Optional.ofNullable(has.get(room));
            if (is.isEmpty()) {
                rooms.callOff(room);
                return;
            }
            Placed now = is.get();
            if (!now.at().equals(was.at())) {
                rooms.reschedule(room, after.term().instant(now.at()));
            }
            if (now.session().minutes() != was.session().minutes()) {
                rooms.refit(room, new TimePlan(now.session().minutes(), people));
            }
        });
    }
}
