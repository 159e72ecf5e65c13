package org.tessera.badge;

import java.util.List;
import java.util.Optional;

/**
 * What a check of a credential found, step by step and in the order of the steps.
 *
 * @param said what the credential says about itself, if it could be read that far; believe it only as far as the steps hold
 */
public record Report(List<Step> steps, Optional<Said> said) {

    public Report {
        steps = List.copyOf(steps);
    }

    /** What is looked at. */
    public enum Kind {
        /** That there is one credential, and one way to read it. */
        FORM,
        /** That every word of it is known. */
        CONTEXTS,
        /** That it says what a badge has to say. */
        TERMS,
        /** That its proof was made to vouch for it. */
        PURPOSE,
        /** Whose key it was signed with. */
        KEY,
        /** That it is what was signed. */
        SIGNATURE,
        /** That it is valid at this time. */
        TIME,
        /** That its issuer has not taken it back. */
        STATUS
    }

    /** How a step came out. */
    public sealed interface State {

        /** What was looked at is as it should be. */
        record Holds() implements State {}

        /**
         * It is not as it should be.
         *
         * @param where what it is about, as the credential spells it; may be empty
         */
        record Fails(Reason reason, String where) implements State {}

        /**
         * Nobody looked; so nobody may call the credential valid.
         *
         * @param where what it is about, as the credential spells it; may be empty
         */
        record NotChecked(Reason reason, String where) implements State {}
    }

    /** One step. */
    public record Step(Kind kind, State state) {}

    /** What a credential says about itself. */
    public record Said(String name, String issuer, String achievement, String validFrom, Optional<String> validUntil) {}

    /** What it comes to. */
    public enum Outcome {
        VALID,
        INVALID,
        /** Nothing fails, and something was not checked. */
        UNDECIDED
    }

    /** Valid only if every step holds. */
    public Outcome outcome() {
        if (steps.stream().anyMatch(step -> step.state() instanceof State.Fails)) {
            return Outcome.INVALID;
        }
        return steps.stream().allMatch(step -> step.state() instanceof State.Holds) ? Outcome.VALID : Outcome.UNDECIDED;
    }
}
