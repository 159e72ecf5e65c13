package org.tessera.assessment;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.OVERVIEW;
import static org.tessera.assessment.PanelScene.levels;
import static org.tessera.assessment.PanelScene.words;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.submission.Status;
import org.tessera.support.AppTest;

/** What an earner reads of the result, another look that is asked for there, and the page of who takes it. */
@AppTest
@ActiveProfiles("test")
class ResultPageTest {

    private static final String RESULT = "submissions/" + PanelScene.BUILDING + "/result";
    private static final String ASK = "Ask for another look";
    private static final String FIELD = "Why you see it differently";
    private static final String WHY = "My second piece shows all four points.";

    @Autowired
    ApplicationContext application;

    private PanelScene scene;
    private CasePage page;
    private PersonId scorer;
    private PersonId hears;

    @BeforeEach
    void a_panel() {
        scene = new PanelScene(application);
        scene.member("Chandra Check", Task.CHECK);
        scorer = scene.member("Fiona First", Task.FIRST_SCORE);
        hears = scene.member("Hal Hearing", Task.APPEAL);
        page = new CasePage(scene);
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void a_result_has_the_level_and_the_words_of_every_row_and_nothing_of_who_gave_them() {
        scene.unmet();
        page.open(scene.ana, RESULT);
        assertThat(page.visible())
                .contains("Hand-in 1", "Rated", "It took less than a business day.")
                .contains("Passing", words(Task.FIRST_SCORE, OVERVIEW))
                .contains("Progressing", words(Task.FIRST_SCORE, EVIDENCE))
                .contains("Only the rows that are not met are open again; the others stay as they are.")
                .doesNotContain("Every row is met", "!assessment");
        assertThat(page.everything())
                .doesNotContain("Chandra", "Fiona", "Hal Hearing")
                .doesNotContain(scorer.value().toString());
    }

    @Test
    void a_result_of_a_further_attempt_stands_above_the_one_before_with_what_was_carried_over() {
        scene.unmet();
        scene.tryAgain();
        CaseId again = scene.handInAgain();
        page.open(scene.ana, RESULT);
        assertThat(page.visible()).contains("Hand-in 2", "Being checked", "you hear by the end of");
        scene.passOn(again);
        scene.rate(again, Task.FIRST_SCORE, levels("", "demonstrated", ""));
        page.open(scene.ana, RESULT);
        assertThat(page.visible())
                .contains("Every row is met: the credential is earned.", "Met in an earlier attempt")
                .containsSubsequence("Hand-in 2", "Every row is met", "Hand-in 1", "Only the rows that are not met");
        assertThat(_find(Button.class, spec -> spec.withText(ASK))).isEmpty();
    }

    @Test
    void what_came_back_unrated_says_what_is_missing_and_where() {
        CaseId id = scene.handIn();
        PersonId checker = scene.holder(id, Task.CHECK);
        scene.desk.choose(checker, id, "overview", Lack.ANSWER.name());
        scene.write(checker, id, Task.CHECK, 0, "The first question is not answered.");
        PanelScene.done(scene.desk.sendBack(checker, id));
        page.open(scene.ana, RESULT);
        assertThat(page.visible())
                .contains("Came back", "Part 1: overview: A part is not answered")
                .contains("The first question is not answered.", "it does not count as an attempt")
                .doesNotContain("Chandra", "Ask for another look");
    }

    @Test
    void another_look_is_refused_without_rows_or_reasons_and_what_was_typed_stays() {
        scene.unmet();
        page.open(scene.ana, RESULT);
        assertThat(rows().getListDataView().getItems()).containsExactly(EVIDENCE);
        page.clicks(ASK);
        assertThat(page.visible()).contains("Choose the rows that should be looked at again.");
        rows().setValue(Set.of(EVIDENCE));
        page.clicks(ASK);
        assertThat(page.visible()).contains("Give a reason first, in at least five words.");
        page.types(FIELD, "I do not agree");
        page.clicks(ASK);
        assertThat(page.visible()).contains("Give a reason first, in at least five words.");
        page.types(FIELD, WHY);
        page.clicksUndelivered(ASK);
        assertThat(page.visible()).contains("What you typed has not arrived yet");
        assertThat(scene.hearing().stage()).isEqualTo(Stage.DECIDED);
        page.open(scene.ana, RESULT);
        assertThat(page.typed(FIELD)).contains(WHY);
    }

    @Test
    void another_look_is_taken_by_who_had_nothing_to_do_with_it_and_can_change_the_result() {
        CaseId id = asked("I, Anabel Ortiz, show all four points in my second piece.");
        assertThat(page.visible()).contains("Somebody else is drawn to look at it.", "You asked for another look on");
        assertThat(page.visible()).contains("Being looked at again", words(Task.FIRST_SCORE, EVIDENCE));
        assertThat(_find(Button.class, spec -> spec.withText(ASK))).isEmpty();

        page.open(scorer, id);
        assertThat(page.visible()).doesNotContain(id.number());
        page.open(hears, id);
        assertThat(page.visible())
                .contains("Look once more", "Why the earner asks", "show all four points in my second piece.")
                .contains("Found before: Progressing", words(Task.FIRST_SCORE, EVIDENCE));
        assertThat(page.fields()).hasSize(1);
        assertThat(page.everything())
                .doesNotContain("Anabel", "Ortiz", "Fiona", words(Task.FIRST_SCORE, OVERVIEW))
                .doesNotContain(scene.ana.value().toString(), scorer.value().toString());
        hears(id, "demonstrated", "The second piece does show all four.");
        assertThat(scene.submission().status()).isEqualTo(Status.EARNED);
        page.open(scene.ana, RESULT);
        assertThat(page.visible())
                .contains("this is what was found then.", "Every row is met", "The second piece does show all four.")
                .doesNotContain(words(Task.FIRST_SCORE, EVIDENCE), "Hal");
    }

    @Test
    void another_look_can_leave_it_as_it_is_and_is_taken_once() {
        CaseId id = asked(WHY);
        hears(id, "progressing", "I count three points as well, not four.");
        page.open(scene.ana, RESULT);
        assertThat(page.visible())
                .contains("this is what was found then.", "Only the rows that are not met are open again")
                .contains("I count three points as well, not four.");
        assertThat(_find(Button.class, spec -> spec.withText(ASK))).isEmpty();
        assertThat(scene.submission().status()).isEqualTo(Status.NOT_YET_EARNED);
    }

    @Test
    void a_second_asking_from_a_page_that_was_left_open_is_refused() {
        scene.unmet();
        page.open(scene.ana, RESULT);
        rows().setValue(Set.of(EVIDENCE));
        page.types(FIELD, WHY);
        // in another window it was asked for already
        PanelScene.done(scene.appeal(1, WHY, EVIDENCE));
        page.clicks(ASK);
        assertThat(page.visible()).contains("It was looked at once more already.");
    }

    @Test
    void another_look_that_nobody_could_take_is_not_offered_and_is_refused_on_a_page_left_open() {
        scene.unmet();
        page.open(scene.ana, RESULT);
        rows().setValue(Set.of(EVIDENCE));
        page.types(FIELD, WHY);
        scene.panels.name(scene.officer, hears, Set.of());
        page.clicks(ASK);
        assertThat(page.visible()).contains("nobody could look once more", "What you wrote stays.");
        assertThat(scene.submission().status()).isEqualTo(Status.NOT_YET_EARNED);
        page.open(scene.ana, RESULT);
        assertThat(_find(Button.class, spec -> spec.withText(ASK))).isEmpty();
        scene.tryAgain();
    }

    @Test
    void a_result_and_another_look_are_said_in_spanish_too() {
        scene.unmet();
        page.open(scene.ana, Locale.of("es"), RESULT);
        assertThat(page.visible()).contains("Entrega 1", "Pedir otra revisión").doesNotContain("!assessment");
    }

    private void hears(CaseId id, String level, String words) {
        page.open(hears, id);
        page.levels(level);
        page.types("What you tell the earner", words);
        page.clicks("Hand in my ratings");
        assertThat(page.visible()).contains("Your ratings are handed in.");
    }

    private CaseId asked(String why) {
        CaseId id = scene.unmet();
        page.open(scene.ana, RESULT);
        rows().setValue(Set.of(EVIDENCE));
        page.types(FIELD, why);
        page.clicks(ASK);
        return id;
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<String> rows() {
        return _get(CheckboxGroup.class, spec -> spec.withLabel("Rows to look at again"));
    }
}
