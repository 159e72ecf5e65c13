package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.assessment.Certifying.Shortfall;

/** What is enough for a certificate, and how long it is. */
class CertifyingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final PersonId PIA = new PersonId(UUID.randomUUID());

    /** A trial of a new anchor, in which so many rows have the true level. */
    private static Trial trial(int alike, int rows, Instant done) {
        List<Trial.Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int truth = i % 2;
            int own = i < alike ? truth : 1 - truth;
            all.add(new Trial.Row(
                    "row-" + i, "level-" + own, Optional.of(new Trial.Truth("level-" + truth, own, truth))));
        }
        return new Trial(UUID.randomUUID(), new CaseId(UUID.randomUUID()), PIA, Optional.of(done), all);
    }

    private static Certifying of(Trial... trials) {
        return Certifying.of(List.of(trials));
    }

    @Nested
    class Enough {

        @Test
        void is_the_true_level_in_80_of_100_rows() {
            assertThat(of(trial(40, 50, NOW), trial(40, 50, NOW)))
                    .matches(Certifying::isEnough)
                    .returns(80, Certifying::exact);
        }

        @Test
        void is_not_79_and_a_half_although_it_could_be_rounded() {
            Certifying close = of(trial(80, 100, NOW), trial(79, 100, NOW));
            assertThat(close.missing()).containsExactly(Shortfall.AGREEMENT);
            assertThat(close.exact()).isEqualTo(79);
        }

        @Test
        void takes_two_anchors() {
            assertThat(of(trial(10, 10, NOW)).missing()).containsExactly(Shortfall.ANCHORS);
            Trial once = trial(10, 10, NOW);
            assertThat(of(once, once).missing()).containsExactly(Shortfall.ANCHORS);
        }

        @Test
        void takes_six_rows() {
            assertThat(of(trial(2, 2, NOW), trial(3, 3, NOW)).missing()).containsExactly(Shortfall.ROWS);
            assertThat(of(trial(3, 3, NOW), trial(3, 3, NOW)).missing()).isEmpty();
        }

        @Test
        void is_not_nothing() {
            assertThat(of().missing()).containsExactlyInAnyOrder(Shortfall.ANCHORS, Shortfall.ROWS);
            assertThat(of().exact()).isZero();
        }
    }

    @Nested
    class Kappa {

        @Test
        void goes_beyond_chance() {
            assertThat(of(trial(4, 4, NOW), trial(4, 4, NOW)).kappa()).contains(1.0);
            assertThat(of(trial(0, 4, NOW), trial(0, 4, NOW)).kappa()).contains(-1.0);
        }

        @Test
        void cannot_be_told_where_everybody_gave_the_same_level_everywhere() {
            List<Trial.Row> same = List.of(
                    new Trial.Row("a", "high", Optional.of(new Trial.Truth("high", 2, 2))),
                    new Trial.Row("b", "high", Optional.of(new Trial.Truth("high", 2, 2))));
            Certifying all =
                    of(new Trial(UUID.randomUUID(), new CaseId(UUID.randomUUID()), PIA, Optional.of(NOW), same));
            assertThat(all.kappa()).isEmpty();
            assertThat(all.exact()).isEqualTo(100);
        }
    }

    @Nested
    class A_round {

        @Test
        void has_the_trials_since_the_last_certificate() {
            Trial before = trial(3, 3, NOW.minus(Duration.ofDays(40)));
            Trial with = trial(3, 3, NOW.minus(Duration.ofDays(30)));
            Trial since = trial(3, 3, NOW.minus(Duration.ofDays(20)));
            assertThat(Certifying.round(
                            List.of(before, with, since),
                            Optional.of(certificate(NOW.minus(Duration.ofDays(30)), Optional.empty())),
                            NOW))
                    .containsExactly(since);
        }

        @Test
        void begins_anew_when_a_certificate_has_ended_because_of_drift() {
            Trial before = trial(3, 3, NOW.minus(Duration.ofDays(20)));
            Trial since = trial(3, 3, NOW.minus(Duration.ofDays(2)));
            assertThat(Certifying.round(
                            List.of(before, since),
                            Optional.of(certificate(
                                    NOW.minus(Duration.ofDays(30)), Optional.of(NOW.minus(Duration.ofDays(10))))),
                            NOW))
                    .containsExactly(since);
        }

        @Test
        void has_nothing_that_is_twelve_months_old() {
            Trial old = trial(3, 3, Instant.parse("2025-11-20T15:00:00Z"));
            Trial young = trial(3, 3, Instant.parse("2025-11-20T15:00:01Z"));
            assertThat(Certifying.round(List.of(old, young), Optional.empty(), NOW))
                    .containsExactly(young);
        }
    }

    @Nested
    class A_certificate {

        @Test
        void holds_for_twelve_months_to_the_second() {
            Certificate given = certificate(NOW, Optional.empty());
            Instant end = Instant.parse("2027-11-20T15:00:00Z");
            assertThat(given.holds(NOW)).isTrue();
            assertThat(given.holds(NOW.minusSeconds(1))).isFalse();
            assertThat(given.holds(end.minusSeconds(1))).isTrue();
            assertThat(given.holds(end)).isFalse();
        }

        @Test
        void holds_no_more_once_it_has_ended() {
            assertThat(certificate(NOW, Optional.of(NOW.plusSeconds(9))).holds(NOW.plusSeconds(10)))
                    .isFalse();
        }
    }

    private static Certificate certificate(Instant from, Optional<Instant> ended) {
        return new Certificate(
                UUID.randomUUID(),
                PIA,
                PanelScene.BUILDING,
                from,
                Certifying.yearAfter(from),
                90,
                Optional.empty(),
                ended);
    }
}
