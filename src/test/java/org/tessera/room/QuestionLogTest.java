package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addNoteOfKind;
import static org.tessera.room.Commands.editNote;
import static org.tessera.room.Commands.keepNote;
import static org.tessera.room.Commands.removeNote;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.note;
import static org.tessera.room.Ids.person;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;
import static org.tessera.room.RehearsalPlan.aRoom;
import static org.tessera.room.Voices.voicesIn;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.NoteKind;
import org.tessera.room.RoomCommand.CloseRoom;
import org.tessera.room.RoomCommand.EndPhase;
import org.tessera.room.RoomCommand.ReplyNote;
import org.tessera.room.RoomCommand.RetagNote;
import org.tessera.room.RoomEvent.NoteRemoved;
import org.tessera.room.RoomEvent.NoteRetagged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions, their short answers, and feedback that had been put as a question. */
class QuestionLogTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Rehearsal asked = voicesIn("clarify").does("eva", addNote("how long", "How long did it take?"));

    private static ReplyNote reply(String note, String to, String text) {
        return new ReplyNote(id(note), id(to), text);
    }

    private static RetagNote retag(String note, String kind) {
        return new RetagNote(id(note), kind);
    }

    @Nested
    class A_question {

        @Test
        void is_a_note_of_the_phases_kind_for_all_to_see() {
            assertThat(asked.note("how long").kind()).isEqualTo(NoteKind.CLARIFYING);
            assertThat(asked.note("how long").onBoard()).isTrue();
        }

        @Test
        void is_not_the_presenters_to_ask_nor_the_coachs() {
            given(asked).when(addNote("mine", "Why me?"), "ben").isRefused(PRESENTER_LISTENS);
            given(asked).when(addNote("mine", "Why me?"), "cleo").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void is_of_no_kind_the_phase_does_not_ask_for() {
            given(asked).when(addNoteOfKind("probing", "why", "Why?"), "eva").isRefused(KIND_CLOSED);
        }

        @Test
        void stays_as_it_was_asked_once_it_has_been_answered() {
            Rehearsal answered = asked.does("ben", reply("answer", "how long", "Two weeks."));

            given(answered).when(editNote("how long", "How short?"), "eva").isRefused(TAKEN_UP);
            given(answered).when(removeNote("how long"), "eva").isRefused(TAKEN_UP);
            given(answered).when(keepNote("how long"), "eva").isRefused(TAKEN_UP);
            given(asked).when(removeNote("how long"), "eva").thenOne(NoteRemoved.class);
        }
    }

    @Nested
    class An_answer {

        @ParameterizedTest
        @ValueSource(strings = {"ben", "rosa"})
        void stands_under_its_question_and_comes_from_the_presenter_or_who_writes_for_the_group(String who) {
            Rehearsal answered = asked.does(who, reply("answer", "how long", " Two weeks. "));

            assertThat(answered.note("answer").ties().replyTo()).contains(note("how long"));
            assertThat(answered.note("answer").text()).isEqualTo("Two weeks.");
            assertThat(answered.note("answer").by()).isEqualTo(person(who));
        }

        @ParameterizedTest
        @CsvSource({"ana", "eva", "leo", "cleo"})
        void comes_from_nobody_else_so_that_answers_are_not_discussed(String who) {
            given(asked)
                    .when(reply("answer", "how long", "A week, I think."), who)
                    .isRefused(ROLE_MAY_NOT);
            given(asked.inPhase("probe"))
                    .when(reply("answer", "how long", "A week, I think."), who)
                    .isRefused(ROLE_MAY_NOT);
        }

        @Test
        void is_given_to_questions_only() {
            Rehearsal answered = asked.does("ben", reply("answer", "how long", "Two weeks."));

            given(answered).when(reply("more", "answer", "Or three."), "rosa").isRefused(TARGET_UNKNOWN);
            given(answered).when(reply("more", "nothing", "Or three."), "rosa").isRefused(NOTE_UNKNOWN);
            given(answered)
                    .when(reply("answer", "how long", "Or three."), "rosa")
                    .isRefused(NOTE_UNKNOWN);
        }

        @Test
        void has_words_but_not_many() {
            given(asked).when(reply("answer", "how long", " "), "ben").isRefused(NOTE_EMPTY);
            given(asked)
                    .when(reply("answer", "how long", "x".repeat(501)), "ben")
                    .isRefused(NOTE_TOO_LONG);
        }

        @Test
        void is_reworded_and_taken_away_by_who_gave_it_and_not_put_aside() {
            Rehearsal answered = asked.does("ben", reply("answer", "how long", "Two weeks."));

            assertThat(answered.does("ben", editNote("answer", "Three weeks."))
                            .note("answer")
                            .text())
                    .isEqualTo("Three weeks.");
            assertThat(answered.does("ben", removeNote("answer")).room().note(note("answer")))
                    .isEmpty();
            given(answered).when(editNote("answer", "Three weeks."), "rosa").isRefused(NOTE_NOT_YOURS);
            given(answered).when(keepNote("answer"), "ben").isRefused(KIND_CLOSED);
        }

        @Test
        void can_be_taken_back_and_given_again() {
            Rehearsal answered = asked.does("ben", reply("answer", "how long", "Two weeks."));
            Rehearsal back = answered.undoes("ben");

            assertThat(back.room().note(note("answer"))).isEmpty();
            assertThat(back.undoes("ben", back.lastCommandOf("ben"))
                            .note("answer")
                            .ties()
                            .replyTo())
                    .contains(note("how long"));
        }
    }

    @Nested
    class This_is_feedback {

        @Test
        void takes_a_question_out_of_the_log_and_keeps_it_for_the_step_of_feedback() {
            Rehearsal kept = given(asked.does("leo", addNote("advice", "Have you thought of groups?")))
                    .when(retag("advice", "feedback"), "ana")
                    .then(new NoteRetagged(note("advice"), NoteKind.FEEDBACK, NoteKind.CLARIFYING));
            Rehearsal over = kept.inPhase("feedback")
                    .does("eva", addNoteOfKind("warm", "clear", "The task is clear."))
                    .inPhase("debrief");

            assertThat(texts(content(over, "questions"))).containsExactly("How long did it take?");
            assertThat(texts(content(over, "feedback")))
                    .containsExactly("Have you thought of groups?", "The task is clear.");
        }

        @Test
        void is_not_kept_for_a_step_that_does_not_come() {
            given(asked.inPhase("debrief"))
                    .when(retag("how long", "feedback"), "ana")
                    .isRefused(NO_FEEDBACK_STEP);
            Rehearsal analysis = aRoom().of("success-analysis")
                    .with(Part.facilitator("ana"), Part.participant("ben"), Part.participant("eva"))
                    .inPhase("clarify.1")
                    .does("eva", addNote("how", "How long did it take?"));

            given(analysis).when(retag("how", "feedback"), "ana").isRefused(NO_FEEDBACK_STEP);
            given(analysis).when(retag("how", "probing"), "ana").thenOne(NoteRetagged.class);
        }

        @Test
        void is_the_facilitators_to_say() {
            given(asked).when(retag("how long", "feedback"), "rosa").isRefused(FACILITATOR_ONLY);
        }

        @Test
        void can_be_taken_back_by_another_word_or_by_undoing() {
            Rehearsal kept = asked.does("ana", retag("how long", "feedback"));

            assertThat(kept.does("ana", retag("how long", "probing"))
                            .note("how long")
                            .kind())
                    .isEqualTo(NoteKind.PROBING);
            assertThat(kept.undoes("ana").note("how long").kind()).isEqualTo(NoteKind.CLARIFYING);
            given(kept).when(retag("how long", "feedback"), "ana").thenNothing();
        }

        @Test
        void is_said_of_questions_only_and_in_no_other_words() {
            Rehearsal answered = asked.does("ben", reply("answer", "how long", "Two weeks."));
            Rehearsal later = answered.inPhase("feedback").does("eva", addNoteOfKind("cool", "vague", "It is vague."));

            given(answered).when(retag("answer", "feedback"), "ana").isRefused(TARGET_UNKNOWN);
            given(later).when(retag("vague", "feedback"), "ana").isRefused(TARGET_UNKNOWN);
            given(answered).when(retag("how long", "praise"), "ana").isRefused(KIND_CLOSED);
            given(answered).when(retag("nothing", "feedback"), "ana").isRefused(NOTE_UNKNOWN);
        }

        @Test
        void answers_are_given_to_what_is_still_a_question() {
            given(asked.does("ana", retag("how long", "feedback")))
                    .when(reply("answer", "how long", "Two weeks."), "ben")
                    .isRefused(TARGET_UNKNOWN);
        }
    }

    @Test
    void the_artifact_holds_each_question_with_its_answers() {
        Rehearsal over = asked.does("leo", addNote("who", "Who graded it?"))
                .does("ben", reply("answer", "how long", "Two weeks."))
                .does("ana", new EndPhase("clarify"));
        JsonNode notes = content(over, "questions").get("notes");

        assertThat(texts(content(over, "questions")))
                .containsExactly("How long did it take?", "Two weeks.", "Who graded it?");
        assertThat(notes.get(1).get("replyTo").stringValue())
                .isEqualTo(id("how long").toString());
        assertThat(notes.get(0).has("replyTo")).isFalse();
    }

    /** What others said would stand nowhere without the note it was joined to. */
    @Test
    void a_note_to_which_another_was_joined_is_not_taken_away() {
        Rehearsal joined = voicesIn("feedback")
                .does("eva", addNoteOfKind("warm", "clear", "The task is clear."))
                .does("leo", addNoteOfKind("warm", "same", "It is a clear task."))
                .does("rosa", new RoomCommand.JoinNote(id("same"), id("clear")));

        given(joined).when(removeNote("clear"), "eva").isRefused(TAKEN_UP);
        given(joined).when(keepNote("clear"), "eva").isRefused(TAKEN_UP);
        given(joined.does("rosa", new RoomCommand.JoinNote(id("same"), null)))
                .when(removeNote("clear"), "eva")
                .thenOne(NoteRemoved.class);
    }

    /** The board does not show the log: what stood with a question there would be gone. */
    @Test
    void neither_a_question_nor_an_answer_stands_with_a_note_of_the_board() {
        Rehearsal board = asked.does("ben", reply("answer", "how long", "Two weeks."))
                .inPhase("feedback")
                .does("eva", addNoteOfKind("warm", "clear", "The task is clear."));

        for (String logged : List.of("how long", "answer")) {
            given(board)
                    .when(new RoomCommand.JoinNote(id("clear"), id(logged)), "rosa")
                    .isRefused(NOTES_NOT_JOINED);
            given(board)
                    .when(new RoomCommand.JoinNote(id(logged), id("clear")), "rosa")
                    .isRefused(NOTES_NOT_JOINED);
        }
    }

    @Test
    void questions_and_answers_are_no_notes_of_later_boards() {
        Rehearsal over = asked.does("ben", reply("answer", "how long", "Two weeks."))
                .inPhase("feedback")
                .does("ana", new CloseRoom("The bell rang."));

        assertThat(texts(content(over, "feedback"))).isEmpty();
    }

    static JsonNode content(Rehearsal meeting, String yield) {
        return JSON.readTree(meeting.captures().stream()
                .filter(capture -> capture.yield().id().equals(yield))
                .findFirst()
                .orElseThrow()
                .content());
    }

    private static List<String> texts(JsonNode content) {
        return content.get("notes")
                .valueStream()
                .map(note -> note.get("text").stringValue())
                .toList();
    }
}
