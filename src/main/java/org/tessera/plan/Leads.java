package org.tessera.plan;

import java.util.stream.Stream;
import org.tessera.account.PersonId;

/** Who leads what a meeting has around its protocol. */
public record Leads(PersonId opening, PersonId actions, PersonId closing) {

    Stream<PersonId> all() {
        return Stream.of(opening, actions, closing);
    }

    /** The same with another lead for one part; a protocol's lead is its session's. */
    Leads with(Part.Kind part, PersonId person) {
        return switch (part) {
            case OPENING -> new Leads(person, actions, closing);
            case ACTIONS -> new Leads(opening, person, closing);
            case WORK, CLOSING -> new Leads(opening, actions, person);
            case PROTOCOL, BREAK -> this;
        };
    }
}
