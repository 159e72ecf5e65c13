package org.tessera.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Medians, percentiles and shares, reckoned by hand. */
class SpreadTest {

    @Test
    void the_median_is_the_day_in_the_middle_or_halfway_between_two() {
        assertThat(Spread.median(List.of(9, 1, 4))).isEqualByComparingTo("4");
        assertThat(Spread.median(List.of(9, 1, 4, 5))).isEqualByComparingTo("4.5");
        assertThat(Spread.median(List.of(3))).isEqualByComparingTo("3");
        assertThatThrownBy(() -> Spread.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nine_of_ten_took_no_longer_than_the_ninetieth_percentile() {
        List<Integer> ten = IntStream.rangeClosed(1, 10).boxed().toList();
        assertThat(Spread.ninetieth(ten)).isEqualByComparingTo("9");
        assertThat(Spread.ninetieth(ten.subList(0, 5))).isEqualByComparingTo("5");
        assertThat(Spread.ninetieth(IntStream.rangeClosed(1, 11).boxed().toList()))
                .isEqualByComparingTo("10");
    }

    @Test
    void a_share_is_told_only_if_five_are_in_it_and_five_are_not() {
        assertThat(Figure.share(5, 10)).isEqualTo(new Figure.Percent(50));
        assertThat(Figure.share(5, 15)).isEqualTo(new Figure.Percent(33));
        assertThat(Figure.share(4, 10)).isEqualTo(new Figure.Few());
        assertThat(Figure.share(0, 10)).isEqualTo(new Figure.Few());
        assertThat(Figure.share(6, 10)).isEqualTo(new Figure.AlmostAll());
        assertThat(Figure.share(10, 10)).isEqualTo(new Figure.AlmostAll());
        assertThat(Figure.share(4, 8)).isEqualTo(new Figure.NotShown());
        assertThat(Figure.share(0, 0)).isEqualTo(new Figure.NotShown());
        assertThatThrownBy(() -> Figure.share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
