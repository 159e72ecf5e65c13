package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Text;
import org.tessera.protocol.Timing;
import org.tessera.room.Scene;

/** Every common mistake the shipped protocols know of, told to the facilitator at its moment in a real room. */
class MistakesTest {

    private static final String ADVICE = "You should try it in groups";
    private static final String JUDGEMENT = "The axes are messy";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    static Stream<ShippedStep> steps() {
        return ShippedStep.all();
    }

    static Stream<ShippedStep> debriefs() {
        return ShippedStep.all().filter(step -> step.phase().id().equals("debrief"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void each_is_told_when_its_moment_comes(ShippedStep step) {
        Scene begun = step.begun();

        List<Text> never = new ArrayList<>();
        for (Mistake mistake : step.phase().prompts().mistakes()) {
            if (!isTold(begun, mistake)) {
                never.add(mistake.text());
            }
        }

        assertThat(never).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void a_step_that_has_just_begun_in_time_tells_only_what_belongs_to_its_beginning(ShippedStep step) {
        Scene begun = step.begun();

        assertThat(Nudges.of(ShippedStep.picture(begun), begun.now()))
                .extracting(Nudges.Nudge::moment)
                .allMatch(Moment.START::equals)
                .hasSize((int) step.phase().prompts().mistakes().stream()
                        .filter(mistake -> mistake.moment() == Moment.START)
                        .count());
    }

    /** Before it begins, and while it runs, the debrief is named when the meeting's end leaves too little of it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("debriefs")
    void a_debrief_that_is_squeezed_is_told_of_while_there_is_still_time_for_it(ShippedStep debrief) {
        ShippedStep before = debrief.pack().phases().stream()
                .takeWhile(phase -> !phase.equals(debrief.phase()))
                .filter(phase -> phase.timing() == Timing.MEETING && !phase.optional())
                .reduce((_, later) -> later)
                .map(phase -> new ShippedStep(debrief.pack(), phase))
                .orElseThrow();
        Scene last = before.begun();
        RoomPicture plan = ShippedStep.picture(last);
        Instant end = plan.startedAt().orElseThrow().plusSeconds(Math.round(plan.plannedMinutes() * 60));

        assertThat(told(last, end)).contains(Moment.EARLY_END);
        assertThat(told(last.after(Duration.between(last.now(), end)).in(debrief.phase())))
                .contains(Moment.EARLY_END);
        assertThat(told(last.in(debrief.phase()))).doesNotContain(Moment.EARLY_END);
    }

    private static boolean isTold(Scene begun, Mistake mistake) {
        return switch (mistake.moment()) {
            case START -> tells(begun, begun.now(), mistake);
            case HALF_TIME, QUIET ->
                tells(begun, begun.now().plus(begun.planned().dividedBy(2)), mistake);
            case OVERRUN ->
                begun.endsAt()
                        .filter(end -> tells(begun, end.plus(A_MOMENT), mistake))
                        .isPresent();
            case EARLY_END ->
                Nudges.early(ShippedStep.picture(begun), begun.now().plus(A_MOMENT))
                        .contains(mistake.text());
            case ADVICE -> begun.noting(ADVICE).anyMatch(scene -> tells(scene, scene.now(), mistake));
            case JUDGEMENT -> begun.noting(JUDGEMENT).anyMatch(scene -> tells(scene, scene.now(), mistake));
        };
    }

    private static boolean tells(Scene scene, Instant at, Mistake mistake) {
        return Nudges.of(ShippedStep.picture(scene), at).stream()
                .anyMatch(nudge ->
                        nudge.moment() == mistake.moment() && nudge.text().equals(mistake.text()));
    }

    private static List<Moment> told(Scene scene) {
        return told(scene, scene.now());
    }

    private static List<Moment> told(Scene scene, Instant at) {
        return Nudges.of(ShippedStep.picture(scene), at).stream()
                .map(Nudges.Nudge::moment)
                .toList();
    }
}
