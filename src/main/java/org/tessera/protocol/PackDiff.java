package org.tessera.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** What is different between two versions of a pack. Nothing that differs is left out, and nothing else is told. */
public final class PackDiff {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Members whose own members are told one by one; anything else is told whole. */
    private static final Set<String> OPENED = Set.of("attribution", "prompts", "may", "forRole");

    private final JsonNode before;
    private final JsonNode after;
    private final List<PackChange> changes = new ArrayList<>();

    private PackDiff(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** The changes from {@code before} to {@code after}: those of the whole pack, then those of the phases in order. */
    public static List<PackChange> between(JsonNode before, JsonNode after) {
        var diff = new PackDiff(before, after);
        diff.members(Optional.empty(), "", before, after, Set.of("id", "version", "phases"));
        diff.phases();
        return List.copyOf(diff.changes);
    }

    private void phases() {
        List<String> old = PackTree.phaseIds(before);
        List<String> now = PackTree.phaseIds(after);
        old.stream().filter(id -> !now.contains(id)).forEach(id -> tell(before, id, PackChange.What.STEP_REMOVED));
        Set<String> moved = moved(old, now);
        for (String id : now) {
            if (!old.contains(id)) {
                tell(after, id, PackChange.What.STEP_ADDED);
                continue;
            }
            JsonNode was = phase(before, id);
            JsonNode is = phase(after, id);
            if (moved.contains(id)) {
                changes.add(new PackChange(
                        Optional.of(is),
                        PackChange.What.STEP_MOVED,
                        "",
                        JSON.numberNode(old.indexOf(id) + 1),
                        JSON.numberNode(now.indexOf(id) + 1)));
            }
            members(Optional.of(is), "", was, is, Set.of("id"));
        }
    }

    /** The fewest phases that must have moved: all but a longest run that kept its order. */
    private static Set<String> moved(List<String> old, List<String> now) {
        List<String> kept = now.stream().filter(old::contains).toList();
        List<List<String>> longest = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            List<String> best = List.of();
            for (int j = 0; j < i; j++) {
                boolean inOrder = old.indexOf(kept.get(j)) < old.indexOf(kept.get(i));
                if (inOrder && longest.get(j).size() > best.size()) {
                    best = longest.get(j);
                }
            }
            List<String> run = new ArrayList<>(best);
            run.add(kept.get(i));
            longest.add(run);
        }
        Set<String> moved = new HashSet<>(kept);
        longest.stream().max((a, b) -> Integer.compare(a.size(), b.size())).ifPresent(moved::removeAll);
        return moved;
    }

    private static JsonNode phase(JsonNode tree, String id) {
        return PackTree.phases(tree).get(PackTree.place(tree, id));
    }

    private void tell(JsonNode tree, String id, PackChange.What kind) {
        JsonNode nothing = MissingNode.getInstance();
        changes.add(new PackChange(Optional.of(phase(tree, id)), kind, "", nothing, nothing));
    }

    private void members(Optional<JsonNode> step, String at, JsonNode was, JsonNode is, Set<String> but) {
        Set<String> names = new LinkedHashSet<>(was.propertyNames());
        names.addAll(is.propertyNames());
        for (String name : names) {
            JsonNode one = was.path(name);
            JsonNode other = is.path(name);
            if (but.contains(name) || isSame(name, one, other)) {
                continue;
            }
            if (OPENED.contains(name)) {
                members(step, at + name + "/", one, other, Set.of());
            } else {
                changes.add(new PackChange(step, PackChange.What.VALUE, at + name, one, other));
            }
        }
    }

    private static boolean isSame(String name, JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isObject() && other.isObject()) {
            return Set.copyOf(one.propertyNames()).equals(Set.copyOf(other.propertyNames()))
                    && one.propertyNames().stream().allMatch(each -> isSame(each, one.get(each), other.get(each)));
        }
        if (one.isArray() && other.isArray() && !isOrdered(name)) {
            return Set.copyOf(one.valueStream().toList())
                    .equals(Set.copyOf(other.valueStream().toList()));
        }
        if (one.isArray() && other.isArray()) {
            boolean same = one.size() == other.size();
            for (int i = 0; same && i < one.size(); i++) {
                same = isSame("", one.get(i), other.get(i));
            }
            return same;
        }
        boolean nothing = one.isMissingNode() || (one.isBoolean() && !one.booleanValue());
        boolean alsoNothing = other.isMissingNode() || (other.isBoolean() && !other.booleanValue());
        return one.equals(other) || (nothing && alsoNothing);
    }

    /** Whether the order of a list says something; among roles it does not. */
    private static boolean isOrdered(String name) {
        return !Set.of("speak", "unlocks").contains(name) && !isAction(name);
    }

    private static boolean isAction(String name) {
        for (Action action : Action.values()) {
            if (action.word().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
