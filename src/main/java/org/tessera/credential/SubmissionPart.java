package org.tessera.credential;

import java.util.Locale;
import java.util.Optional;

/** One part of what an earner hands in, and what is asked for in it. */
public record SubmissionPart(String id, Title title, Wording wording, Optional<WordLimit> limit) {

    /** A heading of ours; it claims nothing about the credential and so needs no source. */
    public record Title(String en, String es) {

        /** The heading for {@code locale}; English for every language but Spanish. */
        public String in(Locale locale) {
            return locale.getLanguage().equals("es") ? es : en;
        }
    }
}
