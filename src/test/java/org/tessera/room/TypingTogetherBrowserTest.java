package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Instrument;
import org.tessera.protocol.Phase;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Line;
import org.tessera.support.wire.Wire;

/**
 * Two people type in one statement for five minutes, truly at once, each in a browser of their own. The line of one of them
 * fails again and again while she goes on typing. Nothing of either is lost, doubled or out of order.
 */
@AppTest
@Tag("browser")
class TypingTogetherBrowserTest {

    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final Duration A_KEY = Duration.ofMillis(180);
    private static final int FAILURES = 6;

    @Autowired
    private ApplicationContext app;

    /** How often the line was up and down again. */
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    @Tag("long")
    void for_five_minutes_with_a_line_that_fails_and_comes_back() throws Exception {
        try (RoomWalk walk = new RoomWalk(app);
                ExecutorService hands =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Meeting m = walk.preparing()
                    .with("ana", FACILITATOR)
                    .with("ben", PARTICIPANT)
                    .with("cho", PARTICIPANT)
                    .running("post-it-vision");
            Phase statement = intoTheStatement(m, walk);
            CountDownLatch ready = new CountDownLatch(2);
            Future<String> ben = hands.submit(() -> writes(m, "ben", walk, "abcdefghijklmnop ", ready, false));
            Future<String> cho = hands.submit(() -> writes(m, "cho", walk, "ABCDEFGHIJKLMNOP0", ready, true));

            String bens = ben.get(LENGTH.plusMinutes(3).toSeconds(), TimeUnit.SECONDS);
            String chos = cho.get(LENGTH.plusMinutes(3).toSeconds(), TimeUnit.SECONDS);

            String text = m.live().shelf(Shelf.STATEMENTS).values().stream()
                    .map(Entity.Statement.class::cast)
                    .filter(each -> each.phase().equals(statement.id()))
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertThat(failures).hasValue(FAILURES);
            assertThat(bens).hasSizeGreaterThan(500);
            assertThat(chos).hasSizeGreaterThan(500);
            assertThat(text.replaceAll("[^a-z ]", "")).as("what ben typed").isEqualTo(bens);
            assertThat(text.replaceAll("[^A-Z0-9]", "")).as("what cho typed").isEqualTo(chos);
            for (String name : List.of("ben", "cho")) {
                InRoom sees = walk.enters(m, name, walk.crowd().atLaptop());
                assertThat(field(sees)).hasValue(text);
            }
            m.isConsistent();
        }
    }

    /** Leads the room to where all write one text. */
    private static Phase intoTheStatement(Meeting m, RoomWalk walk) {
        Wire ana = m.visitor(walk.server(), "ana").open(m.id.value());
        for (Phase phase : m.live().pack().phases()) {
            if (phase.grouping() == Grouping.PAIR) {
                ana.does(
                        "form-groups",
                        Map.of(
                                "groups",
                                List.of(m.names().stream()
                                        .map(name -> m.member(name).value().toString())
                                        .toList())));
            }
            ana.does("start-phase", Map.of("phase", phase.id()));
            if (phase.instrument() == Instrument.STATEMENT && phase.grouping() == Grouping.ALL) {
                return phase;
            }
        }
        throw new AssertionError("no phase in which all write one text");
    }

    /** Types until the time is over, then waits until all of it is kept and what the field holds is what the other's does. */
    private String writes(
            Meeting m, String name, RoomWalk walk, String letters, CountDownLatch ready, boolean lineFails)
            throws Exception {
        try (Line line = new Line(walk.server());
                Crowd crowd = new Crowd(line.address()).typing(A_KEY)) {
            InRoom who = new InRoom(
                    crowd.atLaptop().signIn(m.email(name), m.password()).open("/rooms/" + m.id));
            Locator field = field(who);
            assertThat(field).isEditable();
            ready.countDown();
            assertThat(ready.await(2, TimeUnit.MINUTES)).isTrue();
            field.click();
            StringBuilder typed = new StringBuilder();
            long start = System.nanoTime();
            long failing = LENGTH.dividedBy(FAILURES).toNanos();
            for (int word = 0; System.nanoTime() - start < LENGTH.toNanos(); word++) {
                long since = (System.nanoTime() - start) % failing;
                if (lineFails) {
                    weather(line, since > failing / 3 && since < failing * 2 / 3);
                }
                String each = word(letters, word);
                field.pressSequentially(
                        each, new Locator.PressSequentiallyOptions().setDelay((double) A_KEY.toMillis()));
                typed.append(each);
                if (word % 7 == 3) {
                    field.press("x");
                    field.press("Backspace");
                }
            }
            line.works();
            assertThat(who.board().locator(".link.live")).isAttached();
            assertThat(who.board().locator(".state .saved").first()).isVisible();
            return typed.toString();
        }
    }

    private void weather(Line line, boolean storm) {
        if (storm && line.isUp()) {
            line.fails();
            failures.incrementAndGet();
        } else if (!storm) {
            line.works();
        }
    }

    /** Words that tell at a glance where one is missing: no two in a row alike. */
    private static String word(String letters, int n) {
        int size = letters.length() - 1;
        return "" + letters.charAt(n % size) + letters.charAt(n / size % size) + letters.charAt(n % 3)
                + letters.charAt(size);
    }

    private static Locator field(InRoom who) {
        return who.board()
                .locator("tessera-shared-field textarea.field:not([readonly])")
                .first();
    }
}
