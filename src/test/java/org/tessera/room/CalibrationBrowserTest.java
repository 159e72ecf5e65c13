package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;
import static org.tessera.protocol.Role.TIMEKEEPER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.room.InRoom.Pane;
import org.tessera.support.AppTest;
import org.tessera.support.wire.Wire;

/**
 * Calibration in real browsers: sheets nobody sees before they open together, the tally with its spread and figures, the
 * scores the group agrees on with their reasons, and what is left of all that.
 */
@AppTest
@Tag("browser")
class CalibrationBrowserTest extends WalkTest {

    private static final List<String> ROWS = List.of("Claim", "Evidence", "Reasoning");

    @Test
    void four_people_see_where_they_differ_and_agree() {
        Meeting m = walk.preparing()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("dee", PARTICIPANT)
                .running("calibration");
        walk.everybodyEnters(m);
        InRoom ana = walk.person("ana");
        InRoom cho = walk.person("cho");
        InRoom dee = walk.person("dee");
        walk.goesOn(ana, "Roles and norms");
        walk.goesOn(ana, "Task and rubric");
        lists(cho, "Claim");
        dee.sees("Claim");
        walk.goesOn(ana, "Score alone");
        Map.of("ana", 2, "ben", 2, "cho", 3, "dee", 4)
                .forEach((name, level) -> scores(walk.person(name), "Claim", level, "The place " + name + " saw"));
        dee.doesNotSee("The place ana saw");
        walk.goesOn(ana, "Share scores");
        assertThat(dee.board().getByRole(AriaRole.ROW, row("Claim")))
                .hasText(Pattern.compile("2.*2.*3.*4.*2–4.*17 %", Pattern.DOTALL));
        dee.who().hears("All score sheets are open now: 17 % the same level.");
        walk.goesOn(ana, "Discuss differences");
        dee.sees("Speak first: ana, ben, dee").sees("The place ana saw");
        settles(cho, "Claim", 3, "The claim answers the question, and one reason is missing.");
        assertThat(dee.board().getByText("Agreed: 3")).isVisible();
        dee.who().hears("Agreed on “Claim”: 3.");
        walk.closes(ana, "The bell rang.");
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(2);
        reads(dee, "Agreed scores and reasons", "one reason is missing");
        m.isConsistent();
    }

    @Test
    @Tag("long")
    void six_people_come_from_sealed_sheets_to_agreed_scores() {
        walk.crowd().typing(Duration.ofMillis(40));
        Meeting m = walk.preparingWithWork()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", RECORDER)
                .with("dee", TIMEKEEPER)
                .with("eli", PARTICIPANT)
                .with("fay", PARTICIPANT)
                .reading("eli", Locale.of("es"))
                .running("calibration");
        for (String name : List.of("ana", "ben", "cho", "dee")) {
            walk.enters(m, name, walk.crowd().atLaptop()).presses("I agree");
        }
        walk.enters(m, "fay", walk.crowd().onPhone()).turnsTo(Pane.STEP).presses("I agree");
        walk.enters(m, "eli", walk.crowd().onPhone());
        Wire eli = m.visitor(walk.server(), "eli").open(m.id.value());
        InRoom ana = walk.person("ana");
        InRoom ben = walk.person("ben");
        InRoom cho = walk.person("cho");
        InRoom fay = walk.person("fay");
        look("0-waiting");

        walk.goesOn(ana, Map.of("eli", "Roles y normas"), "Roles and norms");
        look("1-roles");
        walk.goesOn(ana, Map.of("eli", "Tarea y rúbrica"), "Task and rubric");
        look("2-rows-none");
        ROWS.forEach(row -> lists(cho, row));
        fay.sees("Reasoning");
        refused(fay, "add-item", "item: crypto.randomUUID(), text: 'Spelling'", "does not give this to your role");
        look("2-rows");

        walk.goesOn(ana, Map.of("eli", "Puntuar a solas"), "Score alone");
        look("3-score-none");
        Map<String, List<Integer>> sheets = new LinkedHashMap<>();
        sheets.put("ana", List.of(3, 2, 2));
        sheets.put("ben", List.of(3, 2, 4));
        sheets.put("cho", List.of(3, 3, 1));
        sheets.put("dee", List.of(3, 2, 2));
        sheets.put("fay", List.of(3, 2, 2));
        sheets.forEach((name, levels) -> {
            for (int row = 0; row < ROWS.size(); row++) {
                scores(walk.person(name), ROWS.get(row), levels.get(row), name + " found this on page " + (row + 1));
            }
            walk.person(name).sees("3 of 3 rows scored");
        });
        List<String> items = eli.collection("items").keySet().stream()
                .sorted(Comparator.comparing(
                        id -> eli.collection("items").get(id).path("ordinal").asInt()))
                .toList();
        for (int row = 0; row < ROWS.size(); row++) {
            eli.does(
                    "submit-score",
                    Map.of("item", items.get(row), "level", List.of(3, 3, 2).get(row), "evidence", "eli lo vio"));
        }
        fay.doesNotSee("ana found this");
        assertThat(eli.received()).noneMatch(frame -> frame.contains("found this on page"));
        look("3-score");

        walk.goesOn(ana, Map.of("eli", "Compartir puntuaciones"), "Share scores");
        look("4-share");
        for (String name : List.of("ana", "ben", "cho", "dee", "fay")) {
            InRoom reader = walk.person(name);
            reader.sees("It is your turn");
            reader.presses("I have finished");
            if (name.equals("dee")) {
                ana.sees("It is eli’s turn").presses("eli has finished");
            }
        }
        ana.sees("Everybody has had a turn");
        fay.who().hears("It is your turn.").hears("All score sheets are open now: 62 % the same level.");
        refused(fay, "submit-score", "item: '" + items.getFirst() + "', level: 1", "does not give this to your role");

        walk.goesOn(ana, Map.of("eli", "Discutir las diferencias"), "Discuss differences");
        Locator figures = cho.board().locator("tessera-agreement dl");
        assertThat(figures).containsText("62 %");
        assertThat(figures).containsText("89 %");
        assertThat(figures).containsText("0.37");
        assertThat(cho.board().getByRole(AriaRole.ROW, row("Evidence")))
                .hasText(Pattern.compile("2.*2.*3.*2.*3.*2.*2–3.*47 %", Pattern.DOTALL));
        look("5-discuss");
        settles(cho, "Claim", 3, "A claim that answers the question.");
        settles(cho, "Evidence", 2, "Two of the four taps are not in the table.");
        fay.who().hears("Agreed on “Evidence”: 2.");
        refused(fay, "settle-score", "item: '" + items.get(2) + "', level: 4", "does not give this to your role");
        look("5-discuss-two");
        settles(cho, "Reasoning", 2, "It says that, and not yet why.");
        look("5-discuss-all");

        walk.goesOn(ana, Map.of("eli", "Implicaciones"), "Implications");
        cho.writes("Say in the rubric what a reason is");
        look("6-implications");
        walk.goesOn(ana, Map.of("eli", "Cierre"), "Debrief");
        fay.writes("Scoring alone first");
        ben.writes("Change", "One row fewer");
        look("7-debrief");
        walk.closes(ana, "The bell rang.");
        look("8-closed");

        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(4);
        reads(fay, "Tally of all scores", "Kappa: 0.37", "62 %");
        reads(fay, "Agreed scores and reasons", "Two of the four taps", "It says that, and not yet why.");
        reads(fay, "Next steps", "Say in the rubric what a reason is");
        m.isConsistent();
        walk.wasAccessible();
    }

    private void look(String step) {
        walk.look("calibration-" + step);
    }

    private static Locator.GetByRoleOptions row(String name) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name));
    }

    private static void lists(InRoom who, String row) {
        Locator field = who.board().getByLabel("Another item, in its own words");
        who.who().types(field, row);
        field.press("Enter");
        who.sees(row);
    }

    private static void scores(InRoom who, String row, int level, String evidence) {
        who.turnsTo(Pane.BOARD);
        who.choice("Level for: " + row, String.valueOf(level)).click();
        Locator field =
                who.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Evidence for: " + row));
        who.who().types(field, evidence);
        field.blur();
        assertThat(who.board().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(field)))
                .containsText("Saved");
    }

    private static void settles(InRoom who, String row, int level, String why) {
        who.board()
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Rows"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(row))
                .click();
        who.choice("The score you agree on", String.valueOf(level)).click();
        who.who().types(who.board().getByLabel("Why: what you will hold later scores against"), why);
        who.presses("Record");
        assertThat(who.board()
                        .getByRole(
                                AriaRole.REGION,
                                new Locator.GetByRoleOptions().setName(row).setExact(true)))
                .containsText("Saved");
    }

    private static void refused(InRoom who, String type, String fields, String sentence) {
        who.tries(type, fields);
        assertThat(who.page().getByText(sentence).first()).isVisible();
    }

    private static void reads(InRoom who, String artifact, String... words) {
        who.opens(artifact);
        for (String each : words) {
            assertThat(who.page().locator("main")).containsText(each);
        }
        who.page().goBack();
    }
}
