package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** One spelling for one content, so that equal artifacts have equal hashes wherever they are computed. */
class CanonicalJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void sorts_the_keys_of_every_object_and_leaves_no_space() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("b", List.of(1, 2));
        inner.put("a", true);
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("z", inner);
        outer.put("B", "x");
        outer.put("a", List.of(Map.of(), List.of()));

        assertThat(CanonicalJson.write(outer)).isEqualTo("{\"B\":\"x\",\"a\":[{},[]],\"z\":{\"a\":true,\"b\":[1,2]}}");
    }

    @Test
    void is_the_same_whatever_order_things_came_in() {
        Map<String, Object> one = new LinkedHashMap<>();
        Map<String, Object> other = new LinkedHashMap<>();
        List<String> keys = List.of("notes", "groups", "at", "ñ", "Z", "10", "9");
        keys.forEach(key -> one.put(key, key.length()));
        keys.reversed().forEach(key -> other.put(key, key.length()));

        assertThat(CanonicalJson.write(one)).isEqualTo(CanonicalJson.write(other));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1.0, 1",
        "0.25, 0.25",
        "100000, 100000",
        "1.0E-7, 0.0000001",
        "1.2E10, 12000000000",
        "-0.5, -0.5"
    })
    void writes_numbers_plainly(double number, String written) {
        assertThat(CanonicalJson.write(number)).isEqualTo(written);
    }

    @Test
    void writes_whole_numbers_of_any_size() {
        assertThat(CanonicalJson.write(List.of(7, Long.MAX_VALUE))).isEqualTo("[7,9223372036854775807]");
    }

    @Test
    void writes_texts_so_that_they_read_back_the_same() {
        String text = "\"quoted\" \\ back\nline\ttab ñ \uD83D\uDE00 \u0001 </script>";

        assertThat(JSON.readTree(CanonicalJson.write(text)).stringValue()).isEqualTo(text);
        assertThat(CanonicalJson.write("ñ\uD83D\uDE00")).isEqualTo("\"ñ\uD83D\uDE00\"");
    }

    @Test
    void refuses_what_is_no_json() {
        assertThatThrownBy(() -> CanonicalJson.write(Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", List.of(Instant.EPOCH))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
