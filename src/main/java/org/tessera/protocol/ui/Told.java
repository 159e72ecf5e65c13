package org.tessera.protocol.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tessera.protocol.PackTree;
import org.tessera.yaml.YamlProblem;
import tools.jackson.databind.JsonNode;

/**
 * Something wrong with a draft, told to people who do not see its file.
 *
 * @param path where, with phases by id, as {@link org.tessera.protocol.DraftEdit.Put#path}
 * @param place the same in words
 * @param sentence what is wrong
 */
record Told(String path, String place, String sentence) {

    /** All of them, each told once. */
    static List<Told> of(List<YamlProblem> problems, JsonNode tree, Component speaker, Locale language) {
        Set<Told> told = new LinkedHashSet<>();
        problems.forEach(problem -> told.add(of(problem, tree, speaker, language)));
        return List.copyOf(told);
    }

    private static Told of(YamlProblem problem, JsonNode tree, Component speaker, Locale language) {
        Words words = new Words(speaker, language);
        Optional<JsonNode> phase = phase(problem.path(), tree);
        String path = phase.map(found -> "/phases/@" + found.path("id").asString("") + below(problem.path()))
                .orElse(problem.path());
        String field = field(path, words);
        String place = phase.map(found -> {
                    int number = PackTree.phases(tree).indexOf(found) + 1;
                    String name = words.nameOf(found);
                    return field.isEmpty()
                            ? speaker.getTranslation("protocol.problem.step", number, name)
                            : speaker.getTranslation("protocol.problem.step.field", number, name, field);
                })
                .orElse(field);
        return new Told(path, place, sentence(problem, speaker));
    }

    private static Optional<JsonNode> phase(String path, JsonNode tree) {
        if (!path.matches("/phases/\\d+(/.*)?")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(path.split("/", -1)[2]);
        List<? extends JsonNode> phases = PackTree.phases(tree);
        return index < phases.size() ? Optional.of(phases.get(index)) : Optional.empty();
    }

    private static String below(String path) {
        String[] steps = path.split("/", 4);
        return steps.length < 4 ? "" : "/" + steps[3];
    }

    /** The field's name: of the last place that has one, numbers and ids aside. */
    private static String field(String path, Words words) {
        List<String> steps = new ArrayList<>(List.of(path.split("/", -1)));
        steps.removeIf(step -> step.isEmpty() || step.startsWith("@") || step.matches("\\d+|en|es|id|text|phases"));
        return steps.isEmpty() ? "" : words.field(String.join("/", steps));
    }

    /** A sentence of the page's own, or what the reader says where the page has none. */
    static String sentence(YamlProblem problem, Component speaker) {
        String rule = problem.rule();
        if (rule.isEmpty()) {
            return problem.reason();
        }
        if (rule.equals("schema-required") || (rule.equals("schema-pattern") && isWording(problem))) {
            return speaker.getTranslation("protocol.problem.schema-required");
        }
        Object[] details = problem.details().stream()
                .map(detail ->
                        detail.matches("(role|action|mode|instrument)\\..+") ? speaker.getTranslation(detail) : detail)
                .toArray();
        return speaker.getTranslation("protocol.problem." + rule, details.length == 0 ? new Object[] {""} : details);
    }

    private static boolean isWording(YamlProblem problem) {
        return problem.path().endsWith("/en") || problem.path().endsWith("/es");
    }
}
