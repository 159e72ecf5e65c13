package org.tessera.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a password is among those that are tried first: leaked ones that many people chose, rows of keys, repetitions,
 * and what is known of its owner. The lists are part of the product; nothing of a password leaves it.
 */
final class GuessedFirst {

    /** What is found with fewer guesses than these falls to an afternoon of trying. */
    private static final double FEW = 1e8;

    /** Longer ones cannot be easier than their beginning, and measuring takes time with the square of the length. */
    private static final int MEASURED = 64;

    private static final int SHORTEST_WORD = 3;

    /** So many letters and digits there must be beside the words everybody knows of somebody. */
    private static final int OWN = 6;

    /** Words of this product and of schools that its people think of first; docs/security.md names them too. */
    private static final List<String> OUR_WORDS = List.of(
            "tessera",
            "password",
            "passphrase",
            "contraseña",
            "welcome",
            "bienvenido",
            "teacher",
            "maestra",
            "maestro",
            "school",
            "escuela",
            "district",
            "distrito",
            "credential",
            "badge");

    private final Zxcvbn meter = new Zxcvbn();

    /**
     * Whether this password of somebody would be guessed soon.
     *
     * @param about what is known of its owner: names, the address, the district
     */
    boolean has(String password, List<String> about) {
        List<String> words = new ArrayList<>(OUR_WORDS);
        about.stream()
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .forEach(words::add);
        if (own(password, words) < OWN) {
            return true;
        }
        String measured = password.substring(0, Math.min(password.length(), MEASURED));
        return meter.measure(measured, words).getGuesses() < FEW;
    }

    /** How many letters and digits are left without those words. */
    private static long own(String password, List<String> words) {
        String left = password.toLowerCase(Locale.ROOT);
        for (String word : words) {
            left = left.replace(word, " ");
        }
        return left.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
