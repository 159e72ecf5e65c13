package org.tessera.account;

import java.util.List;

/**
 * Somebody of a district, as its office sees them.
 *
 * @param teams the teams the person is in, by name
 */
public record DistrictPerson(Person person, Access access, List<Team> teams) {

    public DistrictPerson {
        teams = List.copyOf(teams);
    }
}
