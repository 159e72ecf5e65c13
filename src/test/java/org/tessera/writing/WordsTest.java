package org.tessera.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WordsTest {

    /** A row of the table that the browser's test reads too. */
    record Case(String text, int words) {}

    static Stream<Case> cases() throws IOException {
        String table = Files.readString(Path.of("frontend/test/words.json"));
        return Arrays.stream(JsonMapper.builder().build().readValue(table, Case[].class));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void counts_as_the_browser_does(Case one) {
        assertThat(Words.count(one.text())).isEqualTo(one.words());
    }
}
