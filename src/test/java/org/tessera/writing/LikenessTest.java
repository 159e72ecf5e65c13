package org.tessera.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The texts are made by hand; whether they are copies is known, not computed. */
class LikenessTest {

    private static final String ANA = """
            Before the October meeting I believed that describing student work was the easy part. Holding my colleagues to
            description for nine minutes proved me wrong. Each time somebody guessed at what the student had meant, I asked
            where on the page that could be seen. By the end the group had found a second graph which none of us had
            noticed at first, and it changed what we thought the student understood about evaporation. Next time I will
            show the sentence starters on the wall, because I ran out of ways to ask the same question. I also want to
            leave more silence after a new observation, since two people told me later that they had something to add.
            """;

    /** Of the same meeting, by somebody else. */
    private static final String BEN = """
            I presented the water lab in October and was not allowed to speak while the others described it. That silence
            was hard for me. I had marked this paper a week before and thought I knew it, but the group saw that the second
            graph contradicted the first. The facilitator kept us with what stood on the page, which protected the student
            and me. My lesson will change: I now ask students to explain each graph in one sentence before they draw the
            next. I also learned that my instructions hid the question about evaporation at the bottom of the sheet.
            """;

    /** Ana's text with a word changed here and there. */
    private static final String REWORDED = """
            Before the October session I thought that describing student work was the simple part. Holding my team to
            description for nine minutes showed me wrong. Each time someone guessed at what the student meant, I asked
            where on the page this could be seen. At the end the group had discovered a second graph that none of us had
            noticed before, and it changed what we believed the student understood about evaporation. Next time I will
            put the sentence starters on the board, because I ran out of ways to ask the same thing. I also hope to
            leave longer silence after each new observation, since two colleagues told me afterwards they had something to add.
            """;

    @Nested
    class A_text_of_ones_own {

        @Test
        void passes_beside_one_about_the_same_meeting() {
            assertThat(compared(ANA, BEN).isTooMuch()).isFalse();
            assertThat(compared(BEN, ANA).isTooMuch()).isFalse();
        }

        @Test
        void passes_with_a_phrase_everybody_uses() {
            String mine = BEN + " At the end of the day we all want what is best for our students.";
            String theirs = ANA + " At the end of the day we all want what is best for our students.";
            assertThat(compared(mine, theirs).isTooMuch()).isFalse();
        }

        @Test
        void is_not_alike_to_nothing() {
            assertThat(Likeness.of(subject(ANA), List.of(), List.of()).isTooMuch())
                    .isFalse();
            assertThat(compared("", ANA).isTooMuch()).isFalse();
        }
    }

    @Nested
    class A_copy {

        @Test
        void fails_word_for_word() {
            Likeness likeness = compared(ANA, ANA);
            assertThat(likeness.isTooMuch()).isTrue();
            assertThat(likeness.alike()).isEqualTo(likeness.words());
        }

        @Test
        void fails_with_words_changed_here_and_there() {
            assertThat(compared(REWORDED, ANA).isTooMuch()).isTrue();
        }

        @Test
        void fails_with_its_sentences_in_another_order_and_words_moved_within_them() {
            String shuffled = """
                    I want to leave more silence after an observation that is new, since later two people told me they had
                    something to add. On the wall I will show the sentence starters next time. A second graph, which at first
                    none of us had noticed, had been found by the group at the end, and it changed our thoughts about what
                    the student understood of evaporation.
                    """;
            assertThat(compared(shuffled, ANA).isTooMuch()).isTrue();
        }

        @Test
        void fails_where_only_a_paragraph_is_copied_into_a_text_of_ones_own() {
            String mine = BEN + ANA.substring(ANA.indexOf("Next time"));
            Likeness likeness = compared(mine, ANA);
            assertThat(likeness.isTooMuch()).isTrue();
            assertThat(likeness.passages()).singleElement().satisfies(passage -> assertThat(passage.of(mine))
                    .startsWith("Next time I will")
                    .endsWith("something to add"));
        }

        @Test
        void fails_whatever_its_capitals_accents_and_line_ends() {
            assertThat(compared(
                                    "EL GRUPO VIO QUE LA SEGUNDA GRAFICA\nCONTRADECIA A LA PRIMERA Y ESO CAMBIO MI CLASE ENTERA",
                                    "El grupo vio que la segunda gráfica contradecía a la primera y eso cambió mi clase entera.")
                            .isTooMuch())
                    .isTrue();
        }

        @Test
        void fails_as_a_short_annotation_too() {
            String words = "I held the group to describing for nine minutes and asked where it could be seen.";
            assertThat(compared(words, words).isTooMuch()).isTrue();
        }
    }

    @Nested
    class What_does_not_count {

        private static final String STATEMENT =
                "Every student shows what they understand through work that matters beyond the classroom, and every"
                        + " teacher has colleagues who look at that work with care, describe it before judging it, and"
                        + " learn from it together over the whole year.";

        @Test
        void is_what_the_team_wrote_together() {
            String mine = BEN + STATEMENT;
            String theirs = ANA + STATEMENT;
            assertThat(compared(mine, theirs).isTooMuch()).isTrue();
            Likeness likeness = Likeness.of(subject(mine), List.of(subject(theirs)), List.of(STATEMENT));
            assertThat(likeness.isTooMuch()).isFalse();
            assertThat(likeness.words()).isLessThan(compared(mine, theirs).words());
        }

        @Test
        void is_what_is_left_out_as_a_quotation() {
            String quoted = Quotation.block(STATEMENT, "(Dweck, 2006)");
            String mine = BEN + quoted;
            Likeness.Subject subject = new Likeness.Subject(
                    mine, Quotation.in(mine).stream().map(Quotation::where).toList());
            assertThat(Likeness.of(subject, List.of(subject(ANA + STATEMENT)), List.of())
                            .isTooMuch())
                    .isFalse();
        }
    }

    @Test
    void the_passages_show_ones_own_words_only() {
        Likeness likeness = compared(REWORDED, ANA);
        assertThat(likeness.passages()).isNotEmpty();
        assertThat(likeness.passages().stream().map(passage -> passage.of(REWORDED)))
                .allMatch(REWORDED::contains)
                .noneMatch(words -> words.contains("my colleagues"));
    }

    private static Likeness compared(String mine, String theirs) {
        return Likeness.of(subject(mine), List.of(subject(theirs)), List.of());
    }

    private static Likeness.Subject subject(String text) {
        return new Likeness.Subject(text, List.of());
    }
}
