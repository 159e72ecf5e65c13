package org.tessera.room.ui;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tessera.account.Languages;
import tools.jackson.databind.json.JsonMapper;

/** The wording of the elements that run in the browser: every key of the bundle {@code messages/board}. */
final class BoardWords {

    /** Where browsers fetch it, with the language and the print of what is in it. */
    static final String ADDRESS = "/words/board/{language}/{print}";

    private static final String BUNDLE = "messages.board";
    private static final String PREFIX = "board.";
    private static final int PRINT_LENGTH = 16;
    private static final Map<Locale, Leaflet> LEAFLETS = new ConcurrentHashMap<>();

    /**
     * All wording in one language, as a file.
     *
     * @param json the words by key as {@code messages}, and as {@code undertones} the phrases by what they betray
     * @param print changes with what is in it
     */
    record Leaflet(byte[] json, String print) {}

    private BoardWords() {}

    /** What begins with {@code part}, for example {@code clock.}; in English where there is no other. */
    static Map<String, String> in(Locale locale, String part) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX + part))
                .forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }

    /** All of it in the language of {@code locale}, in English where there is no other. */
    static Leaflet leaflet(Locale locale) {
        return LEAFLETS.computeIfAbsent(language(locale), BoardWords::print);
    }

    /** Where it is fetched from, as seen from the foot of the product's address. */
    static String address(Locale locale) {
        return ADDRESS.substring(1)
                .replace("{language}", language(locale).getLanguage())
                .replace("{print}", leaflet(locale).print());
    }

    private static Locale language(Locale locale) {
        return Languages.ALL.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Leaflet print(Locale locale) {
        String json = JsonMapper.shared()
                .writeValueAsString(new TreeMap<>(
                        Map.of("messages", in(locale, ""), "undertones", new TreeMap<>(Undertone.phrases()))));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Leaflet(bytes, HexFormat.of().formatHex(digest).substring(0, PRINT_LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
