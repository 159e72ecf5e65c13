package org.tessera.account;

import java.util.List;
import java.util.Locale;

/** The languages every text of the product is written in. */
public final class Languages {

    /** English first: it is what everybody else's language falls back to. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("es"));

    private Languages() {}

    /** The language of {@code wanted} if texts are written in it, else English. */
    public static Locale nearest(Locale wanted) {
        return ALL.stream()
                .filter(offered -> offered.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
