package org.tessera.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Agreement against examples that can be worked out by hand. */
class AgreementFiguresTest {

    @Nested
    class Of_two_people {

        /**
         * A textbook table of 50 grant applications read by two people, yes (2) or no (1): both yes 20, both no 15, only
         * the first yes 5, only the second yes 10. Agreement (20 + 15) / 50 = 0.70. By chance: the first says yes 25 of 50
         * times, the second 30 of 50, so 0.5 · 0.6 + 0.5 · 0.4 = 0.50. Kappa (0.70 − 0.50) / (1 − 0.50) = 0.40.
         */
        @Test
        void is_cohens_kappa() {
            List<Map<String, Integer>> rows = new ArrayList<>();
            rows.addAll(times(20, 2, 2));
            rows.addAll(times(5, 2, 1));
            rows.addAll(times(10, 1, 2));
            rows.addAll(times(15, 1, 1));

            assertThat(AgreementFigures.of(rows))
                    .isEqualTo(new AgreementFigures(Optional.of(70), Optional.of(100), Optional.of(0.4)));
        }

        /**
         * Four rows, levels 1 and 2 against 2 and 1 everywhere: never the same, and by chance 0.5 · 0.5 + 0.5 · 0.5 = 0.5,
         * so kappa is (0 − 0.5) / (1 − 0.5) = −1, and one level apart everywhere.
         */
        @Test
        void is_minus_one_where_they_are_always_opposed() {
            assertThat(AgreementFigures.of(List.of(row(1, 2), row(2, 1), row(1, 2), row(2, 1))))
                    .isEqualTo(new AgreementFigures(Optional.of(0), Optional.of(100), Optional.of(-1.0)));
        }

        /** 3 and 3, 2 and 4: half the rows alike; chance 0.5 · 0.5 for the 3s alone = 0.25; (0.5 − 0.25) / 0.75 = 0.333. */
        @Test
        void counts_a_level_only_one_of_them_used_as_never_met() {
            assertThat(AgreementFigures.of(List.of(row(3, 3), row(2, 4))))
                    .isEqualTo(new AgreementFigures(Optional.of(50), Optional.of(50), Optional.of(0.333)));
        }

        @Test
        void leaves_out_rows_one_of_them_did_not_score() {
            assertThat(AgreementFigures.of(List.of(row(3, 3), row(2, 4), row(1))))
                    .isEqualTo(AgreementFigures.of(List.of(row(3, 3), row(2, 4))));
        }
    }

    @Nested
    class Of_more_people {

        /**
         * The example printed with Fleiss' kappa in most introductions: 14 people, 10 rows, 5 levels. The agreement of the
         * rows is 1.000 .253 .308 .440 .330 .462 .242 .176 .286 .286, on average 0.378. The levels were given 20, 28, 39,
         * 21 and 32 of 140 times, so chance brings .020 + .040 + .078 + .023 + .052 = 0.213; (0.378 − 0.213) / 0.787 =
         * 0.210.
         */
        @Test
        void is_fleiss_kappa() {
            int[][] table = {
                {0, 0, 0, 0, 14},
                {0, 2, 6, 4, 2},
                {0, 0, 3, 5, 6},
                {0, 3, 9, 2, 0},
                {2, 2, 8, 1, 1},
                {7, 7, 0, 0, 0},
                {3, 2, 6, 3, 0},
                {2, 5, 3, 2, 2},
                {6, 5, 2, 1, 0},
                {0, 2, 2, 3, 7},
            };
            List<Map<String, Integer>> rows = new ArrayList<>();
            for (int[] counts : table) {
                rows.add(counted(counts));
            }

            AgreementFigures figures = AgreementFigures.of(rows);

            assertThat(figures.kappa()).contains(0.21);
            assertThat(figures.exact()).contains(38);
        }

        /** 3 3 3 and 3 3 2: three pairs of three, then one of three: (1 + 1/3) / 2 = 67 %; all within one level. */
        @Test
        void takes_every_pair_of_people_for_itself() {
            AgreementFigures figures = AgreementFigures.of(List.of(row(3, 3, 3), row(3, 3, 2)));

            assertThat(figures.exact()).contains(67);
            assertThat(figures.adjacent()).contains(100);
            // Chance: 5 of 6 threes and 1 of 6 twos, 25/36 + 1/36 = 0.722; (0.667 − 0.722) / 0.278 = −0.2.
            assertThat(figures.kappa()).contains(-0.2);
        }
    }

    @Nested
    class Kappa_is_not_defined {

        @Test
        void where_everybody_gave_the_same_level_everywhere() {
            assertThat(AgreementFigures.of(List.of(row(3, 3, 3), row(3, 3, 3))))
                    .isEqualTo(new AgreementFigures(Optional.of(100), Optional.of(100), Optional.empty()));
            assertThat(AgreementFigures.of(List.of(row(2, 2))).kappa()).isEmpty();
        }

        @Test
        void where_no_row_was_scored_by_two_people() {
            assertThat(AgreementFigures.of(List.of(row(1), row())))
                    .isEqualTo(new AgreementFigures(Optional.empty(), Optional.empty(), Optional.empty()));
            assertThat(AgreementFigures.of(List.<Map<String, Integer>>of()).exact())
                    .isEmpty();
        }

        @Test
        void but_is_one_where_all_agree_on_several_levels() {
            assertThat(AgreementFigures.of(List.of(row(3, 3, 3), row(1, 1, 1))).kappa())
                    .contains(1.0);
        }
    }

    @Nested
    class A_row {

        /** 4 4 3 1: of six pairs one has the same level, and three are at most one apart (4 4, and 4 3 twice). */
        @Test
        void agrees_as_far_as_its_pairs_do() {
            assertThat(AgreementFigures.exact(List.of(4, 4, 3, 1))).contains(17);
            assertThat(AgreementFigures.adjacent(List.of(4, 4, 3, 1))).contains(50);
        }

        @Test
        void says_nothing_of_agreement_with_fewer_than_two_scores() {
            assertThat(AgreementFigures.exact(List.of(4))).isEmpty();
            assertThat(AgreementFigures.adjacent(List.of())).isEmpty();
        }

        @Test
        void has_its_most_given_levels_from_low_to_high() {
            assertThat(AgreementFigures.modal(AgreementFigures.counts(List.of(4, 2, 4, 2, 1))))
                    .containsExactly(2, 4);
            assertThat(AgreementFigures.modal(Map.of())).isEmpty();
        }
    }

    private static List<Map<String, Integer>> times(int times, int first, int second) {
        List<Map<String, Integer>> rows = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            rows.add(row(first, second));
        }
        return rows;
    }

    private static Map<String, Integer> row(int... levels) {
        Map<String, Integer> row = new LinkedHashMap<>();
        for (int i = 0; i < levels.length; i++) {
            row.put("person " + i, levels[i]);
        }
        return row;
    }

    /** A row of which only is known how many people gave each level. */
    private static Map<String, Integer> counted(int... people) {
        Map<String, Integer> row = new LinkedHashMap<>();
        for (int level = 1; level <= people.length; level++) {
            for (int i = 0; i < people[level - 1]; i++) {
                row.put("person " + row.size(), level);
            }
        }
        return row;
    }
}
