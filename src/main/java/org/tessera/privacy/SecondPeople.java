package org.tessera.privacy;

import java.util.Set;
import org.tessera.account.PersonId;

/** Knows whom somebody may ask for the second look besides their team. Whatever knows coaches gives one, as a Spring bean. */
@FunctionalInterface
public interface SecondPeople {

    /** Those who stand by {@code owner}, whatever team they are in. */
    Set<PersonId> of(PersonId owner);
}
