package org.tessera.privacy;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * One line of what happened to a subject; lines are added and never changed, and stay when the subject is gone.
 *
 * @param seq from 1 without a gap
 * @param by nobody for what the product did by itself
 */
public record Trail(int seq, Deed deed, Optional<PersonId> by, Instant at) {}
