package org.tessera.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Into which parts the time of a meeting is counted; what is left over counts for nothing. */
public enum Rounding {
    /** To the minute; hours are then given with two decimals. */
    MINUTE,
    QUARTER,
    HALF,
    WHOLE;

    /** {@code minutes / per * amount}, rounded down as this says and at last to {@code decimals}; exact until then. */
    BigDecimal share(int minutes, int per, BigDecimal amount, int decimals) {
        if (this == MINUTE) {
            return BigDecimal.valueOf(minutes)
                    .multiply(amount)
                    .divide(BigDecimal.valueOf(per), decimals, RoundingMode.DOWN);
        }
        int parts =
                switch (this) {
                    case QUARTER -> 4;
                    case HALF -> 2;
                    case WHOLE, MINUTE -> 1;
                };
        long counted = (long) minutes * parts / per;
        return amount.multiply(BigDecimal.valueOf(counted))
                .divide(BigDecimal.valueOf(parts), decimals, RoundingMode.DOWN);
    }
}
