package org.tessera.exhibit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.tessera.record.Paper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Content of exhibits in the one spelling its checksum is taken of: JSON without space, whose members stand in the order of
 * their names. Names are fixed for good.
 */
final class Canonical {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    private Canonical() {}

    /** How many bytes it takes. */
    static long bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8).length;
    }

    static String of(Paper paper) {
        ObjectNode json = JSON.createObjectNode();
        json.put("language", paper.language().toLanguageTag());
        ArrayNode pieces = json.putArray("pieces");
        paper.pieces().forEach(piece -> write(pieces.addObject(), piece));
        json.put("title", paper.title());
        return JSON.writeValueAsString(json);
    }

    private static void write(ObjectNode json, Paper.Piece piece) {
        switch (piece) {
            case Paper.Heading(int level, String text) -> {
                json.put("level", level);
                json.put("text", text);
                json.put("type", "heading");
            }
            case Paper.Words(String text) -> json.put("text", text).put("type", "words");
            case Paper.Aside(String text) -> json.put("text", text).put("type", "aside");
            case Paper.Points(List<String> texts) -> {
                ArrayNode all = json.putArray("texts");
                texts.forEach(all::add);
                json.put("type", "points");
            }
        }
    }

    static Paper paper(String content) {
        JsonNode json = JSON.readTree(content);
        return new Paper(
                json.path("title").asString(),
                Locale.forLanguageTag(json.path("language").asString()),
                json.path("pieces").valueStream().map(Canonical::piece).toList());
    }

    private static Paper.Piece piece(JsonNode json) {
        String text = json.path("text").asString("");
        return switch (json.path("type").asString()) {
            case "heading" -> new Paper.Heading(json.path("level").asInt(), text);
            case "words" -> new Paper.Words(text);
            case "aside" -> new Paper.Aside(text);
            case "points" ->
                new Paper.Points(
                        json.path("texts").valueStream().map(JsonNode::asString).toList());
            default -> throw new IllegalArgumentException("No piece of a record: " + json.path("type"));
        };
    }

    static String of(Link link) {
        ObjectNode json = JSON.createObjectNode();
        json.put("address", link.address().toString());
        json.put("note", link.note());
        json.put("seen", link.seen().toString());
        return JSON.writeValueAsString(json);
    }

    static Link link(String content) {
        JsonNode json = JSON.readTree(content);
        return new Link(
                URI.create(json.path("address").asString()),
                json.path("note").asString(),
                LocalDate.parse(json.path("seen").asString()));
    }
}
