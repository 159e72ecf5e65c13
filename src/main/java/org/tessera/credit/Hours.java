package org.tessera.credit;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

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

    /** As people write it in a language, with its unit. */
    public String in(Locale language) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(2);
        return format.format(amount) + " " + unit;
    }
}
