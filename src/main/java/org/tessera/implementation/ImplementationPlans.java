package org.tessera.implementation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Entries;

/** The implementation plans of teams; each has one. What is in them is kept by {@link Entries}. */
@Service
public class ImplementationPlans {

    private final Entries entries;

    ImplementationPlans(Entries entries) {
        this.entries = entries;
    }

    /** A team's plan as it stands; blank for who has nothing to do with the team. */
    @Transactional(readOnly = true)
    public ImplementationPlan of(TeamId team, PersonId reader) {
        return new ImplementationPlan(
                entries.of(team, Frame.KIND, reader).stream().findFirst(),
                entries.of(team, Goal.KIND, reader),
                entries.of(team, Step.KIND, reader),
                entries.of(team, Strand.KIND, reader));
    }
}
