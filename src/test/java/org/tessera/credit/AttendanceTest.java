package org.tessera.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tessera.room.Stay;

class AttendanceTest {

    private static final Optional<Instant> BEGUN = Optional.of(at("15:00:00"));
    private static final Optional<Instant> ENDED = Optional.of(at("16:00:00"));
    private static final Instant LATER = at("20:00:00");

    @Test
    void one_stay_from_beginning_to_end_is_the_whole_meeting() {
        assertThat(minutes(stay("15:00:00", "16:00:00"))).isEqualTo(60);
    }

    @Test
    void nobody_was_there_without_a_stay() {
        assertThat(minutes()).isZero();
    }

    @Test
    void a_stay_on_two_devices_counts_once() {
        assertThat(minutes(stay("15:00:00", "15:40:00"), stay("15:10:00", "15:30:00")))
                .isEqualTo(40);
        assertThat(minutes(stay("15:20:00", "15:50:00"), stay("15:00:00", "15:30:00")))
                .isEqualTo(50);
        assertThat(minutes(stay("15:00:00", "15:30:00"), stay("15:00:00", "15:30:00")))
                .isEqualTo(30);
    }

    @Test
    void who_comes_twice_is_not_counted_in_between() {
        assertThat(minutes(stay("15:00:00", "15:10:00"), stay("15:50:00", "16:00:00")))
                .isEqualTo(20);
        assertThat(minutes(stay("15:00:00", "15:10:00"), stay("15:10:00", "15:20:00")))
                .isEqualTo(20);
    }

    @Test
    void who_never_leaves_stays_until_the_end_of_the_meeting() {
        assertThat(minutes(open("15:15:00"))).isEqualTo(45);
    }

    @Test
    void who_came_before_the_beginning_or_left_after_the_end_is_counted_within_the_meeting() {
        assertThat(minutes(stay("14:00:00", "17:00:00"))).isEqualTo(60);
        assertThat(minutes(stay("14:00:00", "14:59:59"))).isZero();
        assertThat(minutes(stay("16:00:00", "17:00:00"))).isZero();
        assertThat(minutes(open("16:30:00"))).isZero();
    }

    @Test
    void of_a_meeting_that_runs_the_time_so_far_counts() {
        List<Stay> stays = List.of(open("15:00:00"));
        assertThat(Attendance.minutes(stays, BEGUN, Optional.empty(), at("15:00:59")))
                .isZero();
        assertThat(Attendance.minutes(stays, BEGUN, Optional.empty(), at("15:01:00")))
                .isEqualTo(1);
        assertThat(Attendance.minutes(stays, BEGUN, ENDED, at("15:20:00"))).isEqualTo(20);
    }

    @Test
    void a_meeting_that_never_began_has_no_minutes() {
        assertThat(Attendance.minutes(List.of(stay("15:00:00", "16:00:00")), Optional.empty(), ENDED, LATER))
                .isZero();
    }

    @Test
    void seconds_are_added_up_before_minutes_are_counted() {
        assertThat(minutes(stay("15:00:00", "15:00:59"))).isZero();
        assertThat(minutes(stay("15:00:59", "15:01:59"))).isEqualTo(1);
        assertThat(minutes(stay("15:00:00", "15:00:30"), stay("15:10:00", "15:10:30")))
                .isEqualTo(1);
        assertThat(minutes(stay("15:00:00", "15:59:59"))).isEqualTo(59);
    }

    @Test
    void a_stay_that_ends_when_it_begins_is_none() {
        assertThat(minutes(stay("15:10:00", "15:10:00"))).isZero();
        assertThat(minutes(stay("15:20:00", "15:10:00"))).isZero();
    }

    @Test
    void the_order_in_which_stays_are_kept_is_of_no_account() {
        assertThat(minutes(stay("15:50:00", "16:00:00"), stay("15:00:00", "15:10:00")))
                .isEqualTo(20);
    }

    @Test
    void a_meeting_over_midnight_and_over_a_month_is_counted_in_time_not_in_days() {
        Instant begun = Instant.parse("2026-10-31T23:30:00Z");
        Instant ended = Instant.parse("2026-11-01T01:00:00Z");
        assertThat(Attendance.minutes(
                        List.of(new Stay(begun, Optional.of(ended))), Optional.of(begun), Optional.of(ended), LATER))
                .isEqualTo(90);
    }

    private static int minutes(Stay... stays) {
        return Attendance.minutes(List.of(stays), BEGUN, ENDED, LATER);
    }

    private static Stay stay(String from, String until) {
        return new Stay(at(from), Optional.of(at(until)));
    }

    private static Stay open(String from) {
        return new Stay(at(from), Optional.empty());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-12-03T" + time + "Z");
    }
}
