package org.tessera.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared: without accents, case and what a reader of pictures confuses. */
final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’`´]s?$");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private Spelling() {}

    /** The parts of a word that are compared one by one: José-María’s becomes jose and maria. */
    static List<String> parts(String word) {
        String plain = MARKS.matcher(Normalizer.normalize(word.strip(), Normalizer.Form.NFD))
                .replaceAll("");
        String whole =
                POSSESSIVE.matcher(plain.replaceAll("[.,;:!?)\\]}\"”»]+$", "")).replaceAll("");
        List<String> parts = new ArrayList<>();
        for (String part : NO_LETTER.split(whole.replaceAll("(?<=\\p{L})['’](?=\\p{L})", ""))) {
            if (!part.isEmpty()) {
                parts.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }

    /** The parts of a file's name, split at signs, digits and humps. */
    static List<String> partsOfFile(String name) {
        List<String> parts = new ArrayList<>();
        for (String piece : name.split("[^\\p{L}]+", -1)) {
            for (String hump : HUMP.split(piece)) {
                parts.addAll(parts(hump));
            }
        }
        return parts;
    }

    /** Letters and digits that look alike become one. */
    static String folded(String part) {
        return part.replace("rn", "m")
                .replace("vv", "w")
                .replace("cl", "d")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('|', 'l')
                .replace('5', 's')
                .replace('8', 'b');
    }

    /** Whether two parts are one letter apart at the most: one put in, left out, taken for another, or two exchanged. */
    static boolean isNear(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - start - end;
        int right = other.length() - start - end;
        boolean exchanged = left == 2
                && right == 2
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
        return Math.max(left, right) <= 1 || exchanged;
    }
}
