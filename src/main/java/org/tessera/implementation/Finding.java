package org.tessera.implementation;

import java.util.List;

/**
 * How far a plan meets one condition.
 *
 * @param where goals, steps or strands in which something is missing, in their own words
 */
public record Finding(Condition condition, boolean met, List<String> where) {

    public Finding {
        where = List.copyOf(where);
    }

    /** What the credential asks of a plan, as far as its page is known. */
    public enum Condition {
        /** A team was charged with the work. */
        TEAM_CHARGED,
        /** The earner has a leading role. */
        LEAD_ROLE,
        /** It is made together with stakeholders. */
        STAKEHOLDERS,
        /** Evidence of the need is shown: a goal comes from an interview or a survey. */
        NEED_SHOWN,
        /** There are goals. */
        GOALS,
        /** The first school year has its first and its last day. */
        FIRST_YEAR,
        /** Every goal has steps in the first year. */
        STEPS,
        /** Every step says what, who, by when, and what will be seen then. */
        BENCHMARKS,
        /** Every date lies in the first year. */
        DATES,
        /** The second year has its broad lines. */
        SECOND_YEAR,
        /** The second year says what of the first it depends on. */
        DEPENDS
    }
}
