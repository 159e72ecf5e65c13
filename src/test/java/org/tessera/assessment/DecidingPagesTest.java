package org.tessera.assessment;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.ALL_MET;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.OVERVIEW;
import static org.tessera.assessment.PanelScene.REFLECTION;
import static org.tessera.assessment.PanelScene.levels;
import static org.tessera.assessment.PanelScene.words;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.Locale;
import java.util.Map;
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

/** The pages of those who read what others found: who decides between two, and who reads the result before the earner. */
@AppTest
@ActiveProfiles("test")
class DecidingPagesTest {

    private static final String WHY = "Why it should be rated again";
    private static final String BACK = "Have it rated again";

    @Autowired
    ApplicationContext application;

    private PanelScene scene;
    private CasePage page;
    private PersonId first;
    private PersonId second;
    private PersonId third;
    private PersonId approver;

    @BeforeEach
    void a_panel() {
        scene = new PanelScene(application);
        scene.member("Chandra Check", Task.CHECK);
        first = scene.member("Fiona First", Task.FIRST_SCORE);
        second = scene.member("Seth Second", Task.SECOND_SCORE);
        third = scene.member("Ada Adjudicator", Task.ADJUDICATION);
        approver = scene.member("Pru Approver", Task.APPROVAL);
        page = new CasePage(scene);
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void who_decides_reads_both_ratings_of_the_rows_that_differ_and_not_whose_they_are() {
        CaseId id = differing();
        page.open(third, id);
        assertThat(page.visible())
                .contains("Decide between two ratings", "Rating A: ", "Rating B: ")
                .contains(words(Task.FIRST_SCORE, EVIDENCE), words(Task.SECOND_SCORE, EVIDENCE))
                .contains("Demonstrated", "Progressing")
                .doesNotContain("Rating C", "Both gave the same level");
        assertThat(page.fields()).hasSize(1);
        assertThat(page.everything())
                .doesNotContain(words(Task.FIRST_SCORE, OVERVIEW), words(Task.SECOND_SCORE, REFLECTION));
        assertNameless(first, second);
    }

    @Test
    void who_decides_has_the_last_word_on_those_rows() {
        scene.assessBy(true, false);
        CaseId id = rated(levels("passing", "progressing", "passing"));
        page.open(third, id);
        page.clicks("Hand in my ratings");
        assertThat(page.visible()).contains("Choose a level for: ");
        page.levels("not-met");
        page.types("What you tell the earner", "Two of the four points are not there.");
        page.clicks("Hand in my ratings");
        assertThat(page.visible()).contains("Your ratings are handed in.");
        assertThat(scene.submission().openRows().unmet()).containsExactly(EVIDENCE);
        assertThat(scene.hearing().findings().get(1).feedback())
                .containsExactly("Two of the four points are not there.");
    }

    @Test
    void who_approves_reads_what_the_earner_will_and_lets_it_pass() {
        scene.assessBy(false, true);
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, levels("passing", "progressing", "passing"));
        page.open(approver, id);
        assertThat(page.visible())
                .contains("Read the result", "Progressing")
                .contains(words(Task.FIRST_SCORE, OVERVIEW), words(Task.FIRST_SCORE, EVIDENCE))
                .doesNotContain("Two people differed here", "should be decided again, too");
        assertThat(_find(CheckboxGroup.class)).isEmpty();
        assertNameless(first);
        assertThat(scene.hearing().findings()).isEmpty();
        page.clicks("Let it pass");
        assertThat(page.visible()).contains("The earner can read it now.");
        assertThat(scene.submission().status()).isEqualTo(Status.NOT_YET_EARNED);
        assertThat(scene.hearing().findings()).hasSize(3);
        page.open(approver, id);
        assertThat(page.visible()).doesNotContain(id.number());
    }

    @Test
    void who_approves_gives_it_back_with_a_reason_that_the_scorer_reads() {
        scene.assessBy(false, true);
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, ALL_MET);
        page.open(approver, id);
        page.clicks(BACK);
        assertThat(page.visible()).contains("Give a reason first");
        assertThat(scene.now(id).stage()).isEqualTo(Stage.APPROVE);
        page.types(WHY, "Say where the second part falls short.");
        page.open(approver, id);
        assertThat(page.typed(WHY)).contains("Say where the second part falls short.");
        page.clicks(BACK);
        assertThat(page.visible()).contains("It went back to be rated again.");
        page.open(first, id);
        assertThat(page.visible()).contains("It came back to you", "Say where the second part falls short.");
        assertThat(page.chosen()).containsExactly("passing", "demonstrated", "passing");
        assertThat(page.typed(page.fields().getFirst())).contains(words(Task.FIRST_SCORE, OVERVIEW));
        assertNameless(approver);
        assertThat(scene.submission().status()).isEqualTo(Status.PASSED);
    }

    @Test
    void who_approves_can_have_a_row_decided_in_which_both_agreed_though_another_was_decided_already() {
        CaseId id = differing();
        scene.rate(id, Task.ADJUDICATION, levels("", "not-met", ""));
        page.open(approver, id);
        assertThat(page.visible()).contains("Two people differed here; a third decided.");
        assertThat(again().getListDataView().getItems()).containsExactly(OVERVIEW, REFLECTION);
        again().setValue(Set.of(OVERVIEW, REFLECTION));
        again().setValue(Set.of(REFLECTION));
        page.open(approver, id);
        assertThat(again().getValue()).containsExactly(REFLECTION);
        page.types(WHY, "The third part does not answer what is asked.");
        page.clicks(BACK);
        assertThat(page.visible()).contains("It went back to be rated again.");

        page.open(third, id);
        assertThat(page.visible())
                .contains("The third part does not answer what is asked.")
                .contains("Both gave the same level; whoever read the result asks for another look.")
                .contains(words(Task.FIRST_SCORE, REFLECTION), words(Task.SECOND_SCORE, REFLECTION));
        // the row decided before is first, with the level and the words it had
        assertThat(page.chosen()).containsExactly("not-met", "");
        assertThat(page.typed(page.fields().getFirst())).contains(words(Task.ADJUDICATION, EVIDENCE));
        assertThat(page.typed(page.fields().getLast())).contains("\"text\":\"\"");
        page.levels("not-met", "not-passing");
        page.types(page.fields().getLast(), "It tells what was done and nothing that was learned.");
        page.clicks("Hand in my ratings");
        page.open(approver, id);
        page.clicks("Let it pass");
        assertThat(scene.submission().openRows().unmet()).containsExactlyInAnyOrder(EVIDENCE, REFLECTION);
        assertThat(scene.hearing().findings().getLast().feedback())
                .containsExactly("It tells what was done and nothing that was learned.");
    }

    @Test
    void what_was_chosen_to_be_decided_again_is_for_who_may_choose_it() {
        CaseId id = differing();
        scene.rate(id, Task.ADJUDICATION, levels("", "not-met", ""));
        scene.desk.choose(third, id, REFLECTION, Desk.AGAIN);
        scene.desk.choose(approver, id, EVIDENCE, Desk.AGAIN);
        scene.desk.choose(approver, id, REFLECTION, "passing");
        scene.desk.choose(approver, id, "elsewhere", Desk.AGAIN);
        assertThat(scene.sheet(approver, id).orElseThrow().choices()).isEmpty();
        assertThat(scene.store.choices(id, Task.APPROVAL, third)).isEmpty();
    }

    @Test
    void what_was_chosen_by_who_left_and_has_been_decided_since_stands_in_nobodys_way() {
        CaseId id = differing();
        scene.rate(id, Task.ADJUDICATION, levels("", "not-met", ""));
        scene.desk.choose(approver, id, REFLECTION, Desk.AGAIN);
        PersonId other = scene.member("Otto Other", Task.APPROVAL);
        PanelScene.done(scene.desk.giveBack(approver, id));
        scene.desk.choose(other, id, REFLECTION, Desk.AGAIN);
        scene.write(other, id, Task.APPROVAL, 0, "The third part does not answer what is asked.");
        PanelScene.done(scene.desk.passBack(other, id));
        scene.panels.name(scene.officer, other, Set.of());
        scene.rate(id, Task.ADJUDICATION, levels("", "not-met", "not-passing"));
        page.open(approver, id);
        assertThat(again().getListDataView().getItems()).containsExactly(OVERVIEW);
        assertThat(again().getValue()).isEmpty();
        page.types(WHY, "Look at the second part once more.");
        page.clicks(BACK);
        assertThat(page.visible()).contains("It went back to be rated again.");
        assertThat(scene.now(id).rowsOf(Task.ADJUDICATION))
                .extracting(Brief.Row::id)
                .containsExactly(EVIDENCE, REFLECTION);
    }

    @Test
    void everything_is_said_in_spanish_too() {
        CaseId id = differing();
        page.open(third, Locale.of("es"), "assessing/" + id);
        assertThat(page.visible())
                .contains("Calificación A: ", "En estas filas difieren")
                .doesNotContain("!assessment");
        scene.rate(id, Task.ADJUDICATION, levels("", "not-met", ""));
        page.open(approver, Locale.of("es"), "assessing/" + id);
        assertThat(page.visible()).contains("Aquí dos personas difirieron").doesNotContain("!assessment");
        assertThat(again().getLabel()).startsWith("¿Deben decidirse de nuevo también filas");
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<String> again() {
        return _get(CheckboxGroup.class);
    }

    /** The two differ in the evidence, and somebody reads the result. */
    private CaseId differing() {
        scene.assessBy(true, true);
        return rated(levels("passing", "progressing", "passing"));
    }

    private CaseId rated(Map<String, String> bySecond) {
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, ALL_MET);
        scene.rate(id, Task.SECOND_SCORE, bySecond);
        return id;
    }

    private void assertNameless(PersonId... others) {
        assertThat(page.everything())
                .doesNotContain("Anabel", "Ortiz", "Wexmoor", "Olu Officer")
                .doesNotContain(
                        scene.ana.value().toString(), scene.district.value().toString())
                .doesNotContain(scene.submission().id().value().toString());
        for (PersonId other : others) {
            assertThat(page.everything()).doesNotContain(other.value().toString(), scene.accounts.nameOf(other));
        }
    }
}
