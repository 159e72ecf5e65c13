package org.tessera.yaml;

import java.util.List;

/**
 * What is wrong with a file, and where.
 *
 * @param file the file's name, as the person who wrote it knows it
 * @param line counted from 1
 * @param path JSON Pointer to the value, for example {@code /phases/3/may/post}; empty for the whole file
 * @param reason words the person who will correct it can act on
 * @param rule the word for the rule that is broken, by which a page finds a sentence of its own for people who do not
 *     see the file; empty where there is none
 * @param details what that sentence names
 */
public record YamlProblem(String file, int line, String path, String reason, String rule, List<String> details) {

    public YamlProblem {
        details = List.copyOf(details);
    }

    /** A problem that no page has a sentence of its own for. */
    public YamlProblem(String file, int line, String path, String reason) {
        this(file, line, path, reason, "", List.of());
    }

    /** The same, as a breach of {@code rule}. */
    public YamlProblem under(String rule, String... details) {
        return new YamlProblem(file, line, path, reason, rule, List.of(details));
    }

    /** As compilers say it, so that editors can jump there: {@code file:line: path: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + reason;
    }
}
