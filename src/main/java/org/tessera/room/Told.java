package org.tessera.room;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that one or many seats are told: as a text for who is far away, as a tree for who is in this process. Each is made
 * when it is first asked for, and then serves everybody; nobody changes a tree.
 */
final class Told {

    private @Nullable JsonNode tree;
    private @Nullable Utf8 text;
    private boolean isSlim;

    private Told(@Nullable JsonNode tree, @Nullable Utf8 text) {
        this.tree = tree;
        this.text = text;
    }

    static Told of(ObjectNode tree) {
        return new Told(tree, null);
    }

    static Told of(String json) {
        return new Told(null, Utf8.of(json));
    }

    synchronized Utf8 text() {
        if (text == null) {
            text = Utf8.of(EntityJson.JSON.writeValueAsBytes(tree));
        }
        return text;
    }

    synchronized JsonNode tree() {
        if (tree != null) {
            return tree;
        }
        JsonNode read = EntityJson.JSON.readTree(text().toString());
        if (!isSlim) {
            tree = read;
        }
        return read;
    }

    /** What is kept for who comes back is to take little room: a tree is several times as large as its text. */
    synchronized void slim() {
        text();
        tree = null;
        isSlim = true;
    }
}
