package org.tessera.plan;

import java.util.List;

/** What became of a wish to make or change a plan. */
public sealed interface PlanAnswer {

    /** It was done, and this is what is different now. */
    record Done(PlanPicture picture, List<PlanChange> changes) implements PlanAnswer {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    /** It was not done. */
    record Refused(PlanRefusal why) implements PlanAnswer {}
}
