package org.tessera.assessment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;

/**
 * The days on which a district works: Monday to Friday, but for its closed days.
 *
 * @param zone where the district's clock hangs
 * @param closed holidays and other days on which nobody works
 */
public record BusinessDays(ZoneId zone, Set<LocalDate> closed) {

    /** Beyond so many days in a row without work, somebody has closed the calendar for good. */
    private static final int NEVER = 400;

    public BusinessDays {
        closed = Set.copyOf(closed);
    }

    public BusinessDays(ZoneId zone, Collection<LocalDate> closed) {
        this(zone, Set.copyOf(closed));
    }

    /** Whether the district works on {@code day}. */
    public boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day);
    }

    /**
     * The end of the {@code days}th business day after the day of {@code from}: what comes in on Friday has one business day
     * until the end of Monday.
     *
     * @throws IllegalArgumentException if {@code days} is not positive
     */
    public Instant due(Instant from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("no days: " + days);
        }
        LocalDate day = from.atZone(zone).toLocalDate();
        int left = days;
        int without = 0;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
                without = 0;
            } else if (++without > NEVER) {
                break;
            }
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** How many business days have begun since the day of {@code from}, up to the day of {@code to}; 0 on the same day. */
    public int between(Instant from, Instant to) {
        LocalDate last = to.atZone(zone).toLocalDate();
        int days = 0;
        for (LocalDate day = from.atZone(zone).toLocalDate().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorked(day)) {
                days++;
            }
        }
        return days;
    }
}
