package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.room.Scene;

/** The facilitator is told of quiet only where it is known, in the steps of the shipped protocols as rooms play them. */
class StillnessTest {

    static Stream<ShippedStep> hidden() {
        return ShippedStep.all().filter(step -> !step.isCommon());
    }

    static Stream<ShippedStep> toldOfQuiet() {
        return ShippedStep.all().filter(step -> step.isCommon() && step.tellsAt(Moment.QUIET));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hidden")
    void nobody_says_it_is_quiet_where_people_write_for_themselves_or_in_small_groups(ShippedStep step) {
        assertThat(isStill(step.begun())).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("toldOfQuiet")
    void it_is_quiet_until_what_the_step_is_for_has_begun(ShippedStep step) {
        Scene begun = step.begun();

        assertThat(isStill(begun)).isTrue();
        assertThat(isStill(begun.stirred())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"post-it-vision, statement", "post-it-vision, goals", "forming-ground-rules, condense"})
    void goals_norms_and_common_texts_count_as_well(String pack, String step) {
        Scene begun = ShippedStep.of(pack, step).begun();

        assertThat(isStill(begun)).isTrue();
        assertThat(isStill(begun.stirred())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"post-it-vision, vote", "post-it-vision, fingers", "post-it-vision, sort", "atlas, reflect"})
    void where_nothing_is_written_or_everybody_s_answer_is_their_own_nothing_is_known(String pack, String step) {
        assertThat(isStill(ShippedStep.of(pack, step).begun())).isFalse();
    }

    private static boolean isStill(Scene scene) {
        return ShippedStep.picture(scene).talk().isStill();
    }
}
