package org.tessera.badge;

import java.time.Instant;
import java.util.Optional;

/**
 * A key of ours that anybody may check badges with.
 *
 * @param method the address it is published under
 * @param controller the issuer whose key it is
 * @param until since when it signs nothing any more; what it signed before stays good
 */
record PublishedKey(String method, String controller, Multikey key, Instant from, Optional<Instant> until) {}
