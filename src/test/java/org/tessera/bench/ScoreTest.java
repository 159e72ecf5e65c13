package org.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** That the tally sees what would be wrong. */
class ScoreTest {

    private final Score score = new Score(1, 3, 10);

    private int sent(int who, long at) {
        return score.sends(0, who, at);
    }

    @Test
    void latency_counts_from_when_an_update_was_due() {
        score.begins(0);
        int number = sent(0, 1_000_000);
        score.arrives(0, 1, number, 4_000_000);
        score.arrives(0, 2, number, 6_000_000);
        assertThat(score.delivery().getValueAtPercentile(50)).isBetween(2_990_000L, 3_010_000L);
        assertThat(score.delivery().getMaxValue()).isBetween(4_990_000L, 5_010_000L);
        assertThat(score.missing()).isZero();
    }

    @Test
    void what_comes_back_to_its_author_is_no_delivery() {
        int number = sent(0, 0);
        score.arrives(0, 0, number, 5);
        assertThat(score.arrived()).isZero();
        assertThat(score.missing()).isEqualTo(2);
    }

    @Test
    void what_has_not_arrived_everywhere_is_missing() {
        int number = sent(1, 0);
        score.arrives(0, 0, number, 5);
        assertThat(score.missing()).isEqualTo(1);
    }

    @Test
    void a_later_update_before_an_earlier_one_of_the_same_author_is_out_of_order() {
        int first = sent(0, 0);
        int second = sent(0, 1);
        score.arrives(0, 1, second, 5);
        score.arrives(0, 1, first, 6);
        assertThat(score.breaks()).isEqualTo(1);
    }

    @Test
    void what_arrives_twice_is_out_of_order() {
        int number = sent(0, 0);
        score.arrives(0, 1, number, 5);
        score.arrives(0, 1, number, 6);
        assertThat(score.breaks()).isEqualTo(1);
    }

    @Test
    void two_orders_in_one_room_are_seen_even_where_each_author_is_in_order() {
        int anas = sent(0, 0);
        int bens = sent(1, 0);
        for (int seat = 0; seat < 3; seat++) {
            score.arrives(0, seat, seat == 2 ? bens : anas, 5);
            score.arrives(0, seat, seat == 2 ? anas : bens, 6);
        }
        assertThat(score.breaks()).isZero();
        assertThat(score.isOneOrder()).isFalse();
    }

    @Test
    void only_what_was_due_in_the_window_is_measured() {
        score.begins(100);
        score.ends(200);
        score.arrives(0, 1, sent(0, 99), 500);
        score.arrives(0, 1, sent(0, 100), 500);
        score.arrives(0, 1, sent(0, 200), 500);
        assertThat(score.measured()).isEqualTo(1);
    }

    @Test
    void an_update_of_another_room_stops_everything() {
        assertThatThrownBy(() -> score.arrives(0, 1, 7, 5)).isInstanceOf(IllegalStateException.class);
    }
}
