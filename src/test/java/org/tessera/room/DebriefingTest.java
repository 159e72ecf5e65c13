package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNoteOfKind;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Gatherings.visionIn;
import static org.tessera.room.QuestionLogTest.content;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;
import static org.tessera.room.Voices.voicesIn;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.room.Entity.Debrief;
import org.tessera.room.Entity.Kept;
import org.tessera.room.RoomCommand.CheckNorms;
import org.tessera.room.RoomCommand.CloseRoom;
import org.tessera.room.RoomCommand.EndPhase;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomEvent.ArtifactYielded;
import org.tessera.room.RoomEvent.NormsChecked;
import org.tessera.room.RoomEvent.PhaseEnded;
import org.tessera.room.RoomEvent.PhaseStarted;
import org.tessera.room.RoomEvent.RoomClosed;
import tools.jackson.databind.JsonNode;

/** Looking back: what helped, what to change, and how the norms were kept. */
class DebriefingTest {

    private final Rehearsal blank = voicesIn("debrief").afterMinutes(2);
    private final Rehearsal said = blank.does("eva", addNoteOfKind("helped", "helped", "The silence"))
            .does("leo", addNoteOfKind("change", "change", "Shorter questions"));

    private static CheckNorms kept(String kept) {
        return new CheckNorms(kept, null);
    }

    @Nested
    class A_debrief {

        @Test
        void ends_once_both_questions_have_an_answer() {
            given(said).when(new EndPhase("debrief"), "ana").thenTypes(PhaseEnded.class, ArtifactYielded.class);
            given(said)
                    .when(new CloseRoom(), "ana")
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class, RoomClosed.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"helped", "change"})
        void is_blank_with_one_answer_only(String kind) {
            Rehearsal half = blank.does("eva", addNoteOfKind(kind, "half", "One thing"));

            given(half).when(new EndPhase("debrief"), "ana").isRefused(DEBRIEF_BLANK);
            given(half).when(new EndPhase("debrief", "  "), "ana").isRefused(DEBRIEF_BLANK);
            given(half).when(new CloseRoom(), "ana").isRefused(DEBRIEF_BLANK);
        }

        @Test
        void is_blank_with_private_notes_only() {
            Rehearsal alone = blank.does("eva", new RoomCommand.AddNote(Ids.id("a"), "x", "helped", null, null, true))
                    .does("eva", new RoomCommand.AddNote(Ids.id("b"), "y", "change", null, null, true))
                    .does("eva", addPrivateNote("c", "z"));

            given(alone).when(new EndPhase("debrief"), "ana").isRefused(DEBRIEF_BLANK);
        }

        /** In an earlier step the vision's meeting calls something to change in an old text by the same word. */
        @Test
        void is_blank_with_what_is_to_change_in_an_old_text() {
            Rehearsal reacting = visionIn("react").does("eva", addNoteOfKind("change", "old", "Shorter"));
            Rehearsal debriefing =
                    reacting.inPhase("debrief").does("eva", addNoteOfKind("helped", "helped", "The silence"));

            given(debriefing.afterMinutes(9))
                    .when(new EndPhase("debrief"), "ana")
                    .isRefused(DEBRIEF_BLANK);
        }

        @Test
        void stays_blank_with_a_reason_the_record_keeps() {
            Rehearsal ended = blank.does("ana", new EndPhase("debrief", " Fire alarm. "));

            assertThat(ended.log().stream().map(Recorded::event))
                    .contains(new PhaseEnded("debrief", Optional.of("Fire alarm.")));
            assertThat(ended.room().debrief("debrief").flatMap(Debrief::reason)).contains("Fire alarm.");
            assertThat(content(ended, "debrief").get("blank").stringValue()).isEqualTo("Fire alarm.");
        }

        @Test
        void keeps_no_reason_it_does_not_need() {
            Rehearsal ended = said.does("ana", new EndPhase("debrief", "Fire alarm."));

            assertThat(ended.room().debrief("debrief").flatMap(Debrief::reason)).isEmpty();
            assertThat(content(ended, "debrief").has("blank")).isFalse();
        }

        @Test
        void takes_no_reason_that_is_a_book() {
            given(blank).when(new EndPhase("debrief", "x".repeat(501)), "ana").isRefused(NOTE_TOO_LONG);
            given(blank).when(new CloseRoom("x".repeat(501)), "ana").isRefused(NOTE_TOO_LONG);
        }

        @Test
        void does_not_end_by_itself() {
            given(blank).when(new TimeUp("debrief", blank.endsAt())).isRefused(ALREADY_DONE);
        }
    }

    @Nested
    class A_meeting {

        @Test
        void that_has_begun_does_not_close_without_looking_back_or_a_reason() {
            given(voicesIn("probe")).when(new CloseRoom(), "ana").isRefused(DEBRIEF_BLANK);

            Rehearsal closed = voicesIn("probe").does("ana", new CloseRoom("Nobody could stay."));
            assertThat(closed.room().debrief("debrief").flatMap(Debrief::reason))
                    .contains("Nobody could stay.");
            assertThat(closed.log().getLast().event()).isEqualTo(new RoomClosed(Optional.of("Nobody could stay.")));
        }

        @Test
        void that_was_looked_back_at_keeps_that_when_it_goes_back_and_is_closed_early() {
            Room held = said.does("eva", new CheckNorms("most", 1))
                    .does("leo", kept("all"))
                    .does("ben", kept("all"))
                    .does("ana", new EndPhase("debrief"))
                    .room();
            Room back = after(held, new PhaseStarted("probe", Optional.of(said.now()), Optional.empty()));

            Debrief debrief = after(back, new RoomClosed(Optional.of("The bell rang.")))
                    .debrief("debrief")
                    .orElseThrow();
            assertThat(debrief.kept()).isEqualTo(Map.of(Kept.MOST, 1, Kept.ALL, 2));
            assertThat(debrief.reason()).isEmpty();
        }

        private static Room after(Room room, RoomEvent event) {
            long seq = room.seq() + 1;
            return room.apply(new Recorded(seq, Ids.id("event" + seq), Instant.EPOCH, Optional.empty(), event));
        }

        @Test
        void that_has_not_begun_just_closes() {
            given(Voices.waiting()).when(new CloseRoom(), "ana").then(new RoomClosed());
        }
    }

    @Nested
    class The_norm_check {

        @Test
        void is_counted_when_the_debrief_ends_and_not_before() {
            Rehearsal checked = said.does("eva", new CheckNorms("most", 1))
                    .does("leo", new CheckNorms("most", 1))
                    .does("ben", kept("all"));

            assertThat(checked.room().debrief("debrief")).isEmpty();
            Debrief debrief = checked.does("ana", new EndPhase("debrief"))
                    .room()
                    .debrief("debrief")
                    .orElseThrow();
            assertThat(debrief.kept()).isEqualTo(Map.of(Kept.MOST, 2, Kept.ALL, 1));
            assertThat(debrief.hard()).isEqualTo(Map.of(1, 2));
            assertThat(debrief.voters()).isEqualTo(3);
            assertThat(debrief.norms()).isEqualTo(checked.room().setting().norms());
        }

        @Test
        void of_two_people_is_not_told_apart() {
            Debrief debrief = said.does("eva", new CheckNorms("few", 0))
                    .does("leo", kept("all"))
                    .does("ana", new EndPhase("debrief"))
                    .room()
                    .debrief("debrief")
                    .orElseThrow();

            assertThat(debrief.kept()).isEmpty();
            assertThat(debrief.hard()).isEmpty();
            assertThat(debrief.voters()).isEqualTo(2);
        }

        @Test
        void counts_the_last_answer_of_each_person() {
            Rehearsal checked =
                    said.does("eva", kept("few")).does("eva", kept("all")).does("leo", kept("all"));

            given(checked).when(kept("all"), "eva").thenNothing();
            assertThat(checked.does("ben", kept("all"))
                            .does("ana", new EndPhase("debrief"))
                            .room()
                            .debrief("debrief")
                            .orElseThrow()
                            .kept())
                    .isEqualTo(Map.of(Kept.ALL, 3));
        }

        @Test
        void is_everybodys_but_the_coachs_and_in_a_debrief_only() {
            given(said).when(kept("all"), "cleo").isRefused(ROLE_MAY_NOT);
            given(said).when(kept("all"), "ben").thenOne(NormsChecked.class);
            given(voicesIn("probe")).when(kept("all"), "eva").isRefused(PHASE_CLOSED);
            given(said.betweenPhases()).when(kept("all"), "eva").isRefused(PHASE_CLOSED);
        }

        @Test
        void takes_no_other_words_and_no_norm_there_is_not() {
            given(said).when(kept("some"), "eva").isRefused(CHOICE_UNKNOWN);
            given(said).when(new CheckNorms("all", 2), "eva").isRefused(NORM_UNKNOWN);
            given(said).when(new CheckNorms("all", -1), "eva").isRefused(NORM_UNKNOWN);
        }

        @Test
        void stands_in_the_debriefs_artifact() {
            Rehearsal over = said.does("eva", new CheckNorms("most", 1))
                    .does("leo", kept("all"))
                    .does("ben", kept("all"))
                    .does("ana", new EndPhase("debrief"));
            JsonNode check = content(over, "debrief").get("normCheck");

            assertThat(check.get("voters").intValue()).isEqualTo(3);
            assertThat(check.get("kept").get("all").intValue()).isEqualTo(2);
            assertThat(check.get("hard").get("1").intValue()).isEqualTo(1);
            assertThat(check.get("norms").get(1).get("es").stringValue()).isEqualTo("Sean breves");
        }
    }
}
