package org.tessera.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** How a draft changes: pure, so that what people type meets only here. */
final class Drafting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Drafting() {}

    /** What comes of changes: all of them, or none. */
    sealed interface Answer {

        record Changed(ObjectNode tree) implements Answer {}

        /** Somebody else has changed the same place meanwhile. */
        record Overtaken(DraftEdit.Put edit, JsonNode theirs) implements Answer {}

        /** What was to be changed is no longer there. */
        record Gone(DraftEdit edit) implements Answer {}
    }

    static Answer apply(ObjectNode tree, List<DraftEdit> edits) {
        ObjectNode next = tree.deepCopy();
        for (DraftEdit edit : edits) {
            Answer answer =
                    switch (edit) {
                        case DraftEdit.Put put -> put(next, put);
                        case DraftEdit.AddPhase add -> add(next, add);
                        case DraftEdit.MovePhase move -> move(next, move);
                        case DraftEdit.RemovePhase remove -> remove(next, remove);
                    };
            if (!(answer instanceof Answer.Changed)) {
                return answer;
            }
        }
        return new Answer.Changed(next);
    }

    /** The value at {@code path}; missing if there is none. */
    static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String step : steps(path)) {
            node = child(node, step);
        }
        return node;
    }

    private static JsonNode child(JsonNode node, String step) {
        if (!step.startsWith("@")) {
            return node.isArray() && step.matches("\\d+") ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        for (JsonNode item : node) {
            if (item.path("id").asString("").equals(step.substring(1))) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<String> steps(String path) {
        return Arrays.stream(path.substring(1).split("/", -1)).toList();
    }

    private static Answer put(ObjectNode tree, DraftEdit.Put put) {
        JsonNode there = at(tree, put.path());
        if (there.equals(put.becomes())) {
            return new Answer.Changed(tree);
        }
        if (!same(there, put.was())) {
            return new Answer.Overtaken(put, there);
        }
        List<String> steps = steps(put.path());
        JsonNode around = tree;
        for (String step : steps.subList(0, steps.size() - 1)) {
            JsonNode inside = child(around, step);
            if (inside.isMissingNode() && around instanceof ObjectNode object && !step.startsWith("@")) {
                inside = object.putObject(step);
            }
            around = inside;
        }
        if (!(around instanceof ObjectNode object)) {
            return new Answer.Gone(put);
        }
        if (put.becomes().isMissingNode() || put.becomes().isNull()) {
            object.remove(steps.getLast());
        } else {
            object.set(steps.getLast(), put.becomes());
        }
        return new Answer.Changed(tree);
    }

    /** Numbers are the same whether they were typed or read. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        boolean nothing = one.isMissingNode() || one.isNull();
        return nothing ? other.isMissingNode() || other.isNull() : one.equals(other);
    }

    private static Answer add(ObjectNode tree, DraftEdit.AddPhase add) {
        ObjectNode phase = add.phase().deepCopy();
        String id = phase.path("id").asString("");
        if (PackTree.place(tree, id) >= 0 || id.isEmpty()) {
            phase.put("id", PackTree.freeId(tree, id));
        }
        int place = add.behind().map(before -> PackTree.place(tree, before)).orElse(-1) + 1;
        if (add.behind().isPresent() && place == 0) {
            return new Answer.Gone(add);
        }
        phases(tree).insert(place, phase);
        return new Answer.Changed(tree);
    }

    private static ArrayNode phases(ObjectNode tree) {
        return tree.get("phases") instanceof ArrayNode there ? there : tree.putArray("phases");
    }

    private static Answer move(ObjectNode tree, DraftEdit.MovePhase move) {
        int from = PackTree.place(tree, move.phase());
        if (from < 0) {
            return new Answer.Gone(move);
        }
        ArrayNode phases = phases(tree);
        JsonNode phase = phases.remove(from);
        phases.insert(Math.clamp(from + (long) move.places(), 0, phases.size()), phase);
        return new Answer.Changed(tree);
    }

    private static Answer remove(ObjectNode tree, DraftEdit.RemovePhase remove) {
        int place = PackTree.place(tree, remove.phase());
        if (place < 0) {
            return new Answer.Gone(remove);
        }
        phases(tree).remove(place);
        forget(tree, "protect", remove.phase());
        forget(tree, "repeats", remove.phase());
        return new Answer.Changed(tree);
    }

    /** A rule over phases goes on without the phase; one over nothing goes too. */
    private static void forget(ObjectNode tree, String rules, String phase) {
        if (!(tree.get(rules) instanceof ArrayNode list)) {
            return;
        }
        ArrayNode left = JSON.arrayNode();
        for (JsonNode rule : list) {
            List<String> phases = ids(rule.path("phases"));
            if (!phases.contains(phase)) {
                left.add(rule);
            } else if (phases.size() > 1) {
                ObjectNode shorter = (ObjectNode) rule.deepCopy();
                ArrayNode others = shorter.putArray("phases");
                phases.stream().filter(id -> !id.equals(phase)).forEach(others::add);
                left.add(shorter);
            }
        }
        if (left.isEmpty()) {
            tree.remove(rules);
        } else {
            tree.set(rules, left);
        }
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(id -> id.asString("")).collect(Collectors.toList());
    }
}
