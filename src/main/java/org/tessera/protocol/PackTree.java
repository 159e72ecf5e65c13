package org.tessera.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.yaml.YamlText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pack as a tree of plain values, in the shape of its YAML. This is the form in which a draft is kept: it can hold
 * whatever somebody has typed, sound or not, and what the reader finds wrong in it has a place in it.
 */
public final class PackTree {

    static final List<String> LANGUAGES = List.of("en", "es");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Members that hold a wording in several languages. */
    private static final Set<String> TEXTS =
            Set.of("name", "purpose", "credit", "licence", "task", "say", "watch", "text");

    /** In which order people like to read a pack; what is not named here comes last. */
    private static final List<String> ORDER = List.of(
            "id",
            "version",
            "en",
            "es",
            "at",
            "text",
            "name",
            "purpose",
            "attribution",
            "credit",
            "licence",
            "sources",
            "verified",
            "aspect",
            "groupSize",
            "roles",
            "norms",
            "protect",
            "repeats",
            "minutes",
            "min",
            "target",
            "max",
            "mode",
            "grouping",
            "instrument",
            "layout",
            "items",
            "levels",
            "threshold",
            "choices",
            "round",
            "seconds",
            "rotate",
            "noRepeats",
            "timing",
            "speak",
            "may",
            "visibility",
            "kinds",
            "unlocks",
            "budget",
            "least",
            "rework",
            "optional",
            "yields",
            "expiry",
            "prompts",
            "task",
            "forRole",
            "per",
            "minMinutes",
            "mistakes",
            "phases");

    private PackTree() {}

    /** The tree that JSON text holds. */
    static ObjectNode parse(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    static String json(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** The tree as the YAML of the pack {@code ref}, as sound or unsound as it is. */
    static String yaml(JsonNode tree, PackRef ref) {
        ObjectNode whole = filled(tree);
        whole.put("id", ref.id());
        whole.put("version", ref.version());
        return YamlText.of(ordered(whole));
    }

    /**
     * A copy in which what is written in one language stands in the other too. Packs have every text in both, and
     * people write in one.
     */
    static ObjectNode filled(JsonNode tree) {
        return (ObjectNode) texts(tree, PackTree::filledText);
    }

    /** A copy in which no wording merely repeats the English one: the opposite of {@link #filled}. */
    static ObjectNode folded(JsonNode tree) {
        return (ObjectNode) texts(tree, PackTree::foldedText);
    }

    /** How many of the texts are worded in both languages, differently, and how many there are. */
    public static Translated translated(JsonNode tree) {
        int[] counts = new int[2];
        texts(folded(tree), text -> {
            if (!text.isEmpty()) {
                counts[1]++;
                counts[0] += text.size() == LANGUAGES.size() ? 1 : 0;
            }
            return text;
        });
        return new Translated(counts[0], counts[1]);
    }

    /** How far a pack is translated. */
    public record Translated(int both, int all) {}

    private interface Rewording {
        ObjectNode of(ObjectNode text);
    }

    private static JsonNode texts(JsonNode node, Rewording rewording) {
        if (node.isObject()) {
            ObjectNode copy = JSON.objectNode();
            node.forEachEntry((name, value) -> {
                if (value.isObject() && TEXTS.contains(name)) {
                    copy.set(name, rewording.of((ObjectNode) value.deepCopy()));
                } else if (name.equals("norms") || name.equals("forRole")) {
                    copy.set(name, eachText(value, rewording));
                } else {
                    copy.set(name, texts(value, rewording));
                }
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(item -> copy.add(texts(item, rewording)));
            return copy;
        }
        return node;
    }

    private static JsonNode eachText(JsonNode texts, Rewording rewording) {
        JsonNode copy = texts.deepCopy();
        if (copy instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof ObjectNode text) {
                    list.set(i, rewording.of(text));
                }
            }
        } else if (copy instanceof ObjectNode byRole) {
            for (String role : List.copyOf(byRole.propertyNames())) {
                if (byRole.get(role) instanceof ObjectNode text) {
                    byRole.set(role, rewording.of(text));
                }
            }
        }
        return copy;
    }

    private static ObjectNode filledText(ObjectNode text) {
        Optional<JsonNode> there =
                LANGUAGES.stream().map(text::path).filter(PackTree::isWorded).findFirst();
        there.ifPresent(wording -> LANGUAGES.stream()
                .filter(language -> !isWorded(text.path(language)))
                .forEach(language -> text.set(language, wording)));
        return text;
    }

    private static boolean isWorded(JsonNode wording) {
        return wording.isString() && !wording.stringValue().isBlank();
    }

    private static ObjectNode foldedText(ObjectNode text) {
        if (text.size() == LANGUAGES.size() && text.path("es").equals(text.path("en"))) {
            text.remove("es");
        }
        return text;
    }

    private static JsonNode ordered(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JSON.objectNode();
            node.propertyNames().stream()
                    .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                    .forEach(name -> copy.set(name, ordered(node.get(name))));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(item -> copy.add(ordered(item)));
            return copy;
        }
        return node;
    }

    private static int rank(String name) {
        int place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }

    /** The phases, in their order. */
    public static List<ObjectNode> phases(JsonNode tree) {
        List<ObjectNode> phases = new ArrayList<>();
        tree.path("phases").forEach(phase -> {
            if (phase instanceof ObjectNode one) {
                phases.add(one);
            }
        });
        return phases;
    }

    /** The ids of the phases, in their order. */
    public static List<String> phaseIds(JsonNode tree) {
        return phases(tree).stream().map(phase -> phase.path("id").asString("")).toList();
    }

    /** The place of the phase with this id; -1 if there is none. */
    static int place(JsonNode tree, String phase) {
        List<String> ids = phaseIds(tree);
        return IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).equals(phase))
                .findFirst()
                .orElse(-1);
    }

    /** An id for a phase called {@code name} that no phase has yet. */
    public static String freeId(JsonNode tree, String name) {
        return Slug.free(name, "step", phaseIds(tree)::contains);
    }

    /** A text in the given wordings. */
    public static ObjectNode text(Map<String, String> byLanguage) {
        ObjectNode text = JSON.objectNode();
        LANGUAGES.stream()
                .filter(language -> !byLanguage.getOrDefault(language, "").isBlank())
                .forEach(language -> text.put(language, byLanguage.get(language)));
        return text;
    }

    /** The wording for a language, or the one there is; empty if nothing is written. */
    public static String wording(JsonNode text, String language) {
        return Optional.of(text.path(language).asString(""))
                .filter(wording -> !wording.isBlank())
                .or(() -> LANGUAGES.stream()
                        .map(other -> text.path(other).asString(""))
                        .filter(wording -> !wording.isBlank())
                        .findFirst())
                .orElse("");
    }
}
