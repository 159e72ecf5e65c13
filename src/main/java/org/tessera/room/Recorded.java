package org.tessera.room;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it stands in the log.
 *
 * @param seq its place in the room's log, from 1 without a hole
 * @param id names the event towards clients, who never learn {@code seq}
 * @param by who caused it; empty for the clock and the house
 */
record Recorded(long seq, UUID id, Instant at, Optional<MemberId> by, RoomEvent event) {}
