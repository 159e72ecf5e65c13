package org.tessera.credit;

import java.time.LocalDate;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * What somebody gets for one thing by one rule.
 *
 * @param version the rule's version by which it is, or was, credited
 * @param earned the day of the decision, or of the meeting
 * @param hours nothing where the rule yields none, or no more this year
 */
public record CreditLine(
        RuleId rule,
        int version,
        PersonId person,
        Thing thing,
        LocalDate earned,
        Optional<Hours> hours,
        Optional<Money> money,
        Outcome outcome) {

    /** Where it stands. */
    public sealed interface Outcome {

        /** To be paid or recorded. */
        record Due() implements Outcome {}

        /** Paid or recorded. */
        record Done(LocalDate on, PersonId by, boolean revokedSince) implements Outcome {}

        /** The badge is suspended; until that is lifted nothing is due. */
        record BadgeWaits() implements Outcome {}

        /** The registration was neither confirmed nor declined yet. */
        record RegistrationWaits() implements Outcome {}

        /** It yields nothing. */
        record Nothing(Why why) implements Outcome {}
    }

    /** Why a rule yields nothing for something it counts. */
    public enum Why {
        NOT_REGISTERED,
        REGISTERED_TOO_LATE,
        REGISTRATION_DECLINED,
        REVOKED,
        MOST_REACHED,
        TOO_SHORT
    }

    /** Whether it is to be paid or recorded. */
    public boolean isDue() {
        return outcome instanceof Outcome.Due;
    }

    /** Whether it was paid or recorded. */
    public boolean isDone() {
        return outcome instanceof Outcome.Done;
    }

    /** Whether it takes from what a person can get in a year: what waits keeps its place. */
    boolean takesFromTheMost() {
        return !(outcome instanceof Outcome.Nothing);
    }
}
