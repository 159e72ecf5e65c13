package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;
import static org.tessera.protocol.Role.REPORTER;
import static org.tessera.protocol.Role.SECOND_RECORDER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.room.InRoom.Pane;
import org.tessera.support.AppTest;

/**
 * Assessment validation in real browsers: an item is settled where four in five agree and not where three in five do, the
 * presenter listens to all of it, and every reason stays in what the meeting leaves behind.
 */
@AppTest
@Tag("browser")
class AssessmentValidationBrowserTest extends WalkTest {

    @Test
    @Tag("long")
    void six_people_go_through_the_checklist_and_settle_what_four_in_five_say() {
        walk.crowd().typing(Duration.ofMillis(40));
        Meeting m = walk.preparingWithWork()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("dee", SECOND_RECORDER)
                .with("eli", REPORTER)
                .with("fay", PARTICIPANT)
                .running("assessment-validation");
        for (String name : List.of("ana", "ben", "cho", "dee", "eli")) {
            walk.enters(m, name, walk.crowd().atLaptop()).presses("I agree");
        }
        walk.enters(m, "fay", walk.crowd().onPhone()).turnsTo(Pane.STEP).presses("I agree");
        InRoom ana = walk.person("ana");
        InRoom ben = walk.person("ben");
        InRoom cho = walk.person("cho");
        InRoom dee = walk.person("dee");
        InRoom eli = walk.person("eli");
        InRoom fay = walk.person("fay");

        walk.goesOn(ana, "Norms and focus");
        walk.look("validation-1-norms");
        walk.goesOn(ana, "Presentation");
        walk.look("validation-2-presentation");
        walk.goesOn(ana, "Examination");
        fay.writes("The rubric has five rows, the task four parts");
        walk.goesOn(ana, "Clarifying questions");
        walk.look("validation-4-questions-none");
        fay.asks("How long do students have?");
        answersQuestion(ben, "How long do students have?", "Two lessons and one evening.");
        fay.sees("Two lessons and one evening.");
        walk.look("validation-4-questions");

        walk.goesOn(ana, "Validation checklist");
        assertThat(ben.page().getByText("Listening: private notes only").first())
                .isVisible();
        ben.sees("What the group finds is for you to keep.");
        assertThat(ben.board().getByRole(AriaRole.RADIO)).hasCount(0);
        walk.look("validation-5-checklist-none");

        // three in five: nobody can settle it as yes
        says(ana, "Yes", "It names two targets on page 1.");
        says(cho, "Yes", "");
        says(dee, "Yes", "");
        says(eli, "No", "“Reasoning” is not in words students use.");
        assertThat(cho.board().getByText("1 person has not answered yet. Who leads may go on without."))
                .isVisible();
        says(fay, "No", "I looked for it and did not find it.");
        cho.sees("60 % say yes; 80 % settle it");
        assertThat(button(cho, "Record yes")).hasCount(0);
        String first = m.live().shelf(Shelf.CONSENSUS).values().stream()
                .map(Entity.Consensus.class::cast)
                .filter(Entity.Consensus::open)
                .map(each -> each.item().toString())
                .findFirst()
                .orElseThrow();
        cho.tries("settle-item", "item: '" + first + "', agreed: 'yes', rationale: 'We say so'");
        assertThat(cho.page().getByText("Not enough people agree for that.").first())
                .isVisible();
        assertThat(fay.board().getByText("Reasons people gave")).hasCount(0);
        walk.look("validation-5-checklist-60");

        // a good reason moves somebody: four in five
        says(eli, "Yes", "The glossary on page 3 explains it.");
        cho.sees("80 % say yes; 80 % settle it");
        settles(cho, "Record yes", "Named on page 1, explained on page 3.");
        fay.sees("Item 2 of 12");
        fay.who().hears("Settled as yes: “The assessment names what students should know");
        fay.who().hears("Now: “These targets come from the standards");
        walk.look("validation-5-checklist-second");
        looksBack(fay, "1");
        fay.sees("Settled: yes")
                .sees("Named on page 1, explained on page 3.")
                .sees("The glossary on page 3 explains it.");
        walk.look("validation-5-checklist-settled");
        fay.presses("Go there");

        // no side has four in five: no consensus, and why
        says(ana, "Yes", "");
        says(cho, "No", "");
        says(dee, "No", "");
        says(eli, "Yes", "");
        says(fay, "No", "The standard asks for an argument, the task for a report.");
        assertThat(button(cho, "Record no consensus")).isDisabled();
        settles(cho, "Record no consensus", "We read the standard in two ways.");
        fay.sees("Item 3 of 12");
        // at the facilitator's word without those who have not answered
        says(cho, "No", "A poster can do without any reasoning.");
        settles(ana, "Record no", "Nothing in the task asks for reasons.");
        ana.sees("3 of 12 settled");
        fay.doesNotSee("1 person has not answered");

        walk.goesOn(ana, "Feedback");
        walk.look("validation-6-feedback");
        ana.sees("It is your turn").presses("I have finished");
        cho.sees("It is your turn").writes("Cool", "Ask for the reasons in the task itself");
        cho.tries("add-note", "note: crypto.randomUUID(), kind: 'warm', text: 'And again'");
        cho.presses("I have finished");
        cho.tries("add-note", "note: crypto.randomUUID(), kind: 'warm', text: 'Out of turn'");
        assertThat(cho.page().getByText("It is not your turn just now.").first())
                .isVisible();
        walk.goesOn(ana, "Presenter's response");
        ben.writes("I will ask for two reasons in part 2, by Friday");
        fay.sees("I will ask for two reasons");
        walk.look("validation-7-response");
        walk.goesOn(ana, "Debrief");
        fay.writes("Answering before talking");
        eli.writes("Change", "Half as many items");
        walk.look("validation-8-debrief");
        walk.closes(ana, "The bell rang.");

        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(5);
        fay.opens("Validation checklist");
        Locator page = fay.page().locator("main");
        for (String each : List.of(
                "Named on page 1, explained on page 3.",
                "We read the standard in two ways.",
                "Nothing in the task asks for reasons.",
                "The glossary on page 3 explains it.",
                "80 %")) {
            assertThat(page).containsText(each);
        }
        fay.who().isAccessible("validation, artifact").picture("validation-9-artifact-fay");
        m.isConsistent();
        walk.wasAccessible();
    }

    private static void answersQuestion(InRoom who, String question, String answer) {
        who.board()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer: " + question))
                .click();
        Locator field = who.board().getByLabel("Short answer to: " + question);
        who.who().types(field, answer);
        field.press("Enter");
    }

    private static void says(InRoom who, String side, String why) {
        Locator card = who.board().locator("tessera-checklist section");
        card.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Yes or no?"))
                .getByText(side, new Locator.GetByTextOptions().setExact(true))
                .click();
        if (!why.isEmpty()) {
            Locator field = card.getByLabel("Why? (if you like)");
            field.clear();
            who.who().types(field, why);
            field.blur();
        }
        assertThat(card).containsText("Your answer: " + side + ".");
    }

    private static void settles(InRoom who, String button, String rationale) {
        Locator field = who.board()
                .getByLabel("Why, in the words of the group")
                .or(who.board().getByLabel("Why there is no consensus"));
        who.who().types(field, rationale);
        button(who, button).click();
    }

    private static Locator button(InRoom who, String name) {
        return who.board()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void looksBack(InRoom who, String number) {
        who.board()
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Items"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(number + ". "))
                .first()
                .click();
    }
}
