package org.tessera.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.tessera.credential.Standing;
import org.tessera.credential.Wording;
import org.tessera.submission.Platform;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;
import org.tessera.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;

/** What the platforms take, read from {@code seeds/profiles} when the product starts. */
@Service
public class Profiles {

    private static final String FOLDER = "classpath:seeds/profiles/";

    private final Map<Platform, Profile> profiles = new EnumMap<>(Platform.class);

    /**
     * Reads and checks the shipped files.
     *
     * @throws InvalidYamlException if one is wrong or missing
     */
    @Autowired
    Profiles() {
        this(shipped());
    }

    /** Reads and checks files by name. */
    Profiles(Map<String, String> texts) {
        YamlSchema schema = schema();
        List<YamlProblem> problems = new ArrayList<>();
        texts.keySet().stream().sorted().forEach(name -> {
            YamlFile file = YamlFile.read(name, texts.getOrDefault(name, ""));
            List<YamlProblem> faults = schema.problemsOf(file);
            problems.addAll(faults.isEmpty() ? faultsOfSense(file) : faults);
            if (faults.isEmpty()) {
                Profile profile = profile(file.content());
                profiles.put(profile.platform(), profile);
            }
        });
        for (Platform platform : Platform.values()) {
            if (problems.isEmpty() && !profiles.containsKey(platform)) {
                String name = Profile.word(platform) + ".yaml";
                problems.add(new YamlProblem(name, 1, "", "There is no profile of this platform"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidYamlException(problems);
        }
    }

    /** What a platform takes. */
    public Profile of(Platform platform) {
        return Objects.requireNonNull(profiles.get(platform));
    }

    private static List<YamlProblem> faultsOfSense(YamlFile file) {
        List<YamlProblem> faults = new ArrayList<>();
        Set<String> sources = new HashSet<>(file.content().path("sources").propertyNames());
        file.content().path("rules").forEachEntry((id, rule) -> {
            String source = rule.path("source").asString();
            if (!sources.contains(source)) {
                faults.add(file.problemAt(
                        "/rules/" + id + "/source", "The source \"" + source + "\" is not among the file's sources"));
            }
        });
        return faults;
    }

    private static Profile profile(JsonNode root) {
        List<Profile.Rule> rules = new ArrayList<>();
        root.path("rules")
                .forEachEntry((id, rule) -> rules.add(new Profile.Rule(
                        id,
                        rule.path("value").asString(),
                        new Wording(
                                rule.at("/text/en").asString(),
                                rule.at("/text/es").asString(),
                                Standing.valueOf(rule.path("status").asString().toUpperCase(Locale.ROOT)),
                                root.path("sources")
                                        .path(rule.path("source").asString())
                                        .asString()))));
        return new Profile(
                Platform.valueOf(
                        root.path("id").asString().toUpperCase(Locale.ROOT).replace('-', '_')),
                root.path("version").asString(),
                root.at("/name/en").asString(),
                rules);
    }

    private static Map<String, String> shipped() {
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FOLDER + "*.yaml")) {
                texts.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The profiles cannot be read", e);
        }
        return texts;
    }

    private static YamlSchema schema() {
        try {
            return YamlSchema.of(new PathMatchingResourcePatternResolver()
                    .getResource(FOLDER + "profile.schema.json")
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of profiles cannot be read", e);
        }
    }
}
