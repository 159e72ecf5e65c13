package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.submission.Part.Region;
import org.tessera.submission.Part.TimeRange;

class PartTest {

    @Test
    void of_every_kind_reads_what_it_wrote() {
        List<Part> parts = List.of(
                Part.WHOLE,
                new Region(UUID.randomUUID(), 3, 0.125, 0, 0.5, 1),
                new TimeRange(Duration.ofSeconds(465), Duration.ofSeconds(483)));
        assertThat(parts).allSatisfy(part -> assertThat(Part.of(part.word())).isEqualTo(part));
    }

    @Test
    void is_read_as_a_stretch_of_time_the_way_people_write_it() {
        assertThat(TimeRange.read(" 7:45-8:03 "))
                .contains(new TimeRange(Duration.ofSeconds(465), Duration.ofSeconds(483)));
        assertThat(TimeRange.read("1:00:05 – 1:01:00"))
                .contains(new TimeRange(Duration.ofSeconds(3605), Duration.ofSeconds(3660)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7:45", "8:03-7:45", "7:45-7:45", "7:61-8:00", "seven-eight", "7:45-8:00-9:00"})
    void is_no_stretch_of_time_where_the_ends_make_none(String typed) {
        assertThat(TimeRange.read(typed)).isEmpty();
    }

    @Test
    void lies_on_a_page_or_is_none() {
        assertThatThrownBy(() -> new Region(UUID.randomUUID(), 0, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region(UUID.randomUUID(), 1, 0, 0, 1.01, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region(UUID.randomUUID(), 1, Double.NaN, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
