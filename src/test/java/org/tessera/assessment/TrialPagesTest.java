package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.artifact.ui.When;
import org.tessera.support.AppTest;

/** Anchors tried on their pages until somebody is certified or not, and a certificate until its end. */
@AppTest
@ActiveProfiles("test")
class TrialPagesTest {

    private static final String OVER = "Compare with what was found";

    @Autowired
    ApplicationContext application;

    private AnchorScene scene;
    private CasePage page;
    private PersonId pia;
    private CaseId one;
    private CaseId other;

    @BeforeEach
    void two_anchors() {
        scene = new AnchorScene(application);
        scene.scorers();
        one = scene.anchor(scene.earner("Anabel Ortiz"));
        other = scene.anchor(scene.earner("Beatriz Luna"));
        pia = scene.panel.member("Pia Practice", Task.FIRST_SCORE);
        page = new CasePage(scene.panel);
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void whoever_comes_to_the_true_levels_is_certified_and_reads_until_when() {
        page.open(pia, "assessing");
        assertThat(page.visible())
                .contains("Anchor " + one.number(), "Anchor " + other.number(), "0 of 3 rows have a level")
                .doesNotContain("Certified until");
        tries(one, "passing", "demonstrated", "passing");
        assertThat(page.visible()).contains("Your levels and the true ones", "3 of 3 rows have the true level.");
        tries(other, "passing", "progressing", "passing");
        assertThat(page.visible())
                .contains("2 of 3 rows have the true level.", "The same: Passing")
                .contains("You chose “Progressing”, the true level is “Demonstrated”.");
        page.open(pia, "assessing");
        String until = When.day(Certifying.yearAfter(scene.panel.now()), Locale.ENGLISH);
        assertThat(page.visible())
                .contains("Certified until " + until + ": 83 % of rows with the true level, kappa ")
                .contains("Done: see your levels beside the true ones")
                .doesNotContain("Trials since", "!assessment");
        page.open(scene.officer(), "panel");
        assertThat(page.visible()).contains("Pia Practice", "Certified until " + until);
    }

    @Test
    void whoever_does_not_is_not_certified_and_reads_what_is_missing() {
        tries(one, "passing", "not-met", "not-passing");
        page.open(pia, "assessing");
        assertThat(page.visible())
                .contains("Not certified yet.", "Trials since: one anchor, 3 rows, 33 % with the true level")
                .contains("At least 2 anchors are needed.", "At least 6 rows are needed.", "At least 80 % of rows");
        tries(other, "passing", "demonstrated", "passing");
        page.open(pia, Locale.of("es"), "assessing");
        assertThat(page.visible()).contains("66 %").doesNotContain("!assessment");
        page.open(pia, "assessing");
        assertThat(page.visible())
                .contains("Not certified yet.", "2 anchors, 6 rows, 66 %", "At least 80 % of rows need the true level")
                .doesNotContain("anchors are needed", "rows are needed", "Certified until");
        assertThat(scene.isCertified(pia)).isFalse();
    }

    @Test
    void a_trial_shows_nothing_of_what_was_found_before_it_is_over_and_keeps_what_was_chosen_and_typed() {
        page.open(pia, "trials/" + one);
        page.levels("passing", "demonstrated");
        String notes = page.fields().get(1);
        page.types(notes, "Three of the four points, I think.");
        page.clicks(OVER);
        assertThat(page.visible()).contains("Choose a level for: ").doesNotContain("the true level");
        page.clicksUndelivered(OVER);
        assertThat(page.visible()).contains("What you typed has not arrived yet");
        page.open(pia, "trials/" + one);
        assertThat(page.chosen()).containsExactly("passing", "demonstrated", "");
        assertThat(page.typed(notes)).contains("Three of the four points, I think.");
        assertThat(page.everything())
                .doesNotContain("where it is shown", "the true level", "Anabel", "Ortiz", "Wexmoor")
                .doesNotContain(scene.officer().value().toString());
        page.open(pia, "assessing");
        assertThat(page.visible()).contains("2 of 3 rows have a level");
    }

    @Test
    void an_anchor_taken_back_while_its_page_is_open_is_not_compared() {
        page.open(pia, "trials/" + one);
        page.levels("passing", "demonstrated", "passing");
        PersonId earner = scene.panel
                .submissions
                .find(scene.panel.store.find(one).orElseThrow().submission())
                .orElseThrow()
                .earner();
        assertThat(scene.anchors.answer(earner, one, false)).isTrue();
        page.clicks(OVER);
        assertThat(page.visible())
                .contains("This anchor is not open to you any more.")
                .doesNotContain("Your levels and the true ones");
        page.open(pia, "assessing");
        assertThat(page.visible()).doesNotContain(one.number()).contains(other.number());
    }

    @Test
    void the_end_of_a_certificate_is_told_to_its_owner_and_the_officer() {
        Certificate held = scene.certificate(pia, scene.panel.now());
        page.open(pia, "assessing");
        assertThat(page.visible()).contains("Certified until " + When.day(held.until(), Locale.ENGLISH));
        scene.panel.clock.advance(
                Duration.between(scene.panel.clock.instant(), held.until()).plusSeconds(1));
        String over = "The certificate held until " + When.day(held.until(), Locale.ENGLISH);
        page.open(pia, "assessing");
        assertThat(page.visible()).contains(over + ". New trials renew it.").doesNotContain("Certified until");
        page.open(scene.officer(), "panel");
        assertThat(page.visible()).contains("Pia Practice", over);
        assertThat(page.open(new PanelScene(application).officer, "panel").visible())
                .doesNotContain("Pia Practice");
    }

    @Test
    void a_certificate_that_ended_by_drift_says_since_when() {
        Certificate held = scene.certificate(pia, scene.panel.now().minusSeconds(60));
        assertThat(application.getBean(CertificateStore.class).end(held.id(), scene.panel.now()))
                .isTrue();
        page.open(pia, "assessing");
        assertThat(page.visible())
                .contains("The certificate ended on " + When.day(scene.panel.now(), Locale.ENGLISH))
                .contains("because levels had drifted");
    }

    @Test
    void an_anchor_nobody_has_chosen_is_not_there() {
        String nowhere =
                page.open(pia, "trials/" + new CaseId(UUID.randomUUID())).visible();
        CaseId decided = scene.decided(scene.earner("Cy Cole"));
        assertThat(page.open(pia, "trials/" + decided).visible()).isEqualTo(nowhere);
    }

    private void tries(CaseId anchor, String... levels) {
        page.open(pia, "trials/" + anchor);
        page.levels(levels);
        page.clicks(OVER);
    }
}
