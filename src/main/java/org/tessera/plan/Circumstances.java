package org.tessera.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.room.RoomId;

/**
 * All a plan is made from that is not the plan's own.
 *
 * @param credentials the credentials of the plan's stack, in its versions
 * @param members the team
 * @param offered the protocols the team can choose from
 * @param known those and any the plan refers to
 * @param history what the team has held, oldest first
 * @param calledOff rooms of the plan whose meetings were called off before they had begun
 */
record Circumstances(
        List<Credential> credentials,
        List<PersonId> members,
        List<Pack> offered,
        Map<PackRef, Pack> known,
        List<Held> history,
        Set<RoomId> calledOff,
        Instant now) {

    Circumstances {
        credentials = List.copyOf(credentials);
        members = List.copyOf(members);
        offered = List.copyOf(offered);
        known = Map.copyOf(known);
        history = List.copyOf(history);
        calledOff = Set.copyOf(calledOff);
    }

    Optional<Pack> pack(PackRef ref) {
        return Optional.ofNullable(known.get(ref));
    }

    /** The same at another moment. */
    Circumstances at(Instant then) {
        return new Circumstances(credentials, members, offered, known, history, calledOff, then);
    }

    int people() {
        return members.size();
    }
}
