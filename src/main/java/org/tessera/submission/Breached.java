package org.tessera.submission;

import java.util.Set;
import org.tessera.account.PersonId;

/**
 * Student work that somebody handed in was stopped just now.
 *
 * @param helpers whom the earner invited to help, and has not sent away
 */
public record Breached(PersonId earner, Set<PersonId> helpers, Breach breach) {

    public Breached {
        helpers = Set.copyOf(helpers);
    }
}
