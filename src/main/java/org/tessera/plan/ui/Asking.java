package org.tessera.plan.ui;

import org.tessera.plan.PlanEdit;

/** Carries out a change of the plan that the page shows. */
@FunctionalInterface
interface Asking {

    /**
     * Asks for the change.
     *
     * @return why it was refused, as a sentence; blank if it was done
     */
    String change(PlanEdit edit);
}
