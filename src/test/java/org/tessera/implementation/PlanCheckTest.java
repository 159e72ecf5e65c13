package org.tessera.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.entry.Entry;
import org.tessera.entry.EntryId;
import org.tessera.entry.EntryKind;
import org.tessera.implementation.Finding.Condition;

class PlanCheckTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 17);
    private static final LocalDate LAST = LocalDate.of(2027, 6, 4);
    private static final Citation SURVEY = new Citation(Citation.Kind.SURVEY, "1", "Rubrics are missing");
    private static final Citation VISION = new Citation(Citation.Kind.VISION, "2", "We learn by doing");

    private final Entry<Goal> goal = entry(Goal.KIND, new Goal("Shared rubrics", List.of(SURVEY)));
    private final Entry<Step> step = entry(
            Step.KIND,
            new Step(goal.id().value(), "Score together", "science", "30 papers scored twice", Optional.of(FIRST)));
    private final Entry<Strand> strand = entry(Strand.KIND, new Strand("Spread to grade ten", "the rubrics hold"));

    private static <T> Entry<T> entry(EntryKind<T> kind, T body) {
        return new Entry<>(
                new EntryId(UUID.randomUUID()),
                new TeamId(UUID.randomUUID()),
                kind,
                body,
                1,
                Instant.EPOCH,
                new PersonId(UUID.randomUUID()),
                Instant.EPOCH);
    }

    private static Frame frame() {
        return new Frame(
                "Plan",
                Optional.of(Reach.SCHOOL),
                "The staff meeting in May",
                "leads",
                "families",
                Optional.of(FIRST),
                Optional.of(LAST));
    }

    private ImplementationPlan plan(
            Frame frame, List<Entry<Goal>> goals, List<Entry<Step>> steps, List<Entry<Strand>> strands) {
        return new ImplementationPlan(Optional.of(entry(Frame.KIND, frame)), goals, steps, strands);
    }

    private ImplementationPlan with(Step other) {
        return plan(frame(), List.of(goal), List.of(entry(Step.KIND, other)), List.of(strand));
    }

    private static List<Condition> missing(ImplementationPlan plan) {
        return PlanCheck.of(plan).stream()
                .filter(finding -> !finding.met())
                .map(Finding::condition)
                .toList();
    }

    private static Finding of(ImplementationPlan plan, Condition condition) {
        return PlanCheck.of(plan).stream()
                .filter(finding -> finding.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_plan_with_everything_misses_nothing() {
        assertThat(missing(plan(frame(), List.of(goal), List.of(step), List.of(strand))))
                .isEmpty();
    }

    @Test
    void a_blank_plan_misses_everything() {
        assertThat(missing(new ImplementationPlan(Optional.empty(), List.of(), List.of(), List.of())))
                .containsExactly(Condition.values());
    }

    @Nested
    class Needs {

        @Test
        void a_vision_alone_is_no_evidence_of_the_need() {
            Entry<Goal> other = entry(Goal.KIND, new Goal("Shared rubrics", List.of(VISION)));
            assertThat(missing(plan(frame(), List.of(other), List.of(), List.of(strand))))
                    .contains(Condition.NEED_SHOWN);
        }

        @Test
        void one_goal_that_comes_from_a_survey_or_an_interview_is_enough() {
            Entry<Goal> other = entry(Goal.KIND, new Goal("Another", List.of(VISION)));
            assertThat(missing(plan(frame(), List.of(other, goal), List.of(), List.of())))
                    .doesNotContain(Condition.NEED_SHOWN);
        }
    }

    @Nested
    class Dates {

        private Step due(LocalDate day) {
            return new Step(goal.id().value(), "Score together", "science", "seen", Optional.of(day));
        }

        @Test
        void the_first_and_the_last_day_of_the_year_are_inside_and_the_days_beside_them_are_not() {
            assertThat(of(with(due(FIRST)), Condition.DATES).met()).isTrue();
            assertThat(of(with(due(LAST)), Condition.DATES).met()).isTrue();
            assertThat(of(with(due(FIRST.minusDays(1))), Condition.DATES).where())
                    .containsExactly("Score together");
            assertThat(of(with(due(LAST.plusDays(1))), Condition.DATES).where()).containsExactly("Score together");
        }

        @Test
        void a_year_ends_after_it_begins_and_is_no_longer_than_a_year() {
            assertThat(year(FIRST, LAST).hasYear()).isTrue();
            assertThat(year(FIRST, FIRST).hasYear()).isFalse();
            assertThat(year(LAST, FIRST).hasYear()).isFalse();
            assertThat(year(FIRST, FIRST.plusDays(371)).hasYear()).isTrue();
            assertThat(year(FIRST, FIRST.plusDays(372)).hasYear()).isFalse();
        }

        @Test
        void without_a_year_no_date_is_inside_it() {
            Frame none = new Frame("", Optional.empty(), "", "", "", Optional.empty(), Optional.of(LAST));
            assertThat(none.isInYear(FIRST)).isFalse();
            assertThat(missing(plan(none, List.of(goal), List.of(step), List.of())))
                    .contains(Condition.FIRST_YEAR, Condition.DATES);
        }

        private static Frame year(LocalDate first, LocalDate last) {
            return new Frame("", Optional.empty(), "", "", "", Optional.of(first), Optional.of(last));
        }
    }

    @Nested
    class Steps {

        @Test
        void a_step_without_its_benchmark_is_named() {
            Step vague = new Step(goal.id().value(), "Score together", "science", " ", Optional.of(FIRST));
            assertThat(of(with(vague), Condition.BENCHMARKS))
                    .isEqualTo(new Finding(Condition.BENCHMARKS, false, List.of("Score together")));
        }

        @Test
        void a_goal_without_steps_is_named_and_steps_of_a_goal_that_is_gone_do_not_count() {
            Step lost = new Step(UUID.randomUUID(), "Lost", "", "", Optional.empty());
            assertThat(of(with(lost), Condition.STEPS).where()).containsExactly("Shared rubrics");
            assertThat(of(with(lost), Condition.BENCHMARKS).where()).isEmpty();
        }

        @Test
        void steps_stand_by_their_dates() {
            Entry<Step> undated = entry(Step.KIND, new Step(goal.id().value(), "C", "", "", Optional.empty()));
            Entry<Step> later = entry(Step.KIND, new Step(goal.id().value(), "B", "", "", Optional.of(LAST)));
            assertThat(plan(frame(), List.of(goal), List.of(undated, later, step), List.of())
                            .stepsOf(goal.id()))
                    .containsExactly(step, later, undated);
        }
    }

    @Test
    void a_line_of_the_second_year_says_what_it_depends_on() {
        Entry<Strand> free = entry(Strand.KIND, new Strand("Spread", ""));
        assertThat(of(plan(frame(), List.of(), List.of(), List.of(strand, free)), Condition.DEPENDS)
                        .where())
                .containsExactly("Spread");
    }
}
