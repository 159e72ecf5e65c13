package org.tessera.credit;

import java.time.LocalDate;
import java.time.Month;

/**
 * From 1 July to 30 June.
 *
 * @param first the calendar year in which it begins
 */
public record SchoolYear(int first) implements Comparable<SchoolYear> {

    /** The school year a day belongs to. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.JULY.getValue() ? day.getYear() : day.getYear() - 1);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(first, other.first);
    }

    /** As people write it: 2026–27. */
    @Override
    public String toString() {
        return "%d–%02d".formatted(first, (first + 1) % 100);
    }
}
