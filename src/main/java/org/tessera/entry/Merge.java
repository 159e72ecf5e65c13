package org.tessera.entry;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what two people did to the same entry at the same time, field by field. */
final class Merge {

    private Merge() {}

    /**
     * The entry with both changes.
     *
     * @param seen the entry both began from
     * @return nothing if both changed the same field, and not to the same
     */
    static Optional<ObjectNode> of(JsonNode seen, JsonNode mine, JsonNode theirs) {
        Set<String> names = new TreeSet<>(mine.propertyNames());
        names.addAll(theirs.propertyNames());
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            JsonNode before = seen.path(name);
            JsonNode one = mine.path(name);
            JsonNode other = theirs.path(name);
            if (!one.equals(other) && !one.equals(before) && !other.equals(before)) {
                return Optional.empty();
            }
            JsonNode now = one.equals(before) ? other : one;
            if (!now.isMissingNode()) {
                both.set(name, now);
            }
        }
        return Optional.of(both);
    }
}
