package org.tessera.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is shown of a whole in parts. */
class BreakdownTest {

    private static List<Integer> shown(Integer... counts) {
        return Breakdown.of(List.of(counts)).parts().stream()
                .map(part -> part.orElse(-1))
                .toList();
    }

    @Test
    void large_parts_are_shown_with_their_sum() {
        assertThat(Breakdown.of(List.of(5, 12, 7)))
                .isEqualTo(new Breakdown(List.of(Optional.of(5), Optional.of(12), Optional.of(7)), Optional.of(24)));
    }

    @Test
    void one_small_part_takes_the_smallest_large_one_with_it() {
        assertThat(shown(20, 3, 9)).containsExactly(20, -1, -1);
        assertThat(shown(6, 4, 6, 7)).containsExactly(-1, -1, -1, 7);
    }

    @Test
    void several_small_parts_take_another_with_them_too() {
        assertThat(shown(0, 0, 20, 30)).containsExactly(-1, -1, -1, 30);
        assertThat(shown(2, 2, 20, 30)).containsExactly(-1, -1, -1, 30);
        assertThat(shown(4, 4, 20, 30)).containsExactly(-1, -1, -1, 30);
    }

    @Test
    void a_whole_that_is_small_itself_or_has_but_one_part_is_not_shown() {
        assertThat(Breakdown.of(List.of(1, 0, 3)).whole()).isEmpty();
        assertThat(Breakdown.of(List.of(4)).whole()).isEmpty();
        assertThat(Breakdown.of(List.of(3, 3)).whole()).contains(6);
    }

    @Test
    void no_hidden_part_can_be_worked_out_by_subtraction_in_random_districts() {
        Random chance = new Random(20_261_123);
        for (int district = 0; district < 20_000; district++) {
            List<Integer> counts = IntStream.range(0, 2 + chance.nextInt(11))
                    .mapToObj(_ -> chance.nextInt(3) == 0 ? chance.nextInt(40) : chance.nextInt(7))
                    .toList();
            Breakdown shown = Breakdown.of(counts);
            List<Integer> hidden = new ArrayList<>();
            for (int place = 0; place < counts.size(); place++) {
                if (shown.parts().get(place).isEmpty()) {
                    hidden.add(counts.get(place));
                } else {
                    assertThat(counts.get(place)).isGreaterThanOrEqualTo(Breakdown.LEAST);
                }
            }
            int whole = counts.stream().mapToInt(Integer::intValue).sum();
            shown.whole().ifPresent(told -> assertThat(told).isGreaterThanOrEqualTo(Breakdown.LEAST));
            int left = hidden.stream().mapToInt(Integer::intValue).sum();
            // the whole, should it be known from elsewhere, less what is shown
            if (!hidden.isEmpty() && whole >= Breakdown.LEAST) {
                assertThat(hidden.size()).as("%s", counts).isGreaterThanOrEqualTo(2);
                assertThat(left).as("%s", counts).isGreaterThanOrEqualTo(Breakdown.LEAST);
            }
        }
    }

    @Test
    void who_knows_the_rule_and_the_whole_is_left_with_several_answers_for_every_hidden_part() {
        for (int parts = 2; parts <= 4; parts++) {
            Map<List<Object>, List<Set<Integer>>> possible = new HashMap<>();
            each(new ArrayList<>(), parts, parts == 4 ? 10 : 16, counts -> {
                int whole = counts.stream().mapToInt(Integer::intValue).sum();
                if (whole < Breakdown.LEAST) {
                    return;
                }
                List<Set<Integer>> sets = possible.computeIfAbsent(
                        List.of(Breakdown.of(counts), whole), _ -> IntStream.range(0, counts.size())
                                .<Set<Integer>>mapToObj(_ -> new HashSet<>())
                                .toList());
                for (int place = 0; place < counts.size(); place++) {
                    sets.get(place).add(counts.get(place));
                }
            });
            assertThat(possible).isNotEmpty();
            int most = parts == 4 ? 10 : 16;
            possible.forEach((told, sets) -> {
                Breakdown shown = (Breakdown) told.getFirst();
                // beyond what was tried there are more answers
                boolean isAllTried = (int) told.getLast() <= most;
                for (int place = 0; place < sets.size(); place++) {
                    if (isAllTried && shown.parts().get(place).isEmpty()) {
                        assertThat(sets.get(place)).as("%s", told).hasSizeGreaterThan(1);
                    }
                }
            });
        }
    }

    private interface Taking {
        void take(List<Integer> counts);
    }

    private static void each(List<Integer> so, int parts, int most, Taking taking) {
        if (so.size() == parts) {
            taking.take(List.copyOf(so));
            return;
        }
        for (int count = 0; count <= most; count++) {
            so.add(count);
            each(so, parts, most, taking);
            so.removeLast();
        }
    }
}
