package org.tessera.protocol;

import java.time.Instant;
import java.util.List;
import org.tessera.account.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A protocol as somebody is writing it.
 *
 * @param tree what was typed, sound or not
 * @param number counts the changes; a person who publishes names the one they looked at
 * @param by who changed it last
 */
public record PackDraft(String id, ObjectNode tree, long number, PersonId by, Instant at) {

    /** The value at a place of a draft, written as {@link DraftEdit.Put#path}; missing if there is none. */
    public static JsonNode at(JsonNode tree, String path) {
        return Drafting.at(tree, path);
    }

    /** A draft with changes made to it, or as it was if they cannot be made. */
    public static ObjectNode changed(ObjectNode tree, List<DraftEdit> edits) {
        return Drafting.apply(tree, edits) instanceof Drafting.Answer.Changed(var next) ? next : tree;
    }
}
