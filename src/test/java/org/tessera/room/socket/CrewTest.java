package org.tessera.room.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {

    private static final int BLOCKED = Runtime.getRuntime().availableProcessors() * 3;

    private final Crew crew = new Crew();
    private final CountDownLatch read = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void reads() {
        read.countDown();
    }

    private void waits() {
        try {
            assertThat(read.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        done.incrementAndGet();
    }

    @Test
    void clients_who_do_not_read_delay_nobody_else() {
        for (int client = 0; client < BLOCKED; client++) {
            crew.send(this::waits);
        }
        CountDownLatch other = new CountDownLatch(1);
        crew.send(other::countDown);
        assertThat(other.getCount()).as("everybody waits for somebody").isOne();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            crew.watch();
            return other.getCount() == 0;
        });
        assertThat(done).hasValue(0);
    }

    @Test
    void everything_is_done_once_by_whoever_comes_back() {
        for (int client = 0; client < BLOCKED; client++) {
            crew.send(this::waits);
        }
        crew.watch();
        read.countDown();
        for (int job = 0; job < 1_000; job++) {
            crew.send(done::incrementAndGet);
        }

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> done.get() >= BLOCKED + 1_000);
        crew.watch();
        assertThat(done).hasValue(BLOCKED + 1_000);
    }
}
