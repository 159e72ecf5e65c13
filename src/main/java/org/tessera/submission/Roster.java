package org.tessera.submission;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that must not stand in a submission: the earner's, and those of people the earner works with. */
final class Roster {

    private static final int SHORTEST = 3;
    /** In a citation a name is an author's. */
    private static final Pattern CITATION = Pattern.compile("\\([^()]*\\d{4}[^()]*\\)");

    private final Set<String> whole;
    private final Set<String> first;

    /**
     * @param everybody full names of the district
     * @param close full names of those whose first names alone would tell who they are
     */
    Roster(Collection<String> everybody, Collection<String> close) {
        whole = everybody.stream()
                .map(Roster::plain)
                .filter(name -> name.contains(" "))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        first = close.stream()
                .map(name -> plain(name).split(" ")[0])
                .filter(name -> name.length() >= SHORTEST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A name that stands in a text; {@code isWhole} tells a whole name from a first name. */
    record Found(String name, boolean isWhole) {}

    /** The names in a text, each once. */
    List<Found> in(String text) {
        String words = CITATION.matcher(plain(text)).replaceAll(" ");
        LinkedHashSet<Found> found = new LinkedHashSet<>();
        for (String name : whole) {
            Matcher there = standing(name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(words);
            if (there.find()) {
                found.add(new Found(name, true));
                words = there.replaceAll(" ");
            }
        }
        for (String name : first) {
            if (standing(name, 0).matcher(words).find()) {
                found.add(new Found(name, false));
            }
        }
        return List.copyOf(found);
    }

    private static Pattern standing(String name, int flags) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", flags);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("[ \\u00A0\\t]+", " ");
    }
}
