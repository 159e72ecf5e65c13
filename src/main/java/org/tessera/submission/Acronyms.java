package org.tessera.submission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds letters that stand for words, and tells whether their meaning stands beside them somewhere. */
final class Acronyms {

    private static final Pattern LETTERS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{Lu}[\\p{Lu}\\p{N}]{1,7})(?:s|es)?(?![\\p{L}\\p{N}])");
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]+");
    private static final Set<String> EVERYBODY_KNOWS =
            Set.of("AM", "PM", "OK", "US", "USA", "UK", "TV", "PDF", "CD", "DVD", "ID", "EE", "EEUU", "UU");

    private Acronyms() {}

    /** The undefined ones of a text, each once; {@code whole} is everything the reader gets. */
    static List<String> undefined(String text, String whole) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        Matcher letters = LETTERS.matcher(text);
        while (letters.find()) {
            String acronym = letters.group(1);
            if (acronym.codePoints().filter(Character::isLetter).count() >= 2
                    && !EVERYBODY_KNOWS.contains(acronym)
                    && !ROMAN.matcher(acronym).matches()
                    && !isExplained(acronym, whole)) {
                found.add(acronym);
            }
        }
        return List.copyOf(found);
    }

    /** Either words (ABC), or ABC (words). */
    private static boolean isExplained(String acronym, String whole) {
        String letters = Pattern.quote(acronym) + "(?:s|es)?";
        return Pattern.compile("\\p{L}\\s*\\(" + letters + "\\)|" + letters + "\\s*\\([^()]*\\p{Ll}[^()]*\\)")
                .matcher(whole)
                .find();
    }
}
