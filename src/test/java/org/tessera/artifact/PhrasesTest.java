package org.tessera.artifact;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final String VISION = "Every student shows what they know, with voice and choice.";

    @Test
    void pieces_add_up_to_the_statement() {
        assertThat(Phrases.of(VISION, List.of(phrase("shows what they know"), phrase("voice and choice"))))
                .extracting(Phrases.Piece::text)
                .containsExactly("Every student ", "shows what they know", ", with ", "voice and choice", ".");
    }

    @Test
    void traced_phrases_know_their_origin_and_the_words_between_have_none() {
        Content.Lineage source = phrase("voice and choice");
        List<Phrases.Piece> pieces = Phrases.of(VISION, List.of(source));
        assertThat(pieces.get(0).source()).isEmpty();
        assertThat(pieces.get(1).source()).contains(source);
    }

    @Test
    void a_phrase_that_stands_twice_is_found_twice() {
        List<Phrases.Piece> pieces =
                Phrases.of("more trust, more trust", List.of(phrase("more trust"), phrase("more trust")));
        assertThat(pieces).filteredOn(piece -> piece.source().isPresent()).hasSize(2);
    }

    @Test
    void a_phrase_that_is_not_there_changes_nothing() {
        List<Phrases.Piece> pieces = Phrases.of(VISION, List.of(phrase("grades"), phrase("")));
        assertThat(pieces.stream().map(Phrases.Piece::text).collect(joining())).isEqualTo(VISION);
        assertThat(pieces).hasSize(1);
    }

    private static Content.Lineage phrase(String text) {
        return new Content.Lineage(text, List.of("draft"), List.of("note"));
    }
}
