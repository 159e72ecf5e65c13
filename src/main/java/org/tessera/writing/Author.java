package org.tessera.writing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who wrote a source.
 *
 * @param family family name, or the whole name of an organisation
 * @param given given names; blank for an organisation
 */
public record Author(String family, String given) {

    /** Reads authors as people type them: {@code Dweck, Carol S.; CAST}. */
    static List<Author> read(String typed) {
        return Arrays.stream(typed.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Author::one)
                .toList();
    }

    private static Author one(String name) {
        int comma = name.indexOf(',');
        return comma < 0
                ? new Author(name, "")
                : new Author(
                        name.substring(0, comma).strip(),
                        name.substring(comma + 1).strip());
    }

    /** Family name and initials, as a reference begins: {@code Dweck, C. S.} */
    String inverted() {
        if (given.isBlank()) {
            return family;
        }
        return family + ", "
                + Arrays.stream(given.split("\\s+")).map(Author::initial).collect(Collectors.joining(" "));
    }

    /** Jean-Paul becomes J.-P. */
    private static String initial(String name) {
        return Arrays.stream(name.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> new String(Character.toChars(Character.toUpperCase(part.codePointAt(0)))) + ".")
                .collect(Collectors.joining("-"));
    }
}
