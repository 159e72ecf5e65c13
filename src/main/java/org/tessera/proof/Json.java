package org.tessera.proof;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON for packages, read with what the JDK has: maps, lists, texts, truth values, {@code Long} for whole numbers,
 * {@code BigDecimal} for others, and {@code Optional.empty()} for null. It is written in one spelling only, that of RFC 8785
 * restricted to texts, whole numbers, truth values, lists and maps.
 */
final class Json {

    /** How many lists and maps may stand in one another. */
    static final int DEPTH = 64;

    private static final String BAD_END = "it ends too early";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Why bytes were not taken. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /** Reads any JSON. */
    static Object read(byte[] bytes) throws Unreadable {
        Json json = new Json(decoded(bytes));
        json.space();
        Object value = json.value(0);
        json.space();
        if (json.at < json.text.length()) {
            throw new Unreadable("something stands behind its end");
        }
        return value;
    }

    /** Reads JSON in the one spelling that {@link #write} has. */
    static Object readCanonical(byte[] bytes) throws Unreadable {
        Object value = read(bytes);
        Optional<String> again = canonical(value);
        if (again.isEmpty() || !Arrays.equals(bytes, again.get().getBytes(StandardCharsets.UTF_8))) {
            throw new Unreadable("it is not in canonical form");
        }
        return value;
    }

    /**
     * The one spelling of {@code value}.
     *
     * @throws IllegalArgumentException if it holds what packages do not write, for example a fraction
     */
    static String write(Object value) {
        return canonical(value).orElseThrow(() -> new IllegalArgumentException("packages do not write " + value));
    }

    private static Optional<String> canonical(Object value) {
        return switch (value) {
            case String words -> Optional.of(quoted(words));
            case Long number -> Optional.of(number.toString());
            case Integer number -> Optional.of(number.toString());
            case Boolean truth -> Optional.of(truth.toString());
            case List<?> list -> joined(list.stream().map(Json::canonical).toList(), "[", "]");
            case Map<?, ?> map -> {
                TreeMap<String, Object> sorted = new TreeMap<>();
                map.forEach((key, each) -> sorted.put((String) key, each));
                yield joined(
                        sorted.entrySet().stream()
                                .map(entry ->
                                        canonical(entry.getValue()).map(each -> quoted(entry.getKey()) + ":" + each))
                                .toList(),
                        "{",
                        "}");
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> joined(List<Optional<String>> parts, String open, String close) {
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().flatMap(Optional::stream).collect(Collectors.joining(",", open, close)))
                : Optional.empty();
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder(words.length() + 2).append('"');
        for (char c : words.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static String decoded(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("it is no UTF-8");
        }
    }

    private Object value(int depth) throws Unreadable {
        if (depth > DEPTH) {
            throw new Unreadable("it is nested deeper than " + DEPTH);
        }
        return switch (peek()) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> words();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", Optional.empty());
            default -> number();
        };
    }

    private Map<String, Object> map(int depth) throws Unreadable {
        Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        space();
        while (peek() != '}') {
            if (!map.isEmpty()) {
                expect(',');
                space();
            }
            String key = words();
            space();
            expect(':');
            space();
            if (map.put(key, value(depth + 1)) != null) {
                throw new Unreadable("it says \"" + key + "\" twice");
            }
            space();
        }
        expect('}');
        return map;
    }

    private List<Object> list(int depth) throws Unreadable {
        List<Object> list = new ArrayList<>();
        expect('[');
        space();
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
                space();
            }
            list.add(value(depth + 1));
            space();
        }
        expect(']');
        return list;
    }

    private String words() throws Unreadable {
        expect('"');
        StringBuilder words = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return words.toString();
            }
            if (c < ' ') {
                throw new Unreadable("a text holds a control character");
            }
            words.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws Unreadable {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(next(), 16);
                    if (digit < 0) {
                        throw new Unreadable("a text holds an unknown escape");
                    }
                    code = code * 16 + digit;
                }
                yield (char) code;
            }
            default -> throw new Unreadable("a text holds an unknown escape");
        };
    }

    private Object literal(String word, Object value) throws Unreadable {
        if (!text.startsWith(word, at)) {
            throw new Unreadable("it is no JSON at character " + at);
        }
        at += word.length();
        return value;
    }

    private Object number() throws Unreadable {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (!digits.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?")) {
            throw new Unreadable("it is no JSON at character " + from);
        }
        return digits.matches("-?[0-9]+") ? (Object) Long.valueOf(digits) : new BigDecimal(digits);
    }

    private void expect(char c) throws Unreadable {
        if (next() != c) {
            throw new Unreadable("it is no JSON at character " + (at - 1));
        }
    }

    private char peek() throws Unreadable {
        if (at >= text.length()) {
            throw new Unreadable(BAD_END);
        }
        return text.charAt(at);
    }

    private char next() throws Unreadable {
        char c = peek();
        at++;
        return c;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
