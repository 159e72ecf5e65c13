package org.tessera.credential;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tessera.credential.Criterion.Kind;
import org.tessera.credential.WordLimit.Enforcement;
import org.tessera.yaml.YamlFile;
import tools.jackson.databind.JsonNode;

/** Makes credentials and stacks of files whose shape the schema has approved. */
final class CredentialReader {

    private final JsonNode root;

    private CredentialReader(YamlFile file) {
        root = file.content();
    }

    static Credential credential(YamlFile file) {
        return new CredentialReader(file).credential();
    }

    static Stack stack(YamlFile file) {
        CredentialReader reader = new CredentialReader(file);
        JsonNode root = reader.root;
        return new Stack(
                ref(file),
                root.path("place").asInt(0),
                reader.wording(root.path("name")),
                reader.each(root.path("aliases"), reader::wording),
                reader.wording(root.path("note")),
                reader.each(root.path("members"), member -> new CredentialId(member.asString())));
    }

    static CredentialRef ref(YamlFile file) {
        JsonNode root = file.content();
        return new CredentialRef(
                new CredentialId(root.path("id").asString()),
                root.path("version").asString());
    }

    private Credential credential() {
        JsonNode rubric = root.path("rubric");
        return new Credential(
                new CredentialRef(
                        new CredentialId(root.path("id").asString()),
                        root.path("version").asString()),
                present(root, "page").map(page -> URI.create(page.asString())),
                wording(root.path("name")),
                each(root.path("aliases"), this::wording),
                wording(root.path("competency")),
                wording(root.path("keyMethod")),
                each(root.path("components"), this::wording),
                each(root.path("resources"), this::wording),
                each(root.path("submission"), this::part),
                each(rubric.path("levels"), level -> new Level(id(level), wording(level))),
                Stream.concat(
                                stream(root.path("requirements")).map(node -> criterion(node, Kind.REQUIREMENT)),
                                stream(rubric.path("rows")).map(node -> criterion(node, Kind.RUBRIC_ROW)))
                        .toList());
    }

    private Criterion criterion(JsonNode node, Kind kind) {
        return new Criterion(
                id(node), kind, wording(node), present(node, "rule").map(this::rule));
    }

    private Rule rule(JsonNode node) {
        return switch (node.propertyNames().iterator().next()) {
            case "facilitated" -> facilitated(node.path("facilitated"));
            case "tookPart" -> tookPart(node.path("tookPart"));
            case "pieces" -> new Rule.Pieces(node.path("pieces").path("atLeast").asInt());
            case "items" -> new Rule.Items(each(node.path("items"), item -> new Rule.Item(id(item), wording(item))));
            case String unknown -> throw new IllegalArgumentException("The schema let a rule " + unknown + " pass");
        };
    }

    private Rule facilitated(JsonNode node) {
        return new Rule.Facilitated(
                node.path("atLeast").asInt(),
                node.path("distinctAspects").asInt(),
                node.path("samePlc").asBoolean(),
                each(node.path("aspects"), this::aspect));
    }

    private Rule tookPart(JsonNode node) {
        return new Rule.TookPart(
                node.path("atLeast").asInt(),
                aspect(node.path("aspect")),
                Rule.Work.valueOf(upper(node.path("work"))),
                node.path("others").asInt(),
                present(node, "leaves").map(JsonNode::asString));
    }

    private Aspect aspect(JsonNode node) {
        return new Aspect(id(node), wording(node));
    }

    private SubmissionPart part(JsonNode node) {
        JsonNode title = node.path("title");
        return new SubmissionPart(
                id(node),
                new SubmissionPart.Title(
                        title.path("en").asString(), title.path("es").asString()),
                wording(node),
                present(node, "limit").map(this::limit));
    }

    private WordLimit limit(JsonNode node) {
        return new WordLimit(
                wording(node),
                words(node, "min"),
                words(node, "max"),
                present(node, "enforcement").map(word -> Enforcement.valueOf(upper(word))));
    }

    private Wording wording(JsonNode node) {
        JsonNode text = node.path("text");
        String source = node.path("source").asString();
        return new Wording(
                text.path("en").asString().strip(),
                text.path("es").asString().strip(),
                Standing.valueOf(upper(node.path("status"))),
                root.path("sources").path(source).asString(source));
    }

    private <T> List<T> each(JsonNode array, Function<JsonNode, T> make) {
        return stream(array).map(make).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Optional<JsonNode> present(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(value -> !value.isMissingNode());
    }

    private static OptionalInt words(JsonNode node, String field) {
        return node.has(field) ? OptionalInt.of(node.path(field).asInt()) : OptionalInt.empty();
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private static String upper(JsonNode word) {
        return word.asString().toUpperCase(Locale.ROOT);
    }
}
