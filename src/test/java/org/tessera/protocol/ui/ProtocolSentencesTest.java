package org.tessera.protocol.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtocolSentencesTest {

    private static final Path RULES = Path.of("src/main/java/org/tessera/protocol");

    /** How rules are called. */
    private static final Pattern RULE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void every_rule_of_packs_has_a_sentence_of_its_own_in_both_languages() {
        TreeSet<String> rules = new TreeSet<>();
        for (String file : List.of("PackRules", "PhaseRules", "PackReader", "OwnProtocols")) {
            RULE.matcher(text(RULES.resolve(file + ".java")))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(rules::add);
        }

        assertThat(rules)
                .hasSizeGreaterThan(50)
                .contains("presenter-idle", "protects-more", "minutes-order", "too-long");
        rules.addAll(List.of("role", "needs-levels", "needs-threshold", "needs-choices"));
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("es"))) {
            assertThat(rules).as(language.toString()).allMatch(rule -> bundle(language)
                    .containsKey("protocol.problem." + rule));
        }
    }

    private static Properties bundle(Locale language) {
        String name = language.equals(Locale.ENGLISH) ? "protocol-ui.properties" : "protocol-ui_es.properties";
        Properties bundle = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/messages").resolve(name), StandardCharsets.UTF_8)) {
            bundle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    private static String text(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return String.join("\n", lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
