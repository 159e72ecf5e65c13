package org.tessera.credit;

import java.math.BigDecimal;

/**
 * Hours, points, or whatever a district counts in.
 *
 * @param amount with at most two decimals
 * @param unit in the district's own words, such as "clock hours"
 */
public record Hours(BigDecimal amount, String unit) {

    /** The amount as people write it: 10, 0.25. */
    public Hours {
        amount = plain(amount);
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
