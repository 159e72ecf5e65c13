package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ToldTest {

    private final ObjectNode tree =
            JsonNodeFactory.instance.objectNode().put("type", "hand-set").put("by", "ñandú");

    @Test
    void everybody_shares_one_tree_and_one_text() {
        Told told = Told.of(tree);

        assertThat(told.tree()).isSameAs(tree);
        assertThat(told.text()).isSameAs(told.text());
        assertThat(EntityJson.JSON.readTree(told.text().toString())).isEqualTo(tree);
    }

    @Test
    void what_is_kept_long_says_the_same_and_holds_no_tree() {
        Told told = Told.of(tree);

        told.slim();

        assertThat(told.tree()).isEqualTo(tree).isNotSameAs(tree).isNotSameAs(told.tree());
        assertThat(EntityJson.JSON.readTree(told.text().toString())).isEqualTo(tree);
    }
}
