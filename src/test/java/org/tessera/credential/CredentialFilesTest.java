package org.tessera.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.tessera.credential.CredentialFiles.Shipped;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlProblem;
import org.tessera.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;

class CredentialFilesTest {

    private static final String PLAN = "developing-a-plan-to-implement-pas.yaml";
    private static final String BUILDING = "building-a-pa-learning-community.yaml";

    @Nested
    class Shipped_files {

        @Test
        void are_four_stacks_of_three_credentials() {
            assertThat(stacks().map(stack -> stack.ref().toString()))
                    .containsExactlyInAnyOrder(
                            "leading-a-pa-community@1", "basic-pa-design@1", "advanced-pa-design@1", "pa-for-equity@1");
            assertThat(stacks()).allSatisfy(stack -> assertThat(stack.members()).hasSize(3));
            assertThat(credentials().map(credential -> credential.ref().toString()))
                    .containsExactlyInAnyOrder(
                            "building-a-pa-learning-community@1",
                            "developing-a-plan-to-implement-pas@1",
                            "engaging-stakeholders-to-support-pas@1",
                            "performance-assessment-design@1",
                            "competency-based-rubric-design@1",
                            "performance-assessment-validation@1",
                            "performance-assessment-reliability@1",
                            "embedding-habits-skills-and-dispositions@1",
                            "advanced-pa-design-third@1",
                            "pa-for-equity-first@1",
                            "pa-for-equity-second@1",
                            "pa-for-equity-third@1");
        }

        @Test
        void hold_every_credential_in_exactly_one_stack() {
            assertThat(stacks().flatMap(stack -> stack.members().stream()))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(credentials()
                            .map(credential -> credential.ref().id())
                            .toList());
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
        void take_requirements_from_verified_text_or_say_that_there_is_none(Credential credential) {
            Standing expected = credential.page().isPresent() ? Standing.VERIFIED : Standing.PLACEHOLDER;
            assertThat(credential.requirements())
                    .allSatisfy(one -> assertThat(one.wording().standing()).isEqualTo(expected));
        }

        @Test
        void mark_nothing_as_verified_without_a_source_somebody_can_look_up() {
            for (Shipped shipped : CredentialFiles.shipped()) {
                assertThat(verified(shipped.file().content()))
                        .as(shipped.file().name())
                        .allSatisfy(source -> assertThat(shipped.file()
                                        .content()
                                        .path("sources")
                                        .path(source)
                                        .asString(""))
                                .isNotEmpty()
                                .isNotEqualTo("Tessera's own reading"));
            }
        }

        /** The sources of all texts below {@code node} that are marked verified. */
        private static List<String> verified(JsonNode node) {
            if (node.path("status").asString("").equals("verified")) {
                return List.of(node.path("source").asString(""));
            }
            return StreamSupport.stream(node.spliterator(), false)
                    .flatMap(below -> verified(below).stream())
                    .toList();
        }

        @Test
        void claim_nothing_about_the_four_credentials_nobody_found() {
            assertThat(credentials().filter(credential -> credential.page().isEmpty()))
                    .hasSize(4)
                    .allSatisfy(credential -> {
                        assertThat(credential.name().standing()).isEqualTo(Standing.PLACEHOLDER);
                        assertThat(credential.competency().standing()).isEqualTo(Standing.PLACEHOLDER);
                        assertThat(credential.keyMethod().standing()).isEqualTo(Standing.PLACEHOLDER);
                        assertThat(credential.components()).noneMatch(one -> one.standing() == Standing.VERIFIED);
                        assertThat(credential.requirements()).singleElement().satisfies(one -> assertThat(one.rule())
                                .isEmpty());
                    });
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
        void carry_the_verified_head_counts_of_the_validation_meetings() {
            Credential validation = credential("performance-assessment-validation");
            assertThat(validation.criterion("colleagues-task").orElseThrow().rule())
                    .hasValueSatisfying(rule -> {
                        Rule.TookPart meeting = (Rule.TookPart) rule;
                        assertThat(meeting.atLeast()).isEqualTo(1);
                        assertThat(meeting.work()).isEqualTo(Rule.Work.COLLEAGUE);
                        assertThat(meeting.others()).isEqualTo(2);
                        assertThat(meeting.aspect().id()).isEqualTo("validity");
                        assertThat(meeting.leaves()).contains("checklist");
                    });
            assertThat(validation.criterion("own-task").orElseThrow().rule()).hasValueSatisfying(rule -> {
                Rule.TookPart meeting = (Rule.TookPart) rule;
                assertThat(meeting.work()).isEqualTo(Rule.Work.OWN);
                assertThat(meeting.others()).isEqualTo(3);
            });
            assertThat(validation.criterion("revision").orElseThrow().rule()).contains(new Rule.Pieces(1));
        }

        @Test
        void carry_the_verified_repetitions_of_the_calibration() {
            Credential reliability = credential("performance-assessment-reliability");
            assertThat(List.of("own-work", "colleagues-work"))
                    .extracting(id -> (Rule.TookPart)
                            reliability.criterion(id).orElseThrow().rule().orElseThrow())
                    .allMatch(rule -> rule.aspect().id().equals("reliability") && rule.atLeast() == 1)
                    .extracting(Rule.TookPart::work)
                    .containsExactly(Rule.Work.OWN, Rule.Work.COLLEAGUE);
        }

        @Test
        void carry_the_verified_counts_of_rubrics_classes_and_dispositions() {
            Credential rubrics = credential("competency-based-rubric-design");
            assertThat(rubrics.criterion("three-rubrics").orElseThrow().rule()).contains(new Rule.Pieces(3));
            assertThat(rubrics.criterion("rubric-in-use").orElseThrow().rule()).contains(new Rule.Pieces(1));
            assertThat(credential("performance-assessment-design")
                            .criterion("administered")
                            .orElseThrow()
                            .rule())
                    .contains(new Rule.Pieces(1));
            assertThat(credential("embedding-habits-skills-and-dispositions")
                            .criterion("assessment")
                            .orElseThrow()
                            .rule())
                    .contains(new Rule.Pieces(1));
        }

        @Test
        void carry_the_verified_package_of_a_designed_assessment() {
            assertThat(credential("performance-assessment-design")
                            .criterion("package")
                            .orElseThrow()
                            .rule())
                    .hasValueSatisfying(rule -> assertThat(((Rule.Items) rule).items())
                            .extracting(Rule.Item::id)
                            .containsExactly("planning-template", "instructions", "rubric", "validation-checklist"));
        }

        @Test
        void know_the_stack_by_all_its_names() {
            Stack stack = stacks().filter(one -> one.ref().id().value().startsWith("leading"))
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
        void is_named_where_two_parts_of_a_package_have_one_id() {
            String name = "performance-assessment-design.yaml";
            String text = shipped(name).replaceFirst("- id: instructions", "- id: rubric");
            assertThat(problems(name, text)).singleElement().satisfies(problem -> assertThat(problem.reason())
                    .contains("rubric")
                    .contains("twice"));
        }

        @Test
        void is_named_where_a_rule_is_two_rules() {
            String name = "competency-based-rubric-design.yaml";
            String text = shipped(name)
                    .replaceFirst(
                            "pieces: \\{atLeast: 3}",
                            "pieces: {atLeast: 3}\n      facilitated: {atLeast: 1, distinctAspects: 1, samePlc: true, aspects: []}");
            assertThat(problems(name, text)).isNotEmpty();
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

    private static Stream<Stack> stacks() {
        return CredentialFiles.shipped().stream()
                .filter(Shipped::isStack)
                .map(shipped -> CredentialReader.stack(shipped.file()));
    }

    private static Credential credential(String id) {
        return credentials()
                .filter(credential -> credential.ref().id().value().equals(id))
                .findFirst()
                .orElseThrow();
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
