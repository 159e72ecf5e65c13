package org.tessera.credit;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * That somebody means to work for what a rule yields, said before the work.
 *
 * @param version the rule's version the person read; it counts for later ones, too
 * @param reason why it was declined
 */
public record Registration(
        RegistrationId id,
        RuleId rule,
        int version,
        PersonId person,
        Instant made,
        State state,
        Optional<String> reason,
        Optional<Instant> decided) {

    /** How far it is. */
    public enum State {
        WAITING,
        CONFIRMED,
        DECLINED,
        /** Taken back by the person before it was decided. */
        WITHDRAWN
    }

    /** Whether there is no reason for another one. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.CONFIRMED;
    }
}
