package org.tessera.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedPacksTest {

    /** Reads every pack of the folder: a broken one fails the build with its file, line and reason. */
    static Stream<Pack> packs() {
        return SeedPacks.read().stream().map(ShippedPack::pack);
    }

    @Test
    void both_protocols_of_the_first_credential_are_there() {
        assertThat(packs()).extracting(pack -> pack.ref().id()).contains("looking-at-student-work", "post-it-vision");
    }

    @Nested
    class Every_pack {

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.SeedPacksTest#packs")
        void ends_with_a_debrief_whose_minutes_are_protected(Pack pack) {
            Phase debrief = pack.phases().stream()
                    .filter(phase -> phase.timing() != Timing.AFTER)
                    .toList()
                    .getLast();

            assertThat(debrief.id()).isEqualTo("debrief");
            assertThat(debrief.kinds()).containsExactly(NoteKind.HELPED, NoteKind.CHANGE);
            assertThat(pack.protections())
                    .anySatisfy(protection -> assertThat(protection.phases()).contains("debrief"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.SeedPacksTest#packs")
        void lets_the_coach_neither_speak_nor_act(Pack pack) {
            assertThat(pack.phases()).allSatisfy(phase -> {
                assertThat(phase.speak()).doesNotContain(Role.COACH);
                assertThat(phase.may().values()).noneMatch(roles -> roles.contains(Role.COACH));
            });
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.SeedPacksTest#packs")
        void tells_a_listening_presenter_and_the_coach_what_to_do(Pack pack) {
            assertThat(pack.phases()).allSatisfy(phase -> {
                assertThat(phase.prompts().forRole()).containsKey(Role.COACH);
                if (phase.mode() == Mode.OPEN_GROUP) {
                    assertThat(phase.prompts().forRole().get(Role.PRESENTER).in(Locale.ENGLISH))
                            .startsWith("You are listening");
                }
            });
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.SeedPacksTest#packs")
        void gives_the_facilitator_words_to_open_each_phase_and_a_mistake_to_watch_for(Pack pack) {
            assertThat(pack.phases()).allSatisfy(phase -> {
                assertThat(phase.prompts().say()).isPresent();
                assertThat(phase.prompts().watch()).isPresent();
                assertThat(phase.prompts().mistakes()).as(phase.id()).isNotEmpty();
            });
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("org.tessera.protocol.SeedPacksTest#packs")
        void suggests_four_to_six_norms(Pack pack) {
            assertThat(pack.norms()).hasSizeBetween(4, 6);
        }
    }

    @Nested
    class Looking_at_student_work {

        private final Pack pack = shipped("looking-at-student-work");

        @Test
        void takes_fifty_minutes_seven_of_them_protected_for_the_debrief() {
            assertThat(pack.totalMinutes()).isEqualTo(50);
            assertThat(pack.protections()).containsExactly(new Protection(List.of("debrief"), 7));
        }

        @Test
        void leaves_four_artifacts() {
            assertThat(yields(pack)).containsExactly("observations", "interpretations", "implications", "debrief");
        }

        @Test
        void shows_the_work_before_its_context() {
            assertThat(pack.phase("work").orElseThrow().unlocks()).containsExactly("work");
            assertThat(pack.phase("presenter").orElseThrow().unlocks()).containsExactly("context");
        }
    }

    @Nested
    class Post_it_vision {

        private final Pack pack = shipped("post-it-vision");

        @Test
        void goes_from_words_to_a_vision_and_its_goals() {
            assertThat(yields(pack)).containsExactly("themes", "votes", "drafts", "vision", "goals", "debrief");
        }

        @Test
        void lets_everybody_but_the_coach_take_part_and_has_no_presenter() {
            assertThat(pack.roles()).doesNotContain(Role.PRESENTER);
            assertThat(pack.phases()).allSatisfy(phase -> assertThat(phase.may().values())
                    .allMatch(roles -> roles.size() == 4 && roles.contains(Role.FACILITATOR)));
        }

        @Test
        void goes_back_to_the_statement_when_somebody_shows_fewer_than_three_fingers() {
            Phase fingers = pack.phase("fingers").orElseThrow();

            assertThat(fingers.least()).isEqualTo(3);
            assertThat(fingers.rework()).contains("statement");
        }

        @Test
        void may_skip_only_the_reaction_to_older_visions() {
            assertThat(pack.phases())
                    .filteredOn(Phase::optional)
                    .extracting(Phase::id)
                    .containsExactly("react");
        }
    }

    private static Pack shipped(String id) {
        return packs().filter(pack -> pack.ref().id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> yields(Pack pack) {
        return pack.phases().stream()
                .map(Phase::yields)
                .flatMap(Optional::stream)
                .map(PhaseYield::id)
                .toList();
    }
}
