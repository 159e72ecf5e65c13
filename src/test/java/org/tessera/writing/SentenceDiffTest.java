package org.tessera.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.writing.SentenceChange.Kind.GONE;
import static org.tessera.writing.SentenceChange.Kind.NEW;
import static org.tessera.writing.SentenceChange.Kind.SAME;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceDiffTest {

    @Test
    void a_reworded_sentence_is_gone_and_new_and_its_neighbours_stay() {
        assertThat(between("We met. We talked. We left.", "We met. We listened. We left."))
                .containsExactly(
                        new SentenceChange(SAME, "We met."),
                        new SentenceChange(GONE, "We talked."),
                        new SentenceChange(NEW, "We listened."),
                        new SentenceChange(SAME, "We left."));
    }

    @Test
    void a_line_break_ends_a_sentence() {
        assertThat(between("A heading\nIts text", "A heading\n\nIts text"))
                .extracting(SentenceChange::kind)
                .containsExactly(SAME, SAME);
    }

    @Test
    void both_texts_can_be_put_together_again() {
        List<SentenceChange> changes = between("One. Two. Three.", "Zero. Two. Four. Three.");
        assertThat(changes.stream().filter(change -> change.kind() != NEW).map(SentenceChange::sentence))
                .containsExactly("One.", "Two.", "Three.");
        assertThat(changes.stream().filter(change -> change.kind() != GONE).map(SentenceChange::sentence))
                .containsExactly("Zero.", "Two.", "Four.", "Three.");
    }

    @Test
    void a_text_begun_is_all_new() {
        assertThat(between("", "Hello. There."))
                .extracting(SentenceChange::kind)
                .containsExactly(NEW, NEW);
    }

    private static List<SentenceChange> between(String before, String after) {
        return SentenceDiff.between(before, after, Locale.ENGLISH);
    }
}
