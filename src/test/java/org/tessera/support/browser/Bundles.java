package org.tessera.support.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of the pages, to tell which language something that can be read is in. */
public final class Bundles {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private Bundles() {}

    /** All texts in English. */
    public static Set<String> english() {
        return texts(false);
    }

    /** All texts in Spanish. */
    public static Set<String> spanish() {
        return texts(true);
    }

    private static Set<String> texts(boolean inSpanish) {
        Set<String> texts = new HashSet<>();
        for (Path file : files(inSpanish)) {
            Properties bundle = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                bundle.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bundle.values().forEach(text -> texts.add(String.valueOf(text).strip()));
        }
        return texts;
    }

    private static List<Path> files(boolean inSpanish) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(path -> path.toString().endsWith("_es.properties") == inSpanish)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
