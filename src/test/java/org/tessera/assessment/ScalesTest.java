package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlProblem;

class ScalesTest {

    @Test
    void the_shipped_ones_are_sound() {
        Scales shipped = new Scales();
        assertThat(shipped.all()).extracting(Scale::id).containsExactly("demonstrated", "one-point", "passing");
        Scale demonstrated = shipped.find(Scales.DEMONSTRATED).orElseThrow();
        assertThat(demonstrated.levels())
                .extracting(Scale.Level::id)
                .containsExactly("demonstrated", "progressing", "not-met");
        assertThat(demonstrated.passes("demonstrated")).isTrue();
        assertThat(demonstrated.passes("progressing")).isFalse();
        assertThat(demonstrated.passes("elsewhere")).isFalse();
        assertThat(shipped.find("elsewhere")).isEmpty();
    }

    @Test
    void the_least_that_is_enough_is_the_lowest_level_that_passes() {
        Scale onePoint = new Scales().find("one-point").orElseThrow();
        assertThat(onePoint.least().id()).isEqualTo("meets");
        assertThat(onePoint.heightOf("to-grow")).isZero();
        assertThat(onePoint.heightOf("beyond")).isEqualTo(2);
    }

    @Test
    void a_district_can_ship_one_of_its_own() {
        Map<String, String> texts = sound();
        texts.put("four-point.yaml", scale("four-point", true, true, false, false));
        Scale four = new Scales(texts).find("four-point").orElseThrow();
        assertThat(four.least().id()).isEqualTo("level-b");
        assertThat(four.version()).isEqualTo("1");
        assertThat(four.name().es()).isEqualTo("Escala");
    }

    @Test
    void a_file_is_called_like_its_scale() {
        Map<String, String> texts = sound();
        texts.put("mine.yaml", scale("yours", true, false));
        assertFault(texts, "mine.yaml", "/id", "The file of a scale is called like its id");
    }

    @Test
    void levels_stand_from_the_highest_to_the_lowest() {
        Map<String, String> texts = sound();
        texts.put("mine.yaml", scale("mine", true, false, true));
        assertFault(texts, "mine.yaml", "/levels/2/passes", "A level above it does not pass");
    }

    @Test
    void no_level_stands_twice() {
        Map<String, String> texts = sound();
        texts.put("mine.yaml", scale("mine", true, false).replace("level-b", "level-a"));
        assertFault(texts, "mine.yaml", "/levels/1/id", "“level-a” stands twice");
    }

    @Test
    void there_is_a_level_that_passes_and_one_that_does_not() {
        Map<String, String> texts = sound();
        texts.put("mine.yaml", scale("mine", true, true));
        assertFault(texts, "mine.yaml", "/levels", "A scale has a level that passes and one that does not");
        texts.put("mine.yaml", scale("mine", false, false));
        assertFault(texts, "mine.yaml", "/levels", "A scale has a level that passes and one that does not");
    }

    @Test
    void the_form_is_checked_first() {
        Map<String, String> texts = sound();
        texts.put("mine.yaml", scale("mine", true, false).replace("es: Escala", "fr: Échelle"));
        assertThat(faults(texts)).isNotEmpty().allMatch(fault -> fault.file().equals("mine.yaml"));
        texts.put("mine.yaml", scale("mine", true));
        assertThat(faults(texts)).extracting(YamlProblem::path).contains("/levels");
    }

    @Test
    void the_two_that_are_used_where_a_district_says_nothing_must_be_there() {
        Map<String, String> texts = sound();
        texts.remove("passing.yaml");
        assertFault(texts, "passing.yaml", "", "There is no such scale");
    }

    @Test
    void all_faults_are_told_at_once() {
        Map<String, String> texts = sound();
        texts.put("mine.yaml", scale("yours", true, false, true).replace("level-c", "level-b"));
        assertThat(faults(texts))
                .extracting(YamlProblem::path)
                .containsExactlyInAnyOrder("/id", "/levels/2/passes", "/levels/2/id");
    }

    private static Map<String, String> sound() {
        Map<String, String> texts = new HashMap<>();
        texts.put("demonstrated.yaml", scale("demonstrated", true, false));
        texts.put("passing.yaml", scale("passing", true, false));
        return texts;
    }

    /** @param passes level by level from the first; they are called level-a, level-b and so on */
    private static String scale(String id, boolean... passes) {
        StringBuilder text = new StringBuilder("""
                kind: scale
                id: %s
                version: "1"
                name: {en: Scale, es: Escala}
                source: A test
                levels:
                """.formatted(id));
        for (int i = 0; i < passes.length; i++) {
            text.append("  - {id: level-%c, name: {en: A, es: B}, meaning: {en: C, es: D}, passes: %s}\n"
                    .formatted((char) ('a' + i), passes[i]));
        }
        return text.toString();
    }

    private static List<YamlProblem> faults(Map<String, String> texts) {
        return catchThrowableOfType(InvalidYamlException.class, () -> new Scales(texts))
                .problems();
    }

    private static void assertFault(Map<String, String> texts, String file, String path, String reason) {
        assertThat(faults(texts)).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.reason()).isEqualTo(reason);
        });
    }
}
