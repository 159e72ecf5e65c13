package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.ui.PhasePicture.State.AHEAD;
import static org.tessera.room.ui.PhasePicture.State.DONE;
import static org.tessera.room.ui.PhasePicture.State.RUNNING;
import static org.tessera.room.ui.PhasePicture.State.SKIPPED;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeetingTimeTest {

    @Test
    void does_not_run_before_the_meeting_begins() {
        assertThat(MeetingTime.of(Pictures.waiting().phase("a", AHEAD, 10).seenBy("Ana"), after(0)))
                .isEmpty();
    }

    @Test
    void is_on_time_while_the_step_has_time_left() {
        RoomPicture picture = Pictures.running("b")
                .phase("a", DONE, 10)
                .phase("b", RUNNING, 20)
                .phase("c", AHEAD, 20)
                .seenBy("Ana");

        assertThat(MeetingTime.of(picture, after(29))).contains(new MeetingTime(50, 29, 0));
    }

    @Test
    void falls_behind_minute_by_minute_once_the_step_is_over_its_time() {
        RoomPicture picture = Pictures.running("a")
                .phase("a", RUNNING, 10)
                .phase("b", AHEAD, 20)
                .seenBy("Ana");

        assertThat(MeetingTime.of(picture, after(14)).map(MeetingTime::behind)).contains(4L);
    }

    @Test
    void gets_ahead_by_what_was_skipped() {
        RoomPicture picture = Pictures.running("b")
                .optional("a", SKIPPED, 5)
                .phase("b", RUNNING, 10)
                .phase("c", AHEAD, 10)
                .seenBy("Ana");

        assertThat(MeetingTime.of(picture, after(3)).map(MeetingTime::behind)).contains(-5L);
    }

    @Test
    void has_nothing_left_once_the_plan_is_used_up() {
        RoomPicture picture = Pictures.running("a").phase("a", RUNNING, 10).seenBy("Ana");

        MeetingTime time = MeetingTime.of(picture, after(25)).orElseThrow();

        assertThat(time.left()).isZero();
        assertThat(time.behind()).isEqualTo(15);
    }

    private static Instant after(int minutes) {
        return Pictures.START.plus(Duration.ofMinutes(minutes));
    }
}
