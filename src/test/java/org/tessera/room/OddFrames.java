package org.tessera.room;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Frames of every command with the fields it has, filled with what is there, and then one field or another made odd: another
 * type, a limit, too long, too deep, missing. The same seed makes the same frames.
 */
final class OddFrames {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** By its name on the wire, which is that of its record. */
    private static final Map<String, Class<?>> COMMANDS = Arrays.stream(
                    RoomCommand.OfSeat.class.getPermittedSubclasses())
            .collect(Collectors.toMap(OddFrames::wireName, type -> type));

    private static final List<String> NAMES =
            COMMANDS.keySet().stream().sorted().toList();

    private final Random chance;
    private final List<String> known = new ArrayList<>();

    OddFrames(long seed) {
        this.chance = new Random(seed);
    }

    /** The names of all commands frames are made of. */
    static List<String> names() {
        return NAMES;
    }

    /** Remembers what is there to be named: ids of things and people, steps, kinds. */
    void knows(Collection<String> words) {
        known.clear();
        words.stream().sorted().forEach(known::add);
    }

    /** A frame of some command. */
    ObjectNode next() {
        return of(NAMES.get(chance.nextInt(NAMES.size())));
    }

    /** A frame of one command: two thirds of its fields sound, most of the time. */
    ObjectNode of(String name) {
        ObjectNode frame = JSON.createObjectNode();
        frame.put("id", new UUID(chance.nextLong(), chance.nextLong() & ~(1L << 63) | Long.MIN_VALUE).toString());
        frame.put("type", name);
        double odd = chance.nextInt(3) * 0.3;
        fill(frame, COMMANDS.get(name), odd, 0);
        if (chance.nextInt(20) == 0) {
            frame.set(some("id", "type", "seat", "__proto__", "", "private"), oddValue(0));
        }
        return frame;
    }

    private void fill(ObjectNode into, Class<?> record, double odd, int depth) {
        for (RecordComponent part : record.getRecordComponents()) {
            if (chance.nextDouble() < odd * 0.3) {
                continue;
            }
            String field = part.getName().equals("isPrivate") ? "private" : part.getName();
            into.set(
                    field,
                    chance.nextDouble() < odd
                            ? oddValue(depth)
                            : value(part.getGenericType(), part.getType(), odd, depth));
        }
    }

    private JsonNode value(Type type, Class<?> raw, double odd, int depth) {
        if (raw == UUID.class || raw.getSimpleName().endsWith("Id")) {
            return JSON.getNodeFactory().stringNode(known.isEmpty() || chance.nextInt(6) == 0 ? someId() : one(known));
        }
        if (raw == String.class) {
            return JSON.getNodeFactory().stringNode(chance.nextBoolean() && !known.isEmpty() ? one(known) : words());
        }
        if (raw == int.class || raw == Integer.class || raw == long.class) {
            return JSON.getNodeFactory().numberNode(chance.nextInt(3) == 0 ? limit() : chance.nextInt(12));
        }
        if (raw == double.class) {
            return JSON.getNodeFactory().numberNode(chance.nextInt(3) == 0 ? oddDouble() : chance.nextDouble());
        }
        if (raw == boolean.class) {
            return JSON.getNodeFactory().booleanNode(chance.nextBoolean());
        }
        if (raw == Instant.class) {
            return JSON.getNodeFactory()
                    .stringNode(some(
                            "2026-03-05T15:30:00Z",
                            "+1000000000-12-31T23:59:59.999999999Z",
                            "-1000000000-01-01T00:00:00Z",
                            "1970-01-01T00:00:00Z",
                            "9999-12-31T23:59:59Z",
                            "tomorrow"));
        }
        if (raw.isEnum()) {
            return JSON.getNodeFactory()
                    .stringNode(one(Arrays.stream(raw.getEnumConstants())
                            .map(constant -> chance.nextBoolean() ? constant.toString() : ((Enum<?>) constant).name())
                            .toList()));
        }
        if (Collection.class.isAssignableFrom(raw) || raw == Optional.class) {
            Type of = type instanceof ParameterizedType given ? given.getActualTypeArguments()[0] : String.class;
            if (raw == Optional.class) {
                return value(of, rawOf(of), odd, depth);
            }
            ArrayNode list = JSON.createArrayNode();
            for (int n = chance.nextInt(depth == 0 && chance.nextInt(12) == 0 ? 100 : 4); n > 0; n--) {
                list.add(value(of, rawOf(of), odd, depth + 1));
            }
            return list;
        }
        if (raw.isRecord() && depth < 6) {
            ObjectNode inner = JSON.createObjectNode();
            fill(inner, raw, odd, depth + 1);
            return inner;
        }
        return oddValue(depth);
    }

    private static Class<?> rawOf(Type type) {
        return type instanceof Class<?> raw
                ? raw
                : type instanceof ParameterizedType given ? (Class<?>) given.getRawType() : Object.class;
    }

    private JsonNode oddValue(int depth) {
        return switch (chance.nextInt(16)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().numberNode(limit());
            case 2 -> JSON.getNodeFactory().numberNode(oddDouble());
            case 3 -> JSON.getNodeFactory().booleanNode(chance.nextBoolean());
            case 4 -> JSON.getNodeFactory().stringNode("");
            case 5 -> JSON.getNodeFactory().stringNode("x".repeat(chance.nextInt(16_000)));
            case 6 ->
                JSON.getNodeFactory()
                        .stringNode(some(
                                "\u0000",
                                "\uD800",
                                "\u202E",
                                "\uFEFF",
                                "\u2028",
                                "\uDBFF\uDFFF",
                                " ",
                                "\n".repeat(500)));
            case 7 -> JSON.getNodeFactory().stringNode(someId());
            case 8 -> JSON.createObjectNode();
            case 9 -> JSON.createArrayNode();
            case 10 -> deep(chance.nextInt(60));
            case 11 -> JSON.createArrayNode().add(1).add("two").addNull().add(JSON.createObjectNode());
            case 12 ->
                JSON.getNodeFactory()
                        .stringNode(some(
                                "<script>alert(1)</script>",
                                "'; drop table room; --",
                                "${jndi:ldap://127.0.0.1/a}",
                                "%s%n{0}"));
            case 13 -> JSON.getNodeFactory().numberNode(new java.math.BigInteger("9".repeat(40)));
            case 14 ->
                JSON.createObjectNode().set("__proto__", JSON.createObjectNode().put("a", depth));
            default -> JSON.getNodeFactory().stringNode(known.isEmpty() ? "" : one(known));
        };
    }

    private static JsonNode deep(int depth) {
        JsonNode node = JSON.createArrayNode();
        for (int i = 0; i < depth; i++) {
            node = i % 2 == 0
                    ? JSON.createArrayNode().add(node)
                    : JSON.createObjectNode().set("a", node);
        }
        return node;
    }

    private String words() {
        return some(
                "a few words",
                "",
                " ",
                "Ñandú \uD83D\uDE08",
                "x".repeat(10_000),
                "\u0301".repeat(300),
                "{\"a\":1}",
                "0",
                "-1",
                "null",
                "note",
                "OPEN",
                "en");
    }

    private long limit() {
        return chance.nextInt(4) == 0
                ? chance.nextLong()
                : new long[] {
                            0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1 << 20, 241
                        }
                        [chance.nextInt(9)];
    }

    private double oddDouble() {
        return new double[] {0, -0.0, 1e308, -1e308, 4.9e-324, 0.1, 1e15, -1}[chance.nextInt(8)];
    }

    private String someId() {
        return some(
                new UUID(chance.nextLong(), chance.nextLong()).toString(),
                new UUID(0, 0).toString(),
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "00000000-0000-8000-0000-000000000000",
                "1-1-1-1-1",
                "not-an-id");
    }

    private String some(String... of) {
        return of[chance.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static String wireName(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** All strings in a value that is written as JSON. */
    static void words(@Nullable JsonNode node, Collection<String> into) {
        if (node == null) {
            return;
        }
        if (node.isString() && node.stringValue().length() < 60) {
            into.add(node.stringValue());
        }
        node.valueStream().forEach(inner -> words(inner, into));
    }
}
