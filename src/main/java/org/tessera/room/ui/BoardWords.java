package org.tessera.room.ui;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The wording of the elements that run in the browser: every key of the bundle {@code messages/board}. */
final class BoardWords {

    private static final String BUNDLE = "messages.board";
    private static final String PREFIX = "board.";

    private BoardWords() {}

    /** All of it in the language of {@code locale}, English where there is no other. */
    static Map<String, String> in(Locale locale) {
        return in(locale, "");
    }

    /** What begins with {@code part}, for example {@code clock.}. */
    static Map<String, String> in(Locale locale, String part) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX + part))
                .forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }
}
