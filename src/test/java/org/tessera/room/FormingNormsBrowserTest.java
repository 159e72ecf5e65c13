package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.RECORDER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.room.InRoom.Pane;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Wire;

/**
 * A team forms its norms in real browsers: drafts nobody can tell the writers of, norms taken up from them, gone through,
 * and checked in one tap at the end, which the team alone sees afterwards.
 */
@AppTest
@Tag("browser")
class FormingNormsBrowserTest extends WalkTest {

    private static final List<String> FOUR = List.of("ana", "ben", "cho", "dee");

    @Test
    @Tag("long")
    void from_drafts_without_names_to_norms_the_team_checks() {
        walk.crowd().typing(Duration.ofMillis(40));
        Meeting m = walk.preparing()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .running("forming-ground-rules");
        for (String name : List.of("ana", "ben", "cho")) {
            walk.enters(m, name, walk.crowd().atLaptop()).presses("I agree");
        }
        walk.enters(m, "dee", walk.crowd().onPhone()).turnsTo(Pane.STEP).presses("I agree");
        InRoom ana = walk.person("ana");
        InRoom cho = walk.person("cho");
        InRoom dee = walk.person("dee");
        Wire listening = m.visitor(walk.server(), "dee").open(m.id.value());

        walk.goesOn(ana, "Write what you need");
        walk.look("norms-1-write-none");
        Map<String, String> drafts = new LinkedHashMap<>();
        drafts.put("ana", "Time to think before I speak");
        drafts.put("ben", "Nobody laughs at a first try");
        drafts.put("cho", "We begin on time");
        drafts.put("dee", "Phones stay in the bag");
        drafts.forEach((name, draft) -> walk.person(name).writes(draft));
        drafts.forEach((name, draft) -> walk.person(name).turnsTo(Pane.BOARD).sees(draft));
        dee.doesNotSee("Nobody laughs").doesNotSee("We begin on time");
        assertThat(listening.received()).noneMatch(frame -> frame.contains("Nobody laughs at a first try"));
        walk.look("norms-1-write");

        walk.goesOn(ana, "List");
        for (InRoom reader : walk.everybody()) {
            reader.turnsTo(Pane.BOARD);
            drafts.values().forEach(draft -> assertThat(reader.note(draft)).isVisible());
        }
        drafts.forEach((writer, draft) -> walk.everybody().stream()
                .filter(reader -> !reader.equals(walk.person(writer)))
                .forEach(reader -> assertThat(reader.note(draft).innerText())
                        .doesNotContain(FOUR)
                        .doesNotContain("You")));
        dee.who().hears("Revealed: 4 notes are open now");
        walk.look("norms-2-list");
        for (String name : List.of("ana", "ben", "cho")) {
            walk.person(name).turnsTo(Pane.BOARD).sees("It is your turn").keysPass();
        }
        dee.sees("It is your turn").writes("We say when we do not understand");
        ana.sees("It is dee’s turn").presses("dee passes");
        cho.sees("Everybody has had a turn");

        walk.goesOn(ana, "Condense");
        walk.look("norms-3-condense-none");
        takesUp(cho, "Time to think before I speak", "We give each other a minute to think.");
        takesUp(cho, "We begin on time", "We begin on time");
        dee.who().hears("Taken up as a norm: “We give each other a minute to think.”.");
        dee.sees("We give each other a minute to think.");
        dee.tries(
                "drop-norm",
                "norm: '" + listening.collection("norms").keySet().iterator().next() + "'");
        assertThat(dee.page().getByText("does not give this to your role").first())
                .isVisible();
        walk.look("norms-3-condense");

        walk.goesOn(ana, "Can we abide by them?");
        for (String norm : List.of("We give each other a minute to think.", "We begin on time")) {
            for (InRoom each : walk.everybody()) {
                each.turnsTo(Pane.BOARD).sees(norm);
                each.board()
                        .locator("tessera-checklist section")
                        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Yes or no?"))
                        .getByText("Yes", new Locator.GetByTextOptions().setExact(true))
                        .click();
                assertThat(each.board().locator("tessera-checklist section")).containsText("Your answer: Yes.");
            }
            cho.sees("100 % say yes; 80 % settle it").presses("Record yes");
        }
        dee.sees("2 of 2 settled");
        walk.look("norms-4-abide");

        walk.goesOn(ana, "Debrief");
        dee.writes("Writing without names");
        walk.person("ben").writes("Change", "More silence");
        for (InRoom each : walk.everybody()) {
            each.turnsTo(Pane.STEP);
            Locator all = each.button("All of them");
            all.click();
            assertThat(all).hasAttribute("aria-pressed", "true");
        }
        walk.look("norms-5-debrief");
        walk.closes(ana, "The bell rang.");

        cho.opens("Adopted norms");
        assertThat(cho.page().locator("main")).containsText("We give each other a minute to think.");
        assertThat(cho.page().locator("main")).not().containsText("Nobody laughs");
        dee.who().open("/teams/" + m.team.value());
        assertThat(dee.page().locator(".norm-trend")).containsText("4");
        dee.who().isAccessibleInLight("norms, the team's page").picture("norms-6-trend-dee");
        m.isConsistent();
        walk.wasAccessible();
    }

    private static void takesUp(InRoom who, String draft, String words) {
        who.board()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take it up: " + draft))
                .click();
        Locator field = who.board().getByLabel("The words of the norm");
        field.clear();
        who.who().types(field, words);
        field.press("Enter");
        who.sees(words);
    }
}
