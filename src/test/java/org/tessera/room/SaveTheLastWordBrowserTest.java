package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.TIMEKEEPER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.room.InRoom.Pane;
import org.tessera.support.AppTest;

/**
 * Save the last word with four in real browsers: each in turn brings a passage and is silent while the others respond one
 * after the other, a minute each, and has the last word. What is written stands by itself where each round begins.
 */
@AppTest
@Tag("browser")
class SaveTheLastWordBrowserTest extends WalkTest {

    private static final List<String> FOUR = List.of("ana", "ben", "cho", "dee");
    private static final Duration TURN = Duration.ofSeconds(60);

    @Test
    @Tag("long")
    void each_of_four_is_silent_and_has_the_last_word() {
        walk.crowd().typing(Duration.ofMillis(40));
        Meeting m = walk.preparing()
                .with("ana", FACILITATOR)
                .with("ben", TIMEKEEPER)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .running("save-the-last-word");
        for (String name : List.of("ana", "ben", "cho")) {
            walk.enters(m, name, walk.crowd().atLaptop());
        }
        walk.enters(m, "dee", walk.crowd().onPhone());
        InRoom ana = walk.person("ana");
        walk.look("last-word-0-waiting");
        ana.presses("Open the pre-work");
        walk.everybody().forEach(each -> each.isIn("Read and choose"));
        FOUR.forEach(name -> walk.person(name).writes(passageOf(name)));
        walk.look("last-word-0-read");

        for (int round = 0; round < FOUR.size(); round++) {
            String name = FOUR.get(round);
            InRoom holder = walk.person(name);
            List<InRoom> others = FOUR.stream()
                    .filter(each -> !each.equals(name))
                    .map(walk::person)
                    .toList();
            String passage = passageOf(name);

            walk.goesOn(ana, "The passage");
            assertThat(holder.page().getByText("You have the floor").first()).isAttached();
            holder.turnsTo(Pane.BOARD).note(passage).locator("[data-act=post]").click();
            for (InRoom other : others) {
                other.turnsTo(Pane.BOARD).sees(passage);
                assertThat(other.page()
                                .getByText("Listening: private notes only")
                                .first())
                        .isAttached();
            }
            others.getFirst()
                    .tries("add-note", "note: crypto.randomUUID(), kind: 'passage', text: 'But what about mine'");
            assertThat(others.getFirst()
                            .page()
                            .getByText("does not give this to your role")
                            .first())
                    .isVisible();
            walk.look("last-word-" + (round + 1) + "-passage");

            walk.goesOn(ana, "Pause");
            walk.goesOn(ana, "Responses");
            List<String> order = new ArrayList<>(FOUR);
            Collections.rotate(order, -(round + 1));
            InRoom first = walk.person(order.getFirst());
            first.turnsTo(Pane.BOARD).sees("It is your turn");
            first.writes(order.getFirst() + " answers " + name);
            holder.tries("add-note", "note: crypto.randomUUID(), kind: 'note', text: 'That is not what I meant'");
            assertThat(holder.page().getByText("you are listening now").first()).isVisible();
            if (round == 0) {
                oneRoundAtItsFullLength(order, holder);
            }

            walk.goesOn(ana, "The last word");
            holder.turnsTo(Pane.STEP);
            assertThat(holder.page().getByText("You have the floor").first()).isVisible();
            walk.look("last-word-" + (round + 1) + "-word");
        }
        assertThat(m.live().pack().phases())
                .filteredOn(phase -> phase.id().startsWith("last-word."))
                .hasSize(4);

        ana.turnsTo(Pane.STEP).choosesFromMore("Skip to: Debrief");
        walk.everybody().forEach(each -> each.isIn("Debrief"));
        FOUR.forEach(name -> walk.person(name).turnsTo(Pane.BOARD).sees("Helped"));
        walk.person("dee").writes("Having to wait");
        walk.person("ben").writes("Change", "Shorter passages");
        walk.look("last-word-9-debrief");
        walk.closes(ana, "The bell rang.");
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(1);
        assertThat(m.live().notes())
                .extracting(Entity.Note::text)
                .contains("ben answers ana", "cho answers ben", "dee answers cho", "ana answers dee")
                .doesNotContain("But what about mine", "That is not what I meant");
        m.isConsistent();
        walk.wasAccessible();
    }

    private static String passageOf(String name) {
        return name + " reads: feedback is a gift only if it is asked for (p. " + (FOUR.indexOf(name) + 2) + ")";
    }

    /** A minute each: what somebody leaves of it is silence, and then the next turn comes by itself, to the last. */
    private void oneRoundAtItsFullLength(List<String> order, InRoom holder) {
        InRoom first = walk.person(order.get(0));
        InRoom second = walk.person(order.get(1));
        InRoom third = walk.person(order.get(2));
        second.sees("It is " + order.get(0) + "’s turn");
        second.tries("add-note", "note: crypto.randomUUID(), kind: 'note', text: 'Already me?'");
        assertThat(second.page().getByText("It is not your turn just now.").first())
                .isVisible();
        first.presses("I have finished");
        holder.sees("Silence until the next turn");
        walk.look("last-word-1-silence");
        comesWithinATurn(second);
        second.who().hears("It is your turn.");
        second.writes(order.get(1) + " answers, too");
        comesWithinATurn(third);
        third.keysPass();
        comesWithinATurn(holder, "Everybody has had a turn");
        walk.look("last-word-1-round-over");
    }

    private static void comesWithinATurn(InRoom who) {
        comesWithinATurn(who, "It is your turn");
    }

    private static void comesWithinATurn(InRoom who, String sentence) {
        Locator turn = who.board().locator("tessera-turns").getByText(sentence);
        assertThat(turn).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout((double)
                        TURN.plusSeconds(30).toMillis()));
    }
}
