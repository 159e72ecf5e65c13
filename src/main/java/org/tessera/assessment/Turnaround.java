package org.tessera.assessment;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a case takes, in business days of its district. The targets are the published ones of the two platforms: a look
 * whether all is there within 1 day and a result within 5 (BloomBoard), 14 at the very most (Digital Promise).
 *
 * @param days since it was handed in, until it was settled or until now
 * @param checkDue until when the first gate is to be passed
 * @param resultDue until when there is to be a result
 * @param latest when it is late by any count
 * @param settled when there was a result, or it went back
 */
public record Turnaround(
        Instant from,
        int days,
        Instant checkDue,
        Instant resultDue,
        Instant latest,
        Optional<Instant> checked,
        Optional<Instant> settled) {

    public static final int CHECK_DAYS = 1;
    public static final int RESULT_DAYS = 5;
    public static final int LATEST_DAYS = 14;

    /** How a case stands at {@code now}. */
    static Turnaround of(Case one, BusinessDays calendar, Instant now) {
        Instant from = one.brief().at();
        Instant until = one.settledAt().orElse(now);
        return new Turnaround(
                from,
                calendar.between(from, until),
                calendar.due(from, CHECK_DAYS),
                calendar.due(from, RESULT_DAYS),
                calendar.due(from, LATEST_DAYS),
                one.checkedAt(),
                one.settledAt());
    }

    /** Whether the first gate took or takes longer than it should. */
    public boolean isCheckLate(Instant now) {
        return !checked.orElse(now).isBefore(checkDue);
    }

    /** Whether the result took or takes longer than it should. */
    public boolean isLate(Instant now) {
        return !settled.orElse(now).isBefore(resultDue);
    }

    /** Whether it took or takes longer than it may. */
    public boolean isOverdue(Instant now) {
        return !settled.orElse(now).isBefore(latest);
    }
}
