package org.tessera.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tessera.credential.Credential;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;

/**
 * A plan with all that is needed to show it.
 *
 * @param credentials those of its stack, in its versions
 * @param packs the protocols it refers to
 * @param unsaid meetings whose time has come and that left nothing behind, of which nobody has said whether they were held
 * @param overtaken whether the team or its protocols have changed so that it would be planned otherwise now
 */
public record PlanPicture(
        Plan plan,
        Checklist checklist,
        List<Credential> credentials,
        Map<PackRef, Pack> packs,
        Set<UUID> unsaid,
        boolean overtaken,
        Instant now) {

    public PlanPicture {
        credentials = List.copyOf(credentials);
        packs = Map.copyOf(packs);
        unsaid = Set.copyOf(unsaid);
    }

    /** The protocol in its exact version. */
    public Optional<Pack> pack(PackRef ref) {
        return Optional.ofNullable(packs.get(ref));
    }

    /** Whether the meeting's time has come. */
    public boolean past(PlannedMeeting meeting) {
        return meeting.past(plan.term(), now);
    }

    /** The next meeting that takes place, if there is one. */
    public Optional<PlannedMeeting> next() {
        return plan.meetings().stream()
                .filter(meeting -> meeting.takesPlace() && !past(meeting))
                .findFirst();
    }
}
