package org.tessera.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotationTest {

    @Test
    void lines_that_begin_with_a_mark_are_one_quotation_with_the_source_at_their_end() {
        String text = "Before.\n> The first line\n> and the second. (Dweck, 2006, p. 7)\nAfter.";
        assertThat(Quotation.in(text)).singleElement().satisfies(quotation -> {
            assertThat(quotation.citation()).contains("Dweck, 2006, p. 7");
            assertThat(quotation.isBlock()).isTrue();
            assertThat(quotation.where().of(text)).isEqualTo("> The first line\n> and the second. (Dweck, 2006, p. 7)");
        });
    }

    @Test
    void a_block_without_a_source_says_so() {
        assertThat(Quotation.in("> Somebody’s words"))
                .extracting(Quotation::citation)
                .containsExactly(Optional.empty());
    }

    @Test
    void words_between_marks_count_only_with_a_source_right_behind_them() {
        assertThat(Quotation.in("She said “it depends” and left.")).isEmpty();
        assertThat(Quotation.in("As “effort ignites ability” (Dweck, 2006, p. 41) shows, and «otra» (Paz, s.f.)."))
                .extracting(Quotation::citation)
                .containsExactly(Optional.of("Dweck, 2006, p. 41"), Optional.of("Paz, s.f."));
    }

    @Test
    void what_is_made_here_is_read_back() {
        String block = Quotation.block("Two lines\nof words ", "(Dweck, 2006)");
        assertThat(block).isEqualTo("> Two lines\n> of words (Dweck, 2006)");
        assertThat(Quotation.in(block)).extracting(Quotation::citation).containsExactly(Optional.of("Dweck, 2006"));
    }
}
