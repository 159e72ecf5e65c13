package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PumpTest {

    private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
    private final List<Integer> handed = Collections.synchronizedList(new ArrayList<>());

    private Optional<Integer> next() {
        return Optional.ofNullable(waiting.poll());
    }

    @Test
    void hands_the_next_on_only_when_the_last_was_taken() {
        List<Runnable> taken = new ArrayList<>();
        Pump<Integer> pump = new Pump<>(this::next, (thing, next) -> {
            handed.add(thing);
            taken.add(next);
        });
        waiting.addAll(List.of(1, 2, 3));

        pump.wake();
        pump.wake();
        assertThat(handed).containsExactly(1);

        taken.removeFirst().run();
        assertThat(handed).containsExactly(1, 2);
        taken.removeFirst().run();
        taken.removeFirst().run();
        assertThat(handed).containsExactly(1, 2, 3);

        waiting.add(4);
        pump.wake();
        assertThat(handed).containsExactly(1, 2, 3, 4);
    }

    @Test
    void needs_no_deep_stack_for_what_is_taken_at_once() {
        int many = 200_000;
        IntStream.range(0, many).forEach(waiting::add);

        new Pump<>(this::next, (Integer thing, Runnable next) -> {
                    handed.add(thing);
                    next.run();
                })
                .wake();

        assertThat(handed).hasSize(many);
    }

    @Test
    void forgets_nothing_and_keeps_the_order_whoever_takes_and_whenever() throws InterruptedException {
        int many = 20_000;
        CountDownLatch all = new CountDownLatch(many);
        Pump<Integer> pump = new Pump<>(this::next, (thing, next) -> {
            handed.add(thing);
            all.countDown();
            if (thing % 3 == 0) {
                Thread.ofVirtual().start(next);
            } else {
                next.run();
            }
        });
        Thread waker = Thread.ofVirtual().start(() -> {
            while (all.getCount() > 0) {
                pump.wake();
                Thread.onSpinWait();
            }
        });
        for (int thing = 0; thing < many; thing++) {
            waiting.add(thing);
            pump.wake();
        }

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> all.getCount() == 0);
        waker.join();
        assertThat(handed)
                .containsExactlyElementsOf(IntStream.range(0, many).boxed().toList());
    }
}
