package org.tessera.protocol;

import java.util.Locale;
import java.util.Map;

/** A sentence in the languages a pack is written in, keyed by language tag; English ({@code en}) is always there. */
public record Text(Map<String, String> byLanguage) {

    public Text {
        if (!byLanguage.containsKey("en")) {
            throw new IllegalArgumentException("A text needs its English wording (en)");
        }
        byLanguage = Map.copyOf(byLanguage);
    }

    /** A text a person typed: it reads the same in every language. */
    public static Text of(String typed) {
        return new Text(Map.of("en", typed));
    }

    /** The wording for {@code locale}, or the English one where there is none. */
    public String in(Locale locale) {
        String english = byLanguage.getOrDefault("en", "");
        return byLanguage.getOrDefault(locale.getLanguage(), english);
    }
}
