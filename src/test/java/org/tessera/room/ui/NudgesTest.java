package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.ui.Talk.Written;

/** At which moment the facilitator is quietly told of which mistake. */
class NudgesTest {

    private static final Instant START = Pictures.START;

    @Test
    void what_belongs_to_the_beginning_stays_in_view() {
        assertThat(at(0)).containsExactly(Moment.START);
        assertThat(at(4, written("clarifying", "How long?"))).containsExactly(Moment.START);
    }

    @Test
    void quiet_is_told_of_from_half_time_on_while_the_step_is_known_to_be_still() {
        assertThat(still(4)).doesNotContain(Moment.QUIET);
        assertThat(still(5)).contains(Moment.QUIET);
        assertThat(at(5)).doesNotContain(Moment.QUIET);
    }

    @Test
    void half_time_is_told_of_whatever_was_written() {
        assertThat(at(4)).doesNotContain(Moment.HALF_TIME);
        assertThat(at(5, written("clarifying", "How long?"))).contains(Moment.HALF_TIME);
    }

    @Test
    void time_that_is_up_is_told_of_instead_of_the_quiet() {
        assertThat(at(10)).containsExactly(Moment.START, Moment.OVERRUN);
    }

    @Test
    void advice_is_told_of_with_its_words_until_the_question_is_no_question_any_more() {
        Written advice = written("clarifying", "Have you thought of groups?");

        assertThat(nudges(1, advice, written("clarifying", "How long?"))).anySatisfy(nudge -> {
            assertThat(nudge.moment()).isEqualTo(Moment.ADVICE);
            assertThat(nudge.about()).contains("Have you thought of groups?");
        });
        assertThat(at(1, written("feedback", "Have you thought of groups?"))).doesNotContain(Moment.ADVICE);
    }

    @Test
    void judgement_is_told_of_with_its_words() {
        assertThat(at(1, written("observation", "The axes are messy"))).contains(Moment.JUDGEMENT);
        assertThat(at(1, written("observation", "The axes have no labels"))).doesNotContain(Moment.JUDGEMENT);
    }

    @Test
    void a_protocol_that_names_no_mistake_tells_of_none() {
        assertThat(Nudges.of(picture(Script.NONE, true, List.of(written("clarifying", "You should stop"))), START))
                .isEmpty();
    }

    private static List<Moment> still(int minutes) {
        return nudges(minutes, true).stream().map(Nudges.Nudge::moment).toList();
    }

    private static List<Moment> at(int minutes, Written... written) {
        return nudges(minutes, written).stream().map(Nudges.Nudge::moment).toList();
    }

    private static List<Nudges.Nudge> nudges(int minutes, Written... written) {
        return nudges(minutes, false, written);
    }

    private static List<Nudges.Nudge> nudges(int minutes, boolean still, Written... written) {
        Script script = new Script(
                Stream.of(Moment.values())
                        .map(moment -> new Mistake(moment, Text.of(moment.name())))
                        .toList(),
                Duration.ZERO,
                false,
                Set.of("clarifying"));
        return Nudges.of(picture(script, still, List.of(written)), START.plus(Duration.ofMinutes(minutes)));
    }

    private static Written written(String kind, String text) {
        return new Written(text, kind, text);
    }

    private static RoomPicture picture(Script script, boolean still, List<Written> written) {
        return Pictures.running("clarify")
                .scripted(script)
                .saying(new Talk(List.of(), written, still, false, List.of(), Optional.empty()))
                .phase("clarify", PhasePicture.State.RUNNING, 10)
                .person("ana", Role.FACILITATOR, true, true)
                .seenBy("ana");
    }
}
