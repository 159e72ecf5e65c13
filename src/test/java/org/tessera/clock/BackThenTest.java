package org.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackThenTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final HandClock clock = HandClock.going();

    @Test
    void it_is_earlier_while_something_is_done_back_then_and_now_again_afterwards() {
        Instant before = clock.instant();
        List<Instant> then = new ArrayList<>();

        BackThen.run(DAY, () -> then.add(clock.instant()));

        assertThat(then.getFirst()).isBetween(before.minus(DAY), clock.instant().minus(DAY));
        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }

    @Test
    void for_everybody_else_it_stays_now() throws InterruptedException {
        Instant before = clock.instant();
        List<Instant> elsewhere = new ArrayList<>();

        Thread[] other = new Thread[1];
        BackThen.run(DAY, () -> other[0] = Thread.ofVirtual().start(() -> elsewhere.add(clock.instant())));
        other[0].join();

        assertThat(elsewhere.getFirst()).isAfterOrEqualTo(before);
    }

    @Test
    void an_alarm_for_a_time_gone_by_rings_at_once() throws InterruptedException {
        CountDownLatch rung = new CountDownLatch(1);

        BackThen.run(DAY, () -> clock.at(clock.instant().plus(Duration.ofHours(1)), rung::countDown));

        assertThat(rung.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothing_is_done_in_the_future() {
        assertThatThrownBy(() -> BackThen.run(DAY.negated(), () -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}
