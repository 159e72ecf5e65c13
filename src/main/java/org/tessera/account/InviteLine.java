package org.tessera.account;

import java.util.List;

/**
 * A line of a list of people to invite, as it was read.
 *
 * @param number the line it begins at, counted from one as spreadsheets do
 * @param email in lower case
 * @param school the name of a school; empty if none is said
 * @param team the name of a team; empty if none is said
 * @param faults what is wrong with it in itself
 */
public record InviteLine(int number, String name, String email, String school, String team, List<Fault> faults) {

    public InviteLine {
        faults = List.copyOf(faults);
    }

    /** What can be wrong with a line. */
    public enum Fault {
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_INVALID,
        EMAIL_WRONG,
        /** An earlier line has the same address. */
        EMAIL_TWICE,
        /** No school of the district has this name. */
        SCHOOL_UNKNOWN,
        /** No team of the school, or of the district where no school is said, has this name. */
        TEAM_UNKNOWN,
        /** Teams of several schools have this name, and no school is said. */
        TEAM_UNCLEAR
    }
}
