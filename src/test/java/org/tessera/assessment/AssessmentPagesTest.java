package org.tessera.assessment;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.ALL_MET;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;

/** Who has which pages of assessment, made by the real application; typing in a browser is tested in Chromium. */
@AppTest
@ActiveProfiles("test")
class AssessmentPagesTest {

    private static final Locale SPANISH = Locale.of("es");

    @Autowired
    ApplicationContext application;

    private PanelScene scene;
    private CasePage page;

    @BeforeEach
    void a_district() {
        scene = new PanelScene(application);
        page = new CasePage(scene);
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void an_assessor_finds_the_tasks_they_were_drawn_for_and_nobody_elses() {
        PersonId checker = scene.member("Chandra Check", Task.CHECK);
        PersonId scorer = scene.member("Sam Score", Task.FIRST_SCORE);
        CaseId id = scene.handIn();
        page.open(checker, Locale.ENGLISH, "assessing");
        assertThat(page.visible())
                .contains("My tasks", "Is everything there? · case " + id.number())
                .doesNotContain("Anabel");
        page.open(scorer, SPANISH, "assessing");
        assertThat(page.visible())
                .contains("Mis tareas", "No tiene nada pendiente.")
                .doesNotContain(id.number());
    }

    @Test
    void who_is_not_on_the_panel_has_no_page_of_tasks() {
        page.open(scene.ana, Locale.ENGLISH, "assessing");
        assertThat(page.visible()).doesNotContain("My tasks");
    }

    @Test
    void the_check_is_passed_on_from_its_page_which_is_gone_after_that() {
        PersonId checker = scene.member("Chandra Check", Task.CHECK);
        PersonId scorer = scene.member("Sam Score", Task.FIRST_SCORE);
        CaseId id = scene.handIn();
        page.open(scorer, Locale.ENGLISH, "assessing/" + id);
        assertThat(page.visible()).doesNotContain("Look whether everything is there", id.number());
        page.open(checker, SPANISH, "assessing/" + id);
        assertThat(page.visible()).contains("¿Está todo?", "Mire si está todo").doesNotContain("Anabel");
        assertThat(page.everything()).doesNotContain("!assessment.");
        scene.passOn(id);
        page.open(checker, Locale.ENGLISH, "assessing/" + id);
        assertThat(page.visible()).doesNotContain("Is everything there?");
        page.open(scorer, Locale.ENGLISH, "assessing/" + id);
        assertThat(page.visible()).contains("Rate the rows", "Once handed in, ratings can no longer be changed.");
    }

    @Test
    void a_result_is_for_its_earner_alone() {
        scene.members(2);
        CaseId id = scene.handIn();
        scene.passOn(id);
        PersonId scorer = scene.rate(id, Task.FIRST_SCORE, ALL_MET);
        String address = "submissions/" + PanelScene.BUILDING.value() + "/result";
        page.open(scene.ana, Locale.ENGLISH, address);
        assertThat(page.visible())
                .contains(PanelScene.words(Task.FIRST_SCORE, PanelScene.OVERVIEW))
                .doesNotContain("Member 1", "Member 2", "!assessment.");
        page.open(scorer, Locale.ENGLISH, address);
        assertThat(page.visible()).doesNotContain(PanelScene.words(Task.FIRST_SCORE, PanelScene.OVERVIEW));
    }

    @Test
    void the_panel_is_for_officers_of_the_district_who_close_a_day_there() {
        PersonId member = scene.member("Chandra Check", Task.CHECK);
        page.open(member, Locale.ENGLISH, "panel");
        assertThat(page.visible()).doesNotContain("The panel", "Chandra Check");
        page.open(scene.officer, Locale.ENGLISH, "panel");
        assertThat(page.visible()).contains("The panel", "Chandra Check").doesNotContain("!assessment.");
        LocalDate day = LocalDate.of(2027, 1, 18);
        Button close = _get(Button.class, spec -> spec.withText(text("assessment.days.close")));
        _click(close);
        assertThat(_get(DatePicker.class).getErrorMessage()).isEqualTo("Choose a day.");
        _get(DatePicker.class).setValue(day);
        _click(close);
        assertThat(scene.panels.closedDays(scene.officer)).containsOnlyKeys(day);
        assertThat(page.visible()).contains("Monday, January 18, 2027");
    }

    private static String text(String key) {
        return java.util.ResourceBundle.getBundle("messages/assessment", Locale.ROOT)
                .getString(key);
    }
}
