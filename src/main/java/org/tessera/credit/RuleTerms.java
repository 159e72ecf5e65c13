package org.tessera.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an officer writes in a rule.
 *
 * @param needsRegistration whether it yields only for work begun after one has registered
 * @param registerUntil the last day on which one can register
 * @param mostHours of the unit, for one person in one school year
 * @param mostMoney of the currency, for one person in one school year
 * @param rounding of the time in a meeting; means nothing where credentials count
 * @param from the first day of what counts: of a decision, or of a meeting
 * @param until the last such day
 */
public record RuleTerms(
        Counts counts,
        Optional<Hours> hours,
        Optional<Money> money,
        boolean needsRegistration,
        Optional<LocalDate> registerUntil,
        Optional<BigDecimal> mostHours,
        Optional<BigDecimal> mostMoney,
        Rounding rounding,
        LocalDate from,
        Optional<LocalDate> until) {

    private static final BigDecimal MOST = new BigDecimal("100000");
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_MEETING = 24 * 60;

    /** What is wrong with them in themselves, the first thing first. */
    Optional<RuleRefusal> refusal() {
        if (hours.isEmpty() && money.isEmpty()) {
            return Optional.of(RuleRefusal.YIELDS_NOTHING);
        }
        if (hours.filter(each -> !isLawful(each.amount())).isPresent()) {
            return Optional.of(RuleRefusal.HOURS_INVALID);
        }
        if (hours.filter(each -> each.unit().isBlank() || each.unit().length() > LONGEST_UNIT)
                .isPresent()) {
            return Optional.of(RuleRefusal.UNIT_INVALID);
        }
        if (money.filter(each -> each.amount().signum() <= 0 || each.amount().compareTo(MOST) > 0)
                .isPresent()) {
            return Optional.of(RuleRefusal.MONEY_INVALID);
        }
        if (counts instanceof Counts.OfMeetings meetings
                && (meetings.perMinutes() < 1 || meetings.perMinutes() > LONGEST_MEETING)) {
            return Optional.of(RuleRefusal.MINUTES_INVALID);
        }
        if (mostHours.filter(most -> hours.isEmpty() || !isLawful(most)).isPresent()
                || mostMoney.filter(most -> !isMost(most)).isPresent()) {
            return Optional.of(RuleRefusal.MOST_INVALID);
        }
        if (until.filter(end -> end.isBefore(from)).isPresent()) {
            return Optional.of(RuleRefusal.ENDS_BEFORE_IT_BEGINS);
        }
        return Optional.empty();
    }

    private boolean isMost(BigDecimal most) {
        return most.signum() > 0
                && most.compareTo(MOST) <= 0
                && money.filter(each -> Money.fits(most, each.currency())).isPresent();
    }

    private static boolean isLawful(BigDecimal amount) {
        return amount.signum() > 0
                && amount.compareTo(MOST) <= 0
                && amount.stripTrailingZeros().scale() <= 2;
    }

    /** The same until {@code day}. */
    RuleTerms endingOn(LocalDate day) {
        return new RuleTerms(
                counts,
                hours,
                money,
                needsRegistration,
                registerUntil,
                mostHours,
                mostMoney,
                rounding,
                from,
                Optional.of(day));
    }
}
