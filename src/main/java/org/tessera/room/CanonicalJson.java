package org.tessera.room;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** JSON of which there is one spelling only: keys sorted, no spaces, numbers plain; so that equal content hashes equal. */
final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CanonicalJson() {}

    /** Writes maps with text keys, lists, texts, numbers and truth values. */
    static String write(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                sorted(map).entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ":" + write(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(CanonicalJson::write).collect(Collectors.joining(",", "[", "]"));
            case Boolean truth -> truth.toString();
            case Double number ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Number number -> number.toString();
            case String text -> quoted(text);
            default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
        };
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        return sorted;
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
