package org.tessera.clock;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alarms ring when the clock shows their time, even if it was set while they waited. */
class SystemAlarmClockTest {

    private volatile Duration set = Duration.ZERO;
    private final SystemAlarmClock clock =
            new SystemAlarmClock(() -> InstantSource.system().instant().plus(set), Duration.ofMillis(20));
    private final CountDownLatch rung = new CountDownLatch(1);

    @AfterEach
    void stops() {
        clock.close();
    }

    @Test
    void an_alarm_rings_soon_after_the_clock_was_set_past_its_time() throws InterruptedException {
        clock.at(clock.instant().plus(Duration.ofHours(1)), rung::countDown);

        set = Duration.ofHours(2);

        assertThat(rung.await(10, SECONDS)).isTrue();
    }

    @Test
    void an_alarm_does_not_ring_early_because_the_clock_was_set_back() throws InterruptedException {
        clock.at(clock.instant().plusMillis(50), rung::countDown);
        set = Duration.ofHours(-1);
        CountDownLatch later = new CountDownLatch(1);
        clock.at(clock.instant().plusMillis(200), later::countDown);

        assertThat(later.await(10, SECONDS)).isTrue();
        assertThat(rung.getCount()).isEqualTo(1);

        set = Duration.ZERO;
        assertThat(rung.await(10, SECONDS)).isTrue();
    }

    @Test
    void an_alarm_that_was_cancelled_never_rings() throws InterruptedException {
        AlarmClock.Alarm alarm = clock.at(clock.instant().plusMillis(50), rung::countDown);
        alarm.cancel();
        CountDownLatch later = new CountDownLatch(1);
        clock.at(clock.instant().plusMillis(150), later::countDown);

        assertThat(later.await(10, SECONDS)).isTrue();
        assertThat(rung.getCount()).isEqualTo(1);
    }
}
