package org.tessera.plan;

import java.util.List;

/**
 * A planned meeting's time is over.
 *
 * @param open what the team has still to do
 */
public record MeetingOver(PlanPicture picture, PlannedMeeting meeting, List<ActionItem> open) {

    public MeetingOver {
        open = List.copyOf(open);
    }
}
