package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH.plusSeconds(1000));

    @Test
    void each_key_has_tries_of_its_own() {
        Attempts attempts = attempts(2, 100);

        assertThat(attempts.take("ana")).isTrue();
        assertThat(attempts.take("ana")).isTrue();
        assertThat(attempts.take("ana")).isFalse();
        assertThat(attempts.take("ben")).isTrue();
    }

    @Test
    void a_key_gets_a_try_back_with_time() {
        Attempts attempts = attempts(1, 100);
        attempts.take("ana");

        now.updateAndGet(at -> at.plusSeconds(9));
        assertThat(attempts.take("ana")).isFalse();
        now.updateAndGet(at -> at.plusSeconds(1));
        assertThat(attempts.take("ana")).isTrue();
    }

    @Test
    void many_keys_share_what_there_is_in_all() {
        Attempts attempts = attempts(10, 3);

        assertThat(attempts.take("a")).isTrue();
        assertThat(attempts.take("b")).isTrue();
        assertThat(attempts.take("c")).isTrue();
        assertThat(attempts.take("d")).isFalse();
    }

    @Test
    void what_is_refused_in_all_costs_the_key_nothing() {
        Attempts attempts = attempts(1, 1);
        attempts.take("a");
        attempts.take("b");

        now.updateAndGet(at -> at.plusSeconds(1));

        assertThat(attempts.take("b")).isTrue();
    }

    @Test
    void a_try_given_back_was_none() {
        Attempts attempts = attempts(1, 1);
        attempts.take("ana");

        attempts.giveBack("ana");

        assertThat(attempts.take("ana")).isTrue();
    }

    private Attempts attempts(int perKey, int inAll) {
        return new Attempts(
                now::get,
                new Attempts.Limit(perKey, Duration.ofSeconds(10)),
                new Attempts.Limit(inAll, Duration.ofSeconds(1)));
    }
}
