package org.tessera.room;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.MaterialId;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;

/**
 * A meeting as it is prepared.
 *
 * @param roles who is what from the start; exactly one facilitator
 * @param meetingUrl the team's video meeting, https only
 * @param norms the team's own norms; where there are none the pack's suggested ones stand
 * @param plan the meeting's length and the people it is for, if the protocol is to be fitted to them
 * @param due until when the work before the meeting is wanted, if the protocol has some
 * @param texts existing texts to react to, such as earlier visions
 */
public record RoomDraft(
        TeamId team,
        String title,
        PackRef pack,
        Map<PersonId, Role> roles,
        Optional<Instant> scheduledAt,
        Optional<String> meetingUrl,
        Optional<String> focus,
        List<String> norms,
        List<MaterialId> materials,
        List<BroughtText> texts,
        Optional<TimePlan> plan,
        Optional<Instant> due) {

    /** A meeting with no date for what is done before it. */
    public RoomDraft(
            TeamId team,
            String title,
            PackRef pack,
            Map<PersonId, Role> roles,
            Optional<Instant> scheduledAt,
            Optional<String> meetingUrl,
            Optional<String> focus,
            List<String> norms,
            List<MaterialId> materials,
            List<BroughtText> texts,
            Optional<TimePlan> plan) {
        this(team, title, pack, roles, scheduledAt, meetingUrl, focus, norms, materials, texts, plan, Optional.empty());
    }

    /** A meeting that takes the time its protocol plans for. */
    public RoomDraft(
            TeamId team,
            String title,
            PackRef pack,
            Map<PersonId, Role> roles,
            Optional<Instant> scheduledAt,
            Optional<String> meetingUrl,
            Optional<String> focus,
            List<String> norms,
            List<MaterialId> materials,
            List<BroughtText> texts) {
        this(
                team,
                title,
                pack,
                roles,
                scheduledAt,
                meetingUrl,
                focus,
                norms,
                materials,
                texts,
                Optional.empty(),
                Optional.empty());
    }

    /** How many minutes the meeting has, and for how many people without coaches. */
    public record TimePlan(int minutes, int people) {}

    /** An existing text brought to the meeting. */
    public record BroughtText(String title, String text) {}
}
