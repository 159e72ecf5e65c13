package org.tessera.room.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tessera.protocol.Mode;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.MemberId;
import tools.jackson.databind.JsonNode;

/** Reads what stands in the wire's entities; {@code docs/wire.md} says what they look like. */
final class Entities {

    private Entities() {}

    static Set<Role> roles(JsonNode words) {
        Set<String> named = words(words).collect(Collectors.toUnmodifiableSet());
        return Stream.of(Role.values())
                .filter(role -> named.contains(role.word()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Mode mode(String code) {
        return Stream.of(Mode.values())
                .filter(mode -> mode.code().equals(code))
                .findFirst()
                .orElse(Mode.OPEN);
    }

    static <E extends Enum<E>> E word(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asString("").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static MemberId member(String id) {
        return new MemberId(UUID.fromString(id));
    }

    static Optional<String> optional(JsonNode json) {
        return json.isString() ? Optional.of(json.stringValue()) : Optional.empty();
    }

    static Optional<Instant> instant(JsonNode json) {
        return optional(json).map(Instant::parse);
    }

    static Optional<Text> optionalText(JsonNode json) {
        return json.isObject() ? Optional.of(text(json)) : Optional.empty();
    }

    static List<Text> texts(JsonNode json) {
        List<Text> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text(text)));
        return texts;
    }

    static Text text(JsonNode json) {
        Map<String, String> byLanguage = new HashMap<>();
        json.properties()
                .forEach(wording ->
                        byLanguage.put(wording.getKey(), wording.getValue().asString("")));
        byLanguage.putIfAbsent("en", "");
        return new Text(byLanguage);
    }

    static Stream<String> words(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false).map(JsonNode::asString);
    }
}
