package org.tessera.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done in a district's office.
 *
 * @param by who did it; nobody for the installation itself
 * @param to to whom, if to somebody
 * @param thing the school or team as it was called then; empty where it is about none
 */
public record OfficeDeed(Kind kind, Optional<PersonId> by, Optional<PersonId> to, String thing, Instant at) {

    /** What can be done. The names stand in the table: never change one. */
    public enum Kind {
        SCHOOL_ADDED,
        SCHOOL_RENAMED,
        TEAM_ADDED,
        TEAM_RENAMED,
        TEAM_JOINED,
        TEAM_LEFT,
        INVITED,
        LINK_MADE,
        PASSWORD_SET,
        RENAMED,
        SUSPENDED,
        RESUMED,
        OFFICER_NAMED,
        OFFICER_DISMISSED
    }
}
