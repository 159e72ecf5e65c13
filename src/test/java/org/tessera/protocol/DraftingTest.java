package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Drafting.Answer;
import org.tessera.yaml.YamlFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

class DraftingTest {

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final ObjectNode draft =
            tree("{name: {en: Ours}, phases: [{id: look, optional: true}, {id: talk}, {id: end}], "
                    + "protect: [{phases: [talk, end], minMinutes: 5}, {phases: [end], minMinutes: 3}]}");

    private static ObjectNode tree(String yaml) {
        return (ObjectNode) YamlFile.read("test", yaml).content();
    }

    private static JsonNode word(String word) {
        return JsonNodeFactory.instance.stringNode(word);
    }

    private ObjectNode changed(DraftEdit... edits) {
        assertThat(Drafting.apply(draft, List.of(edits))).isInstanceOf(Answer.Changed.class);
        return ((Answer.Changed) Drafting.apply(draft, List.of(edits))).tree();
    }

    @Nested
    class A_value {

        @Test
        void is_put_where_another_stood() {
            ObjectNode next = changed(new DraftEdit.Put("/name/en", word("Ours"), word("Theirs")));

            assertThat(next.at("/name/en")).isEqualTo(word("Theirs"));
            assertThat(draft.at("/name/en")).isEqualTo(word("Ours"));
        }

        @Test
        void is_put_into_a_phase_by_its_id_and_makes_what_is_around_it() {
            ObjectNode next = changed(new DraftEdit.Put("/phases/@talk/prompts/task/en", NOTHING, word("Talk!")));

            assertThat(next.at("/phases/1/prompts/task/en")).isEqualTo(word("Talk!"));
        }

        @Test
        void is_taken_away() {
            JsonNode was = JsonNodeFactory.instance.booleanNode(true);

            assertThat(changed(new DraftEdit.Put("/phases/@look/optional", was, NOTHING))
                            .at("/phases/0/optional")
                            .isMissingNode())
                    .isTrue();
        }

        @Test
        void is_not_put_over_what_somebody_else_has_put_there_meanwhile() {
            var mine = new DraftEdit.Put("/name/en", word("As I saw it"), word("Mine"));

            assertThat(Drafting.apply(draft, List.of(mine))).isEqualTo(new Answer.Overtaken(mine, word("Ours")));
        }

        @Test
        void is_fine_if_somebody_else_has_put_the_same_there() {
            assertThat(changed(new DraftEdit.Put("/name/en", word("As I saw it"), word("Ours"))))
                    .isEqualTo(draft);
        }

        @Test
        void comes_together_with_another_one_elsewhere() {
            ObjectNode theirs = changed(new DraftEdit.Put("/purpose/en", NOTHING, word("Why")));

            assertThat(Drafting.apply(theirs, List.of(new DraftEdit.Put("/name/en", word("Ours"), word("Mine")))))
                    .isInstanceOfSatisfying(Answer.Changed.class, answer -> {
                        assertThat(answer.tree().at("/name/en")).isEqualTo(word("Mine"));
                        assertThat(answer.tree().at("/purpose/en")).isEqualTo(word("Why"));
                    });
        }

        @Test
        void of_a_phase_that_is_gone_is_told() {
            var lost = new DraftEdit.Put("/phases/@gone/mode", NOTHING, word("OPEN"));

            assertThat(Drafting.apply(draft, List.of(lost))).isEqualTo(new Answer.Gone(lost));
        }

        @Test
        void is_put_with_all_others_or_none_is() {
            var first = new DraftEdit.Put("/name/en", word("Ours"), word("Mine"));
            var lost = new DraftEdit.MovePhase("gone", 1);

            assertThat(Drafting.apply(draft, List.of(first, lost))).isEqualTo(new Answer.Gone(lost));
            assertThat(draft.at("/name/en")).isEqualTo(word("Ours"));
        }
    }

    @Nested
    class A_phase {

        @Test
        void is_added_behind_another_and_at_the_beginning() {
            ObjectNode next = changed(
                    new DraftEdit.AddPhase(Optional.of("look"), tree("{id: ask}")),
                    new DraftEdit.AddPhase(Optional.empty(), tree("{id: hello}")));

            assertThat(PackTree.phaseIds(next)).containsExactly("hello", "look", "ask", "talk", "end");
        }

        @Test
        void gets_an_id_of_its_own() {
            ObjectNode next = changed(new DraftEdit.AddPhase(Optional.of("end"), tree("{id: talk}")));

            assertThat(PackTree.phaseIds(next)).containsExactly("look", "talk", "end", "talk-2");
        }

        @Test
        void moves_and_stops_at_the_ends() {
            assertThat(PackTree.phaseIds(changed(new DraftEdit.MovePhase("look", 1))))
                    .containsExactly("talk", "look", "end");
            assertThat(PackTree.phaseIds(changed(new DraftEdit.MovePhase("look", -1))))
                    .containsExactly("look", "talk", "end");
            assertThat(PackTree.phaseIds(changed(new DraftEdit.MovePhase("look", 9))))
                    .containsExactly("talk", "end", "look");
        }

        @Test
        void goes_with_what_other_rules_say_about_it() {
            ObjectNode next = changed(new DraftEdit.RemovePhase("end"));

            assertThat(PackTree.phaseIds(next)).containsExactly("look", "talk");
            assertThat(next.get("protect"))
                    .isEqualTo(tree("{p: [{phases: [talk], minMinutes: 5}]}").get("p"));
        }
    }
}
