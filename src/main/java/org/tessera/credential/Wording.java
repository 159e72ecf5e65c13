package org.tessera.credential;

import java.util.Locale;

/**
 * A text about a credential in both languages, with its standing.
 *
 * @param source where it comes from, as a citation or an address
 */
public record Wording(String en, String es, Standing standing, String source) {

    /** The text for {@code locale}; English for every language but Spanish. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}
