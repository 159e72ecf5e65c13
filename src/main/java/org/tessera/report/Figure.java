package org.tessera.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** One figure of a report, as it may be shown. */
public sealed interface Figure {

    /** So many people. */
    record Count(int people) implements Figure {}

    /** A share of a group of which at least five are in it and at least five are not. */
    record Percent(int percent) implements Figure {}

    /** Business days. */
    record Days(BigDecimal days) implements Figure {}

    /** Agreement beyond chance, to two decimals. */
    record Kappa(BigDecimal kappa) implements Figure {}

    /** Fewer than five, or what these could be worked out from. */
    record NotShown() implements Figure {}

    /** Of a larger group fewer than five, perhaps none. */
    record Few() implements Figure {}

    /** Of a larger group all but fewer than five, perhaps all. */
    record AlmostAll() implements Figure {}

    /** It cannot be reckoned, as kappa where everybody gave the same level. */
    record Undefined() implements Figure {}

    /** A count that may be shown, or that none is. */
    static Figure count(Optional<Integer> shown) {
        return shown.<Figure>map(Count::new).orElseGet(NotShown::new);
    }

    /**
     * What share of a group {@code part} is. The group's size is never shown beside it.
     *
     * @throws IllegalArgumentException if the part is larger than the group
     */
    static Figure share(int part, int group) {
        int rest = group - part;
        if (part < 0 || rest < 0) {
            throw new IllegalArgumentException(part + " of " + group);
        }
        if (part >= Breakdown.LEAST && rest >= Breakdown.LEAST) {
            return new Percent(percent(part, group));
        }
        if (part < Breakdown.LEAST && rest < Breakdown.LEAST) {
            return new NotShown();
        }
        return part < Breakdown.LEAST ? new Few() : new AlmostAll();
    }

    /** A share in whole percent. */
    static int percent(int part, int group) {
        return BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(group), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
