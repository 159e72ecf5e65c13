package org.tessera.assessment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.assessment.AnchorScene;
import org.tessera.assessment.Anchors;
import org.tessera.assessment.CaseId;
import org.tessera.assessment.Consent;
import org.tessera.assessment.Scale;
import org.tessera.assessment.TrialAnswer;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

/** The pages about anchors and certificates, made by the real application. */
@AppTest
@ActiveProfiles("test")
class CertificationPagesTest {

    private static final String RESULT = "submissions/building-a-pa-learning-community/result";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    private AnchorScene scene;
    private PersonId ana;
    private OpenPage page;

    @BeforeEach
    void a_district() {
        scene = new AnchorScene(application);
        scene.scorers();
        ana = scene.earner("Anabel Ortiz");
    }

    @AfterEach
    void leave() {
        page.close();
    }

    private OpenPage open(PersonId who, Locale language, String address) {
        page = OpenPage.of(application, accounts.person(who).orElseThrow(), language)
                .go(address);
        return page;
    }

    @Test
    void an_officer_chooses_a_case_by_number() {
        CaseId id = scene.decided(ana);
        open(scene.officer(), Locale.ENGLISH, "panel");
        assertThat(page.visible()).contains("There are no anchors yet.").doesNotContain("!assessment");
        Select<Anchors.Choice> which = decided();
        which.setValue(scene.anchors.choices(scene.officer()).getFirst());
        _click(_get(Button.class, spec -> spec.withText("Ask the earner")));
        assertThat(page.visible())
                .contains("Case " + id.number(), "the earner is asked")
                .doesNotContain("Anabel");
    }

    @SuppressWarnings("unchecked")
    private static Select<Anchors.Choice> decided() {
        return _get(Select.class, spec -> spec.withLabel("Decided case"));
    }

    @Test
    void an_earner_says_yes_and_takes_it_back() {
        CaseId id = scene.decided(ana);
        open(ana, Locale.ENGLISH, RESULT);
        assertThat(page.visible()).doesNotContain("May assessors practise");
        scene.anchors.propose(scene.officer(), id);
        page.go("").go(RESULT);
        assertThat(page.visible()).contains("May assessors practise on your hand-in 1?", "You have not answered yet.");
        _click(_get(Button.class, spec -> spec.withText("Yes, they may")));
        assertThat(page.visible()).contains("You said yes.");
        assertThat(scene.anchors.of(scene.officer()).getFirst().consent()).isEqualTo(Consent.GIVEN);
        _click(_get(Button.class, spec -> spec.withText("Take my yes back")));
        assertThat(page.visible()).contains("It is used no more.").doesNotContain("!assessment");
        assertThat(scene.anchors.of(scene.officer()).getFirst().consent()).isEqualTo(Consent.TAKEN_BACK);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_member_tries_an_anchor_and_sees_what_was_found() {
        CaseId id = scene.anchor(ana);
        PersonId pia = scene.member("Pia");
        open(pia, Locale.ENGLISH, "assessing");
        assertThat(page.visible()).contains("Anchor " + id.number(), "0 of 3 rows have a level");
        page.go("trials/" + id);
        assertThat(page.visible()).doesNotContain("Anabel").doesNotContain("!assessment");
        _get(Button.class, spec -> spec.withText("Compare with what was found"));
        List<RadioButtonGroup> rows = _find(RadioButtonGroup.class);
        assertThat(rows).hasSize(3);
        rows.forEach(row -> {
            RadioButtonGroup<Scale.Level> levels = row;
            levels.setValue(levels.getListDataView().getItem(0));
        });
        page.go("assessing");
        assertThat(page.visible()).contains("3 of 3 rows have a level");
        // the button waits for what a browser has typed; here there is none
        assertThat(scene.trials.finish(pia, id)).isEqualTo(new TrialAnswer.Done());
        page.go("trials/" + id);
        assertThat(page.visible()).contains("Your levels and the true ones", "3 of 3 rows have the true level.");
        page.go("assessing");
        assertThat(page.visible())
                .contains("Trials since: one anchor, 3 rows, 100 %", "At least 2 anchors are needed.");
    }

    @Test
    void a_page_of_an_anchor_that_is_not_for_somebody_is_not_there() {
        CaseId id = scene.anchor(ana);
        open(scene.officer(), Locale.ENGLISH, "trials/" + id);
        String closed = page.visible();
        page.go("trials/" + new CaseId(UUID.randomUUID()));
        assertThat(closed).isEqualTo(page.visible()).doesNotContain(id.number());
    }

    @Test
    void everything_is_said_in_spanish_too() {
        CaseId id = scene.anchor(ana);
        PersonId pia = scene.member("Pia");
        open(scene.officer(), Locale.of("es"), "panel");
        assertThat(page.visible())
                .contains("Casos de referencia", "en uso", "Desviación", "Acuerdo")
                .doesNotContain("!assessment");
        page.close();
        open(pia, Locale.of("es"), "trials/" + id);
        assertThat(page.visible()).contains("Caso de referencia " + id.number()).doesNotContain("!assessment");
    }
}
