package org.tessera.plan;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** Plans that people are filling in, each their own: kept with every change, until the plan is made or begun anew. */
@Service
public class PlanSheets {

    private final PlanSheetStore store;
    private final InstantSource clock;

    PlanSheets(PlanSheetStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What this person has filled in for the team. */
    public Optional<PlanSheet> of(TeamId team, PersonId person) {
        return store.find(team, person);
    }

    /** Keeps what is filled in now. */
    public void keep(TeamId team, PersonId person, PlanSheet sheet) {
        store.keep(team, person, sheet, clock.instant());
    }

    /** Forgets what was filled in. */
    public void clear(TeamId team, PersonId person) {
        store.clear(team, person);
    }
}
