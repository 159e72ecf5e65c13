package org.tessera.entry.ui;

import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.entry.Standing;

/** Somebody on a page of a team. */
public record Visit(Team team, PersonId me, Standing standing) {

    /** Whether this person may write here. */
    public boolean writes() {
        return standing == Standing.MEMBER;
    }
}
