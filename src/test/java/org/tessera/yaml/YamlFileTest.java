package org.tessera.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    @Nested
    class Reading {

        @Test
        void keeps_the_kind_of_each_value() {
            YamlFile file = YamlFile.read("a.yaml", """
                    text: no
                    quoted: "1"
                    number: 12
                    decimal: 1.5
                    yes: true
                    none: null
                    list: [a, b]
                    """);

            assertThat(file.content().toString()).isEqualTo("""
                            {"text":"no","quoted":"1","number":12,"decimal":1.5,"yes":true,"none":null,"list":["a","b"]}""");
        }

        @Test
        void refuses_an_empty_file() {
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", "# nothing\n"))
                    .withMessage("a.yaml:1: the file is empty");
        }

        @Test
        void refuses_text_that_is_not_yaml_with_the_line() {
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", "a: 1\nb: [2\nc: 3\n"))
                    .withMessageStartingWith("a.yaml:3: this is not YAML: ");
        }

        @Test
        void tells_every_repeated_key_and_anchor_at_once() {
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", "a: 1\nb:\n  c: &x 2\na: 3\nd: *x\n"))
                    .satisfies(invalid -> assertThat(invalid.problems())
                            .map(YamlProblem::toString)
                            .containsExactly(
                                    "a.yaml:3: /b/c: write the value out: anchors and aliases are not allowed",
                                    "a.yaml:4: /a: “a” stands twice here",
                                    "a.yaml:5: /d: write the value out: anchors and aliases are not allowed"));
        }

        @Test
        void refuses_signs_that_stand_in_no_text_with_the_line() {
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", "a: 1\nb: x\u0000y\n"))
                    .withMessage("a.yaml:2: this is not YAML: there is a sign that no text has");
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", "\u001Aa: 1\n"))
                    .withMessageStartingWith("a.yaml:1: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: "})
        void refuses_what_is_deeper_than_any_file_of_ours(String deeper) {
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", deeper.repeat(50_000)))
                    .withMessageStartingWith("a.yaml:1: this is not YAML: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e999999999", "-1.5E-999999999", "1e99999999999", "0.1e500"})
        void refuses_numbers_that_would_fill_the_memory(String number) {
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", "a: " + number))
                    .withMessage("a.yaml:1: /a: “" + number + "” is no plain value; put it in quotes");
        }

        @Test
        void refuses_an_alias_that_contains_itself() {
            assertThatExceptionOfType(InvalidYamlException.class)
                    .isThrownBy(() -> YamlFile.read("a.yaml", "a: &a [*a]\n"));
        }
    }

    @Nested
    class The_line_of_a_value {

        private final YamlFile file = YamlFile.read("a.yaml", """
                first: 1
                list:
                  - one
                  - name:
                      two
                """);

        @Test
        void is_where_its_key_or_item_begins() {
            assertThat(file.lineOf("/first")).isEqualTo(1);
            assertThat(file.lineOf("/list/0")).isEqualTo(3);
            assertThat(file.lineOf("/list/1/name")).isEqualTo(4);
        }

        @Test
        void is_that_of_the_value_around_a_missing_one() {
            assertThat(file.lineOf("/list/1/missing/deeper")).isEqualTo(4);
            assertThat(file.lineOf("/missing")).isEqualTo(1);
        }
    }

    @Nested
    class The_hash {

        @Test
        void ignores_comments_line_ends_and_the_order_of_keys() {
            assertThat(YamlFile.read("a.yaml", "a: 1\nb: {c: 2, d: 3}\n").sha256())
                    .isEqualTo(YamlFile.read("b.yaml", "# why\r\nb:\r\n  d: 3\r\n  c: 2\r\na: 1\r\n")
                            .sha256());
        }

        @Test
        void changes_with_any_value() {
            assertThat(YamlFile.read("a.yaml", "a: 1").sha256())
                    .isNotEqualTo(YamlFile.read("a.yaml", "a: \"1\"").sha256());
        }
    }

    @Nested
    class A_schema {

        private final YamlSchema schema = YamlSchema.of("""
                {"type": "object", "additionalProperties": false, "required": ["id"],
                 "properties": {"id": {"type": "string"}, "size": {"enum": ["small", "large"]}}}""");

        @Test
        void finds_nothing_wrong_with_a_file_that_fits() {
            assertThat(schema.problemsOf(YamlFile.read("a.yaml", "id: x\nsize: small")))
                    .isEmpty();
        }

        @Test
        void tells_what_is_wrong_by_line() {
            assertThat(schema.problemsOf(YamlFile.read("a.yaml", "size: huge\n\nweight: 3")))
                    .map(YamlProblem::toString)
                    .containsExactlyInAnyOrder(
                            "a.yaml:1: “id” is missing",
                            "a.yaml:1: /size: “huge” is not one of small, large",
                            "a.yaml:3: /weight: “weight” is not a word for this place");
        }
    }
}
