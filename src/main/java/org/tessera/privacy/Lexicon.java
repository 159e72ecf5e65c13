package org.tessera.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that are often names, and capitalised words that are none. */
final class Lexicon {

    /** First names that many people in schools of the United States have. */
    static final Set<String> GIVEN = read("given-names.txt");

    /** What is written with a capital letter and is nobody: days, places, subjects, people of history. */
    static final Set<String> NO_NAMES = read("capitalised-words.txt");

    /** Names that are everyday words as well. */
    static final Set<String> ALSO_WORDS = read("names-that-are-words.txt");

    private Lexicon() {}

    private static Set<String> read(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No list of words " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.split("\\s+", -1)))
                    .filter(word -> !word.isEmpty())
                    .map(word -> String.join("", Spelling.parts(word)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
