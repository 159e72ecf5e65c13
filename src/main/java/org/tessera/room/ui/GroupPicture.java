package org.tessera.room.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.room.MemberId;

/**
 * A small group.
 *
 * @param endsAt until when it has been given more time in the running phase
 */
record GroupPicture(UUID id, List<MemberId> people, Optional<Instant> endsAt) {

    GroupPicture {
        people = List.copyOf(people);
    }
}
