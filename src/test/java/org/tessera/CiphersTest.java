package org.tessera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the product encrypts with, read in its sources: a cipher's name is a text, which no compiler checks. */
class CiphersTest {

    private static final Pattern ASKED = Pattern.compile("Cipher\\.getInstance\\(([^)]*)\\)");
    private static final Pattern NAMED = Pattern.compile("\"(\\w+/\\w+/\\w*Padding)\"");
    private static final String APPROVED = "AES/GCM/NoPadding";

    @Test
    void there_is_none_but_aes_in_galois_counter_mode() throws IOException {
        List<String> asked = new ArrayList<>();
        List<String> named = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(path -> path.toString().endsWith(".java")).forEach(path -> {
                String source = text(path);
                ASKED.matcher(source).results().map(found -> found.group(1)).forEach(asked::add);
                NAMED.matcher(source).results().map(MatchResult::group).forEach(named::add);
            });
        }

        assertThat(asked).hasSizeGreaterThanOrEqualTo(4).containsOnly("\"" + APPROVED + "\"", "TRANSFORMATION");
        assertThat(named).isNotEmpty().containsOnly("\"" + APPROVED + "\"");
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
