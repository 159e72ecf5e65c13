package org.tessera.protocol;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;
import org.tessera.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;

/** Reads packs: first the YAML, then its shape, then the rules of protocols. Each step needs the one before. */
final class PackReader {

    private final YamlSchema schema;

    /** @param schema the text of {@code protocol.schema.json} */
    PackReader(String schema) {
        this.schema = YamlSchema.of(schema);
    }

    /** @param name the file's name, as problems name it; it ends with the pack's id and {@code .yaml} */
    Reading read(String name, String yaml) {
        try {
            return read(YamlFile.read(name, yaml));
        } catch (InvalidYamlException e) {
            return new Reading.Broken(e.problems());
        }
    }

    private Reading read(YamlFile file) {
        List<YamlProblem> shape = new ArrayList<>(schema.problemsOf(file));
        shape.addAll(minutesOutOfOrder(file));
        if (!shape.isEmpty()) {
            return broken(shape);
        }
        Pack pack = PackMapping.pack(file.content());
        List<YamlProblem> rules = PackRules.check(pack, file);
        return rules.isEmpty() ? new Reading.Sound(pack, file) : broken(rules);
    }

    /** A pack that was read and stored before: the rules of its own day held then, and today's are not applied. */
    static Pack stored(PackRef ref, String yaml) {
        return PackMapping.pack(YamlFile.read(ref.toString(), yaml).content());
    }

    private static Reading broken(List<YamlProblem> problems) {
        return new Reading.Broken(
                problems.stream().sorted(comparingInt(YamlProblem::line)).toList());
    }

    private static String word(double minutes) {
        return minutes == Math.rint(minutes) ? String.valueOf((long) minutes) : String.valueOf(minutes);
    }

    /** The one thing about the shape that a schema cannot say. */
    private static List<YamlProblem> minutesOutOfOrder(YamlFile file) {
        List<YamlProblem> problems = new ArrayList<>();
        int index = 0;
        for (JsonNode phase : file.content().path("phases")) {
            JsonNode minutes = phase.path("minutes");
            double min = minutes.path("min").asDouble(0);
            double target = minutes.path("target").asDouble(min);
            double max = minutes.path("max").asDouble(target);
            if (min > target || target > max) {
                problems.add(file.problemAt(
                                "/phases/" + index + "/minutes",
                                "minutes must rise from min over target to max, not " + word(min) + ", " + word(target)
                                        + ", " + word(max))
                        .under("minutes-order"));
            }
            index++;
        }
        return problems;
    }
}
