package org.tessera.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How a seat's frames reach its line, and how they stop. */
class MailboxTest {

    /** A line on which the first delivery waits until it may go on. */
    private static final class SlowLine implements PatientEnd {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch mayGoOn = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        final ConcurrentLinkedQueue<String> arrived = new ConcurrentLinkedQueue<>();

        @Override
        public void deliver(List<String> frames) {
            begun.countDown();
            try {
                assertThat(mayGoOn.await(10, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                arrived.add("broken");
                return;
            }
            arrived.addAll(frames);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private final SlowLine line = new SlowLine();
    private final Mailbox mailbox = new Mailbox(
            new MemberId(new UUID(0, 1)), new Cursor(new byte[16]), () -> Instant.EPOCH, line, Threads.VIRTUAL);

    @Test
    void lets_what_is_on_its_way_arrive_when_it_is_closed_and_nothing_behind_it() throws InterruptedException {
        mailbox.frame("on its way");
        assertThat(line.begun.await(10, SECONDS)).isTrue();
        mailbox.frame("behind");

        mailbox.close();
        mailbox.frame("too late");
        line.mayGoOn.countDown();

        assertThat(line.closed.await(10, SECONDS)).isTrue();
        assertThat(line.arrived).containsExactly("on its way");
    }

    @Test
    void ends_when_it_is_closed_with_nothing_to_deliver() throws InterruptedException {
        mailbox.close();

        assertThat(line.closed.await(10, SECONDS)).isTrue();
        assertThat(line.arrived).isEmpty();
        assertThat(mailbox.isOpen()).isFalse();
    }
}
