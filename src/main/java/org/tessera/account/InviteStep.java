package org.tessera.account;

import java.util.List;
import java.util.Optional;

/** A line of a list of people to invite, and what would happen to it. */
public record InviteStep(InviteLine line, Outcome outcome) {

    /** What would happen. */
    public sealed interface Outcome {

        /** The person gets an account and a link. */
        record Fresh(Optional<School> school, Optional<Team> team) implements Outcome {}

        /**
         * Somebody of the district has this address already.
         *
         * @param joins the team they would be put into; nothing where the line names none, or they are in it
         */
        record Known(Person person, Optional<Team> joins) implements Outcome {}

        /** The address cannot be invited; nobody learns why. The line is passed over. */
        record Elsewhere() implements Outcome {}

        /** Nothing is done with the whole list before this is put right. */
        record Faulty(List<InviteLine.Fault> faults) implements Outcome {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }
}
