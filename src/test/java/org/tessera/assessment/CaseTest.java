package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tessera.assessment.CaseFixture.OPENED;
import static org.tessera.assessment.CaseFixture.aCase;
import static org.tessera.assessment.CaseFixture.allMet;
import static org.tessera.assessment.CaseFixture.rating;
import static org.tessera.assessment.CaseFixture.ratings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaseTest {

    private static final String WHY = "The second row rests on my first plan.";

    private Case now = aCase(false, false);
    private Instant at = OPENED;

    @Nested
    class PassOn {

        @Test
        void opens_the_second_gate() {
            assertThat(now.stage()).isEqualTo(Stage.CHECK);
            assertThat(now.openTasks()).containsExactly(Task.CHECK);
            does(new CaseCommand.PassOn());
            assertThat(now.stage()).isEqualTo(Stage.SCORE);
            assertThat(now.openTasks()).containsExactly(Task.FIRST_SCORE);
            assertThat(now.checkedAt()).contains(at);
            assertThat(now.settledAt()).isEmpty();
        }

        @Test
        void opens_it_for_two_scorers_where_there_are_two() {
            now = aCase(true, false);
            does(new CaseCommand.PassOn());
            assertThat(now.openTasks()).containsExactlyInAnyOrder(Task.FIRST_SCORE, Task.SECOND_SCORE);
        }

        @Test
        void happens_once() {
            does(new CaseCommand.PassOn());
            refused(new CaseCommand.PassOn(), new CaseRefusal.WrongStage(Stage.SCORE));
            refused(sendBack("The board is blurred."), new CaseRefusal.WrongStage(Stage.SCORE));
        }
    }

    @Nested
    class SendBack {

        @Test
        void ends_the_case_unscored_and_names_what_is_missing() {
            does(sendBack("The board cannot be read."));
            assertThat(now.stage()).isEqualTo(Stage.RETURNED);
            assertThat(now.openTasks()).isEmpty();
            assertThat(now.missing())
                    .containsExactly(new Missing(Lack.ILLEGIBLE, "discussions", "The board cannot be read."));
            assertThat(now.settledAt()).contains(at);
            assertThat(now.findings()).isEmpty();
            assertThat(now.unmet()).isEmpty();
        }

        @Test
        void is_all_or_nothing() {
            does(sendBack("The board cannot be read."));
            CaseRefusal over = new CaseRefusal.WrongStage(Stage.RETURNED);
            refused(new CaseCommand.PassOn(), over);
            refused(sendBack("And the plan."), over);
            refused(new CaseCommand.Rate(Task.FIRST_SCORE, allMet("First")), over);
            refused(new CaseCommand.Approve(), over);
            refused(new CaseCommand.PassBack("Because.", Set.of()), over);
            refused(new CaseCommand.Appeal(Set.of("evidence"), WHY), over);
            assertThat(now.appealUntil()).isEmpty();
        }

        @Test
        void says_what_is_missing() {
            refused(new CaseCommand.SendBack(List.of()), new CaseRefusal.NothingMissing());
            refused(sendBack("  "), new CaseRefusal.NothingMissing());
            refused(
                    new CaseCommand.SendBack(List.of(
                            new Missing(Lack.LINK, "", "A link stands there."), new Missing(Lack.LENGTH, "", ""))),
                    new CaseRefusal.NothingMissing());
            refused(
                    new CaseCommand.SendBack(List.of(new Missing(Lack.LINK, "p".repeat(81), "A link stands there."))),
                    new CaseRefusal.NothingMissing());
            does(new CaseCommand.SendBack(List.of(new Missing(Lack.LINK, "p".repeat(80), "A link stands there."))));
        }

        @Test
        void says_it_briefly() {
            refused(sendBack("x".repeat(Case.MOST + 1)), new CaseRefusal.TooLong(Case.MOST));
            does(sendBack("x".repeat(Case.MOST)));
        }
    }

    @Nested
    class Rate {

        @Test
        void of_a_single_scorer_is_the_result() {
            scored(ratings("First", "passing", "progressing", "passing"));
            assertThat(now.stage()).isEqualTo(Stage.DECIDED);
            assertThat(now.openTasks()).isEmpty();
            assertThat(now.unmet()).containsExactly("evidence");
            assertThat(now.findings())
                    .extracting(Finding::row, Finding::level, Finding::isMet)
                    .containsExactly(
                            tuple("overview", "passing", true),
                            tuple("evidence", "progressing", false),
                            tuple("reflection", "passing", true));
            assertThat(now.settledAt()).contains(at);
        }

        @Test
        void with_every_row_at_a_passing_level_leaves_nothing_unmet() {
            scored(allMet("First"));
            assertThat(now.unmet()).isEmpty();
        }

        @Test
        void keeps_the_order_of_the_rubric_whatever_order_it_came_in() {
            scored(allMet("First").reversed());
            assertThat(now.ratings(Task.FIRST_SCORE)).isEqualTo(allMet("First"));
            assertThat(now.findings()).extracting(Finding::row).isEqualTo(CaseFixture.ROWS);
        }

        @Test
        void keeps_the_words_as_they_were_typed_but_for_blanks_around_them() {
            does(new CaseCommand.PassOn());
            String typed = "Say  more — “why”\n\n*and* <b>how</b>, 5 > 3.";
            does(rate(
                    Task.FIRST_SCORE,
                    new Rating("overview", "passing", "\n " + typed + " \n"),
                    rating("First", "evidence", "demonstrated"),
                    rating("First", "reflection", "passing")));
            assertThat(now.findings().getFirst().feedback()).containsExactly(typed);
        }

        @Test
        void comes_after_the_first_gate() {
            refused(new CaseCommand.Rate(Task.FIRST_SCORE, allMet("First")), new CaseRefusal.WrongStage(Stage.CHECK));
            refused(new CaseCommand.Rate(Task.CHECK, List.of()), new CaseRefusal.WrongStage(Stage.CHECK));
        }

        @Test
        void is_of_a_task_that_is_to_be_done() {
            does(new CaseCommand.PassOn());
            for (Task task : List.of(Task.SECOND_SCORE, Task.ADJUDICATION, Task.APPROVAL, Task.APPEAL, Task.CHECK)) {
                refused(new CaseCommand.Rate(task, allMet("Somebody")), new CaseRefusal.WrongStage(Stage.SCORE));
            }
        }

        @Test
        void needs_a_level_in_every_row_and_names_those_without() {
            does(new CaseCommand.PassOn());
            refused(
                    rate(
                            Task.FIRST_SCORE,
                            rating("First", "evidence", "demonstrated"),
                            rating("First", "overview", "")),
                    new CaseRefusal.LevelMissing(List.of("overview", "reflection")));
        }

        @Test
        void needs_words_about_every_row_met_or_not_and_names_those_without() {
            does(new CaseCommand.PassOn());
            refused(
                    rate(
                            Task.FIRST_SCORE,
                            new Rating("overview", "passing", "Good work, go on"),
                            rating("First", "evidence", "demonstrated"),
                            new Rating("reflection", "not-passing", " ")),
                    new CaseRefusal.FeedbackMissing(List.of("overview", "reflection")));
            does(rate(
                    Task.FIRST_SCORE,
                    new Rating("overview", "passing", "You say who you are."),
                    rating("First", "evidence", "demonstrated"),
                    rating("First", "reflection", "not-passing")));
        }

        @Test
        void has_an_end() {
            does(new CaseCommand.PassOn());
            refused(
                    rate(
                            Task.FIRST_SCORE,
                            new Rating("overview", "passing", "word ".repeat(Case.MOST / 5) + "x"),
                            rating("First", "evidence", "demonstrated"),
                            rating("First", "reflection", "passing")),
                    new CaseRefusal.TooLong(Case.MOST));
        }

        @Test
        void is_of_rows_and_levels_that_there_are() {
            does(new CaseCommand.PassOn());
            refused(rate(Task.FIRST_SCORE, rating("First", "elsewhere", "passing")), new CaseRefusal.Unreadable());
            // a level of the scale of another row
            refused(rate(Task.FIRST_SCORE, rating("First", "overview", "demonstrated")), new CaseRefusal.Unreadable());
            // one row twice
            refused(
                    rate(
                            Task.FIRST_SCORE,
                            rating("First", "overview", "passing"),
                            rating("First", "overview", "not-passing"),
                            rating("First", "evidence", "demonstrated"),
                            rating("First", "reflection", "passing")),
                    new CaseRefusal.Unreadable());
        }
    }

    @Nested
    class A_second_scorer {

        @Test
        void is_waited_for() {
            twoScorers();
            rates(Task.SECOND_SCORE, allMet("Second"));
            assertThat(now.stage()).isEqualTo(Stage.SCORE);
            assertThat(now.openTasks()).containsExactly(Task.FIRST_SCORE);
            assertThat(now.findings()).isEmpty();
            assertThat(now.differing()).isEmpty();
            refused(new CaseCommand.Rate(Task.SECOND_SCORE, allMet("Again")), new CaseRefusal.WrongStage(Stage.SCORE));
            rates(Task.FIRST_SCORE, allMet("First"));
            assertThat(now.stage()).isEqualTo(Stage.DECIDED);
        }

        @Test
        void who_agrees_says_so_in_words_of_their_own_after_the_firsts() {
            twoScorers();
            rates(Task.SECOND_SCORE, allMet("Second"));
            rates(Task.FIRST_SCORE, allMet("First"));
            assertThat(now.findings().getFirst().feedback())
                    .containsExactly(
                            rating("First", "overview", "passing").feedback(),
                            rating("Second", "overview", "passing").feedback());
        }

        @Test
        void who_differs_in_any_level_leads_to_an_adjudicator_even_if_neither_level_passes() {
            twoScorers();
            rates(Task.FIRST_SCORE, ratings("First", "passing", "progressing", "passing"));
            rates(Task.SECOND_SCORE, ratings("Second", "passing", "not-met", "passing"));
            assertThat(now.stage()).isEqualTo(Stage.ADJUDICATE);
            assertThat(now.openTasks()).containsExactly(Task.ADJUDICATION);
            assertThat(now.differing()).containsExactly("evidence");
            assertThat(now.findings()).isEmpty();
            assertThat(now.settledAt()).isEmpty();
        }
    }

    @Nested
    class Adjudication {

        @Test
        void decides_the_rows_that_differ_and_no_others() {
            differing();
            assertThat(now.rowsOf(Task.ADJUDICATION)).extracting(Brief.Row::id).containsExactly("evidence");
            refused(
                    rate(
                            Task.ADJUDICATION,
                            rating("Third", "evidence", "demonstrated"),
                            rating("Third", "overview", "not-passing")),
                    new CaseRefusal.Unreadable());
            refused(
                    new CaseCommand.Rate(Task.ADJUDICATION, List.of()),
                    new CaseRefusal.LevelMissing(List.of("evidence")));
            does(rate(Task.ADJUDICATION, rating("Third", "evidence", "not-met")));
            assertThat(now.stage()).isEqualTo(Stage.DECIDED);
            assertThat(now.findings().get(1))
                    .isEqualTo(new Finding(
                            "evidence",
                            "not-met",
                            false,
                            List.of(rating("Third", "evidence", "not-met").feedback())));
            assertThat(now.findings().getFirst().feedback()).hasSize(2);
        }

        @Test
        void is_not_scored_by_a_scorer_again() {
            differing();
            refused(
                    new CaseCommand.Rate(Task.FIRST_SCORE, allMet("First")),
                    new CaseRefusal.WrongStage(Stage.ADJUDICATE));
        }
    }

    @Nested
    class Approve {

        @Test
        void comes_between_the_scores_and_the_earner() {
            now = aCase(false, true);
            scored(allMet("First"));
            assertThat(now.stage()).isEqualTo(Stage.APPROVE);
            assertThat(now.openTasks()).containsExactly(Task.APPROVAL);
            assertThat(now.settledAt()).isEmpty();
            later(Duration.ofHours(2));
            does(new CaseCommand.Approve());
            assertThat(now.stage()).isEqualTo(Stage.DECIDED);
            assertThat(now.settledAt()).contains(at);
            refused(new CaseCommand.Approve(), new CaseRefusal.WrongStage(Stage.DECIDED));
        }

        @Test
        void is_not_asked_for_where_nobody_approves() {
            refused(new CaseCommand.Approve(), new CaseRefusal.WrongStage(Stage.CHECK));
        }
    }

    @Nested
    class PassBack {

        @Test
        void gives_the_result_back_to_the_scorers() {
            now = aCase(true, true);
            does(new CaseCommand.PassOn());
            rates(Task.FIRST_SCORE, allMet("First"));
            rates(Task.SECOND_SCORE, allMet("Second"));
            does(new CaseCommand.PassBack("  Say where the plan falls short. ", Set.of()));
            assertThat(now.stage()).isEqualTo(Stage.SCORE);
            assertThat(now.openTasks()).containsExactlyInAnyOrder(Task.FIRST_SCORE, Task.SECOND_SCORE);
            assertThat(now.passedBack()).contains("Say where the plan falls short.");
            assertThat(now.findings()).isEmpty();
            assertThat(now.ratings(Task.FIRST_SCORE)).isEmpty();
            assertThat(now.lastGiven(Task.FIRST_SCORE)).isEqualTo(allMet("First"));

            List<Rating> better = ratings("Better", "passing", "progressing", "passing");
            rates(Task.FIRST_SCORE, better);
            assertThat(now.passedBack()).isPresent();
            rates(Task.SECOND_SCORE, better);
            assertThat(now.stage()).isEqualTo(Stage.APPROVE);
            assertThat(now.passedBack()).isEmpty();
            assertThat(now.unmet()).containsExactly("evidence");
        }

        @Test
        void gives_it_back_to_the_adjudicator_where_there_was_one() {
            now = aCase(true, true);
            differing();
            does(rate(Task.ADJUDICATION, rating("Third", "evidence", "not-met")));
            assertThat(now.stage()).isEqualTo(Stage.APPROVE);
            does(new CaseCommand.PassBack("Read the fourth piece again.", Set.of()));
            assertThat(now.stage()).isEqualTo(Stage.ADJUDICATE);
            assertThat(now.openTasks()).containsExactly(Task.ADJUDICATION);
            assertThat(now.ratings(Task.ADJUDICATION)).isEmpty();
            assertThat(now.ratings(Task.FIRST_SCORE)).isNotEmpty();
            assertThat(now.passedBack()).contains("Read the fourth piece again.");
            does(rate(Task.ADJUDICATION, rating("Third", "evidence", "demonstrated")));
            does(new CaseCommand.Approve());
            assertThat(now.unmet()).isEmpty();
        }

        @Test
        void can_have_a_row_decided_in_which_both_agreed_though_another_was_decided_already() {
            now = aCase(true, true);
            differing();
            assertThat(now.agreed()).isEmpty();
            does(rate(Task.ADJUDICATION, rating("Third", "evidence", "not-met")));
            assertThat(now.agreed()).containsExactly("overview", "reflection");
            does(new CaseCommand.PassBack("The reflection is not there.", Set.of("reflection")));
            assertThat(now.openTasks()).containsExactly(Task.ADJUDICATION);
            // words about a row are kept by its number, so what was decided before stays in its place
            assertThat(now.rowsOf(Task.ADJUDICATION))
                    .extracting(Brief.Row::id)
                    .containsExactly("evidence", "reflection");
            assertThat(now.agreed()).isEmpty();
            refused(
                    rate(Task.ADJUDICATION, rating("Third", "evidence", "not-met")),
                    new CaseRefusal.LevelMissing(List.of("reflection")));
            does(rate(
                    Task.ADJUDICATION,
                    rating("Third", "evidence", "not-met"),
                    rating("Third", "reflection", "not-passing")));
            assertThat(now.unmet()).containsExactlyInAnyOrder("evidence", "reflection");
            assertThat(now.findings().getLast().feedback())
                    .containsExactly(
                            rating("Third", "reflection", "not-passing").feedback());
            assertThat(now.findings().getFirst().feedback()).hasSize(2);
            assertThat(now.agreed()).containsExactly("overview");
            does(new CaseCommand.PassBack("And the overview.", Set.of("overview")));
            assertThat(now.rowsOf(Task.ADJUDICATION))
                    .extracting(Brief.Row::id)
                    .containsExactly("evidence", "reflection", "overview");
        }

        @Test
        void names_only_rows_that_would_otherwise_stay_as_they_are() {
            now = aCase(true, true);
            differing();
            does(rate(Task.ADJUDICATION, rating("Third", "evidence", "not-met")));
            refused(new CaseCommand.PassBack("Again.", Set.of("evidence")), new CaseRefusal.Unreadable());
            refused(new CaseCommand.PassBack("Again.", Set.of("overview", "elsewhere")), new CaseRefusal.Unreadable());
            now = aCase(false, true);
            scored(allMet("First"));
            // here every row goes back to the scorer anyway
            assertThat(now.agreed()).isEmpty();
            refused(new CaseCommand.PassBack("Again.", Set.of("overview")), new CaseRefusal.Unreadable());
        }

        @Test
        void is_told_to_nobody_who_comes_after_those_who_rated_again() {
            now = aCase(true, true);
            does(new CaseCommand.PassOn());
            rates(Task.FIRST_SCORE, allMet("First"));
            rates(Task.SECOND_SCORE, allMet("Second"));
            does(new CaseCommand.PassBack("Say where the plan falls short.", Set.of()));
            rates(Task.FIRST_SCORE, allMet("First"));
            rates(Task.SECOND_SCORE, ratings("Second", "passing", "progressing", "passing"));
            assertThat(now.stage()).isEqualTo(Stage.ADJUDICATE);
            assertThat(now.passedBack()).isEmpty();
        }

        @Test
        void says_why() {
            now = aCase(false, true);
            refused(new CaseCommand.PassBack("Early.", Set.of()), new CaseRefusal.WrongStage(Stage.CHECK));
            scored(allMet("First"));
            refused(new CaseCommand.PassBack(" \n", Set.of()), new CaseRefusal.WhyMissing());
            refused(new CaseCommand.PassBack("x".repeat(Case.MOST + 1), Set.of()), new CaseRefusal.TooLong(Case.MOST));
        }
    }

    @Nested
    class Carried_rows {

        private final Finding met = new Finding("overview", "passing", true, List.of("Clear from the first line on."));

        @Test
        void are_not_rated_again_and_stand_in_the_result_in_their_place() {
            now = aCase(true, false, Map.of("overview", met));
            does(new CaseCommand.PassOn());
            assertThat(now.rowsOf(Task.FIRST_SCORE))
                    .extracting(Brief.Row::id)
                    .containsExactly("evidence", "reflection");
            refused(new CaseCommand.Rate(Task.FIRST_SCORE, allMet("First")), new CaseRefusal.Unreadable());
            Rating[] open = {rating("One", "evidence", "demonstrated"), rating("One", "reflection", "passing")};
            does(rate(Task.FIRST_SCORE, open));
            does(rate(Task.SECOND_SCORE, open));
            assertThat(now.findings().getFirst()).isEqualTo(met);
            assertThat(now.findings()).extracting(Finding::row).isEqualTo(CaseFixture.ROWS);
            assertThat(now.unmet()).isEmpty();
        }

        @Test
        void cannot_be_appealed() {
            now = aCase(false, false, Map.of("overview", met));
            does(new CaseCommand.PassOn());
            does(rate(Task.FIRST_SCORE, rating("One", "evidence", "not-met"), rating("One", "reflection", "passing")));
            refused(new CaseCommand.Appeal(Set.of("overview"), WHY), new CaseRefusal.NothingToAppeal());
        }
    }

    @Nested
    class Appeal {

        @Test
        void has_the_rows_it_names_looked_at_again_while_the_result_stands() {
            twoUnmet();
            later(Duration.ofDays(2));
            does(new CaseCommand.Appeal(Set.of("reflection"), " " + WHY + "\n"));
            assertThat(now.stage()).isEqualTo(Stage.APPEAL);
            assertThat(now.openTasks()).containsExactly(Task.APPEAL);
            assertThat(now.rowsOf(Task.APPEAL)).extracting(Brief.Row::id).containsExactly("reflection");
            assertThat(now.unmet()).containsExactlyInAnyOrder("evidence", "reflection");
            assertThat(now.appeal()).contains(new CaseEvent.Appealed(Set.of("reflection"), WHY, at));
        }

        @Test
        void that_is_heard_changes_the_rows_it_named_and_no_others() {
            twoUnmet();
            Instant settled = at;
            later(Duration.ofDays(2));
            does(new CaseCommand.Appeal(Set.of("reflection"), WHY));
            later(Duration.ofDays(2));
            refused(rate(Task.APPEAL, rating("Other", "evidence", "demonstrated")), new CaseRefusal.Unreadable());
            does(rate(Task.APPEAL, rating("Other", "reflection", "passing")));
            assertThat(now.stage()).isEqualTo(Stage.DECIDED);
            assertThat(now.unmet()).containsExactly("evidence");
            assertThat(now.findings().getLast().feedback())
                    .containsExactly(rating("Other", "reflection", "passing").feedback());
            // how long it took is counted to the first result
            assertThat(now.settledAt()).contains(settled);
        }

        @Test
        void may_leave_a_row_unmet() {
            twoUnmet();
            does(new CaseCommand.Appeal(Set.of("reflection"), WHY));
            does(rate(Task.APPEAL, rating("Other", "reflection", "not-passing")));
            assertThat(now.unmet()).containsExactlyInAnyOrder("evidence", "reflection");
        }

        @Test
        void is_heard_once() {
            twoUnmet();
            does(new CaseCommand.Appeal(Set.of("reflection"), WHY));
            refused(new CaseCommand.Appeal(Set.of("evidence"), WHY), new CaseRefusal.AppealedBefore());
            does(rate(Task.APPEAL, rating("Other", "reflection", "not-passing")));
            refused(new CaseCommand.Appeal(Set.of("evidence"), WHY), new CaseRefusal.AppealedBefore());
            refused(
                    rate(Task.APPEAL, rating("Other", "reflection", "passing")),
                    new CaseRefusal.WrongStage(Stage.DECIDED));
        }

        @Test
        void is_about_rows_that_were_not_met() {
            twoUnmet();
            refused(new CaseCommand.Appeal(Set.of(), WHY), new CaseRefusal.NothingToAppeal());
            refused(new CaseCommand.Appeal(Set.of("overview"), WHY), new CaseRefusal.NothingToAppeal());
            refused(new CaseCommand.Appeal(Set.of("evidence", "overview"), WHY), new CaseRefusal.NothingToAppeal());
            refused(new CaseCommand.Appeal(Set.of("elsewhere"), WHY), new CaseRefusal.NothingToAppeal());
        }

        @Test
        void says_why() {
            twoUnmet();
            refused(new CaseCommand.Appeal(Set.of("evidence"), "I do not agree"), new CaseRefusal.WhyMissing());
            refused(
                    new CaseCommand.Appeal(Set.of("evidence"), "I do not agree at all".repeat(Case.MOST)),
                    new CaseRefusal.TooLong(Case.MOST));
        }

        @Test
        void can_be_made_up_to_the_last_moment_of_thirty_days() {
            twoUnmet();
            Instant until = at.plus(Duration.ofDays(30));
            assertThat(now.appealUntil()).contains(until);
            at = until.plusNanos(1_000);
            refused(new CaseCommand.Appeal(Set.of("evidence"), WHY), new CaseRefusal.AppealTooLate(until));
            at = until;
            does(new CaseCommand.Appeal(Set.of("evidence"), WHY));
        }

        @Test
        void comes_after_a_result() {
            refused(new CaseCommand.Appeal(Set.of("evidence"), WHY), new CaseRefusal.WrongStage(Stage.CHECK));
            now = aCase(false, true);
            scored(ratings("First", "passing", "not-met", "passing"));
            refused(new CaseCommand.Appeal(Set.of("evidence"), WHY), new CaseRefusal.WrongStage(Stage.APPROVE));
        }

        private void twoUnmet() {
            scored(ratings("First", "passing", "progressing", "not-passing"));
        }
    }

    @Test
    void a_number_people_can_read_out_is_the_beginning_of_the_id() {
        assertThat(now.id().number()).isEqualTo("3F9A-01C7");
        assertThat(CaseId.read(now.id().toString())).contains(now.id());
        assertThat(CaseId.read("3F9A-01C7")).isEqualTo(Optional.empty());
    }

    private void twoScorers() {
        now = aCase(true, false);
        does(new CaseCommand.PassOn());
    }

    private void differing() {
        now = aCase(true, now.brief().isApproved());
        does(new CaseCommand.PassOn());
        rates(Task.FIRST_SCORE, allMet("First"));
        rates(Task.SECOND_SCORE, ratings("Second", "passing", "progressing", "passing"));
    }

    private void scored(List<Rating> given) {
        does(new CaseCommand.PassOn());
        rates(Task.FIRST_SCORE, given);
    }

    private void rates(Task task, List<Rating> given) {
        does(new CaseCommand.Rate(task, given));
    }

    private static CaseCommand rate(Task task, Rating... given) {
        return new CaseCommand.Rate(task, List.of(given));
    }

    private static CaseCommand sendBack(String words) {
        return new CaseCommand.SendBack(List.of(new Missing(Lack.ILLEGIBLE, "discussions", words)));
    }

    private void later(Duration by) {
        at = at.plus(by);
    }

    private void does(CaseCommand command) {
        assertThat(now.decide(command, at))
                .isInstanceOfSatisfying(CaseDecision.Happens.class, happens -> now = now.after(happens.event()));
    }

    private void refused(CaseCommand command, CaseRefusal why) {
        assertThat(now.decide(command, at)).isEqualTo(new CaseDecision.Refused(why));
    }
}
