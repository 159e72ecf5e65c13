package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.ALL_MET;
import static org.tessera.assessment.PanelScene.OVERVIEW;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.artifact.ui.When;
import org.tessera.support.AppTest;

/** How a task comes to a desk, is seen from the start page, and leaves it: given back, left for a conflict, or lapsed. */
@AppTest
@ActiveProfiles("test")
class LeavingPagesTest {

    private static final String CONFLICT = "I have a conflict of interest";

    @Autowired
    ApplicationContext application;

    private PanelScene scene;
    private CasePage page;
    private PersonId checker;
    private PersonId scorer;

    @BeforeEach
    void a_panel() {
        scene = new PanelScene(application);
        checker = scene.member("Chandra Check", Task.CHECK);
        scorer = scene.member("Fiona First", Task.FIRST_SCORE);
        page = new CasePage(scene);
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void the_start_page_counts_what_is_on_the_desk_of_a_member_and_names_nobody() {
        assertThat(page.open(checker, "").visible()).contains("Assessing", "Nothing is on your desk.", "To my tasks");
        scene.handIn();
        assertThat(page.open(checker, "").visible())
                .contains("One task is on your desk.")
                .doesNotContain("Anabel", "Look after the panel");
        scene.handIn(scene.person("Beatriz Luna"));
        assertThat(page.open(checker, Locale.of("es"), "").visible())
                .contains("2 tareas")
                .doesNotContain("!assessment");
        assertThat(page.open(scorer, "").visible()).contains("Nothing is on your desk.");
    }

    @Test
    void the_time_a_task_is_held_for_ends_with_a_day_and_not_at_the_beginning_of_the_next() {
        CaseId id = scene.handIn();
        String until = When.moment(scene.desk.of(checker).getFirst().until().minusMillis(1), Locale.ENGLISH);
        assertThat(until).contains(":59");
        assertThat(page.open(checker, "assessing").visible()).contains("until " + until);
        assertThat(page.open(checker, id).visible()).contains("until " + until);
    }

    @Test
    void the_start_page_shows_an_officer_the_panel_and_others_nothing_of_it() {
        assertThat(page.open(scene.officer, "").visible())
                .contains("Look after the panel")
                .doesNotContain("To my tasks");
        assertThat(page.open(scene.ana, "").visible()).doesNotContain("Assessing", "To my tasks", "Look after");
        // who is taken off the panel still has what is on the desk
        scene.handIn();
        scene.panels.name(scene.officer, checker, Set.of());
        assertThat(page.open(checker, "").visible()).contains("One task is on your desk.", "To my tasks");
        scene.passOn(scene.desk.of(checker).getFirst().on());
        assertThat(page.open(checker, "").visible()).doesNotContain("Assessing", "To my tasks");
    }

    @Test
    void a_conflict_gives_the_task_to_another_and_the_declarer_sees_no_more_of_it_then_or_later() {
        CaseId id = scene.handIn();
        PersonId other = scene.member("Otto Other", Task.CHECK);
        page.open(checker, id);
        page.clicks(CONFLICT);
        assertThat(page.address()).isEqualTo("assessing");
        assertThat(page.visible())
                .contains("Somebody else is drawn, and you never for this one again.", "Nothing is on your desk.")
                .doesNotContain(id.number());
        page.open(checker, id);
        assertThat(page.visible()).doesNotContain(id.number());
        page.open(other, id);
        assertThat(page.visible()).contains("Is everything there? · case " + id.number());
        assertThat(page.everything()).doesNotContain("Chandra", checker.value().toString());
        // who declared it is not told by an empty place on the page of officers either
        page.open(scene.officer, "panel");
        assertThat(page.visible()).contains("Is everything there?: Otto Other").doesNotContain("onflict");
        // and what the same earner hands in later is not for them
        scene.desk.choose(other, id, "overview", Lack.ANSWER.name());
        scene.write(other, id, Task.CHECK, 0, "The first question is not answered.");
        PanelScene.done(scene.desk.sendBack(other, id));
        scene.panels.name(scene.officer, other, Set.of());
        CaseId again = scene.handInAgain();
        assertThat(scene.drawn(again, Task.CHECK)).isEmpty();
        assertThat(page.open(checker, "assessing").visible()).doesNotContain(again.number());
    }

    @Test
    void a_task_given_back_goes_to_another_who_finds_nothing_that_was_chosen_or_typed() {
        CaseId id = scene.handIn();
        scene.passOn(id);
        PersonId other = scene.member("Otto Other", Task.FIRST_SCORE);
        page.open(scorer, id);
        page.levels("passing");
        page.types(page.fields().getFirst(), "The overview is clear from the start.");
        page.clicks("Give it back");
        assertThat(page.visible()).contains("Somebody else is drawn.", "Nothing is on your desk.");
        page.open(other, id);
        assertThat(page.chosen()).containsExactly("", "", "");
        assertThat(page.everything()).doesNotContain("clear from the start", "Fiona");
        page.open(scorer, id);
        assertThat(page.visible()).doesNotContain(id.number());
        // what was written stays with whoever wrote it
        assertThat(scene.writings
                        .at(scorer, scene.place(id, Task.FIRST_SCORE, 0))
                        .text())
                .isEqualTo("The overview is clear from the start.");
    }

    @Test
    void a_task_whose_time_is_over_is_gone_from_desk_and_page_and_another_does_it() {
        CaseId id = scene.handIn();
        scene.passOn(id);
        PersonId other = scene.member("Otto Other", Task.FIRST_SCORE);
        scene.fill(scorer, id, Task.FIRST_SCORE, ALL_MET);
        page.open(scorer, id);
        scene.clock.advance(Duration.between(
                scene.clock.instant(), scene.desk.of(scorer).getFirst().until()));
        page.clicks("Hand in my ratings");
        assertThat(page.visible()).contains("This is not on your desk, or not any more.");
        assertThat(scene.now(id).ratings(Task.FIRST_SCORE)).isEmpty();
        page.open(scorer, id);
        assertThat(page.visible()).doesNotContain(id.number());
        assertThat(page.open(scorer, "assessing").visible()).contains("Nothing is on your desk.");

        scene.office.attend(id);
        page.open(other, id);
        assertThat(page.chosen()).containsExactly("", "", "");
        assertThat(page.everything()).doesNotContain(PanelScene.words(Task.FIRST_SCORE, OVERVIEW));
        scene.fill(other, id, Task.FIRST_SCORE, ALL_MET);
        page.clicks("Hand in my ratings");
        assertThat(scene.now(id).stage()).isEqualTo(Stage.DECIDED);
    }
}
