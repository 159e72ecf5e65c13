package org.tessera.yaml;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A JSON Schema (2020-12) for hand-written YAML files. */
public final class YamlSchema {

    private final Schema schema;

    private YamlSchema(Schema schema) {
        this.schema = schema;
    }

    /** A schema from its JSON text. */
    public static YamlSchema of(String json) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        return new YamlSchema(registry.getSchema(json, InputFormat.JSON));
    }

    /** Everything in {@code file} that the schema does not allow, by line. */
    public List<YamlProblem> problemsOf(YamlFile file) {
        return schema.validate(file.content()).stream()
                .map(error -> file.problemAt(place(error, file), reason(error))
                        .under("schema-" + error.getKeyword(), details(error)))
                .distinct()
                .sorted(comparingInt(YamlProblem::line))
                .toList();
    }

    /** Where the author looks: at a member that should not be there, not at the object around it. */
    private static String place(Error error, YamlFile file) {
        String around = error.getInstanceLocation().toString();
        return Optional.ofNullable(error.getProperty())
                .map(property ->
                        JsonPointer.compile(around).appendProperty(property).toString())
                .filter(file::has)
                .orElse(around);
    }

    private static String reason(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> "“" + error.getProperty() + "” is missing";
            case "additionalProperties" -> "“" + error.getProperty() + "” is not a word for this place";
            case "enum" -> "“" + error.getInstanceNode().asString() + "” is not one of " + words(error.getSchemaNode());
            case "pattern" ->
                "“" + error.getInstanceNode().asString() + "” is not of the form "
                        + error.getSchemaNode().asString();
            default -> error.getMessage();
        };
    }

    /** What is missing or too much by its name, or else the bound that was passed. */
    private static String[] details(Error error) {
        if (error.getProperty() != null) {
            return new String[] {error.getProperty()};
        }
        JsonNode bound = error.getSchemaNode();
        return bound != null && bound.isNumber() ? new String[] {bound.asString()} : new String[0];
    }

    private static String words(JsonNode allowed) {
        return StreamSupport.stream(allowed.spliterator(), false)
                .map(JsonNode::asString)
                .collect(joining(", "));
    }
}
