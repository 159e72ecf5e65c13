package org.tessera.support.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The page's elements as Flow has told them, whichever of its two ways a telling came. */
final class FlowTree {

    /** Flow's own numbers for what it tells of an element. */
    private static final int ABOUT = 0;

    private static final int PROPERTIES = 1;
    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;
    private static final int TEXT = 7;

    /** Answers and pushes overtake each other; their numbers say in which order they count. */
    private final SortedMap<Integer, JsonNode> told = new ConcurrentSkipListMap<>();

    /** One element, or a piece of text. */
    record Node(
            int id, Map<String, JsonNode> about, Map<Integer, Map<String, JsonNode>> features, List<Integer> children) {

        private Node(int id) {
            this(id, new HashMap<>(), new HashMap<>(), new ArrayList<>());
        }

        String tag() {
            JsonNode tag = about.get("tag");
            return tag == null ? "" : tag.asString();
        }

        String property(String name) {
            return value(PROPERTIES, name);
        }

        String attribute(String name) {
            return value(ATTRIBUTES, name);
        }

        private String value(int feature, String name) {
            JsonNode value = features.getOrDefault(feature, Map.of()).get(name);
            return value == null ? "" : value.path("uri").asString(value.asString(""));
        }
    }

    void take(JsonNode uidl) {
        told.put(uidl.path("syncId").asInt(), uidl);
    }

    int lastSeen() {
        return told.isEmpty() ? -1 : told.lastKey();
    }

    Stream<Node> nodes() {
        return fold().values().stream();
    }

    /** All text under the elements that {@code wanted} picks, and their own. */
    String textOf(Predicate<Node> wanted) {
        Map<Integer, Node> nodes = fold();
        return nodes.values().stream()
                .filter(wanted)
                .map(node -> text(node, nodes))
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static String text(Node node, Map<Integer, Node> nodes) {
        return node.value(TEXT, "text")
                + node.children().stream()
                        .map(nodes::get)
                        .filter(child -> child != null)
                        .map(child -> text(child, nodes))
                        .collect(Collectors.joining());
    }

    private Map<Integer, Node> fold() {
        Map<Integer, Node> nodes = new TreeMap<>();
        told.values().forEach(uidl -> uidl.path("changes").forEach(change -> fold(change, nodes)));
        return nodes;
    }

    private static void fold(JsonNode change, Map<Integer, Node> nodes) {
        int id = change.path("node").asInt();
        int feature = change.path("feat").asInt(-1);
        Node node = nodes.computeIfAbsent(id, Node::new);
        switch (change.path("type").asString()) {
            case "detach" -> nodes.remove(id);
            case "put" -> map(node, feature).put(change.path("key").asString(), change.path("value"));
            case "remove" -> map(node, feature).remove(change.path("key").asString());
            case "clear" -> list(node, feature).clear();
            case "splice" -> splice(list(node, feature), change);
            default -> {}
        }
    }

    private static Map<String, JsonNode> map(Node node, int feature) {
        return feature == ABOUT ? node.about() : node.features().computeIfAbsent(feature, key -> new HashMap<>());
    }

    private static List<Integer> list(Node node, int feature) {
        return feature == CHILDREN ? node.children() : new ArrayList<>();
    }

    private static void splice(List<Integer> children, JsonNode change) {
        int at = Math.min(change.path("index").asInt(), children.size());
        int end = Math.min(at + change.path("remove").asInt(0), children.size());
        children.subList(at, end).clear();
        List<Integer> more = new ArrayList<>();
        change.path("addNodes").forEach(child -> more.add(child.asInt()));
        children.addAll(at, more);
    }
}
