package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.room.MemberId;

class GroupSuggestionTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 11, 12})
    void everybody_is_in_one_pair_and_only_an_odd_number_makes_a_group_of_three(int size) {
        List<MemberId> people =
                IntStream.range(0, size).mapToObj(i -> Pictures.id("p" + i)).toList();

        List<List<MemberId>> pairs = GroupSuggestion.of(people, new Random(7));

        assertThat(pairs.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(people);
        assertThat(pairs).allMatch(pair -> pair.size() == 2 || pair.size() == 3);
        assertThat(pairs.stream().filter(pair -> pair.size() == 3)).hasSize(size % 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nobody_writes_with_nobody(int size) {
        assertThat(GroupSuggestion.of(
                        IntStream.range(0, size)
                                .mapToObj(i -> Pictures.id("p" + i))
                                .toList(),
                        new Random(7)))
                .isEmpty();
    }
}
