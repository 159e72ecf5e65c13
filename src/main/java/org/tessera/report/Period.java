package org.tessera.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.credit.SchoolYear;

/**
 * A stretch of time, in UTC as school years are.
 *
 * @param until the first moment after it
 */
record Period(Label label, Instant from, Instant until) {

    /** A whole school year. */
    static Period of(SchoolYear year) {
        LocalDate first = LocalDate.of(year.first(), Month.JULY, 1);
        return new Period(new Label.OfYear(year), begin(first), begin(first.plusYears(1)));
    }

    /** The twelve months of a school year: all of them, for a month that is left out tells that it was empty. */
    static List<Period> monthsOf(SchoolYear year) {
        YearMonth july = YearMonth.of(year.first(), Month.JULY);
        return IntStream.range(0, 12)
                .mapToObj(july::plusMonths)
                .map(month -> new Period(
                        new Label.OfMonth(month),
                        begin(month.atDay(1)),
                        begin(month.plusMonths(1).atDay(1))))
                .toList();
    }

    boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
