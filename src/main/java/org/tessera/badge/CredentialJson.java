package org.tessera.badge;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a credential as strictly as a signature needs: whatever two readers could understand in two ways, and whatever would
 * vanish on the way to the statements that are signed, is refused.
 */
final class CredentialJson {

    /** The largest credential, in bytes. */
    static final int LARGEST = 256 << 10;

    private static final int DEEPEST = 24;
    private static final int MOST_OBJECTS = 500;
    private static final int MOST_VALUES = 4_000;
    private static final int LONGEST_NUMBER = 30;

    /** Beyond it two readers of JSON do not agree what a number is. */
    private static final BigDecimal LARGEST_NUMBER = BigDecimal.valueOf(1L << 53);

    /** The words of JSON-LD that a credential may say; the others are said by its contexts. */
    private static final Set<String> KEYWORDS = Set.of("@context", "@value", "@language");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(LARGEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(1_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private int objects;
    private int values;

    private CredentialJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads one JSON object and nothing else. */
    static JsonObject read(byte[] bytes) throws Unsound {
        if (bytes.length > LARGEST) {
            throw new Unsound(Reason.TOO_LARGE, LARGEST / 1024 + " KiB");
        }
        String text = text(bytes);
        if (text.isBlank()) {
            throw new Unsound(Reason.EMPTY, "");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unsound(Reason.NOT_AN_OBJECT, "");
            }
            JsonObject object = new CredentialJson(parser).object("");
            if (parser.nextToken() != null) {
                throw new Unsound(Reason.NOT_JSON, "");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw tooMuch(e);
        } catch (JacksonException e) {
            throw new Unsound(
                    e.getOriginalMessage().startsWith("Duplicate") ? Reason.SAID_TWICE : Reason.NOT_JSON, place(e));
        }
    }

    private static Unsound tooMuch(StreamConstraintsException e) {
        String what = e.getOriginalMessage();
        Reason reason = what.contains("depth")
                ? Reason.TOO_DEEP
                : what.contains("Number") ? Reason.NUMBER_TOO_LARGE : Reason.TOO_LARGE;
        return new Unsound(reason, place(e));
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    }

    static String text(byte[] bytes) throws Unsound {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Unsound(Reason.NOT_UTF8, "");
        }
    }

    private JsonObject object(String path) throws Unsound {
        if (++objects > MOST_OBJECTS) {
            throw new Unsound(Reason.TOO_MANY_PARTS, path);
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        boolean isEmpty = true;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String here = path + "/" + name;
            if (name.startsWith("@") && !KEYWORDS.contains(name)) {
                throw new Unsound(Reason.KEYWORD, here);
            }
            whole(name, path);
            parser.nextToken();
            object.add(name, value(here));
            isEmpty = false;
        }
        if (isEmpty) {
            throw new Unsound(Reason.EMPTY_OBJECT, path);
        }
        return object.build();
    }

    private JsonValue value(String path) throws Unsound {
        if (++values > MOST_VALUES) {
            throw new Unsound(Reason.TOO_MANY_PARTS, path);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_STRING -> Json.createValue(whole(parser.getString(), path));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> throw new Unsound(Reason.NULL_VALUE, path);
            default -> throw new Unsound(Reason.NOT_JSON, path);
        };
    }

    private JsonValue array(String path) throws Unsound {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            array.add(value(path + "/" + i));
        }
        return array.build();
    }

    /** As JavaScript has it: 1.0 is 1, and what is no whole number is a double. */
    private JsonValue number(String path) throws Unsound {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.abs().compareTo(LARGEST_NUMBER) > 0) {
            throw new Unsound(Reason.NUMBER_TOO_LARGE, path);
        }
        return number.stripTrailingZeros().scale() <= 0
                ? Json.createValue(number.longValueExact())
                : Json.createValue(BigDecimal.valueOf(number.doubleValue()));
    }

    /** Half a character has no bytes of its own, so a signature could not tell it from another. */
    private static String whole(String text, String path) throws Unsound {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Unsound(Reason.HALF_CHARACTER, path);
            }
        }
        return text;
    }
}
