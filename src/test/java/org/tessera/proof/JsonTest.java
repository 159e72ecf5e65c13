package org.tessera.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void has_one_spelling_for_everything_it_writes() throws Json.Unreadable {
        Map<String, Object> value = Map.of(
                "b", List.of(1L, true, "a \"quoted\" \\ line\nand \u0001 ñ 🙂"), "a", Map.of("z", -5L, "é", "ok"));
        String text = Json.write(value);
        assertThat(text)
                .isEqualTo("{\"a\":{\"z\":-5,\"é\":\"ok\"},"
                        + "\"b\":[1,true,\"a \\\"quoted\\\" \\\\ line\\nand \\u0001 ñ 🙂\"]}");
        assertThat(Json.readCanonical(text.getBytes(UTF_8))).isEqualTo(value);
    }

    @Test
    void reads_what_others_write() throws Json.Unreadable {
        assertThat(Json.read(" { \"x\" : [ 0.25 , -1e3 , null , \"\\u00f1\\/\" ] } ".getBytes(UTF_8)))
                .isEqualTo(
                        Map.of("x", List.of(new BigDecimal("0.25"), new BigDecimal("-1e3"), Optional.empty(), "ñ/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":2}",
                "{\"a\": 1}",
                "[1.0]",
                "[null]",
                "[\"\\u0041\"]",
                "[\"\\/\"]",
                "[-0]",
                "[1e2]",
                " []",
                "[]\n",
                "[\"\\ud800\"]"
            })
    void takes_no_other_spelling_for_canonical(String text) throws Json.Unreadable {
        assertThat(Json.read(text.getBytes(UTF_8))).isNotNull();
        assertThatExceptionOfType(Json.Unreadable.class).isThrownBy(() -> Json.readCanonical(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "[01]",
                "[+1]",
                "[1.]",
                "[.5]",
                "[99999999999999999999]",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u00g0\"",
                "tru",
                "[] []",
                "{1:2}",
                "nulll",
                "'a'"
            })
    void refuses_what_is_no_json(String text) {
        assertThatExceptionOfType(Json.Unreadable.class).isThrownBy(() -> Json.read(text.getBytes(UTF_8)));
    }

    @Test
    void refuses_what_is_no_text_or_too_deep() {
        assertThatExceptionOfType(Json.Unreadable.class)
                .isThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xC3, '"'}))
                .withMessage("it is no UTF-8");
        assertThatExceptionOfType(Json.Unreadable.class)
                .isThrownBy(() -> Json.read("[".repeat(100_000).getBytes(UTF_8)))
                .withMessage("it is nested deeper than 64");
    }
}
