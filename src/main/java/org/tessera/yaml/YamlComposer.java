package org.tessera.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the tree of one {@link YamlFile} and notes the lines on the way. */
final class YamlComposer {

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();
    /** Longer ones, and what an exponent can make of a short one, would only fill the memory. */
    private static final int LONGEST_NUMBER = 30;

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[-+]?\\d[\\d.]{0,29}([eE][-+]?\\d{1,2})?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<YamlProblem> problems = new ArrayList<>();

    YamlComposer(String file) {
        this.file = file;
    }

    YamlFile compose(String text) {
        Node root = root(text).orElseThrow(() -> invalid(1, "the file is empty", "empty"));
        JsonNode content = value(root, JsonPointer.empty(), root);
        if (!problems.isEmpty()) {
            throw new InvalidYamlException(problems);
        }
        return new YamlFile(file, content, lines);
    }

    private Optional<Node> root(String text) {
        try {
            return new ShallowComposer(SETTINGS, text).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            throw invalid(line(e.getProblemMark()), "this is not YAML: " + e.getProblem(), "not-yaml");
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(sign -> sign == '\n')
                            .count();
            throw invalid(line, "this is not YAML: there is a sign that no text has", "not-yaml");
        } catch (YamlEngineException e) {
            throw invalid(1, "this is not YAML", "not-yaml");
        }
    }

    /** @param standsAt the node whose line counts: the key of a member, the item itself in a sequence */
    private JsonNode value(Node node, JsonPointer at, Node standsAt) {
        lines.put(at.toString(), line(standsAt.getStartMark()));
        if (node.getAnchor().isPresent()) {
            // An alias is the anchor's node again and may even contain itself, so none is followed.
            problem(at, standsAt, "write the value out: anchors and aliases are not allowed", "anchor");
            return JSON.nullNode();
        }
        return switch (node) {
            case MappingNode mapping -> members(mapping, at);
            case SequenceNode sequence -> items(sequence, at);
            case ScalarNode scalar -> scalar(scalar, at);
            default -> throw new IllegalStateException("A composed YAML tree has no node like " + node.getNodeType());
        };
    }

    private ObjectNode members(MappingNode mapping, JsonPointer at) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple member : mapping.getValue()) {
            Node key = member.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                problem(at, key, "a key must be a word", "key");
            } else if (object.has(name.getValue())) {
                problem(
                        at.appendProperty(name.getValue()),
                        key,
                        "“" + name.getValue() + "” stands twice here",
                        "twice",
                        name.getValue());
            } else {
                JsonPointer memberAt = at.appendProperty(name.getValue());
                object.set(name.getValue(), value(member.getValueNode(), memberAt, key));
            }
        }
        return object;
    }

    private ArrayNode items(SequenceNode sequence, JsonPointer at) {
        ArrayNode array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(value(item, at.appendIndex(array.size()), item));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, JsonPointer at) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.STR)) {
            return JSON.stringNode(text);
        }
        if (tag.equals(Tag.INT) && text.length() <= LONGEST_NUMBER) {
            return JSON.numberNode(new BigInteger(text));
        }
        if (tag.equals(Tag.FLOAT) && PLAIN_NUMBER.matcher(text).matches()) {
            return JSON.numberNode(new BigDecimal(text));
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (!tag.equals(Tag.NULL)) {
            problem(at, scalar, "“" + text + "” is no plain value; put it in quotes", "quotes", text);
        }
        return JSON.nullNode();
    }

    private void problem(JsonPointer at, Node node, String reason, String rule, String... details) {
        problems.add(new YamlProblem(file, line(node.getStartMark()), at.toString(), reason).under(rule, details));
    }

    private InvalidYamlException invalid(int line, String reason, String rule) {
        return new InvalidYamlException(List.of(new YamlProblem(file, line, "", reason).under(rule)));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
