package org.tessera.credential;

import java.util.Locale;

/** How far a text about a credential can be trusted. */
public enum Standing {
    /** The fact was read in the named source; the wording is ours. */
    VERIFIED,
    /** Our own reading; no source says it in so many words. */
    INFERRED,
    /** Nobody could obtain the original; the text says what is missing. */
    PLACEHOLDER;

    /** The word used in the files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
