package org.tessera.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.tessera.credential.SubmissionPart.Title;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;
import org.tessera.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;

/** The scales rows can be rated on, read from {@code seeds/scales} when the product starts. */
@Service
public class Scales {

    /** Demonstrated, Progressing, Not met: the scale CCE's platform rates evidence on. */
    public static final String DEMONSTRATED = "demonstrated";
    /** Passing or not. */
    public static final String PASSING = "passing";

    private static final String FOLDER = "classpath:seeds/scales/";

    private final Map<String, Scale> scales = new TreeMap<>();

    /**
     * Reads and checks the shipped files.
     *
     * @throws InvalidYamlException if one is wrong
     */
    @Autowired
    Scales() {
        this(shipped());
    }

    Scales(Map<String, String> texts) {
        YamlSchema schema = YamlSchema.of(read("scale.schema.json"));
        List<YamlProblem> problems = new ArrayList<>();
        texts.keySet().stream().sorted().forEach(name -> {
            YamlFile file = YamlFile.read(name, texts.getOrDefault(name, ""));
            List<YamlProblem> faults = schema.problemsOf(file);
            problems.addAll(faults.isEmpty() ? faultsOfSense(file) : faults);
            if (faults.isEmpty()) {
                Scale scale = scale(file.content());
                scales.put(scale.id(), scale);
            }
        });
        for (String needed : List.of(DEMONSTRATED, PASSING)) {
            if (problems.isEmpty() && !scales.containsKey(needed)) {
                problems.add(new YamlProblem(needed + ".yaml", 1, "", "There is no such scale"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidYamlException(problems);
        }
    }

    /** All of them, by id. */
    public Collection<Scale> all() {
        return List.copyOf(scales.values());
    }

    /** The scale with this id. */
    public Optional<Scale> find(String id) {
        return Optional.ofNullable(scales.get(id));
    }

    /** Levels stand from the highest to the lowest, so those that pass come first; and there is one that does not. */
    private static List<YamlProblem> faultsOfSense(YamlFile file) {
        List<YamlProblem> faults = new ArrayList<>();
        if (!file.name().equals(file.content().path("id").asString() + ".yaml")) {
            faults.add(file.problemAt("/id", "The file of a scale is called like its id"));
        }
        JsonNode levels = file.content().path("levels");
        boolean hasFailed = false;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            boolean passes = levels.get(i).path("passes").asBoolean();
            if (passes && hasFailed) {
                faults.add(file.problemAt("/levels/" + i + "/passes", "A level above it does not pass"));
            }
            hasFailed |= !passes;
            String id = levels.get(i).path("id").asString();
            if (ids.contains(id)) {
                faults.add(file.problemAt("/levels/" + i + "/id", "“" + id + "” stands twice"));
            }
            ids.add(id);
        }
        boolean passesAny = levels.size() > 0 && levels.get(0).path("passes").asBoolean();
        if (!hasFailed || !passesAny) {
            faults.add(file.problemAt("/levels", "A scale has a level that passes and one that does not"));
        }
        return faults;
    }

    private static Scale scale(JsonNode root) {
        List<Scale.Level> levels = new ArrayList<>();
        root.path("levels")
                .forEach(level -> levels.add(new Scale.Level(
                        level.path("id").asString(),
                        title(level.path("name")),
                        title(level.path("meaning")),
                        level.path("passes").asBoolean())));
        return new Scale(root.path("id").asString(), root.path("version").asString(), title(root.path("name")), levels);
    }

    private static Title title(JsonNode both) {
        return new Title(both.path("en").asString(), both.path("es").asString());
    }

    private static Map<String, String> shipped() {
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FOLDER + "*.yaml")) {
                texts.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The scales cannot be read", e);
        }
        return texts;
    }

    private static String read(String name) {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResource(FOLDER + name)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of scales cannot be read", e);
        }
    }
}
