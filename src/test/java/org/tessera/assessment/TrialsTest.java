package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tessera.assessment.PanelScene.ALL_MET;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.OVERVIEW;
import static org.tessera.assessment.PanelScene.REFLECTION;
import static org.tessera.assessment.PanelScene.levels;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;

/** Who may try which anchor, and what comes of it. */
@AppTest
@ActiveProfiles("test")
class TrialsTest {

    @Autowired
    ApplicationContext application;

    private AnchorScene scene;
    private PersonId ana;

    @BeforeEach
    void a_district() {
        scene = new AnchorScene(application);
        scene.scorers();
        ana = scene.earner("Anabel Ortiz");
    }

    @Nested
    class An_anchor {

        @Test
        void is_chosen_by_number_by_an_officer_of_the_district_among_decided_cases() {
            CaseId id = scene.decided(ana);
            PersonId elsewhere = new AnchorScene(application).officer();
            CaseId open = scene.panel.handIn(scene.earner("Bo"));
            assertThat(scene.anchors.choices(scene.officer()))
                    .extracting(Anchors.Choice::on)
                    .containsExactly(id);
            assertThat(scene.anchors.choices(scene.officer()).toString()).doesNotContain("Anabel");
            assertThat(scene.anchors.choices(elsewhere)).isEmpty();
            assertThat(scene.anchors.choices(ana)).isEmpty();
            assertThat(scene.anchors.propose(elsewhere, id)).isFalse();
            assertThat(scene.anchors.propose(ana, id)).isFalse();
            assertThat(scene.anchors.propose(scene.officer(), open)).isFalse();
            assertThat(scene.anchors.propose(scene.officer(), new CaseId(UUID.randomUUID())))
                    .isFalse();
            assertThat(scene.anchors.propose(scene.officer(), id)).isTrue();
            assertThat(scene.anchors.propose(scene.officer(), id)).isFalse();
            assertThat(scene.anchors.choices(scene.officer())).isEmpty();
            assertThat(scene.anchors.of(scene.officer()))
                    .extracting(Anchors.Line::on, Anchors.Line::consent)
                    .containsExactly(tuple(id, Consent.ASKED));
            assertThat(scene.anchors.of(elsewhere)).isEmpty();
        }

        @Test
        void is_used_only_as_long_as_its_earner_wants() {
            CaseId id = scene.decided(ana);
            PersonId pia = scene.member("Pia");
            scene.anchors.propose(scene.officer(), id);
            scene.assertNothing(pia, id);
            scene.anchors.answer(ana, id, false);
            scene.assertNothing(pia, id);
            assertThat(scene.anchors.questions(ana, PanelScene.BUILDING))
                    .containsExactly(new Anchors.Question(id, 1, Consent.REFUSED));
            scene.anchors.answer(ana, id, true);
            assertThat(scene.sheet(pia, id)).isPresent();
            scene.trials.choose(pia, id, OVERVIEW, "passing");
            scene.anchors.answer(ana, id, false);
            scene.assertNothing(pia, id);
            assertThat(scene.anchors.questions(ana, PanelScene.BUILDING))
                    .containsExactly(new Anchors.Question(id, 1, Consent.TAKEN_BACK));
        }

        @Test
        void is_answered_for_by_nobody_but_its_earner() {
            CaseId id = scene.decided(ana);
            scene.anchors.propose(scene.officer(), id);
            assertThat(scene.anchors.answer(scene.officer(), id, true)).isFalse();
            assertThat(scene.anchors.answer(scene.earner("Bo"), id, true)).isFalse();
            assertThat(scene.anchors.questions(scene.officer(), PanelScene.BUILDING))
                    .isEmpty();
            assertThat(scene.anchors.of(scene.officer()).getFirst().consent()).isEqualTo(Consent.ASKED);
        }
    }

    @Nested
    class A_trial {

        @Test
        void is_for_members_who_have_had_nothing_to_do_with_it() {
            CaseId id = scene.anchor(ana);
            PersonId pia = scene.member("Pia");
            assertThat(AnchorScene.anchorsOf(scene.trials.of(pia))).containsExactly(id);
            assertThat(scene.trials.picture(pia, id, 0)).isPresent();
            assertThat(scene.trials.isOpenTo(pia, scene.place(id, 2))).isTrue();
            assertThat(scene.trials.isOpenTo(pia, scene.place(id, 3))).isFalse();
            scene.assertNothing(scene.officer(), id);
            scene.assertNothing(new AnchorScene(application).member("Elsewhere"), id);
            for (Held held : scene.panel.store.heldOn(id)) {
                scene.assertNothing(held.person(), id);
            }
            scene.panel.panels.name(scene.officer(), ana, EnumSet.of(Task.CHECK));
            scene.assertNothing(ana, id);
        }

        @Test
        void is_not_for_who_is_close_to_the_earner() {
            CaseId id = scene.anchor(ana);
            PersonId pia = scene.member("Pia");
            assertThat(scene.sheet(pia, id)).isPresent();
            var team = scene.panel.accounts.addTeam(
                    scene.panel.accounts.addSchool(scene.panel.district, "North"), "Science");
            scene.panel.accounts.join(team, ana);
            scene.panel.accounts.join(team, pia);
            scene.assertNothing(pia, id);
        }

        @Test
        void shows_no_true_level_before_it_is_handed_in_and_each_beside_the_own_after() {
            CaseId id = scene.anchor(ana);
            PersonId pia = scene.member("Pia");
            assertThat(scene.tries(pia, id, Map.of(OVERVIEW, "passing", EVIDENCE, "no such level")))
                    .isEqualTo(new TrialAnswer.LevelMissing(List.of(EVIDENCE, REFLECTION)));
            Trials.Sheet before = scene.sheet(pia, id).orElseThrow();
            assertThat(before.choices()).isEqualTo(Map.of(OVERVIEW, "passing"));
            assertThat(before.truth()).isEmpty();
            assertThat(scene.tries(pia, id, levels("passing", "not-met", "passing")))
                    .isEqualTo(new TrialAnswer.Done());
            Trials.Sheet after = scene.sheet(pia, id).orElseThrow();
            assertThat(after.choices()).isEqualTo(levels("passing", "not-met", "passing"));
            assertThat(after.truth()).contains(ALL_MET);
            scene.trials.choose(pia, id, EVIDENCE, "demonstrated");
            assertThat(scene.trials.finish(pia, id)).isEqualTo(new TrialAnswer.Unknown());
            assertThat(scene.sheet(pia, id)).contains(after);
        }
    }

    @Test
    void who_has_tried_an_anchor_is_not_drawn_for_its_submission() {
        CaseId id = scene.decided(ana, levels("not-passing", "demonstrated", "passing"));
        scene.anchors.propose(scene.officer(), id);
        scene.anchors.answer(ana, id, true);
        PersonId pia = scene.panel.member("Pia", Task.APPEAL);
        PersonId quin = scene.panel.member("Quin", Task.APPEAL);
        scene.trials.choose(pia, id, OVERVIEW, "passing");
        assertThat(scene.panel.store.conflicts(
                        List.of(scene.panel.store.find(id).orElseThrow().submission())))
                .contains(pia)
                .doesNotContain(quin);
    }

    @Nested
    class A_certificate {

        @Test
        void is_given_for_the_true_levels_of_two_anchors() {
            CaseId one = scene.anchor(ana);
            CaseId other = scene.anchor(scene.earner("Bo"));
            PersonId pia = scene.member("Pia");
            scene.tries(pia, one, ALL_MET);
            assertThat(scene.isCertified(pia)).isFalse();
            scene.tries(pia, other, levels("passing", "not-met", "passing"));
            assertThat(scene.isCertified(pia)).isTrue();
            assertThat(scene.certificates.all(scene.officer()))
                    .singleElement()
                    .matches(Certificates.Standing::isHeld)
                    .returns(83, standing -> standing.last().orElseThrow().exact());
            assertThat(scene.certificates.all(pia)).isEmpty();
            assertThat(scene.certificates.all(new AnchorScene(application).officer()))
                    .isEmpty();
            assertThat(scene.certificates.holds(pia, PanelScene.BUILDING, Certifying.yearAfter(scene.panel.now())))
                    .isFalse();
        }

        @Test
        void is_not_given_below_80_percent_and_every_further_anchor_counts() {
            CaseId one = scene.anchor(ana);
            CaseId other = scene.anchor(scene.earner("Bo"));
            CaseId third = scene.anchor(scene.earner("Cy"));
            CaseId fourth = scene.anchor(scene.earner("Di"));
            PersonId pia = scene.member("Pia");
            scene.tries(pia, one, levels("passing", "not-met", "not-passing"));
            scene.tries(pia, other, ALL_MET);
            assertThat(scene.certificates.of(pia).getFirst().round().missing())
                    .containsExactly(Certifying.Shortfall.AGREEMENT);
            scene.tries(pia, third, ALL_MET);
            assertThat(scene.isCertified(pia)).isFalse();
            scene.tries(pia, fourth, ALL_MET);
            assertThat(scene.isCertified(pia)).isTrue();
        }

        @Test
        void is_counted_on_before_earners_can_choose_a_panel_in_which_only_the_certified_give_levels() {
            PersonId cy = scene.earner("Cy");
            assertThat(scene.panel.panels.assesses(cy, PanelScene.BUILDING)).isTrue();
            certifiedOnly();
            assertThat(scene.panel.panels.assesses(cy, PanelScene.BUILDING)).isFalse();
            PersonId pia = scene.panel.member("Pia", Task.FIRST_SCORE);
            assertThat(scene.panel.panels.assesses(cy, PanelScene.BUILDING)).isFalse();
            Certificate over = scene.certificate(pia, scene.panel.now().minus(Duration.ofDays(400)));
            assertThat(over.holds(scene.panel.now())).isFalse();
            assertThat(scene.panel.panels.assesses(cy, PanelScene.BUILDING)).isFalse();
            scene.certificate(pia, scene.panel.now());
            assertThat(scene.panel.panels.assesses(cy, PanelScene.BUILDING)).isTrue();
            // whoever only looks whether everything is there needs no certificate
            assertThat(scene.isCertified(pia)).isTrue();
            assertThat(scene.certificates.all(scene.officer())).hasSize(1);
        }

        private void certifiedOnly() {
            assertThat(scene.panel.panels.assessBy(
                            scene.officer(),
                            new Scheme(PanelScene.BUILDING, false, false, true, Scales.PASSING, Scales.DEMONSTRATED)))
                    .isTrue();
        }

        @Test
        void lets_somebody_be_drawn_where_only_the_certified_give_levels() {
            CaseId one = scene.anchor(ana);
            CaseId other = scene.anchor(scene.earner("Bo"));
            certifiedOnly();
            CaseId waiting = scene.panel.handIn(scene.earner("Cy"));
            scene.panel.passOn(waiting);
            assertThat(scene.panel.drawn(waiting, Task.FIRST_SCORE)).isEmpty();
            PersonId pia = scene.member("Pia");
            scene.tries(pia, one, ALL_MET);
            scene.tries(pia, other, ALL_MET);
            scene.panel.office.attend(waiting);
            assertThat(scene.panel.drawn(waiting, Task.FIRST_SCORE)).contains(pia);
        }
    }
}
