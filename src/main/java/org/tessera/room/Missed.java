package org.tessera.room;

import java.util.List;
import java.util.Optional;

/**
 * What others have added to a room's log.
 *
 * @param events in the order of the log; erased payloads come as tombstones
 * @param chain the log's new end; nothing where nothing was added
 */
record Missed(List<Recorded> events, Optional<byte[]> chain) {

    Missed {
        events = List.copyOf(events);
    }
}
