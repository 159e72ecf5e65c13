package org.tessera.room.ui;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What words seem to mean beside what they say: advice in the form of a question, a judgement in the form of a
 * description. It goes by a few openings and words in English and Spanish, may be wrong, and so never decides anything.
 */
final class Undertone {

    /** How advice begins, in plain letters; at the beginning of a sentence. */
    private static final List<String> ADVICE = List.of(
            "have you thought of",
            "have you thought about",
            "have you considered",
            "have you tried",
            "did you think of",
            "did you think about",
            "did you consider",
            "why don t you",
            "why didn t you",
            "why do you not",
            "why not try",
            "why not use",
            "why not let",
            "why not ask",
            "why not give",
            "why not have",
            "wouldn t it be better",
            "wouldn t it be",
            "would it not be better",
            "would it be better",
            "isn t it better",
            "couldn t you",
            "shouldn t you",
            "shouldn t they",
            "should you not",
            "you should",
            "you could",
            "you might want to",
            "you may want to",
            "you need to",
            "you ought to",
            "if i were you",
            "i would try",
            "i would suggest",
            "i d suggest",
            "i d try",
            "i suggest",
            "i recommend",
            "how about",
            "don t you think",
            "what if you",
            "maybe you",
            "perhaps you",
            "has pensado en",
            "ha pensado en",
            "han pensado en",
            "habeis pensado en",
            "has considerado",
            "han considerado",
            "has probado",
            "han probado",
            "has intentado",
            "por que no pruebas",
            "por que no prueban",
            "por que no usas",
            "por que no usan",
            "por que no haces",
            "por que no hacen",
            "por que no intentas",
            "por que no les",
            "no seria mejor",
            "seria mejor",
            "no crees que",
            "no creen que",
            "no deberias",
            "no deberian",
            "deberias",
            "deberian",
            "tendrias que",
            "tendrian que",
            "podrias probar",
            "podrias usar",
            "podrias hacer",
            "yo en tu lugar",
            "yo que tu",
            "te recomiendo",
            "te sugiero",
            "les sugiero",
            "que tal si",
            "y si pruebas",
            "y si usas",
            "y si haces",
            "y si les",
            "quizas deberias",
            "tal vez deberias");

    /** Words of judgement and taste, in plain letters; anywhere. */
    private static final List<String> JUDGEMENT = List.of(
            "good",
            "bad",
            "great",
            "excellent",
            "nice",
            "nicely",
            "lovely",
            "beautiful",
            "wonderful",
            "amazing",
            "impressive",
            "poor",
            "poorly",
            "weak",
            "messy",
            "sloppy",
            "careless",
            "lazy",
            "terrible",
            "boring",
            "wrong",
            "clever",
            "smart",
            "well done",
            "not enough",
            "too short",
            "too long",
            "should have",
            "shouldn t have",
            "should not have",
            "could have been better",
            "i like",
            "i love",
            "i don t like",
            "bueno",
            "buena",
            "buenas",
            "malo",
            "mala",
            "malos",
            "malas",
            "mal hecho",
            "mal escrito",
            "muy bien",
            "excelente",
            "bonito",
            "bonita",
            "precioso",
            "preciosa",
            "genial",
            "maravilloso",
            "maravillosa",
            "desordenado",
            "desordenada",
            "descuidado",
            "descuidada",
            "flojo",
            "floja",
            "pobre",
            "aburrido",
            "aburrida",
            "incorrecto",
            "equivocado",
            "demasiado corto",
            "demasiado largo",
            "deberia haber",
            "deberian haber",
            "tendria que haber",
            "me gusta",
            "me encanta",
            "no me gusta");

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|«[^»]*»|\"[^\"]*\"");
    private static final Pattern SENTENCE = Pattern.compile("[.!?;:…\\n]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Undertone() {}

    /** The phrases by what they betray, as the browser's own ear takes them. */
    static Map<String, List<String>> phrases() {
        return Map.of("advice", ADVICE, "judgement", JUDGEMENT);
    }

    /** Whether {@code text}, meant as a question, reads like advice. */
    static boolean isAdvice(String text) {
        return SENTENCE.splitAsStream(text).map(Undertone::plain).anyMatch(sentence -> ADVICE.stream()
                .anyMatch(phrase -> (sentence + " ").startsWith(phrase + " ")));
    }

    /** Whether {@code text}, meant as a description, reads like a judgement; what it quotes is the work's, not its own. */
    static boolean isJudgement(String text) {
        String words = " " + plain(QUOTED.matcher(text).replaceAll(" ")) + " ";
        return JUDGEMENT.stream().anyMatch(phrase -> words.contains(" " + phrase + " "));
    }

    /** Lower-case words without accents, one space between them. */
    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
