package org.tessera.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.tessera.credential.CredentialFiles.Shipped;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlProblem;
import org.tessera.yaml.YamlSchema;

class CredentialFilesTest {

    private static final String PLAN = "developing-a-plan-to-implement-pas.yaml";
    private static final String BUILDING = "building-a-pa-learning-community.yaml";

    @Nested
    class Shipped_files {

        @Test
        void are_the_stack_and_its_three_credentials() {
            assertThat(CredentialFiles.shipped())
                    .extracting(file -> CredentialReader.ref(file.file()).toString())
                    .containsExactlyInAnyOrder(
                            "building-a-pa-learning-community@1",
                            "developing-a-plan-to-implement-pas@1",
                            "engaging-stakeholders-to-support-pas@1",
                            "leading-a-pa-community@1");
        }

        @ParameterizedTest
        @MethodSource("org.tessera.credential.CredentialFilesTest#credentials")
        void have_all_six_parts(Credential credential) {
            assertThat(credential.competency().en()).isNotBlank();
            assertThat(credential.keyMethod().en()).isNotBlank();
            assertThat(credential.components()).isNotEmpty();
            assertThat(credential.resources()).isNotEmpty();
            assertThat(credential.submission()).isNotEmpty();
            assertThat(credential.rubric()).isNotEmpty();
            assertThat(credential.requirements()).isNotEmpty();
        }

        @ParameterizedTest
        @MethodSource("org.tessera.credential.CredentialFilesTest#credentials")
        void never_pass_off_a_rubric_row_or_a_word_limit_as_known(Credential credential) {
            assertThat(credential.rubric())
                    .allSatisfy(row -> assertThat(row.wording().standing()).isEqualTo(Standing.PLACEHOLDER));
            assertThat(credential.submission()).allSatisfy(part -> {
                assertThat(part.wording().standing()).isEqualTo(Standing.PLACEHOLDER);
                assertThat(part.limit().stream()).allSatisfy(limit -> {
                    assertThat(limit.wording().standing()).isEqualTo(Standing.PLACEHOLDER);
                    assertThat(limit.max()).isEmpty();
                });
            });
        }

        @ParameterizedTest
        @MethodSource("org.tessera.credential.CredentialFilesTest#credentials")
        void take_requirements_from_verified_text_only(Credential credential) {
            assertThat(credential.requirements())
                    .allSatisfy(one -> assertThat(one.wording().standing()).isEqualTo(Standing.VERIFIED));
        }

        @Test
        void carry_the_verified_rule_of_the_first_credential() {
            Credential building = credentials()
                    .filter(credential -> credential.ref().id().value().startsWith("building"))
                    .findFirst()
                    .orElseThrow();
            assertThat(building.criterion("discussions").orElseThrow().rule()).hasValueSatisfying(rule -> {
                Rule.Facilitated facilitated = (Rule.Facilitated) rule;
                assertThat(facilitated.atLeast()).isEqualTo(3);
                assertThat(facilitated.distinctAspects()).isEqualTo(3);
                assertThat(facilitated.samePlc()).isTrue();
                assertThat(facilitated.aspects())
                        .extracting(Aspect::id)
                        .containsExactly("validity", "reliability", "student-work", "task-tuning", "task-design");
            });
        }

        @Test
        void know_the_stack_by_all_its_names() {
            Stack stack = CredentialFiles.shipped().stream()
                    .filter(Shipped::isStack)
                    .map(shipped -> CredentialReader.stack(shipped.file()))
                    .findFirst()
                    .orElseThrow();
            assertThat(stack.name().en()).isEqualTo("Leading a Performance Assessment Community");
            assertThat(stack.aliases())
                    .extracting(Wording::en)
                    .contains(
                            "Leading a Performance Assessment Learning Community for Learning",
                            "Building and Leading a Performance Assessment Learning Community");
            assertThat(stack.members()).hasSize(3);
        }
    }

    @Nested
    class A_wrong_file {

        @Test
        void is_named_with_the_line_of_a_missing_translation() {
            String text =
                    withoutFirst(shipped(PLAN), "    es: Elaborar un plan para implantar evaluaciones de desempeño\n");
            assertThat(problems(PLAN, text)).singleElement().satisfies(problem -> {
                assertThat(problem.file()).isEqualTo(PLAN);
                assertThat(lines(text).get(problem.line() - 1)).isEqualTo("  text:");
                assertThat(problem.reason()).contains("es");
            });
        }

        @Test
        void is_named_with_the_line_of_a_word_that_is_no_status() {
            String text = shipped(PLAN).replaceFirst("status: verified", "status: certain");
            assertThat(problems(PLAN, text)).singleElement().satisfies(problem -> {
                assertThat(lines(text).get(problem.line() - 1)).contains("status: certain");
                assertThat(problem.reason()).contains("verified");
            });
        }

        @Test
        void is_named_with_the_line_of_a_source_it_does_not_list() {
            String text = shipped(PLAN).replaceFirst("source: page\n", "source: hearsay\n");
            assertThat(problems(PLAN, text)).singleElement().satisfies(problem -> {
                assertThat(lines(text).get(problem.line() - 1)).contains("source: hearsay");
                assertThat(problem.reason()).contains("hearsay");
            });
        }

        @Test
        void is_named_with_the_line_of_an_id_used_twice() {
            String text = shipped(PLAN).replaceFirst("- id: goals", "- id: need");
            assertThat(problems(PLAN, text)).singleElement().satisfies(problem -> {
                assertThat(problem.reason()).contains("need").contains("twice");
                assertThat(lines(text).subList(0, problem.line()))
                        .filteredOn("  - id: need"::equals)
                        .hasSize(2);
            });
        }

        @Test
        void is_named_where_a_rubric_row_takes_the_id_of_a_requirement() {
            String text = shipped(PLAN).replaceFirst("- id: rubric-overview", "- id: need");
            assertThat(problems(PLAN, text)).singleElement().satisfies(problem -> assertThat(problem.reason())
                    .contains("twice"));
        }

        @Test
        void is_named_where_a_rule_wants_more_aspects_than_discussions() {
            String text = shipped(BUILDING).replaceFirst("distinctAspects: 3", "distinctAspects: 4");
            assertThat(problems(BUILDING, text)).singleElement().satisfies(problem -> assertThat(
                            lines(text).get(problem.line() - 1))
                    .contains("distinctAspects: 4"));
        }

        @Test
        void is_named_where_a_limit_is_upside_down() {
            String text =
                    shipped(PLAN).replaceFirst("enforcement: hard", "enforcement: hard\n      min: 20\n      max: 10");
            assertThat(problems(PLAN, text)).singleElement().satisfies(problem -> assertThat(problem.reason())
                    .contains("min"));
        }

        @Test
        void is_named_where_its_name_and_its_id_differ() {
            assertThat(problems("another.yaml", shipped(PLAN)))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.reason()).contains(PLAN));
        }

        @Test
        void is_named_where_it_is_no_yaml() {
            assertThat(problems(PLAN, "kind: credential\n\tid: x\n"))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
        }

        @Test
        void is_named_where_a_stack_lists_a_credential_nobody_describes() {
            Map<String, String> texts = shippedTexts();
            texts.remove(PLAN);
            assertThatThrownBy(() -> CredentialFiles.checked(texts, schema()))
                    .isInstanceOfSatisfying(InvalidYamlException.class, wrong -> assertThat(wrong.problems())
                            .singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.file()).isEqualTo("leading-a-pa-community.stack.yaml");
                                assertThat(problem.reason()).contains("developing-a-plan-to-implement-pas");
                            }));
        }

        @Test
        void does_not_hide_the_faults_of_the_others() {
            Map<String, String> texts = shippedTexts();
            texts.compute(PLAN, (name, text) -> text + "more: 1\n");
            texts.compute(BUILDING, (name, text) -> text + "more: 1\n");
            assertThatThrownBy(() -> CredentialFiles.checked(texts, schema()))
                    .isInstanceOfSatisfying(InvalidYamlException.class, wrong -> assertThat(wrong.problems())
                            .extracting(YamlProblem::file)
                            .containsExactly(BUILDING, PLAN));
        }
    }

    static Stream<Credential> credentials() {
        return CredentialFiles.shipped().stream()
                .filter(shipped -> !shipped.isStack())
                .map(shipped -> CredentialReader.credential(shipped.file()));
    }

    private static List<YamlProblem> problems(String name, String text) {
        try {
            CredentialFiles.checked(Map.of(name, text), schema());
            return List.of();
        } catch (InvalidYamlException wrong) {
            return wrong.problems();
        }
    }

    private static Map<String, String> shippedTexts() {
        Map<String, String> texts = new HashMap<>();
        CredentialFiles.shipped().forEach(shipped -> texts.put(shipped.file().name(), shipped.text()));
        return texts;
    }

    private static String shipped(String name) {
        return shippedTexts().get(name);
    }

    private static String withoutFirst(String text, String line) {
        assertThat(text).contains(line);
        int at = text.indexOf(line);
        return text.substring(0, at) + text.substring(at + line.length());
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    static YamlSchema schema() {
        try {
            return YamlSchema.of(new ClassPathResource("seeds/credentials/credential.schema.json")
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
