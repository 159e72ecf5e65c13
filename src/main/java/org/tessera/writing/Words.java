package org.tessera.writing;

import java.util.regex.Pattern;

/**
 * Counts words as {@code frontend/writing/words.ts} does in the browser; {@code frontend/test/words.json} holds both to
 * the same table. A word is what stands between white space, long dashes and ellipses and has a letter or a digit;
 * where a script sets no spaces (Chinese, Japanese) each character is one.
 */
public final class Words {

    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern BETWEEN = Pattern.compile("[\\p{IsWhite_Space}\\u200B\\uFEFF\\u2014\\u2015\\u2026]+");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private Words() {}

    /** How many words {@code text} has. */
    public static int count(String text) {
        String spaced = UNSPACED.matcher(text).replaceAll(" $0 ");
        return (int) BETWEEN.splitAsStream(spaced)
                .filter(piece -> SAYS_SOMETHING.matcher(piece).find())
                .count();
    }
}
