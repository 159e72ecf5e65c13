package org.tessera.writing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word of a text without case, accents and full-width forms, and where it stands. */
record Token(String word, Stretch where) {

    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    /** The words of {@code text} that stand in none of {@code without}. */
    static List<Token> of(String text, List<Stretch> without) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            Stretch where = new Stretch(word.start(), word.end());
            if (without.stream().noneMatch(where::meets)) {
                tokens.add(new Token(plain(word.group()), where));
            }
        }
        return tokens;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
