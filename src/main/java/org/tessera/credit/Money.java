package org.tessera.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of one currency, to its smallest coin.
 *
 * @param amount with as many decimals as the currency has
 */
public record Money(BigDecimal amount, Currency currency) {

    /** @throws ArithmeticException if the amount is finer than the currency's smallest coin */
    public Money {
        amount = amount.setScale(decimals(currency), RoundingMode.UNNECESSARY);
    }

    /** The amount without what is finer than the smallest coin. */
    static Money down(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(decimals(currency), RoundingMode.DOWN), currency);
    }

    /** Whether it can be paid in this currency to the coin. */
    public static boolean fits(BigDecimal amount, Currency currency) {
        return amount.stripTrailingZeros().scale() <= decimals(currency);
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if they are of two currencies
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies: " + this + " and " + other);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** As people write it in a language. */
    public String in(Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }

    /** Currencies that are no money one is paid in have no decimals at all. */
    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
