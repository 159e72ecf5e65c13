package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallGroupsTest {

    @ParameterizedTest
    @CsvSource({
        "PAIR, 4, '2,2'",
        "PAIR, 5, '3,2'",
        "TRIAD, 3, '3'",
        "TRIAD, 7, '4,3'",
        "TRIAD, 8, '4,4'",
        "TRIAD, 9, '3,3,3'",
        "QUAD, 5, '5'",
        "QUAD, 6, '3,3'",
        "QUAD, 7, '4,3'",
        "QUAD, 9, '5,4'",
        "QUAD, 10, '4,3,3'",
        "ALL, 9, '9'",
        "DIRECTION, 9, '9'",
    })
    void are_as_close_to_their_name_and_as_even_as_can_be(Grouping grouping, int people, String sizes) {
        assertThat(SmallGroups.sizes(grouping, people))
                .extracting(String::valueOf)
                .containsExactly(sizes.split(","));
    }

    @ParameterizedTest
    @CsvSource({"PAIR, 1", "TRIAD, 1", "TRIAD, 2", "TRIAD, 5", "QUAD, 2", "ALL, 0"})
    void cannot_always_be_formed(Grouping grouping, int people) {
        assertThat(SmallGroups.sizes(grouping, people)).isEmpty();
    }

    @Test
    void hold_everybody_once() {
        for (Grouping grouping : Grouping.values()) {
            for (int people = 1; people <= 40; people++) {
                var sizes = SmallGroups.sizes(grouping, people);
                if (!sizes.isEmpty()) {
                    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(people);
                }
            }
        }
    }
}
