package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.TIMEKEEPER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.support.AppTest;

/** Protocols in small groups, walked in real browsers: who sees which board, what comes together, and what is never kept. */
@AppTest
@Tag("browser")
class SmallGroupsBrowserTest extends WalkTest {

    @Test
    @Tag("long")
    void microlab_in_triads_keeps_nothing_of_what_is_said() {
        Meeting m = walk.preparing()
                .with("ana", FACILITATOR)
                .with("ben", TIMEKEEPER)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .with("eli", PARTICIPANT)
                .with("fay", PARTICIPANT)
                .with("gil", COACH)
                .running("microlab");
        walk.everybodyEnters(m);
        InRoom ana = walk.person("ana");
        InRoom gil = walk.person("gil");
        goesOn(ana, "The question");
        walk.person("cho").writes("I once froze in front of my own class");

        begins(ana, "Three speakers", "groups");
        look("1-speakers");
        for (String name : List.of("ana", "ben", "cho", "dee", "eli", "fay")) {
            InRoom each = walk.person(name);
            each.sees("Nothing of this step is kept");
            each.sees("You are together with");
            assertThat(each.board().locator("tessera-composer form")).hasCount(0);
            assertThat(each.board().locator("textarea, input")).hasCount(0);
            each.doesNotSee("I once froze");
        }
        gil.sees("Nothing of this step is kept");
        gil.doesNotSee("You are together with");
        assertThat(List.of("ana", "ben", "cho", "dee", "eli", "fay").stream().filter(name -> walk.person(name)
                        .board()
                        .getByText("You speak, the others only listen")
                        .isVisible()))
                .as("one person of each three speaks")
                .hasSize(2);

        goesOn(ana, "The question");
        walk.person("cho").sees("I once froze");
        look("2-question");
        goesOn(ana, "Three speakers");
        goesOn(ana, "The question");
        goesOn(ana, "Three speakers");
        goesOn(ana, "Debrief");
        ana.writes("Helped", "Nobody interrupted");
        walk.person("dee").writes("Change", "Sit in a circle");
        look("3-debrief");
        walk.closes(ana, "The bell rang.");
        look("4-closed");
    }

    @Test
    @Tag("long")
    void a_carousel_takes_groups_round_each_others_plans() {
        Meeting m = walk.preparingWithWork()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .with("eli", PARTICIPANT)
                .with("fay", PARTICIPANT)
                .running("feedback-carousel");
        walk.everybodyEnters(m);
        InRoom ana = walk.person("ana");
        begins(ana, "Show the plans", "groups");
        look("carousel-1-show");
        goesOn(ana, "Rotation");
        look("carousel-2-rotation");
        ana.writes("Idea", "Let students draft the rubric");
        look("carousel-3-written");
        List<InRoom> visitors = whoSees("Let students draft the rubric", 3);
        List<InRoom> owners = walk.everybody().stream()
                .filter(each -> !visitors.contains(each))
                .toList();
        owners.forEach(each -> each.doesNotSee("Let students draft the rubric"));
        walk.everybody().forEach(each -> each.sees("You are at the plan of"));
        goesOn(ana, "Rotation");
        look("carousel-4-second");
        // With two groups the same one comes back, and reads on from what it left.
        visitors.forEach(
                each -> assertThat(each.board().locator(".columns").first().getByText("Let students draft the rubric"))
                        .isVisible());
        goesOn(ana, "Rotation");
        goesOn(ana, "Read what was left");
        look("carousel-5-read");
        for (InRoom owner : owners) {
            Locator first = owner.board().locator("details.earlier").first();
            assertThat(first.locator("summary")).containsText("Left at your plan");
            assertThat(first.getByText("Let students draft the rubric")).isVisible();
        }
        visitors.forEach(each -> assertThat(
                        each.board().locator("details.earlier summary").last())
                .containsText("Left at the plan of"));
    }

    @Test
    @Tag("long")
    void ideas_answer_and_join_each_other_in_silence() {
        Meeting m = walk.preparing()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .running("chalk-talk");
        walk.everybodyEnters(m);
        InRoom ana = walk.person("ana");
        goesOn(ana, "Write in silence");
        ana.writes("Note", "Homework is practice");
        InRoom ben = walk.person("ben");
        ben.sees("Homework is practice");
        ben.note("Homework is practice").hover();
        ben.note("Homework is practice")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer"))
                .click();
        look("chalk-1-answering");
        ben.writes("Note", "Practice of what?");
        assertThat(ana.note("Practice of what?").locator(".tie")).containsText("Homework is practice");
        ben.note("Practice of what?").focus();
        ben.page().keyboard().press("c");
        ben.board()
                .locator("dialog[open] button")
                .filter(new Locator.FilterOptions().setHasText("Homework is practice"))
                .click();
        assertThat(ana.board()
                        .locator("article")
                        .filter(new Locator.FilterOptions()
                                .setHas(ana.page().locator(".text").getByText("Practice of what?")))
                        .locator(".tie"))
                .hasCount(2);
        look("chalk-2-answered");
        begins(ana, "Patterns in pairs", "pairs");
        look("chalk-3-pairs");
        ana.writes("We all doubt homework");
        look("chalk-4-pairs");
        List<InRoom> pair = whoSees("We all doubt homework", 2);
        walk.everybody().stream()
                .filter(each -> !pair.contains(each))
                .forEach(each -> each.doesNotSee("We all doubt homework"));
        goesOn(ana, "Report");
        walk.everybody().forEach(each -> each.sees("We all doubt homework"));
        look("chalk-5-report");
    }

    /** Forms small groups by chance, and begins the step that is worked in them. */
    private void begins(InRoom leader, String phase, String what) {
        leader.page().locator(".controls .go-on").click();
        early(leader, "Suggest " + what);
        leader.presses("Suggest " + what);
        leader.who().picture("groups-dialog-" + what);
        leader.presses("Form these " + what);
        walk.everybody().forEach(each -> each.isIn(phase));
    }

    private void early(InRoom leader, String button) {
        Locator early = leader.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End it"));
        assertThat(early.or(leader.button(button)).first()).isVisible();
        if (early.isVisible()) {
            early.click();
        }
    }

    /** Goes on, step by step, until {@code phase} has begun once more. */
    private void goesOn(InRoom leader, String phase) {
        Locator place = leader.page().locator(".phase .place");
        Locator end = leader.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End it"));
        Locator head = leader.page().locator(".phase h2");
        do {
            String before = place.isVisible() ? place.innerText() : "";
            leader.page().locator(".controls .go-on").click();
            leader.page().waitForCondition(() -> end.isVisible() || isPast(place, before));
            if (end.isVisible()) {
                end.click();
                leader.page().waitForCondition(() -> isPast(place, before));
            }
        } while (!head.innerText().equals(phase));
        String now = place.innerText();
        walk.everybody().forEach(each -> {
            each.isIn(phase);
            assertThat(each.page().locator(".phase .place")).hasText(now);
        });
    }

    private static boolean isPast(Locator place, String before) {
        return place.isVisible() && !place.innerText().equals(before);
    }

    /** Waits until {@code people} have {@code text} on their board, and says who. */
    private List<InRoom> whoSees(String text, int people) {
        Supplier<List<InRoom>> seeing = () -> walk.everybody().stream()
                .filter(each -> each.board().getByText(text).first().isVisible())
                .toList();
        walk.person("ana").page().waitForCondition(() -> seeing.get().size() >= people);
        assertThat(seeing.get()).hasSize(people);
        return seeing.get();
    }

    private void look(String step) {
        for (String name : List.of("ana", "ben", "dee")) {
            walk.person(name).who().picture("groups-" + step + "-" + name);
        }
    }
}
