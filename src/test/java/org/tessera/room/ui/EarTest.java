package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A note's words are remembered as long as it says them on the board, and no longer. */
class EarTest {

    private static final String ADVICE = "You should try groups";

    @Test
    void hears_advice_and_nothing_in_what_was_not_listened_to() {
        JsonNode advice = note("a", ADVICE);
        JsonNode seen = note("b", "Three of them count");
        Ear ear = Ear.NOTHING.at(List.of(advice, seen));
        assertThat(ear.hears(advice)).isTrue();
        assertThat(ear.hears(seen)).isFalse();
        assertThat(Ear.NOTHING.hears(advice)).isFalse();
    }

    @Test
    void listens_again_to_what_was_rewritten() {
        Ear before = Ear.NOTHING.at(List.of(note("a", ADVICE)));
        assertThat(before.at(List.of(note("a", "Three of them count"))).hears(note("a", "")))
                .isFalse();
        assertThat(before.at(List.of(note("a", ADVICE))).hears(note("a", ""))).isTrue();
    }

    @Test
    void remembers_nothing_of_what_was_erased_or_rewritten() {
        Ear before = Ear.NOTHING.at(List.of(note("a", ADVICE), note("b", "Bo drew the axes")));
        assertThat(before.at(List.of(note("a", ADVICE))).toString()).doesNotContain("Bo drew the axes");
        assertThat(before.at(List.of(note("a", "Three of them count"))).toString())
                .doesNotContain(ADVICE);
        assertThat(before.at(List.of())).isEqualTo(Ear.NOTHING);
    }

    private static JsonNode note(String id, String text) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("text", text);
    }
}
