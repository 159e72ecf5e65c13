package org.tessera.protocol;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Short names made of small letters, digits and hyphens, as packs call things. */
final class Slug {

    private static final int LONGEST = 40;

    private Slug() {}

    /** {@code name} as a short name; {@code usual} if nothing of it is left. */
    static String of(String name, String usual) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? usual : cut;
    }

    /** The same, with a number behind it if it is taken. */
    static String free(String name, String usual, Predicate<String> taken) {
        String first = of(name, usual);
        String slug = first;
        for (int number = 2; taken.test(slug); number++) {
            slug = first + "-" + number;
        }
        return slug;
    }
}
