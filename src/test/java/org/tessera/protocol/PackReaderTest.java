package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.yaml.YamlProblem;

class PackReaderTest {

    private final PackReader reader = SeedPacks.reader();

    @Nested
    class A_sound_pack {

        private final Pack pack = SmallPack.version("1").pack();

        @Test
        void is_read_with_all_it_says_about_itself() {
            assertThat(pack.ref()).hasToString("small@1");
            assertThat(pack.name().in(Locale.of("es"))).isEqualTo("Pequeño");
            assertThat(pack.purpose().in(Locale.ENGLISH)).isEqualTo("To test with");
            assertThat(pack.attribution().credit().in(Locale.ENGLISH)).isEqualTo("Nobody");
            assertThat(pack.attribution().sources()).containsExactly("none");
            assertThat(pack.attribution().verified()).isFalse();
            assertThat(pack.aspect()).isEqualTo("validity");
            assertThat(pack.groupSize()).isEqualTo(new GroupSize(4, 8));
            assertThat(pack.roles()).containsExactly(Role.FACILITATOR, Role.PRESENTER, Role.PARTICIPANT, Role.COACH);
            assertThat(pack.norms()).hasSize(1);
            assertThat(pack.protections()).singleElement().satisfies(protection -> {
                assertThat(protection.phases()).containsExactly("close");
                assertThat(protection.minMinutes()).isEqualTo(5);
            });
            assertThat(pack.totalMinutes()).isEqualTo(19);
        }

        @Test
        void is_read_with_the_rights_and_texts_of_its_phases() {
            Phase see = phase("see");
            assertThat(see.mode()).isEqualTo(Mode.OPEN_GROUP);
            assertThat(see.speak()).containsExactlyInAnyOrder(Role.FACILITATOR, Role.PARTICIPANT);
            assertThat(see.may())
                    .isEqualTo(Map.of(
                            Action.POST, Set.of(Role.FACILITATOR, Role.PARTICIPANT),
                            Action.ARRANGE, Set.of(Role.PARTICIPANT)));
            assertThat(see.kinds()).containsExactly(NoteKind.OBSERVATION, NoteKind.QUESTION);
            assertThat(see.yields().map(PhaseYield::id)).contains("seen");
            assertThat(see.prompts().say().map(say -> say.in(Locale.ENGLISH))).contains("Begin");
            assertThat(see.prompts().watch().map(watch -> watch.in(Locale.of("es"))))
                    .contains("Prisa");
            assertThat(phase("think").prompts().forRole()).containsOnlyKeys(Role.COACH);
        }

        @Test
        void is_read_with_the_rules_of_its_phases() {
            assertThat(phase("tell").unlocks()).containsExactly("context");
            assertThat(phase("tell").expiry()).isEqualTo(Expiry.LOCK);
            assertThat(phase("think").optional()).isTrue();
            assertThat(phase("think").visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(phase("choose").budget()).isEqualTo(3);
            assertThat(phase("draft").grouping()).isEqualTo(Grouping.PAIR);
            assertThat(phase("check").least()).isEqualTo(3);
            assertThat(phase("check").rework()).contains("draft");
            assertThat(phase("close").minutes()).isEqualTo(Minutes.of(5, 5, 9));
            assertThat(phase("close").optional()).isFalse();
            assertThat(phase("close").rework()).isEqualTo(Optional.empty());
        }

        @Test
        void reads_the_same_once_it_is_stored() {
            assertThat(PackReader.stored(pack.ref(), SmallPack.TEXT)).isEqualTo(pack);
        }

        @Test
        void may_check_norms_a_group_has_taken_up_instead_of_items() {
            String yaml = SmallPack.TEXT
                    .replace(SmallPack.FINGERS, SmallPack.CHECKLIST)
                    .replace("mode: PAIR\n    grouping: pair", "mode: OPEN\n    grouping: all")
                    .replace("instrument: statement", "instrument: norms\n    kinds: [norm]")
                    .replace("statement: [participant]", "post: [participant]\n      adopt: [facilitator]");

            Phase check = SmallPack.shipped(yaml).pack().phase("check").orElseThrow();

            assertThat(check.instrument()).isEqualTo(Instrument.CHECKLIST);
            assertThat(check.tools().items()).isEmpty();
        }

        private Phase phase(String id) {
            return pack.phase(id).orElseThrow();
        }
    }

    @Nested
    class A_broken_pack {

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.BrokenPack#all")
        void is_refused_with_its_file_line_path_and_reason(BrokenPack broken) {
            assertThat(reader.read("seeds/protocols/small.yaml", broken.in(SmallPack.TEXT)))
                    .isInstanceOfSatisfying(Reading.Broken.class, answer -> assertThat(answer.problems())
                            .map(YamlProblem::toString)
                            .containsExactly("seeds/protocols/small.yaml:" + broken.line() + ": "
                                    + (broken.path().isEmpty() ? "" : broken.path() + ": ") + broken.reason()));
        }

        @Test
        void is_refused_with_all_its_problems_at_once() {
            String yaml = SmallPack.TEXT.replace("least: 3", "").replace("grouping: pair", "grouping: all");

            assertThat(reader.read("small.yaml", yaml))
                    .isInstanceOfSatisfying(Reading.Broken.class, answer -> assertThat(
                                    answer.problems().stream().map(YamlProblem::path))
                            .containsExactly("/phases/5/grouping", "/phases/6"));
        }

        @Test
        void is_refused_when_a_presenter_listens_whom_it_does_not_have() {
            String yaml = SmallPack.TEXT.replace("presenter, ", "");

            assertThat(reader.read("small.yaml", yaml))
                    .isInstanceOfSatisfying(Reading.Broken.class, answer -> assertThat(answer.problems())
                            .map(YamlProblem::toString)
                            .containsExactly(
                                    "small.yaml:35: /phases/1/speak: “presenter” is not one of the pack's roles",
                                    "small.yaml:57: /phases/3/mode: "
                                            + "in mode OPEN-G a presenter listens, but the pack has no presenter"));
        }

        @Test
        void is_refused_under_a_name_that_is_not_its_id() {
            assertThat(reader.read("seeds/protocols/large.yaml", SmallPack.TEXT))
                    .isInstanceOfSatisfying(Reading.Broken.class, answer -> assertThat(answer.problems())
                            .singleElement()
                            .hasToString("seeds/protocols/large.yaml:1: /id: "
                                    + "the file of the pack “small” must be called small.yaml"));
        }
    }
}
