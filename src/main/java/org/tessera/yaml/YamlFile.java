package org.tessera.yaml;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A YAML file as a JSON tree that remembers on which line each value stands.
 *
 * @param name the file's name, for messages
 * @param content the values; plain JSON types only
 * @param lines the line (from 1) of each value, by JSON Pointer; a member of a mapping stands where its key does
 */
public record YamlFile(String name, JsonNode content, Map<String, Integer> lines) {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    public YamlFile {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads one document of YAML 1.2.
     *
     * @throws InvalidYamlException if the text is empty, is not YAML, repeats a key, or uses anchors or tags
     */
    public static YamlFile read(String name, String text) {
        return new YamlComposer(name).compose(text);
    }

    /** A hash of the values alone: comments, line ends and the order of keys make no difference to it. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether there is a value at {@code pointer}. */
    public boolean has(String pointer) {
        return lines.containsKey(pointer);
    }

    /** The line of the value at {@code pointer}, or of the nearest value around it. */
    public int lineOf(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    /** A problem with the value at {@code pointer}. */
    public YamlProblem problemAt(String pointer, String reason) {
        return new YamlProblem(name, lineOf(pointer), pointer, reason);
    }
}
