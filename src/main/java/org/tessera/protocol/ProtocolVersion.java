package org.tessera.protocol;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * A version of a protocol that was published.
 *
 * @param note what is new in it, in the words of who published it; empty if nothing was said
 * @param by who published it; empty for what came with the product
 */
public record ProtocolVersion(PackRef ref, String note, Optional<PersonId> by, Instant at) {}
