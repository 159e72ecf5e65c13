package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of a text as CodeMirror writes them down. */
class TextChangesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We grow.   | [8]                           | We grow.",
                "We grow.   | [7,[0,\" together\"],1]       | We grow together.",
                "We grow.   | [[2,\"They\"],6]              | They grow.",
                "We grow.   | [2,[5],1]                     | We.",
                "We grow.   | [[8,\"New\"]]                 | New",
                "We grow.   | [[0,\"So \"],3,[4,\"rise\"],1] | So We rise.",
                "We grow.   | [8,[0,\"\"]]                  | We grow.",
                "We grow.   | [[3],0,5]                     | grow.",
            })
    void keep_delete_and_insert_in_the_order_of_the_text(String text, String changes, String changed) {
        TextChanges parsed = TextChanges.parse(changes);

        assertThat(parsed.fits(text.length())).isTrue();
        assertThat(parsed.applyTo(text)).isEqualTo(changed);
    }

    @Test
    void write_into_an_empty_text() {
        assertThat(TextChanges.parse("[[0,\"Hello\"]]").applyTo("")).isEqualTo("Hello");
        assertThat(TextChanges.parse("[]").applyTo("")).isEmpty();
    }

    @Test
    void join_inserted_lines_with_line_breaks() {
        assertThat(TextChanges.parse("[1,[1,\"b\",\"\",\"c\"],1]").applyTo("a-d"))
                .isEqualTo("ab\n\ncd");
        assertThat(TextChanges.parse("[1,[0,\"\",\"\"]]").applyTo("a")).isEqualTo("a\n");
    }

    /** JavaScript counts UTF-16 units, and so do we: a smile is two. */
    @Test
    void count_as_javascript_does() {
        String smile = "a\uD83D\uDE00b";

        assertThat(smile).hasSize(4);
        assertThat(TextChanges.parse("[3,[1,\"c\"]]").applyTo(smile)).isEqualTo("a\uD83D\uDE00c");
        assertThat(TextChanges.parse("[1,[2,\"\uD83D\uDE01\"],1]").applyTo(smile))
                .isEqualTo("a\uD83D\uDE01b");
        assertThat(TextChanges.parse("[1,[2],1]").fits(3)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[8] | 7", "[8] | 9", "[[0,\"x\"]] | 1", "[] | 1", "[2147483647,2] | 1"})
    void do_not_fit_a_text_of_another_length(String changes, int length) {
        assertThat(TextChanges.parse(changes).fits(length)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "8",
                "null",
                "\"[8]\"",
                "[-1]",
                "[1.5]",
                "[2147483648]",
                "[null]",
                "[\"x\"]",
                "[[]]",
                "[[\"x\"]]",
                "[[-1,\"x\"]]",
                "[[1.0]]",
                "[[0,7]]",
                "[[0,null]]",
                "[[0,[\"x\"]]]",
                "[{\"0\":1}]",
                "[true]",
                "[[0,\"\\uD83D\"]]",
                "[[0,\"\\uDE00\\uD83D\"]]",
            })
    void are_refused_where_they_are_none(String changes) {
        assertThatThrownBy(() -> TextChanges.parse(changes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tell_whole_texts_from_those_with_half_a_character() {
        assertThat(TextChanges.isWhole("")).isTrue();
        assertThat(TextChanges.isWhole("ñ \uD83D\uDE00 字")).isTrue();
        assertThat(TextChanges.isWhole("\uD83D")).isFalse();
        assertThat(TextChanges.isWhole("\uDE00\uD83D")).isFalse();
        assertThat(TextChanges.isWhole("a\uD83Db")).isFalse();
    }
}
