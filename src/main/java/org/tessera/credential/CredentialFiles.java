package org.tessera.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;
import org.tessera.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;

/** The shipped credential files, and everything that can be wrong with them. */
final class CredentialFiles {

    private static final String FOLDER = "classpath:seeds/credentials/";

    /** What stands on the class path stays as it is while the JVM lives, so it is read and checked once. */
    private static final Supplier<List<Shipped>> SHIPPED = SingletonSupplier.of(CredentialFiles::read);

    private CredentialFiles() {}

    /** A file as shipped: its text, and the same read. */
    record Shipped(String text, YamlFile file) {

        boolean isStack() {
            return file.content().path("kind").asString().equals("stack");
        }
    }

    /**
     * What is on the class path, read and checked; whoever asks first waits for it.
     *
     * @throws InvalidYamlException naming file, line and reason of every fault, each time
     */
    static List<Shipped> shipped() {
        return SHIPPED.get();
    }

    private static List<Shipped> read() {
        try {
            PathMatchingResourcePatternResolver folder = new PathMatchingResourcePatternResolver();
            Map<String, String> texts = new HashMap<>();
            for (Resource resource : folder.getResources(FOLDER + "*.yaml")) {
                texts.put(String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8));
            }
            return checked(
                    texts,
                    YamlSchema.of(folder.getResource(FOLDER + "credential.schema.json")
                            .getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The credential files cannot be read", e);
        }
    }

    /** Reads and checks files by name. */
    static List<Shipped> checked(Map<String, String> texts, YamlSchema schema) {
        List<YamlProblem> problems = new ArrayList<>();
        List<Shipped> files = new ArrayList<>();
        texts.keySet().stream().sorted().forEach(name -> {
            String text = texts.getOrDefault(name, "");
            try {
                YamlFile file = YamlFile.read(name, text);
                List<YamlProblem> faults = schema.problemsOf(file);
                problems.addAll(faults.isEmpty() ? faultsOfSense(file) : faults);
                files.add(new Shipped(text, file));
            } catch (InvalidYamlException e) {
                problems.addAll(e.problems());
            }
        });
        if (problems.isEmpty()) {
            problems.addAll(faultsBetween(files));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(YamlProblem::file).thenComparingInt(YamlProblem::line));
            throw new InvalidYamlException(problems);
        }
        return List.copyOf(files);
    }

    /** What a schema cannot say about one file. */
    private static List<YamlProblem> faultsOfSense(YamlFile file) {
        List<YamlProblem> faults = new ArrayList<>();
        JsonNode root = file.content();
        String ending = root.path("kind").asString().equals("stack") ? ".stack.yaml" : ".yaml";
        String expected = root.path("id").asString() + ending;
        if (!file.name().equals(expected)) {
            faults.add(file.problemAt("/id", "The file of this id must be called " + expected));
        }
        Set<String> sources = new HashSet<>(root.path("sources").propertyNames());
        eachSource(root, "", (pointer, source) -> {
            if (!sources.contains(source)) {
                faults.add(file.problemAt(pointer, "The source \"" + source + "\" is not among the file's sources"));
            }
        });
        unique(file, faults, "/requirements", "/rubric/rows");
        unique(file, faults, "/submission");
        unique(file, faults, "/rubric/levels");
        JsonNode requirements = root.path("requirements");
        for (int i = 0; i < requirements.size(); i++) {
            faultsOfRule(file, faults, "/requirements/" + i + "/rule/facilitated");
            unique(file, faults, "/requirements/" + i + "/rule/items");
        }
        JsonNode parts = root.path("submission");
        for (int i = 0; i < parts.size(); i++) {
            JsonNode limit = parts.path(i).path("limit");
            if (limit.path("min").asInt(0) > limit.path("max").asInt(Integer.MAX_VALUE)) {
                faults.add(file.problemAt("/submission/" + i + "/limit", "The limit's min is above its max"));
            }
        }
        return faults;
    }

    private static void faultsOfRule(YamlFile file, List<YamlProblem> faults, String pointer) {
        JsonNode rule = file.content().at(pointer);
        if (rule.isMissingNode()) {
            return;
        }
        unique(file, faults, pointer + "/aspects");
        int distinct = rule.path("distinctAspects").asInt();
        if (distinct > rule.path("aspects").size()) {
            faults.add(file.problemAt(pointer + "/distinctAspects", "More distinct aspects than are named"));
        }
        if (distinct > rule.path("atLeast").asInt()) {
            faults.add(file.problemAt(pointer + "/distinctAspects", "More distinct aspects than discussions"));
        }
    }

    /** What the files say about one another. */
    private static List<YamlProblem> faultsBetween(List<Shipped> files) {
        List<YamlProblem> faults = new ArrayList<>();
        Set<String> credentials = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (Shipped shipped : files) {
            String id = shipped.file().content().path("id").asString();
            if (!all.add(id)) {
                faults.add(shipped.file().problemAt("/id", "Another file has the id " + id));
            }
            if (!shipped.isStack()) {
                credentials.add(id);
            }
        }
        for (Shipped shipped : files) {
            JsonNode members = shipped.file().content().path("members");
            for (int i = 0; i < members.size(); i++) {
                String member = members.path(i).asString();
                if (!credentials.contains(member)) {
                    faults.add(shipped.file().problemAt("/members/" + i, "No file describes the credential " + member));
                }
            }
        }
        return faults;
    }

    private static void unique(YamlFile file, List<YamlProblem> faults, String... pointers) {
        Set<String> seen = new HashSet<>();
        Arrays.stream(pointers).forEach(pointer -> {
            JsonNode items = file.content().at(pointer);
            for (int i = 0; i < items.size(); i++) {
                String id = items.path(i).path("id").asString();
                if (!seen.add(id)) {
                    faults.add(file.problemAt(pointer + "/" + i + "/id", "The id " + id + " is used twice"));
                }
            }
        });
    }

    private interface SourceVisitor {
        void visit(String pointer, String source);
    }

    private static void eachSource(JsonNode node, String pointer, SourceVisitor visitor) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                eachSource(node.path(i), pointer + "/" + i, visitor);
            }
        } else if (node.isObject()) {
            node.properties().forEach(entry -> {
                String below = pointer + "/" + entry.getKey();
                if (entry.getKey().equals("source")) {
                    visitor.visit(below, entry.getValue().asString());
                } else {
                    eachSource(entry.getValue(), below, visitor);
                }
            });
        }
    }
}
