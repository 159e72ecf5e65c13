package org.tessera.artifact.ui;

import java.util.Locale;
import java.util.Map;

/** A protocol's own words, as an artifact keeps them in every language they had. */
final class Wordings {

    private Wordings() {}

    /** The words in the language of {@code locale}, in English where there are none. */
    static String in(Map<String, String> byLanguage, Locale locale) {
        String english = byLanguage.getOrDefault("en", "");
        return byLanguage.getOrDefault(locale.getLanguage(), english);
    }
}
