package org.tessera.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A term's calendar.
 *
 * @param start its first day
 * @param end its last day
 * @param closed days on which nobody meets: holidays, snow days
 * @param zone where the clock hangs that the rhythm goes by
 */
public record Term(LocalDate start, LocalDate end, Set<LocalDate> closed, Rhythm rhythm, ZoneId zone) {

    /** The longest term that can be planned, in days. */
    public static final int MOST_DAYS = 400;

    public Term {
        closed = Collections.unmodifiableSet(new TreeSet<>(closed));
    }

    /** Whether a plan can be made for it. */
    boolean sound() {
        return !end.isBefore(start) && ChronoUnit.DAYS.between(start, end) < MOST_DAYS && rhythm.sound();
    }

    /** The days the rhythm falls on, closed ones too. */
    List<LocalDate> dates() {
        LocalDate firstMonday = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return start.datesUntil(end.plusDays(1))
                .filter(day -> rhythm.days().contains(day.getDayOfWeek()))
                .filter(day -> ChronoUnit.WEEKS.between(firstMonday, day) % rhythm.everyWeeks() == 0)
                .toList();
    }

    /** Whether {@code day} lies in the term. */
    boolean includes(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** The moment at which the team's clock shows {@code at}. */
    public Instant instant(LocalDateTime at) {
        return at.atZone(zone).toInstant();
    }

    /** This calendar with other closed days. */
    Term with(Set<LocalDate> others) {
        return new Term(start, end, others, rhythm, zone);
    }
}
