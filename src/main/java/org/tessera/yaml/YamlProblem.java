package org.tessera.yaml;

/**
 * What is wrong with a file, and where.
 *
 * @param file the file's name, as the person who wrote it knows it
 * @param line counted from 1
 * @param path JSON Pointer to the value, for example {@code /phases/3/may/post}; empty for the whole file
 * @param reason words the person who will correct it can act on
 */
public record YamlProblem(String file, int line, String path, String reason) {

    /** As compilers say it, so that editors can jump there: {@code file:line: path: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + reason;
    }
}
