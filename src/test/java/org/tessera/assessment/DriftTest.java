package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;

/** How near levels are to what counted, of one assessor and of two at a time. */
class DriftTest {

    private static final PersonId PIA = new PersonId(UUID.randomUUID());
    private static final PersonId QUIN = new PersonId(UUID.randomUUID());
    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

    /** A hand-in with one row that Pia and Quin scored. */
    private static DoubleScore score(int day, String pia, String quin, String found) {
        return new DoubleScore(
                new CaseId(UUID.randomUUID()),
                "evidence",
                CaseFixture.SCALE,
                START.plus(Duration.ofDays(day)),
                Map.of(Task.FIRST_SCORE, pia, Task.SECOND_SCORE, quin),
                Map.of(Task.FIRST_SCORE, PIA, Task.SECOND_SCORE, QUIN),
                found);
    }

    /** So many hand-ins in a row, on a day each, in the first of which Pia was beside what counted. */
    private static List<DoubleScore> scores(int beside, int all) {
        List<DoubleScore> scores = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            scores.add(score(i, i < beside ? "not-met" : "progressing", "progressing", "progressing"));
        }
        return scores;
    }

    @Nested
    class Of_an_assessor {

        @Test
        void ends_a_certificate_below_70_percent_of_twenty_rows() {
            assertThat(Drift.of(PIA, scores(6, 20), Instant.MIN))
                    .isEqualTo(new Drift(20, 20, 14))
                    .returns(70, Drift::exact)
                    .matches(drift -> !drift.isTooLow());
            assertThat(Drift.of(PIA, scores(7, 20), Instant.MIN)).matches(Drift::isTooLow);
            assertThat(Drift.of(QUIN, scores(7, 20), Instant.MIN)).returns(100, Drift::exact);
        }

        @Test
        void tells_nothing_of_nineteen_rows() {
            assertThat(Drift.of(PIA, scores(19, 19), Instant.MIN)).matches(drift -> !drift.isTooLow());
        }

        @Test
        void is_of_the_last_rows_only_and_of_those_since_the_certificate() {
            assertThat(Drift.of(PIA, scores(10, 30), Instant.MIN)).isEqualTo(new Drift(20, 20, 20));
            assertThat(Drift.of(PIA, scores(20, 22), START.plus(Duration.ofDays(19))))
                    .isEqualTo(new Drift(2, 2, 2));
        }

        @Test
        void is_shown_from_five_hand_ins_on() {
            assertThat(Drift.of(PIA, scores(0, 4), Instant.MIN).isShown()).isFalse();
            assertThat(Drift.of(PIA, scores(0, 5), Instant.MIN).isShown()).isTrue();
        }
    }

    @Nested
    class Of_a_case {

        @Test
        void a_row_counts_by_what_the_adjudicator_found() {
            Case one = CaseFixture.aCase(true, false);
            one = after(one, new CaseCommand.PassOn());
            one = after(one, new CaseCommand.Rate(Task.FIRST_SCORE, CaseFixture.allMet("first")));
            one = after(
                    one,
                    new CaseCommand.Rate(
                            Task.SECOND_SCORE, CaseFixture.ratings("second", "passing", "not-met", "passing")));
            assertThat(DoubleScore.of(one, Map.of())).isEmpty();
            one = after(
                    one,
                    new CaseCommand.Rate(
                            Task.ADJUDICATION, List.of(CaseFixture.rating("third", "evidence", "not-met"))));
            List<DoubleScore> scores = DoubleScore.of(one, Map.of(Task.FIRST_SCORE, PIA, Task.SECOND_SCORE, QUIN));
            assertThat(scores)
                    .extracting(DoubleScore::row, score -> score.isAlike(PIA), score -> score.isAlike(QUIN))
                    .containsExactly(
                            tuple("overview", Optional.of(true), Optional.of(true)),
                            tuple("evidence", Optional.of(false), Optional.of(true)),
                            tuple("reflection", Optional.of(true), Optional.of(true)));
        }

        @Test
        void nothing_counts_that_one_person_scored() {
            Case one = after(CaseFixture.aCase(false, false), new CaseCommand.PassOn());
            one = after(one, new CaseCommand.Rate(Task.FIRST_SCORE, CaseFixture.allMet("first")));
            assertThat(one.stage()).isEqualTo(Stage.DECIDED);
            assertThat(DoubleScore.of(one, Map.of(Task.FIRST_SCORE, PIA))).isEmpty();
        }

        private Case after(Case one, CaseCommand command) {
            return one.after(((CaseDecision.Happens) one.decide(command, START)).event());
        }
    }

    @Nested
    class Of_two_scorers {

        @Test
        void is_by_row_and_quarter_with_kappa_and_nothing_of_fewer_than_five() {
            List<DoubleScore> scores = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                scores.add(score(
                        i, i == 0 ? "not-met" : "demonstrated", i < 2 ? "not-met" : "demonstrated", "demonstrated"));
            }
            scores.add(score(100, "not-met", "demonstrated", "not-met"));
            Agreements.Row row = AgreementTable.of(scores, ZoneOffset.UTC).stream()
                    .findFirst()
                    .orElseThrow();
            assertThat(row.whole().handIns()).isEqualTo(6);
            assertThat(row.whole().exact()).isEqualTo(67);
            assertThat(row.quarters())
                    .containsExactly(new Agreements.Quarter(
                            LocalDate.of(2026, 7, 1), new Agreements.Group(5, 80, Optional.of(0.545))));
            assertThat(AgreementTable.of(scores.subList(0, 4), ZoneOffset.UTC)).isEmpty();
        }

        @Test
        void has_no_kappa_where_everybody_gave_the_same_level() {
            assertThat(AgreementTable.of(scores(0, 5), ZoneOffset.UTC)
                            .getFirst()
                            .whole())
                    .isEqualTo(new Agreements.Group(5, 100, Optional.empty()));
        }

        @Test
        void counts_quarters_by_the_clock_of_the_district() {
            Instant midnight = Instant.parse("2026-10-01T02:00:00Z");
            assertThat(AgreementTable.quarterOf(midnight, ZoneOffset.UTC)).isEqualTo(LocalDate.of(2026, 10, 1));
            assertThat(AgreementTable.quarterOf(midnight, ZoneId.of("America/New_York")))
                    .isEqualTo(LocalDate.of(2026, 7, 1));
        }
    }
}
