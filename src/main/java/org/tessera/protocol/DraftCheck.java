package org.tessera.protocol;

import java.util.List;
import java.util.Optional;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a draft is worth: written as YAML and read by the same reader as the packs that come with the product, under the
 * same rules.
 *
 * @param problems everything that is wrong, by the place in the draft; nothing if it is sound
 * @param pack the pack it makes if it is sound
 * @param preview the pack it would make, so far as one can be made out although something is wrong
 * @param yaml its text
 */
public record DraftCheck(List<YamlProblem> problems, Optional<Pack> pack, Optional<Pack> preview, String yaml) {

    public DraftCheck {
        problems = List.copyOf(problems);
    }

    static DraftCheck of(PackReader reader, JsonNode tree, PackRef ref) {
        String yaml = PackTree.yaml(tree, ref);
        return switch (reader.read(ref.id() + ".yaml", yaml)) {
            case Reading.Sound(var pack, var _) ->
                new DraftCheck(List.of(), Optional.of(pack), Optional.of(pack), yaml);
            case Reading.Broken(var problems) -> new DraftCheck(problems, Optional.empty(), preview(yaml, ref), yaml);
        };
    }

    private static Optional<Pack> preview(String yaml, PackRef ref) {
        JsonNode tree = YamlFile.read(ref.toString(), yaml).content();
        wordless(tree);
        try {
            return Optional.of(PackMapping.pack(tree));
        } catch (JacksonException | IllegalArgumentException | NullPointerException notYet) {
            return Optional.empty();
        }
    }

    /** What has no name yet is shown as dots. */
    private static void wordless(JsonNode tree) {
        for (ObjectNode phase : PackTree.phases(tree)) {
            unworded(phase, "name");
            unworded(phase.withObjectProperty("prompts"), "task");
            if (phase.get("yields") instanceof ObjectNode yields) {
                unworded(yields, "name");
            }
        }
        if (tree instanceof ObjectNode pack) {
            unworded(pack, "name");
            unworded(pack, "purpose");
            if (pack.get("norms") instanceof ArrayNode norms) {
                norms.removeIf(JsonNode::isEmpty);
            }
        }
    }

    private static void unworded(ObjectNode around, String name) {
        if (around.path(name).isEmpty()) {
            around.putObject(name).put("en", "…");
        }
    }
}
