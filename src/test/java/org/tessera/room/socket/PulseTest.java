package org.tessera.room.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Pulse pulse = new Pulse(at(0));

    private static long at(int seconds) {
        // near the end of the numbers, where a clock of nanoseconds may begin
        return Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(20) + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void who_has_answered_and_is_silent_for_three_breaths_is_gone() {
        pulse.hears(true, at(1));
        assertThat(pulse.isGone(at(17))).isFalse();
        assertThat(pulse.isGone(at(18))).isTrue();
        assertThat(pulse.isGone(at(25))).isTrue();
    }

    @Test
    void whatever_is_said_is_a_sign_of_life() {
        pulse.hears(true, at(1));
        pulse.hears(false, at(10));
        assertThat(pulse.isGone(at(20))).isFalse();
    }

    @Test
    void who_does_not_know_how_to_answer_is_believed() {
        pulse.hears(false, at(1));
        assertThat(pulse.isGone(at(600))).isFalse();
    }

    @Test
    void a_stream_that_is_opened_again_is_one_somebody_reads() {
        pulse.hears(true, at(1));
        pulse.begins(at(20));
        assertThat(pulse.isGone(at(21))).isFalse();
    }
}
