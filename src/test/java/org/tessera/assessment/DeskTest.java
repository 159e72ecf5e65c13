package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tessera.assessment.PanelScene.ALL_MET;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.OVERVIEW;
import static org.tessera.assessment.PanelScene.REFLECTION;
import static org.tessera.assessment.PanelScene.done;
import static org.tessera.assessment.PanelScene.levels;
import static org.tessera.assessment.PanelScene.refused;
import static org.tessera.assessment.PanelScene.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;
import org.tessera.writing.SaveAnswer;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.WritingRefusal;

/** What assessors see and may do, and what they do not. */
@AppTest
@ActiveProfiles("test")
class DeskTest {

    private static final SaveAnswer CLOSED = new SaveAnswer.Refused(WritingRefusal.PLACE_UNKNOWN);

    @Autowired
    ApplicationContext application;

    private PanelScene scene;

    @BeforeEach
    void a_district() {
        scene = new PanelScene(application);
    }

    @Nested
    class A_desk {

        @Test
        void has_what_its_owner_was_drawn_for_and_how_far_they_are() {
            PersonId one = scene.member("One", Task.CHECK, Task.FIRST_SCORE);
            PersonId other = scene.member("Other", Task.APPEAL);
            CaseId id = scene.handIn();
            assertThat(scene.desk.of(one))
                    .extracting(Desk.Errand::on, Desk.Errand::task, Desk.Errand::rows)
                    .containsExactly(tuple(id, Task.CHECK, 0));
            assertThat(scene.desk.of(other)).isEmpty();
            scene.passOn(id);
            scene.desk.choose(one, id, OVERVIEW, "passing");
            assertThat(scene.desk.of(one))
                    .extracting(Desk.Errand::task, Desk.Errand::rows, Desk.Errand::begun)
                    .containsExactly(tuple(Task.FIRST_SCORE, 3, 1));
        }

        @Test
        void has_nothing_for_the_earner() {
            scene.members(2);
            CaseId id = scene.handIn();
            assertThat(scene.desk.of(scene.ana)).isEmpty();
            assertNothing(scene.ana, id);
        }
    }

    @Nested
    class A_sheet {

        @Test
        void is_there_for_who_holds_the_task_and_for_nobody_else_not_even_that_it_exists() {
            List<PersonId> members = scene.members(4);
            CaseId id = scene.handIn();
            PersonId checker = scene.holder(id, Task.CHECK);
            assertThat(scene.sheet(checker, id)).isPresent();
            assertThat(scene.desk.picture(checker, id, 0)).isPresent();
            assertThat(scene.desk.picture(checker, id, 1)).isEmpty();
            members.stream().filter(member -> !member.equals(checker)).forEach(member -> assertNothing(member, id));
            assertNothing(scene.officer, id);
            assertNothing(new PanelScene(application).officer, id);
            // the answers are those to a case that was never there
            CaseId nowhere = new CaseId(UUID.randomUUID());
            assertNothing(checker, nowhere);
        }

        @Test
        void is_gone_when_the_task_is_done() {
            scene.members(4);
            CaseId id = scene.handIn();
            PersonId checker = scene.holder(id, Task.CHECK);
            scene.passOn(id);
            PersonId scorer = scene.holder(id, Task.FIRST_SCORE);
            assertThat(scorer).isNotEqualTo(checker);
            assertNothing(checker, id);
            scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            assertNothing(scorer, id);
        }

        @Test
        void of_a_second_scorer_has_nothing_of_the_firsts_nor_the_other_way_round() {
            scene.assessBy(true, false);
            scene.members(4);
            CaseId id = scene.handIn();
            scene.passOn(id);
            PersonId first = scene.holder(id, Task.FIRST_SCORE);
            PersonId second = scene.holder(id, Task.SECOND_SCORE);
            assertThat(first).isNotEqualTo(second);
            Desk.Sheet before = scene.sheet(second, id).orElseThrow();
            scene.fill(first, id, Task.FIRST_SCORE, levels("passing", "not-met", "passing"));
            assertThat(scene.sheet(second, id)).contains(before);
            done(scene.desk.rate(first, id));
            Desk.Sheet after = scene.sheet(second, id).orElseThrow();
            assertThat(after).isEqualTo(before);
            assertThat(after.choices()).isEmpty();
            assertThat(after.scores()).isEmpty();
            assertThat(after.findings()).isEmpty();
            assertThat(after.toString()).doesNotContain(Task.FIRST_SCORE.word());
            // the second's own things are kept apart from the first's
            scene.desk.choose(second, id, EVIDENCE, "progressing");
            assertThat(scene.sheet(second, id).orElseThrow().choices()).isEqualTo(Map.of(EVIDENCE, "progressing"));
        }

        @Test
        void of_an_adjudicator_has_both_scores_without_saying_whose_and_only_the_rows_that_differ() {
            scene.assessBy(true, false);
            scene.members(5);
            CaseId id = scene.handIn();
            scene.passOn(id);
            scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            scene.rate(id, Task.SECOND_SCORE, levels("passing", "progressing", "passing"));
            Desk.Sheet sheet =
                    scene.sheet(scene.holder(id, Task.ADJUDICATION), id).orElseThrow();
            assertThat(sheet.places()).extracting(Desk.Place::id).containsExactly(EVIDENCE);
            assertThat(sheet.scores()).hasSize(2);
            assertThat(sheet.scores().stream().flatMap(List::stream))
                    .filteredOn(rating -> rating.row().equals(EVIDENCE))
                    .extracting(Rating::level)
                    .containsExactlyInAnyOrder("demonstrated", "progressing");
            assertThat(sheet.findings()).isEmpty();
        }

        @Test
        void of_an_approver_has_what_the_result_would_be() {
            scene.assessBy(false, true);
            scene.members(4);
            CaseId id = scene.handIn();
            scene.passOn(id);
            scene.rate(id, Task.FIRST_SCORE, levels("passing", "progressing", "passing"));
            PersonId approver = scene.holder(id, Task.APPROVAL);
            Desk.Sheet sheet = scene.sheet(approver, id).orElseThrow();
            assertThat(sheet.findings())
                    .extracting(Finding::level)
                    .containsExactly("passing", "progressing", "passing");
            assertThat(sheet.places())
                    .singleElement()
                    .extracting(Desk.Place::id)
                    .isEqualTo("");
            refused(scene.desk.passBack(approver, id), new CaseRefusal.WhyMissing());
            refused(scene.desk.rate(approver, id), new CaseRefusal.WrongStage(Stage.APPROVE));
        }

        @Test
        void tells_nothing_of_whose_it_is() {
            scene.assessBy(true, true);
            scene.members(6);
            CaseId id = scene.handIn();
            assertAnonymous(scene.holder(id, Task.CHECK), id);
            scene.passOn(id);
            assertAnonymous(scene.holder(id, Task.SECOND_SCORE), id);
            scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            scene.rate(id, Task.SECOND_SCORE, levels("passing", "not-met", "passing"));
            scene.rate(id, Task.ADJUDICATION, levels("", "not-met", ""));
            assertAnonymous(scene.holder(id, Task.APPROVAL), id);
            done(scene.desk.approve(scene.holder(id, Task.APPROVAL), id));
            done(scene.appeal(1, "I, Anabel Ortiz, think that my second piece shows it.", EVIDENCE));
            assertAnonymous(scene.holder(id, Task.APPEAL), id);
        }

        private void assertAnonymous(PersonId assessor, CaseId id) {
            String all = scene.sheet(assessor, id).orElseThrow().toString();
            assertThat(all)
                    .doesNotContain("Anabel", "Ortiz", "Wexmoor")
                    .doesNotContain(scene.ana.value().toString())
                    .doesNotContain(scene.submission().id().value().toString())
                    .doesNotContain(scene.district.value().toString());
        }
    }

    @Nested
    class Choosing {

        @Test
        void keeps_a_level_of_the_row_and_nothing_else() {
            PersonId scorer = scorer();
            CaseId id = scene.desk.of(scorer).getFirst().on();
            scene.desk.choose(scorer, id, OVERVIEW, "demonstrated");
            scene.desk.choose(scorer, id, "elsewhere", "passing");
            scene.desk.choose(scorer, id, "discussions", Lack.ANSWER.name());
            assertThat(scene.sheet(scorer, id).orElseThrow().choices()).isEmpty();
            scene.desk.choose(scorer, id, OVERVIEW, "passing");
            scene.desk.choose(scorer, id, OVERVIEW, "not-passing");
            assertThat(scene.sheet(scorer, id).orElseThrow().choices()).isEqualTo(Map.of(OVERVIEW, "not-passing"));
            scene.desk.choose(scorer, id, OVERVIEW, " ");
            assertThat(scene.sheet(scorer, id).orElseThrow().choices()).isEmpty();
        }

        @Test
        void is_kept_although_handing_in_is_refused() {
            PersonId scorer = scorer();
            CaseId id = scene.desk.of(scorer).getFirst().on();
            scene.fill(scorer, id, Task.FIRST_SCORE, levels("passing", "", "passing"));
            refused(scene.desk.rate(scorer, id), new CaseRefusal.LevelMissing(List.of(EVIDENCE)));
            assertThat(scene.sheet(scorer, id).orElseThrow().choices())
                    .isEqualTo(Map.of(OVERVIEW, "passing", REFLECTION, "passing"));
            scene.desk.choose(scorer, id, EVIDENCE, "demonstrated");
            scene.write(scorer, id, Task.FIRST_SCORE, 1, "Good.");
            refused(scene.desk.rate(scorer, id), new CaseRefusal.FeedbackMissing(List.of(EVIDENCE)));
            scene.write(scorer, id, Task.FIRST_SCORE, 1, words(Task.FIRST_SCORE, EVIDENCE));
            done(scene.desk.rate(scorer, id));
        }

        @Test
        void of_somebody_who_does_not_hold_the_task_changes_nothing() {
            PersonId scorer = scorer();
            CaseId id = scene.desk.of(scorer).getFirst().on();
            scene.desk.choose(scene.officer, id, OVERVIEW, "passing");
            assertThat(scene.store.choices(id, Task.FIRST_SCORE, scene.officer)).isEmpty();
        }
    }

    @Nested
    class Checking {

        @Test
        void names_something_that_is_missing_or_sends_nothing_back() {
            scene.members(2);
            CaseId id = scene.handIn();
            PersonId checker = scene.holder(id, Task.CHECK);
            refused(scene.desk.sendBack(checker, id), new CaseRefusal.NothingMissing());
            scene.desk.choose(checker, id, "overview", Lack.ANSWER.name());
            refused(scene.desk.sendBack(checker, id), new CaseRefusal.NothingMissing());
            assertThat(scene.now(id).stage()).isEqualTo(Stage.CHECK);
        }

        @Test
        void gives_no_levels() {
            scene.members(2);
            CaseId id = scene.handIn();
            refused(scene.desk.rate(scene.holder(id, Task.CHECK), id), new CaseRefusal.WrongStage(Stage.CHECK));
        }
    }

    @Nested
    class Writing {

        @Test
        void is_open_to_who_holds_the_task_as_long_as_they_do() {
            scene.assessBy(true, false);
            List<PersonId> members = scene.members(4);
            CaseId id = scene.handIn();
            scene.passOn(id);
            PersonId first = scene.holder(id, Task.FIRST_SCORE);
            PersonId second = scene.holder(id, Task.SECOND_SCORE);
            assertThat(scene.write(first, id, Task.FIRST_SCORE, 0, "Mine.")).isInstanceOf(SaveAnswer.Saved.class);
            assertThat(scene.write(first, id, Task.SECOND_SCORE, 0, "Theirs.")).isEqualTo(CLOSED);
            assertThat(scene.write(second, id, Task.FIRST_SCORE, 0, "Theirs.")).isEqualTo(CLOSED);
            assertThat(scene.write(first, id, Task.CHECK, 0, "Over.")).isEqualTo(CLOSED);
            assertThat(scene.write(scene.ana, id, Task.FIRST_SCORE, 0, "My own."))
                    .isEqualTo(CLOSED);
            members.stream().filter(member -> !member.equals(first)).forEach(member -> assertThat(
                            scene.write(member, id, Task.FIRST_SCORE, 0, "Not mine."))
                    .isEqualTo(CLOSED));
            assertThat(scene.writings.replace(first, new WritingPlace(scene.credential(), "case.x.first-score.0"), "?"))
                    .isEqualTo(CLOSED);

            scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            assertThat(scene.write(first, id, Task.FIRST_SCORE, 0, "Too late.")).isEqualTo(CLOSED);
            assertThat(scene.writings
                            .at(first, scene.place(id, Task.FIRST_SCORE, 0))
                            .text())
                    .isEqualTo(words(Task.FIRST_SCORE, OVERVIEW));
        }

        @Test
        void is_closed_when_the_time_is_over() {
            PersonId scorer = scorer();
            Desk.Errand errand = scene.desk.of(scorer).getFirst();
            scene.write(scorer, errand.on(), Task.FIRST_SCORE, 0, "Half a sen");
            scene.clock.advance(Duration.between(scene.clock.instant(), errand.until()));
            assertThat(scene.write(scorer, errand.on(), Task.FIRST_SCORE, 0, "Half a sentence."))
                    .isEqualTo(CLOSED);
            // what was typed is not lost
            assertThat(scene.writings
                            .at(scorer, scene.place(errand.on(), Task.FIRST_SCORE, 0))
                            .text())
                    .isEqualTo("Half a sen");
        }

        @Test
        void reaches_the_earner_as_it_was_typed() {
            PersonId scorer = scorer();
            CaseId id = scene.desk.of(scorer).getFirst().on();
            scene.fill(scorer, id, Task.FIRST_SCORE, ALL_MET);
            String typed = "Say  more — “why”,\n\n*how* & <b>where</b> it shows.";
            scene.write(scorer, id, Task.FIRST_SCORE, 2, typed);
            done(scene.desk.rate(scorer, id));
            assertThat(scene.hearing().findings().getLast().feedback()).containsExactly(typed);
        }
    }

    /** Whoever scores a case that has passed the first gate. */
    private PersonId scorer() {
        scene.members(2);
        CaseId id = scene.handIn();
        scene.passOn(id);
        return scene.holder(id, Task.FIRST_SCORE);
    }

    private void assertNothing(PersonId person, CaseId id) {
        CaseRefusal unknown = new CaseRefusal.Unknown();
        int events =
                scene.store.find(id).map(kept -> kept.now().history().size()).orElse(0);
        assertThat(scene.sheet(person, id)).isEmpty();
        assertThat(scene.desk.picture(person, id, 0)).isEmpty();
        refused(scene.desk.rate(person, id), unknown);
        refused(scene.desk.passOn(person, id), unknown);
        refused(scene.desk.sendBack(person, id), unknown);
        refused(scene.desk.approve(person, id), unknown);
        refused(scene.desk.passBack(person, id), unknown);
        refused(scene.desk.giveBack(person, id), unknown);
        refused(scene.desk.declareConflict(person, id), unknown);
        scene.desk.choose(person, id, OVERVIEW, "passing");
        for (Task task : Task.values()) {
            assertThat(scene.store.choices(id, task, person)).isEmpty();
            assertThat(scene.writings.isOpenTo(person, scene.place(id, task, 0)))
                    .isFalse();
        }
        assertThat(scene.store.find(id).map(kept -> kept.now().history().size()).orElse(0))
                .isEqualTo(events);
        assertThat(Set.copyOf(scene.desk.of(person)))
                .noneMatch(errand -> errand.on().equals(id));
    }
}
