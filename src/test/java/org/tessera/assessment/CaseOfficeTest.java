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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.badge.Badges;
import org.tessera.credential.Credentials;
import org.tessera.submission.Acquaintances;
import org.tessera.submission.HandIn;
import org.tessera.submission.HandIns;
import org.tessera.submission.Platform;
import org.tessera.submission.Status;
import org.tessera.submission.SubmissionAnswer;
import org.tessera.submission.SubmissionChanged;
import org.tessera.submission.SubmissionRefusal;
import org.tessera.support.AppTest;

/** Submissions on their whole way through a panel. */
@AppTest
@ActiveProfiles("test")
class CaseOfficeTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Badges badges;

    private PanelScene scene;

    @BeforeEach
    void a_district() {
        scene = new PanelScene(application);
    }

    @Nested
    class The_first_gate {

        @Test
        void sends_back_what_is_not_complete_says_what_is_missing_and_looks_at_what_comes_again() {
            scene.members(2);
            CaseId first = scene.handIn();
            PersonId checker = scene.holder(first, Task.CHECK);
            Desk.Sheet sheet = scene.sheet(checker, first).orElseThrow();
            int place = sheet.places().stream().map(Desk.Place::id).toList().indexOf("discussions");
            scene.desk.choose(checker, first, "discussions", Lack.ILLEGIBLE.name());
            scene.write(checker, first, Task.CHECK, place, "  Page two cannot be read. ");
            done(scene.desk.sendBack(checker, first));

            assertThat(scene.submission().status()).isEqualTo(Status.INCOMPLETE);
            assertThat(scene.hearing().missing())
                    .extracting(Missing::what, Missing::place)
                    .containsExactly(tuple(Lack.ILLEGIBLE, "discussions"));
            assertThat(scene.hearing().missing().getFirst().words().strip()).isEqualTo("Page two cannot be read.");
            assertThat(scene.hearing().findings()).isEmpty();
            assertThat(scene.store.unsettled()).doesNotContain(first);
            assertThat(scene.desk.of(checker)).isEmpty();

            CaseId second = scene.handInAgain();
            assertThat(second).isNotEqualTo(first);
            scene.passOn(second);
            assertThat(scene.submission().status()).isEqualTo(Status.PASSED);
            assertThat(scene.report().hearings())
                    .extracting(Assessments.Hearing::handIn)
                    .containsExactly(2, 1);
        }

        @Test
        void is_opened_once_for_a_hand_in() {
            scene.members(1);
            CaseId id = scene.handIn();
            int cases = scene.store.of(scene.district).size();
            scene.office.on(new SubmissionChanged(
                    scene.submission(), scene.submission().handedIn().getLast()));
            assertThat(scene.store.of(scene.district)).hasSize(cases);
            assertThat(scene.now(id).stage()).isEqualTo(Stage.CHECK);
        }

        @Test
        void is_not_there_for_what_is_assessed_elsewhere() {
            HandIns.told(
                    application,
                    scene.ana,
                    scene.credential(),
                    Platform.BLOOMBOARD,
                    new HandIn(List.of(), "", List.of(), List.of()),
                    scene.now());
            assertThat(scene.store.of(scene.submission().id())).isEmpty();
            assertThat(scene.assessments.report(scene.ana, PanelScene.BUILDING)).isEmpty();
        }
    }

    @Nested
    class The_second_gate {

        @Test
        void awards_the_badge_when_every_row_is_met() {
            scene.members(2);
            CaseId id = scene.handIn();
            scene.passOn(id);
            scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            assertThat(scene.submission().status()).isEqualTo(Status.EARNED);
            assertThat(badges.of(scene.ana)).singleElement().satisfies(badge -> {
                assertThat(badge.rows())
                        .extracting(row -> row.level())
                        .containsExactly("Passing", "Demonstrated", "Passing");
            });
            assertThat(scene.store.find(id).orElseThrow().now().stage()).isEqualTo(Stage.DECIDED);
            assertThat(scene.hearing().findings())
                    .extracting(Finding::feedback)
                    .containsExactly(
                            List.of(words(Task.FIRST_SCORE, OVERVIEW)),
                            List.of(words(Task.FIRST_SCORE, EVIDENCE)),
                            List.of(words(Task.FIRST_SCORE, REFLECTION)));
        }

        @Test
        void with_two_scorers_who_differ_an_adjudicator_and_an_approver_leads_to_one_result() {
            scene.assessBy(true, true);
            scene.members(6);
            CaseId id = scene.handIn();
            scene.passOn(id);
            PersonId first = scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            assertThat(scene.hearing().findings()).isEmpty();
            PersonId second = scene.rate(id, Task.SECOND_SCORE, levels("passing", "progressing", "passing"));
            PersonId third = scene.rate(id, Task.ADJUDICATION, levels("passing", "progressing", "passing"));
            assertThat(scene.hearing().findings()).isEmpty();
            assertThat(scene.submission().status()).isEqualTo(Status.PASSED);
            PersonId approver = scene.holder(id, Task.APPROVAL);
            assertThat(Set.of(first, second, third, approver)).hasSize(4);
            done(scene.desk.approve(approver, id));

            assertThat(scene.submission().status()).isEqualTo(Status.NOT_YET_EARNED);
            assertThat(scene.submission().openRows().unmet()).containsExactly(EVIDENCE);
            assertThat(scene.hearing().findings())
                    .extracting(Finding::row, Finding::isMet)
                    .containsExactly(tuple(OVERVIEW, true), tuple(EVIDENCE, false), tuple(REFLECTION, true));
            assertThat(scene.hearing().findings().get(1).feedback())
                    .containsExactly(words(Task.ADJUDICATION, EVIDENCE));
            assertThat(badges.of(scene.ana)).isEmpty();
        }

        @Test
        void given_back_by_the_approver_goes_to_the_same_scorer() {
            scene.assessBy(false, true);
            scene.members(4);
            CaseId id = scene.handIn();
            scene.passOn(id);
            PersonId scorer = scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            PersonId approver = scene.holder(id, Task.APPROVAL);
            scene.write(approver, id, Task.APPROVAL, 0, "Say where the second row falls short.");
            done(scene.desk.passBack(approver, id));
            assertThat(scene.holder(id, Task.FIRST_SCORE)).isEqualTo(scorer);
            Desk.Sheet sheet = scene.sheet(scorer, id).orElseThrow();
            assertThat(sheet.passedBack()).contains("Say where the second row falls short.");
            assertThat(sheet.choices()).isEqualTo(ALL_MET);
            assertThat(sheet.places().getFirst().text().text()).isEqualTo(words(Task.FIRST_SCORE, OVERVIEW));
            done(scene.desk.rate(scorer, id));
            assertThat(scene.holder(id, Task.APPROVAL)).isEqualTo(approver);
        }

        @Test
        void given_back_to_somebody_else_shows_them_nothing_of_what_the_one_before_found() {
            scene.assessBy(false, true);
            scene.members(4);
            CaseId id = scene.handIn();
            scene.passOn(id);
            PersonId scorer = scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            scene.panels.name(scene.officer, scorer, Set.of());
            PersonId approver = scene.holder(id, Task.APPROVAL);
            scene.write(approver, id, Task.APPROVAL, 0, "Say where the second row falls short.");
            done(scene.desk.passBack(approver, id));
            PersonId other = scene.holder(id, Task.FIRST_SCORE);
            assertThat(other).isNotEqualTo(scorer);
            Desk.Sheet sheet = scene.sheet(other, id).orElseThrow();
            assertThat(sheet.choices()).isEmpty();
            assertThat(sheet.places()).allMatch(place -> place.text().text().isEmpty());
            refused(scene.desk.rate(other, id), new CaseRefusal.LevelMissing(List.of(OVERVIEW, EVIDENCE, REFLECTION)));
        }
    }

    @Nested
    class A_further_attempt {

        @Test
        void is_rated_in_the_rows_that_were_not_met_and_leads_to_a_badge_with_all_rows() {
            scene.members(3);
            CaseId first = scene.unmet();
            scene.tryAgain();
            CaseId second = scene.handInAgain();
            scene.passOn(second);
            PersonId scorer = scene.holder(second, Task.FIRST_SCORE);
            assertThat(scene.sheet(scorer, second).orElseThrow().places())
                    .extracting(Desk.Place::id)
                    .containsExactly(EVIDENCE);
            assertThat(scene.hearing().carried()).containsExactlyInAnyOrder(OVERVIEW, REFLECTION);
            scene.rate(second, Task.FIRST_SCORE, ALL_MET);
            assertThat(scene.submission().status()).isEqualTo(Status.EARNED);
            assertThat(scene.now(second).findings().getFirst())
                    .isEqualTo(scene.now(first).findings().getFirst());
            assertThat(badges.of(scene.ana).getFirst().rows()).hasSize(3);
        }

        @Test
        void carries_rows_over_an_incomplete_hand_in() {
            scene.members(3);
            scene.unmet();
            scene.tryAgain();
            CaseId incomplete = scene.handInAgain();
            PersonId checker = scene.holder(incomplete, Task.CHECK);
            scene.desk.choose(checker, incomplete, "overview", Lack.ANSWER.name());
            scene.write(checker, incomplete, Task.CHECK, 0, "It is empty.");
            done(scene.desk.sendBack(checker, incomplete));
            CaseId third = scene.handInAgain();
            scene.passOn(third);
            assertThat(scene.now(third).rowsOf(Task.FIRST_SCORE))
                    .extracting(Brief.Row::id)
                    .containsExactly(EVIDENCE);
        }

        @Test
        void keeps_the_scale_a_row_was_met_on_when_the_district_has_chosen_another_since() {
            scene.members(3);
            scene.unmet();
            assertThat(scene.panels.assessBy(
                            scene.officer,
                            new Scheme(PanelScene.BUILDING, false, false, false, "one-point", "one-point")))
                    .isTrue();
            scene.tryAgain();
            CaseId second = scene.handInAgain();
            scene.passOn(second);
            scene.rate(second, Task.FIRST_SCORE, levels("", "meets", ""));
            assertThat(scene.submission().status()).isEqualTo(Status.EARNED);
            assertThat(badges.of(scene.ana).getFirst().rows())
                    .extracting(row -> row.level())
                    .containsExactly("Passing", "Meets it", "Passing");
        }
    }

    @Nested
    class An_appeal {

        @Test
        void is_heard_by_somebody_who_had_nothing_to_do_with_the_case() {
            scene.assessBy(true, true);
            scene.members(7);
            CaseId id = scene.handIn();
            scene.passOn(id);
            Set<PersonId> before = new HashSet<>();
            before.add(scene.rate(id, Task.FIRST_SCORE, ALL_MET));
            before.add(scene.rate(id, Task.SECOND_SCORE, levels("passing", "not-met", "passing")));
            before.add(scene.rate(id, Task.ADJUDICATION, levels("passing", "not-met", "passing")));
            before.add(scene.holder(id, Task.APPROVAL));
            done(scene.desk.approve(scene.holder(id, Task.APPROVAL), id));

            done(scene.appeal(1, "My second piece shows all four points.", EVIDENCE));
            assertThat(scene.store.unsettled()).contains(id);
            PersonId hears = scene.holder(id, Task.APPEAL);
            assertThat(before).hasSize(4).doesNotContain(hears);
            assertThat(scene.sheet(hears, id).orElseThrow().appeal())
                    .contains("My second piece shows all four points.");
            scene.rate(id, Task.APPEAL, levels("", "demonstrated", ""));
            assertThat(scene.submission().status()).isEqualTo(Status.EARNED);
            assertThat(badges.of(scene.ana)).hasSize(1);
            assertThat(scene.store.unsettled()).doesNotContain(id);
            assertThat(scene.hearing().findings().get(1).feedback()).containsExactly(words(Task.APPEAL, EVIDENCE));
        }

        @Test
        void that_is_open_lets_nobody_try_again_in_between() {
            scene.members(3);
            CaseId id = scene.unmet();
            done(scene.appeal(1, "My second piece shows all four points.", EVIDENCE));
            assertThat(scene.submissions.tryAgain(scene.ana, scene.submission().id()))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.AppealOpen()));
            scene.rate(id, Task.APPEAL, levels("", "not-met", ""));
            assertThat(scene.submission().status()).isEqualTo(Status.NOT_YET_EARNED);
            scene.tryAgain();
        }
    }

    @Nested
    class Who_is_drawn {

        @Test
        void is_never_the_earner_nor_anybody_in_a_team_with_them() {
            TeamId team = scene.accounts.addTeam(scene.accounts.addSchool(scene.district, "High"), "Grade 9");
            scene.accounts.join(team, scene.ana);
            scene.panels.name(scene.officer, scene.ana, Set.of(Task.values()));
            for (PersonId mate : scene.members(3)) {
                scene.accounts.join(team, mate);
            }
            CaseId id = scene.handIn();
            assertThat(scene.drawn(id, Task.CHECK)).isEmpty();
            PersonId stranger = scene.member("Sam Stranger", Task.CHECK);
            scene.office.attend(id);
            assertThat(scene.drawn(id, Task.CHECK)).contains(stranger);
        }

        @Test
        void is_nobody_who_has_come_to_know_the_earner_since_even_if_they_did_it_before() {
            scene.assessBy(false, true);
            scene.members(4);
            CaseId id = scene.handIn();
            scene.passOn(id);
            PersonId scorer = scene.rate(id, Task.FIRST_SCORE, ALL_MET);
            TeamId team = scene.accounts.addTeam(scene.accounts.addSchool(scene.district, "High"), "Grade 9");
            scene.accounts.join(team, scene.ana);
            scene.accounts.join(team, scorer);
            PersonId approver = scene.holder(id, Task.APPROVAL);
            scene.write(approver, id, Task.APPROVAL, 0, "Say where the second row falls short.");
            done(scene.desk.passBack(approver, id));
            assertThat(scene.drawn(id, Task.FIRST_SCORE)).isPresent().get().isNotEqualTo(scorer);
        }

        @Test
        void is_of_the_earners_own_district() {
            PanelScene other = new PanelScene(application);
            other.members(3);
            CaseId id = scene.handIn();
            assertThat(scene.drawn(id, Task.CHECK)).isEmpty();
            assertThat(scene.store.of(other.district)).isEmpty();
        }

        @Test
        void is_somebody_else_when_a_conflict_was_declared_and_stays_so_for_the_submission() {
            List<PersonId> members = scene.members(2);
            CaseId id = scene.handIn();
            PersonId one = scene.holder(id, Task.CHECK);
            done(scene.desk.declareConflict(one, id));
            PersonId other = scene.holder(id, Task.CHECK);
            assertThat(other).isNotEqualTo(one);
            done(scene.desk.giveBack(other, id));
            // they come last, and are better than somebody with a conflict
            assertThat(scene.holder(id, Task.CHECK)).isEqualTo(other);
            scene.desk.choose(other, id, "overview", Lack.ANSWER.name());
            scene.write(other, id, Task.CHECK, 0, "It is empty.");
            done(scene.desk.sendBack(other, id));
            CaseId again = scene.handInAgain();
            assertThat(scene.holder(again, Task.CHECK)).isEqualTo(other);
            assertThat(members).contains(one, other);
        }

        @Test
        void is_somebody_else_when_a_task_was_given_back() {
            scene.members(2);
            CaseId id = scene.handIn();
            PersonId one = scene.holder(id, Task.CHECK);
            done(scene.desk.giveBack(one, id));
            assertThat(scene.holder(id, Task.CHECK)).isNotEqualTo(one);
            refused(scene.desk.giveBack(one, id), new CaseRefusal.Unknown());
        }

        @Test
        void holds_a_task_until_its_time_is_over_and_then_somebody_else_does() {
            scene.members(2);
            CaseId id = scene.handIn();
            PersonId one = scene.holder(id, Task.CHECK);
            Instant until = scene.desk.of(one).getFirst().until();
            scene.clock.advance(Duration.between(scene.clock.instant(), until).plusSeconds(1));
            assertThat(scene.desk.of(one)).isEmpty();
            assertThat(scene.sheet(one, id)).isEmpty();
            refused(scene.desk.passOn(one, id), new CaseRefusal.Unknown());
            scene.office.attend(id);
            PersonId other = scene.holder(id, Task.CHECK);
            assertThat(other).isNotEqualTo(one);
            assertThat(scene.store.heldOn(id))
                    .filteredOn(held -> held.person().equals(one))
                    .singleElement()
                    .satisfies(held -> assertThat(held.ending()).contains(Held.Ending.LAPSED));
        }

        @Test
        void gets_about_as_much_as_everybody_else() {
            List<PersonId> members = scene.members(4);
            for (int i = 0; i < 12; i++) {
                scene.handIn(scene.person("Earner " + i));
            }
            assertThat(members)
                    .allSatisfy(member -> assertThat(scene.desk.of(member)).hasSize(3));
        }
    }

    @Nested
    class At_the_same_moment {

        @Test
        void somebody_is_named_a_task_lapses_and_it_goes_to_them() {
            PersonId one = scene.member("Chandra Check", Task.CHECK);
            CaseId id = scene.handIn();
            Instant until = scene.desk.of(one).getFirst().until();
            List<PersonId> others = new ArrayList<>();
            // everything between the last look at the case and the one at the time
            attendAs(id, () -> {
                others.add(byThemselves(() -> scene.member("Otto Other", Task.CHECK)));
                scene.clock.advance(
                        Duration.between(scene.clock.instant(), until).plusSeconds(1));
                return scene.clock.instant();
            });
            assertThat(others).containsExactly(scene.holder(id, Task.CHECK));
        }

        /** Looks after a case by a clock of its own. */
        private void attendAs(CaseId id, InstantSource clock) {
            CaseOffice office = new CaseOffice(
                    scene.store,
                    scene.panels,
                    application.getBean(PanelStore.class),
                    application.getBean(Copies.class),
                    application.getBean(Awarding.class),
                    scene.submissions,
                    application.getBean(Credentials.class),
                    application.getBean(Scales.class),
                    scene.accounts,
                    application.getBean(Acquaintances.class),
                    application.getBeanProvider(Certification.class),
                    application,
                    clock);
            application.getBean(TransactionOperations.class).executeWithoutResult(_ -> office.attend(id));
        }

        /** What somebody else does, in a transaction of their own. */
        private <T> T byThemselves(Callable<T> what) {
            try (ExecutorService somebody = Executors.newVirtualThreadPerTaskExecutor()) {
                return somebody.submit(what).get(30, TimeUnit.SECONDS);
            } catch (ExecutionException | InterruptedException | TimeoutException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void two_windows_hand_in_the_same_scores_and_one_wins() throws Exception {
            scene.members(2);
            CaseId id = scene.handIn();
            scene.passOn(id);
            PersonId scorer = scene.holder(id, Task.FIRST_SCORE);
            scene.fill(scorer, id, Task.FIRST_SCORE, ALL_MET);
            List<CaseAnswer> answers = together(() -> scene.desk.rate(scorer, id), () -> scene.desk.rate(scorer, id));
            assertThat(answers).containsOnlyOnce(new CaseAnswer.Done());
            assertThat(answers).hasAtLeastOneElementOfType(CaseAnswer.Refused.class);
            assertThat(scene.now(id).history()).hasSize(2);
            assertThat(badges.of(scene.ana)).hasSize(1);
        }

        @Test
        void two_scorers_hand_in_and_both_count() throws Exception {
            scene.assessBy(true, false);
            scene.members(4);
            for (int i = 0; i < 5; i++) {
                PersonId earner = scene.person("Earner " + i);
                CaseId id = scene.handIn(earner);
                scene.passOn(id);
                PersonId first = scene.holder(id, Task.FIRST_SCORE);
                PersonId second = scene.holder(id, Task.SECOND_SCORE);
                scene.fill(first, id, Task.FIRST_SCORE, ALL_MET);
                scene.fill(second, id, Task.SECOND_SCORE, ALL_MET);
                assertThat(together(() -> scene.desk.rate(first, id), () -> scene.desk.rate(second, id)))
                        .containsOnly(new CaseAnswer.Done());
                assertThat(scene.now(id).stage()).isEqualTo(Stage.DECIDED);
                assertThat(badges.of(earner)).hasSize(1);
            }
        }

        @Test
        void nobody_is_drawn_twice_for_one_task() throws Exception {
            scene.members(4);
            for (int i = 0; i < 5; i++) {
                CaseId id = scene.handIn(scene.person("Earner " + i));
                PersonId checker = scene.holder(id, Task.CHECK);
                together(
                        () -> scene.desk.passOn(checker, id),
                        () -> {
                            scene.office.attend(id);
                            return new CaseAnswer.Done();
                        },
                        () -> scene.desk.giveBack(checker, id));
                scene.office.attend(id);
                Stage stage = scene.now(id).stage();
                assertThat(scene.drawn(id, stage == Stage.CHECK ? Task.CHECK : Task.FIRST_SCORE))
                        .isPresent();
            }
        }

        @SafeVarargs
        private static List<CaseAnswer> together(Callable<CaseAnswer>... works) throws Exception {
            CyclicBarrier start = new CyclicBarrier(works.length);
            List<CaseAnswer> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<CaseAnswer>> running = new ArrayList<>();
                for (Callable<CaseAnswer> work : works) {
                    running.add(threads.submit(() -> {
                        start.await();
                        return work.call();
                    }));
                }
                for (Future<CaseAnswer> one : running) {
                    answers.add(one.get());
                }
            }
            return answers;
        }
    }
}
