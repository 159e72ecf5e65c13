package org.tessera.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/**
 * That an assessor finds what was found in anchors of a credential.
 *
 * @param until from then on it holds no more
 * @param exact percent of rows with the true level
 * @param kappa what of it goes beyond chance; nothing where everybody gave the same level everywhere
 * @param ended when it ended before its time, because the levels given had drifted
 */
public record Certificate(
        UUID id,
        PersonId assessor,
        CredentialId credential,
        Instant from,
        Instant until,
        int exact,
        Optional<Double> kappa,
        Optional<Instant> ended) {

    /** Whether it holds at {@code at}. */
    public boolean holds(Instant at) {
        return ended.isEmpty() && !at.isBefore(from) && at.isBefore(until);
    }
}
