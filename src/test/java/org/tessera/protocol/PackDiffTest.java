package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.yaml.YamlFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PackDiffTest {

    private static ObjectNode tree(String yaml) {
        return (ObjectNode) YamlFile.read("test", yaml).content();
    }

    private static List<String> told(String before, String after) {
        return PackDiff.between(tree(before), tree(after)).stream()
                .map(change -> change.step()
                                .map(step -> step.path("id").stringValue() + ": ")
                                .orElse("") + change.kind() + " " + change.what() + " " + change.before() + " > "
                        + change.after())
                .toList();
    }

    @Nested
    class Every_difference {

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.ShippedPacks#ids")
        void of_a_shipped_pack_is_told_once_wherever_one_value_changes(String id) {
            ObjectNode before = tree(ShippedPacks.source(id));
            List<String> leaves = new ArrayList<>();
            collect(before, "", leaves);

            for (String leaf : leaves) {
                ObjectNode after = before.deepCopy();
                spoil(after, leaf);
                assertThat(PackDiff.between(before, after)).as(leaf).hasSize(1);
            }
            assertThat(leaves).hasSizeGreaterThan(100);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.ShippedPacks#ids")
        void is_none_between_a_pack_and_itself_written_anew(String id) {
            ObjectNode before = tree(ShippedPacks.source(id));

            assertThat(PackDiff.between(before, tree(PackTree.yaml(before, new PackRef("other", "9")))))
                    .isEmpty();
        }

        /** All plain values but the ids of phases and of the pack, by their JSON Pointer. */
        private static void collect(JsonNode node, String at, List<String> leaves) {
            if (node instanceof ObjectNode object) {
                object.forEachEntry((name, value) -> collect(value, at + "/" + name, leaves));
            } else if (node instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    collect(list.get(i), at + "/" + i, leaves);
                }
            } else if (!at.matches("/id|/version|/phases/\\d+/id")) {
                leaves.add(at);
            }
        }

        private static void spoil(ObjectNode tree, String at) {
            int end = at.lastIndexOf('/');
            JsonNode around = tree.at(at.substring(0, end));
            String last = at.substring(end + 1);
            JsonNode was = tree.at(at);
            if (around instanceof ArrayNode list) {
                list.set(Integer.parseInt(last), list.stringNode("changed"));
            } else if (was.isBoolean()) {
                ((ObjectNode) around).put(last, !was.booleanValue());
            } else {
                ((ObjectNode) around).put(last, "changed");
            }
        }
    }

    @Nested
    class A_phase {

        @Test
        void that_is_new_or_gone_is_told_whole() {
            assertThat(told("{phases: [{id: a}, {id: b, mode: OPEN}]}", "{phases: [{id: a}, {id: c, mode: FAC}]}"))
                    .containsExactly("b: STEP_REMOVED   > ", "c: STEP_ADDED   > ");
        }

        @Test
        void that_moved_is_told_alone_though_others_stand_elsewhere_now() {
            assertThat(told(
                            "{phases: [{id: a}, {id: b}, {id: c}, {id: d}]}",
                            "{phases: [{id: b}, {id: c}, {id: d}, {id: a}]}"))
                    .containsExactly("a: STEP_MOVED  1 > 4");
        }

        @Test
        void that_grants_another_right_tells_which() {
            assertThat(
                            told(
                                    "{phases: [{id: a, may: {post: [participant]}, minutes: {min: 1, target: 2, max: 3}}]}",
                                    "{phases: [{id: a, may: {post: [participant, coach]}, minutes: {min: 1, target: 2.0, max: 3}}]}"))
                    .containsExactly("a: VALUE may/post [\"participant\"] > [\"participant\",\"coach\"]");
        }
    }

    @Test
    void the_order_of_roles_says_nothing_and_that_of_kinds_does() {
        assertThat(told(
                        "{phases: [{id: a, speak: [coach, presenter], kinds: [note, idea]}]}",
                        "{phases: [{id: a, speak: [presenter, coach], kinds: [idea, note]}]}"))
                .containsExactly("a: VALUE kinds [\"note\",\"idea\"] > [\"idea\",\"note\"]");
    }
}
