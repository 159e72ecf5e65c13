package org.tessera.room;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which somebody sat in a meeting.
 *
 * @param until nothing while it lasts, and where the server stopped before it could write the end
 */
public record Stay(Instant from, Optional<Instant> until) {}
