package org.tessera.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaterialMessagesTest {

    private final Properties english = messages("material.properties");
    private final Properties spanish = messages("material_es.properties");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(spanish.values()).noneMatch(english::containsValue);
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_is_a_whole_sentence_in_both_languages(IntakeRefusal why) {
        Object[] arguments = Limits.ours().forSentences();
        for (Properties language : new Properties[] {english, spanish}) {
            String sentence = new MessageFormat(language.getProperty(why.key()), Locale.ENGLISH).format(arguments);

            assertThat(sentence).endsWith(".").doesNotContain("{").hasSizeGreaterThan(20);
        }
    }

    @Test
    void one_page_is_not_called_pages() {
        MessageFormat ready = new MessageFormat(english.getProperty("material.upload.ready"), Locale.ENGLISH);

        assertThat(ready.format(new Object[] {"Water", 1})).startsWith("Water is ready: one page.");
        assertThat(ready.format(new Object[] {"Water", 3})).startsWith("Water is ready: 3 pages.");
    }

    private static Properties messages(String name) {
        Properties messages = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(MaterialMessagesTest.class.getResourceAsStream("/messages/" + name)),
                StandardCharsets.UTF_8)) {
            messages.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
