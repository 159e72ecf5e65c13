package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tessera.account.Languages;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/tessera");

    /** What puts words in front of people, called with the words themselves. */
    private static final Pattern WORDS_IN_CODE = Pattern.compile(
            "(?:setText|setLabel|setTitle|setHelperText|setErrorMessage|setPlaceholder|setAriaLabel|setHeaderTitle"
                    + "|Notification\\.show|new (?:H[1-6]|Paragraph|Span|Button|NativeButton)|new Anchor\\(\"[^\"]*\",)"
                    + "\\(?\\s*\"(?=[^\"]*\\p{L}{2})");

    /** A key written out in full. */
    private static final Pattern KEY = Pattern.compile("(?:getTranslation|translate)\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"");

    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private final Texts texts = new Texts();

    @Test
    void every_language_has_the_same_keys() {
        Map<Object, Object> english = texts.in(Locale.ENGLISH);

        assertThat(english).isNotEmpty();
        for (Locale language : Languages.ALL) {
            assertThat(new TreeSet<>(texts.in(language).keySet()))
                    .as(language.getDisplayLanguage(Locale.ENGLISH))
                    .isEqualTo(new TreeSet<>(english.keySet()));
        }
    }

    @Test
    void no_text_is_empty_or_loses_its_apostrophe() {
        for (Locale language : Languages.ALL) {
            texts.in(language).forEach((key, text) -> {
                assertThat(text.toString()).as(key.toString()).isNotBlank();
                if (text.toString().contains("{0")) {
                    assertThat(LONE_APOSTROPHE.matcher(text.toString()).find())
                            .as("an apostrophe beside a parameter is written twice: " + key)
                            .isFalse();
                }
            });
        }
    }

    @Test
    void every_key_the_pages_name_has_a_text() {
        Map<Object, Object> english = texts.in(Locale.ENGLISH);

        List<String> missing = sources()
                .flatMap(source -> KEY.matcher(source.text()).results())
                .map(found -> found.group(1))
                .filter(key -> !english.containsKey(key))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void no_page_has_words_of_its_own() {
        List<String> offending = sources()
                .flatMap(source -> WORDS_IN_CODE
                        .matcher(source.text())
                        .results()
                        .map(found -> source.path() + ": " + found.group()))
                .toList();

        assertThat(offending).isEmpty();
    }

    @Test
    void a_language_we_do_not_write_is_read_in_english() {
        assertThat(texts.getTranslation("shell.nav.home", Locale.of("fi"))).isEqualTo("Home");
        assertThat(texts.getTranslation("shell.nav.home", Locale.of("es", "MX")))
                .isEqualTo("Inicio");
    }

    @Test
    void a_parameter_stands_in_its_place() {
        assertThat(texts.getTranslation("account.team.members", Locale.ENGLISH, 1))
                .isEqualTo("One member");
        assertThat(texts.getTranslation("account.team.members", Locale.of("es"), 6))
                .isEqualTo("6 miembros");
    }

    private record Source(Path path, String text) {}

    private static Stream<Source> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java")).map(TextsTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path path) {
        try {
            return new Source(SOURCES.relativize(path), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
