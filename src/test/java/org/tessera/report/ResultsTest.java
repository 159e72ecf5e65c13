package org.tessera.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.assessment.Outcome;
import org.tessera.assessment.Turnaround;
import org.tessera.badge.Badges.Happened;
import org.tessera.badge.Deed;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Criterion;
import org.tessera.credential.Stack;
import org.tessera.credential.Standing;
import org.tessera.credential.Wording;
import org.tessera.credit.SchoolYear;
import org.tessera.submission.Status;

/** Reports of cases, people and badges, with numbers reckoned by hand. */
class ResultsTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final Instant OCTOBER = Instant.parse("2026-10-15T12:00:00Z");
    private static final CredentialId BUILDING = new CredentialId("building");
    private static final CredentialId EQUITY = new CredentialId("equity");
    private static final Figure NOT_SHOWN = new Figure.NotShown();

    private static Wording wording(String text) {
        return new Wording(text, text, Standing.PLACEHOLDER, "");
    }

    private static Credential credential(CredentialId id) {
        return new Credential(
                new CredentialRef(id, "1"),
                Optional.empty(),
                wording(id.value()),
                List.of(),
                wording(""),
                wording(""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(row("overview"), row("evidence")));
    }

    private static Criterion row(String id) {
        return new Criterion(id, Criterion.Kind.RUBRIC_ROW, wording(id), Optional.empty());
    }

    /** A case settled in October after so many days. */
    private static Outcome outcome(int attempt, int days, boolean isReturned, Outcome.RowOutcome... rows) {
        Instant from = OCTOBER.minus(Duration.ofDays(days));
        return new Outcome(
                new CredentialRef(BUILDING, "1"),
                attempt,
                attempt,
                new Turnaround(
                        from,
                        days,
                        from.plus(Duration.ofHours(25)),
                        from.plus(Duration.ofDays(5)).plusSeconds(1),
                        from.plus(Duration.ofDays(14)).plusSeconds(1),
                        Optional.of(from.plus(Duration.ofHours(days <= 5 ? 20 : 30))),
                        Optional.of(OCTOBER)),
                isReturned,
                List.of(rows));
    }

    private static Outcome.RowOutcome found(String row, boolean isMet) {
        return new Outcome.RowOutcome(row, isMet ? "met" : "not", isMet, Optional.empty());
    }

    private static Results results(List<Outcome> cases) {
        return new Results(cases, Names.of(List.of(credential(BUILDING), credential(EQUITY))));
    }

    private static List<List<Figure>> figures(Sheet sheet) {
        return sheet.lines().stream().map(Sheet.Line::figures).toList();
    }

    @Test
    void time_to_result_has_median_percentile_and_shares_in_the_month_of_the_result() {
        // ten results in 1 to 10 days, and two that came back at once and do not count
        List<Outcome> cases = new ArrayList<>();
        IntStream.rangeClosed(1, 10).forEach(days -> cases.add(outcome(1, days, false)));
        cases.add(outcome(1, 0, true));
        cases.add(outcome(1, 0, true));
        Sheet time = results(cases).time(Period.monthsOf(YEAR));
        assertThat(time.lines()).singleElement().satisfies(line -> {
            assertThat(line.labels().getLast()).isEqualTo(new Label.OfMonth(YearMonth.of(2026, 10)));
            assertThat(line.figures())
                    .containsExactly(
                            new Figure.Days(new BigDecimal("5.5")),
                            new Figure.Days(BigDecimal.valueOf(9)),
                            new Figure.Percent(50),
                            new Figure.Percent(50),
                            new Figure.AlmostAll());
        });
    }

    @Test
    void of_four_results_nothing_is_told() {
        List<Outcome> cases = IntStream.range(0, 4)
                .mapToObj(_ -> outcome(1, 3, false, found("overview", false), found("evidence", true)))
                .toList();
        assertThat(results(cases).time(Period.monthsOf(YEAR)).lines()).isEmpty();
        assertThat(results(cases).rows(List.of(Period.of(YEAR))).lines()).isEmpty();
        assertThat(results(cases).attempts(List.of(Period.of(YEAR))).lines())
                .allSatisfy(line -> assertThat(line.figures()).containsExactly(NOT_SHOWN));
    }

    @Test
    void attempts_are_shares_of_what_was_earned_without_small_ones() {
        List<Outcome> cases = new ArrayList<>();
        IntStream.range(0, 10).forEach(_ -> cases.add(outcome(1, 3, false, found("overview", true))));
        IntStream.range(0, 6).forEach(_ -> cases.add(outcome(2, 3, false, found("overview", true))));
        IntStream.range(0, 4).forEach(_ -> cases.add(outcome(4, 3, false, found("overview", true))));
        cases.add(outcome(1, 3, false, found("overview", false)));
        IntStream.range(0, 7).forEach(_ -> cases.add(outcome(1, 1, true)));
        // 3rd (0) and 4th (4) are four people together, so the next larger one is hidden with them
        assertThat(figures(results(cases).attempts(List.of(Period.of(YEAR)))))
                .containsExactly(
                        List.of(new Figure.Percent(50)),
                        List.of(NOT_SHOWN),
                        List.of(NOT_SHOWN),
                        List.of(NOT_SHOWN),
                        List.of(new Figure.Percent(25)));
        assertThat(figures(results(cases).attempts(List.of(Period.of(new SchoolYear(2025))))))
                .allSatisfy(line -> assertThat(line).containsExactly(NOT_SHOWN));
    }

    @Test
    void rows_that_need_work_most_often_come_first() {
        List<Outcome> cases = IntStream.range(0, 20)
                .mapToObj(n -> outcome(1, 3, false, found("overview", n >= 5), found("evidence", n >= 12)))
                .toList();
        Sheet rows = results(cases).rows(List.of(Period.of(YEAR)));
        assertThat(figures(rows)).containsExactly(List.of(new Figure.Percent(60)), List.of(new Figure.Percent(25)));
        assertThat(rows.lines().getFirst().labels().getLast()).isEqualTo(new Label.Named(wording("evidence")));
    }

    @Test
    void agreement_is_cohens_kappa_of_the_two_scorers() {
        // 10 both high, 5 high and low, 5 both low: 75 %, by chance (0.75*0.5 + 0.25*0.5) = 0.5, kappa 0.5
        List<Outcome> cases = new ArrayList<>();
        IntStream.range(0, 20)
                .forEach(n -> cases.add(outcome(
                        1,
                        3,
                        false,
                        new Outcome.RowOutcome(
                                "evidence",
                                "met",
                                true,
                                Optional.of(new Outcome.Scores(n < 15 ? 1 : 0, n < 10 ? 1 : 0))))));
        assertThat(figures(results(cases).agreement(List.of(Period.of(YEAR)))))
                .containsExactly(List.of(new Figure.Percent(75), new Figure.Kappa(new BigDecimal("0.50"))));
        // of all alike neither the share nor kappa tells that nobody differed
        assertThat(figures(results(cases.subList(0, 10)).agreement(List.of(Period.of(YEAR)))))
                .containsExactly(List.of(new Figure.AlmostAll(), NOT_SHOWN));
        assertThat(results(cases.subList(0, 4))
                        .agreement(List.of(Period.of(YEAR)))
                        .lines())
                .isEmpty();
    }

    @Test
    void progress_counts_everybody_once_for_what_they_earned_and_once_for_what_they_are_at() {
        Stack stack = new Stack(
                new CredentialRef(new CredentialId("leading"), "1"),
                1,
                wording("Leading"),
                List.of(),
                wording(""),
                List.of(BUILDING, EQUITY));
        List<Map<CredentialId, Status>> people = new ArrayList<>();
        IntStream.range(0, 8).forEach(_ -> people.add(Map.of()));
        IntStream.range(0, 6).forEach(_ -> people.add(Map.of(BUILDING, Status.EARNED, EQUITY, Status.SUBMITTED)));
        IntStream.range(0, 5).forEach(_ -> people.add(Map.of(BUILDING, Status.IN_PROGRESS)));
        IntStream.range(0, 2).forEach(_ -> people.add(Map.of(BUILDING, Status.EARNED, EQUITY, Status.EARNED)));
        // earned: 13 none, 6 one, 2 both; at: 10 nothing, 5 in progress, 6 handed in, 0 back
        assertThat(figures(Progress.of(List.of(stack), people)))
                .containsExactly(
                        List.of(new Figure.Count(21)),
                        List.of(new Figure.Count(13)),
                        List.of(NOT_SHOWN),
                        List.of(NOT_SHOWN),
                        List.of(new Figure.Count(10)),
                        List.of(NOT_SHOWN),
                        List.of(new Figure.Count(6)),
                        List.of(NOT_SHOWN));
    }

    @Test
    void badges_count_people_a_month_and_hide_a_second_month_beside_a_small_one() {
        List<Happened> happened = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            PersonId person = new PersonId(UUID.randomUUID());
            happened.add(new Happened(person, Optional.empty(), OCTOBER));
            happened.add(new Happened(person, Optional.empty(), OCTOBER.plusSeconds(60)));
        }
        happened.add(new Happened(new PersonId(UUID.randomUUID()), Optional.of(Deed.Kind.REVOKED), OCTOBER));
        Sheet year = BadgeMonths.of(happened, List.of(Period.of(YEAR)));
        assertThat(figures(year)).containsExactly(List.of(new Figure.Count(7), NOT_SHOWN, NOT_SHOWN));
        // October alone has anybody: shown, it would say with the year that all other months are empty
        assertThat(figures(BadgeMonths.of(happened, Period.monthsOf(YEAR))))
                .hasSize(12)
                .allSatisfy(line -> assertThat(line).containsOnly(NOT_SHOWN));
    }
}
