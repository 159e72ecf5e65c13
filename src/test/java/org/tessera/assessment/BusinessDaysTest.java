package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Counted by hand on a calendar: 20 November 2026 is a Friday, 26 November is Thanksgiving. */
class BusinessDaysTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final BusinessDays PLAIN = new BusinessDays(NEW_YORK, Set.of());
    private static final BusinessDays NOVEMBER =
            new BusinessDays(NEW_YORK, Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27)));

    @Test
    void one_day_ends_with_the_next_working_day() {
        // Tuesday noon: until Wednesday midnight
        assertThat(PLAIN.due(at("2026-11-17T12:00"), 1)).isEqualTo(at("2026-11-19T00:00"));
    }

    @Test
    void what_comes_in_on_friday_is_due_at_the_end_of_monday() {
        assertThat(PLAIN.due(at("2026-11-20T16:59"), 1)).isEqualTo(at("2026-11-24T00:00"));
        assertThat(PLAIN.due(at("2026-11-20T23:59:59"), 1)).isEqualTo(at("2026-11-24T00:00"));
    }

    @Test
    void what_comes_in_at_the_weekend_is_due_at_the_end_of_monday_too() {
        assertThat(PLAIN.due(at("2026-11-21T00:00"), 1)).isEqualTo(at("2026-11-24T00:00"));
        assertThat(PLAIN.due(at("2026-11-22T23:59"), 1)).isEqualTo(at("2026-11-24T00:00"));
        assertThat(PLAIN.due(at("2026-11-23T00:00"), 1)).isEqualTo(at("2026-11-25T00:00"));
    }

    @Test
    void five_and_fourteen_days_leave_out_weekends() {
        // Wednesday 4 November: 5 6 9 10 11
        assertThat(PLAIN.due(at("2026-11-04T09:00"), 5)).isEqualTo(at("2026-11-12T00:00"));
        // 5 6, 9–13, 16–20, 23 24
        assertThat(PLAIN.due(at("2026-11-04T09:00"), 14)).isEqualTo(at("2026-11-25T00:00"));
    }

    @Test
    void closed_days_do_not_count() {
        // Friday 20: 23 24 25 30, then 1 December
        assertThat(NOVEMBER.due(at("2026-11-20T09:00"), 5)).isEqualTo(at("2026-12-02T00:00"));
        // Wednesday before: Thursday and Friday are closed, then the weekend
        assertThat(NOVEMBER.due(at("2026-11-25T09:00"), 1)).isEqualTo(at("2026-12-01T00:00"));
        // in on the holiday itself
        assertThat(NOVEMBER.due(at("2026-11-26T09:00"), 1)).isEqualTo(at("2026-12-01T00:00"));
    }

    @Test
    void a_closed_saturday_changes_nothing() {
        BusinessDays calendar = new BusinessDays(NEW_YORK, Set.of(LocalDate.of(2026, 11, 21)));
        assertThat(calendar.due(at("2026-11-20T09:00"), 1)).isEqualTo(at("2026-11-24T00:00"));
    }

    @Test
    void the_day_is_that_of_the_districts_clock() {
        // Friday 04:30 in Greenwich is Thursday evening in New York, and Friday morning in Madrid
        Instant late = Instant.parse("2026-11-20T04:30:00Z");
        assertThat(PLAIN.due(late, 1)).isEqualTo(Instant.parse("2026-11-21T05:00:00Z"));
        BusinessDays madrid = new BusinessDays(ZoneId.of("Europe/Madrid"), Set.of());
        assertThat(madrid.due(late, 1)).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
    }

    @Test
    void the_end_of_a_day_is_midnight_also_after_the_clocks_were_changed() {
        // clocks go back on Sunday 1 November 2026 in New York: -04:00 before, -05:00 after
        assertThat(PLAIN.due(Instant.parse("2026-10-30T14:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-11-03T05:00:00Z"));
        // and forward on Sunday 14 March 2027
        assertThat(PLAIN.due(Instant.parse("2027-03-12T14:00:00Z"), 1))
                .isEqualTo(Instant.parse("2027-03-16T04:00:00Z"));
    }

    @Test
    void a_day_without_a_midnight_begins_when_it_begins() {
        // in Beirut the clocks went forward at midnight of Thursday 30 March 2023: that day began at one
        BusinessDays beirut = new BusinessDays(ZoneId.of("Asia/Beirut"), Set.of());
        Instant due = beirut.due(
                LocalDateTime.parse("2023-03-28T12:00").atZone(beirut.zone()).toInstant(), 1);
        assertThat(due)
                .isEqualTo(LocalDate.of(2023, 3, 30).atStartOfDay(beirut.zone()).toInstant());
    }

    @Test
    void a_calendar_that_is_closed_for_good_still_has_an_end() {
        Set<LocalDate> all = Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(1))
                .limit(1_500)
                .collect(Collectors.toSet());
        BusinessDays never = new BusinessDays(NEW_YORK, all);
        assertThat(never.due(at("2026-11-20T09:00"), 1)).isBetween(at("2027-12-01T00:00"), at("2028-01-31T00:00"));
        assertThat(never.between(at("2026-11-20T09:00"), at("2027-11-20T09:00")))
                .isZero();
    }

    @Test
    void no_days_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.due(at("2026-11-20T09:00"), 0));
    }

    @Test
    void days_between_count_those_that_have_begun_since() {
        assertThat(PLAIN.between(at("2026-11-20T09:00"), at("2026-11-20T23:00")))
                .isZero();
        assertThat(PLAIN.between(at("2026-11-20T09:00"), at("2026-11-22T23:59")))
                .isZero();
        assertThat(PLAIN.between(at("2026-11-20T09:00"), at("2026-11-23T00:00")))
                .isEqualTo(1);
        assertThat(PLAIN.between(at("2026-11-20T09:00"), at("2026-11-27T09:00")))
                .isEqualTo(5);
        assertThat(NOVEMBER.between(at("2026-11-20T09:00"), at("2026-11-29T09:00")))
                .isEqualTo(3);
        // over the change of clocks
        assertThat(PLAIN.between(at("2026-10-30T23:30"), at("2026-11-02T00:30")))
                .isEqualTo(1);
    }

    @Test
    void what_is_due_after_some_days_is_never_counted_as_more_before_it_is_due() {
        for (int hour = 0; hour < 24 * 40; hour += 5) {
            Instant from = at("2026-11-01T00:00").plusSeconds(3_600L * hour);
            for (int days : new int[] {1, 5, 14}) {
                Instant due = NOVEMBER.due(from, days);
                assertThat(NOVEMBER.between(from, due.minusSeconds(1))).isEqualTo(days);
                assertThat(NOVEMBER.isWorked(
                                due.minusSeconds(1).atZone(NEW_YORK).toLocalDate()))
                        .isTrue();
            }
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
