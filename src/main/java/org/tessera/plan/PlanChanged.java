package org.tessera.plan;

import java.util.List;
import org.tessera.account.PersonId;

/**
 * A plan was made or changed.
 *
 * @param by who did it
 * @param before the plan as people knew it; the same without meetings where it is new
 */
public record PlanChanged(PlanPicture picture, Plan before, List<PlanChange> changes, PersonId by) {

    public PlanChanged {
        changes = List.copyOf(changes);
    }
}
