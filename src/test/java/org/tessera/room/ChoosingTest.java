package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Ids.person;
import static org.tessera.room.QuestionLogTest.content;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;
import static org.tessera.room.Voices.voicesIn;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tessera.room.RoomCommand.Choose;
import org.tessera.room.RoomCommand.FocusQuestion;
import org.tessera.room.RoomEvent.ChoiceMade;
import tools.jackson.databind.JsonNode;

/** Everybody chooses one thing, for all to see; and how the focus question came to its words. */
class ChoosingTest {

    private final Rehearsal choosing = voicesIn("choose");

    @Test
    void a_choice_is_ones_own_and_may_change_while_the_phase_runs() {
        Rehearsal chosen = choosing.does("eva", new Choose("north")).does("ben", new Choose("south"));

        assertThat(chosen.room().choiceOf(person("eva"))).contains("north");
        given(chosen)
                .when(new Choose("south"), "eva")
                .then(new ChoiceMade(person("eva"), "choose", "south", Optional.of("north")));
        given(chosen).when(new Choose("north"), "eva").thenNothing();
        given(chosen.inPhase("draft")).when(new Choose("south"), "eva").isRefused(ROLE_MAY_NOT);
    }

    @Test
    void a_choice_stands_for_the_whole_meeting() {
        assertThat(choosing.does("eva", new Choose("north"))
                        .inPhase("probe")
                        .room()
                        .choiceOf(person("eva")))
                .contains("north");
        assertThat(choosing.room().choiceOf(person("leo"))).isEmpty();
    }

    @Test
    void one_chooses_what_there_is_to_choose_and_the_coach_does_not() {
        given(choosing).when(new Choose("west"), "eva").isRefused(CHOICE_UNKNOWN);
        given(choosing).when(new Choose("north"), "cleo").isRefused(ROLE_MAY_NOT);
    }

    @Test
    void the_artifact_says_who_chose_what() {
        JsonNode choices = content(
                        choosing.does("eva", new Choose("north"))
                                .does("leo", new Choose("north"))
                                .betweenPhases(),
                        "distribution")
                .get("choices");

        assertThat(choices).hasSize(2);
        assertThat(choices.get(0).get("text").get("es").stringValue()).isEqualTo("Norte");
        assertThat(choices.get(0).get("people").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder(
                        person("eva").toString(), person("leo").toString());
        assertThat(choices.get(1).get("people")).isEmpty();
    }

    @Test
    void every_wording_of_the_focus_question_can_be_looked_up() {
        Rehearsal worded = Voices.waiting()
                .does("ana", new FocusQuestion("What do they know?"))
                .inPhase("probe")
                .does("ana", new FocusQuestion("What do they wonder about?"));

        assertThat(worded.room().wordings())
                .extracting(Entity.Wording::version, Entity.Wording::text, Entity.Wording::phase, Entity.Wording::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "What do they know?", Optional.empty(), person("ana")),
                        org.assertj.core.groups.Tuple.tuple(
                                2, "What do they wonder about?", Optional.of("probe"), person("ana")));
        assertThat(worded.room().wordings().getLast().at()).isEqualTo(worded.now());
    }
}
