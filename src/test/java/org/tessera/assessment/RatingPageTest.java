package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.levels;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;

/** The page of somebody who rates, beside somebody else who rates the same and of whom it knows nothing. */
@AppTest
@ActiveProfiles("test")
class RatingPageTest {

    private static final String OVER = "Hand in my ratings";
    private static final String FEEDBACK = "The board shows what each of you saw.";

    @Autowired
    ApplicationContext application;

    private PanelScene scene;
    private CasePage page;
    private PersonId first;
    private PersonId second;
    private CaseId id;

    @BeforeEach
    void two_who_rate() {
        scene = new PanelScene(application);
        scene.assessBy(true, false);
        scene.member("Chandra Check", Task.CHECK);
        first = scene.member("Fiona First", Task.FIRST_SCORE);
        second = scene.member("Seth Second", Task.SECOND_SCORE);
        scene.member("Ada Adjudicator", Task.ADJUDICATION);
        id = scene.handIn();
        scene.passOn(id);
        page = new CasePage(scene);
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void a_second_scorer_is_sent_nothing_of_what_the_first_found() {
        scene.fill(first, id, Task.FIRST_SCORE, levels("not-passing", "progressing", "not-passing"));
        String before = rest(second);
        scene.rate(id, Task.FIRST_SCORE, levels("not-passing", "progressing", "not-passing"));
        page.open(second, id);
        assertThat(page.visible()).contains("Rate the rows · case " + id.number());
        assertThat(page.chosen()).containsExactly("", "", "");
        assertThat(page.everything())
                .doesNotContain(Task.FIRST_SCORE.word(), "where it is shown", "Fiona", "Anabel", "Ortiz", "Wexmoor")
                .doesNotContain(first.value().toString(), scene.ana.value().toString());
        // not even that somebody has been there
        assertThat(rest(second)).isEqualTo(before);
        page.open(first, id);
        assertThat(page.visible()).doesNotContain(id.number());
    }

    /** What is read on the page. */
    private String rest(PersonId who) {
        return page.open(who, id).visible();
    }

    @Test
    void what_is_chosen_and_typed_is_there_again_when_the_page_is_opened_again() {
        page.open(second, id);
        assertThat(page.fields()).hasSize(3).allMatch(field -> field.startsWith("What you tell the earner: "));
        page.levels("passing", "not-met");
        page.types(page.fields().get(1), "Half a sen");
        page.open(second, id);
        assertThat(page.chosen()).containsExactly("passing", "not-met", "");
        assertThat(page.typed(page.fields().get(1))).contains("Half a sen");
        assertThat(page.typed(page.fields().getFirst())).contains("\"text\":\"\"");
        page.open(first, id);
        assertThat(page.chosen()).containsExactly("", "", "");
        assertThat(page.everything()).doesNotContain("Half a sen");
    }

    @Test
    void ratings_without_a_level_or_words_are_not_handed_in_and_nothing_of_them_is_lost() {
        page.open(second, id);
        String evidence = page.fields().get(1);
        page.levels("passing");
        page.clicks(OVER);
        assertThat(page.visible()).contains("Choose a level for: ").doesNotContain("Choose a level for: Overview ·");
        assertThat(page.address()).isEqualTo("assessing/" + id);
        page.levels("passing", "demonstrated", "passing");
        assertThat(page.visible()).doesNotContain("Choose a level for");
        page.types(evidence, FEEDBACK);
        page.clicks(OVER);
        assertThat(page.visible()).contains("Say a little more to the earner, at least five words, about: ");
        assertThat(scene.now(id).ratings(Task.SECOND_SCORE)).isEmpty();
        page.open(second, id);
        assertThat(page.chosen()).containsExactly("passing", "demonstrated", "passing");
        assertThat(page.typed(evidence)).contains(FEEDBACK);
    }

    @Test
    void ratings_whose_words_have_not_arrived_are_not_handed_in() {
        scene.fill(second, id, Task.SECOND_SCORE, PanelScene.ALL_MET);
        page.open(second, id);
        page.clicksUndelivered(OVER);
        assertThat(page.visible()).contains("What you typed has not arrived yet");
        assertThat(scene.now(id).openTasks()).contains(Task.SECOND_SCORE);
        page.clicks(OVER);
        assertThat(scene.now(id).openTasks()).containsExactly(Task.FIRST_SCORE);
    }

    @Test
    void ratings_handed_in_are_as_they_were_typed_and_their_page_is_gone() {
        page.open(second, id);
        page.levels("passing", "progressing", "passing");
        page.fields().forEach(field -> page.types(field, FEEDBACK + " " + field));
        page.clicks(OVER);
        assertThat(page.address()).isEqualTo("assessing");
        assertThat(page.visible()).contains("Your ratings are handed in.", "Nothing is on your desk.");
        assertThat(scene.now(id).ratings(Task.SECOND_SCORE))
                .extracting(Rating::level)
                .containsExactly("passing", "progressing", "passing");
        assertThat(scene.now(id).ratings(Task.SECOND_SCORE).get(1).feedback()).startsWith(FEEDBACK);
        page.open(second, id);
        assertThat(page.visible()).doesNotContain(id.number(), FEEDBACK);
    }
}
