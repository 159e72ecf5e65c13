package org.tessera.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is told by its form: numbers, addresses, dates. */
final class Patterns {

    private record Form(Trait trait, Sureness sureness, Pattern pattern) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String DATE =
            "(?:\\d{1,4}[/.\\-]\\d{1,2}[/.\\-]\\d{1,4}|\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d"
                    + "|\\d{1,2}(?: de)? \\p{L}{3,10}(?: de)? (?:19|20)\\d\\d)";

    private static final List<Form> FORMS = List.of(
            new Form(
                    Trait.EMAIL,
                    Sureness.CERTAIN,
                    Pattern.compile(
                            "[\\p{L}\\p{N}._%+-]+ ?@ ?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}", FLAGS)),
            new Form(
                    Trait.SOCIAL_SECURITY,
                    Sureness.LIKELY,
                    Pattern.compile("(?<![\\d-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\d-])")),
            new Form(
                    Trait.PHONE,
                    Sureness.LIKELY,
                    Pattern.compile("(?<![\\d.])(?:\\+?1[ .-])?\\(?\\d{3}\\)?[ .-]{1,2}\\d{3}[ .-]\\d{4}(?!\\d)")),
            new Form(
                    Trait.STUDENT_NUMBER,
                    Sureness.LIKELY,
                    Pattern.compile(
                            "(?:student|pupil|school|estudiante|alumn[oa]|matr[ií]cula|lunch)?\\s?"
                                    + "(?:\\bid\\b|\\bi\\.d\\.|\\bno\\.|\\bnumber|\\bnum\\.|#|\\bn[ºo°]\\b|\\bn[uú]mero|matr[ií]cula|\\bpin\\b)"
                                    + "\\s?[:#.]?\\s?[A-Z]{0,2}-?\\d{5,12}(?!\\d)",
                            FLAGS)),
            new Form(
                    Trait.STUDENT_NUMBER,
                    Sureness.POSSIBLE,
                    Pattern.compile("(?<![\\p{L}\\d])[A-Z]{1,3}\\d{6,9}(?!\\d)")),
            new Form(
                    Trait.BIRTH_DATE,
                    Sureness.LIKELY,
                    Pattern.compile(
                            "(?:\\bborn(?: on)?|\\bd\\.?o\\.?b\\.?|\\bdate of birth|\\bbirth ?(?:day|date)|\\bnacid[oa](?: el)?"
                                    + "|\\bfecha de nacimiento|\\bcumplea[nñ]os)[:\\s]{1,3}(?:is |was |the )?" + DATE,
                            FLAGS)),
            new Form(
                    Trait.ADDRESS,
                    Sureness.LIKELY,
                    Pattern.compile("(?<![\\d.,])\\d{1,5}(?: [NSEW]\\.?)?(?: [\\p{Lu}\\d][\\p{L}\\d'’]*){1,3} "
                            + "(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl"
                            + "|Circle|Cir|Terrace|Trail|Highway|Hwy)\\b\\.?")),
            new Form(
                    Trait.ADDRESS,
                    Sureness.LIKELY,
                    Pattern.compile(
                            "\\b(?:Calle|Avenida|Av\\.|Carrera|Paseo|Camino) (?:\\p{Lu}[\\p{L}]*|de|del|la|los|las)(?: (?:\\p{Lu}[\\p{L}]*|de|del|la|los|las)){0,4},? "
                                    + "(?:n[ºo°.]* ?)?\\d{1,5}")));

    private Patterns() {}

    static List<Hit> in(Text text) {
        StringBuilder joined = new StringBuilder();
        int[] ends = new int[text.words().size()];
        for (int i = 0; i < ends.length; i++) {
            joined.append(i == 0 ? "" : " ").append(text.words().get(i).text());
            ends[i] = joined.length();
        }
        List<Hit> hits = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher at = form.pattern().matcher(joined);
            while (at.find()) {
                hits.add(new Hit(form.trait(), form.sureness(), word(ends, at.start()), word(ends, at.end() - 1) + 1));
            }
        }
        return hits;
    }

    private static int word(int[] ends, int letter) {
        for (int i = 0; i < ends.length; i++) {
            if (letter < ends[i] + 1) {
                return i;
            }
        }
        return ends.length - 1;
    }
}
