package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addGoal;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Commands.answer;
import static org.tessera.room.Commands.assignRole;
import static org.tessera.room.Commands.castVote;
import static org.tessera.room.Commands.editGoal;
import static org.tessera.room.Commands.editNote;
import static org.tessera.room.Commands.groupNotes;
import static org.tessera.room.Commands.keepNote;
import static org.tessera.room.Commands.moveNote;
import static org.tessera.room.Commands.moveNoteInto;
import static org.tessera.room.Commands.nameGroup;
import static org.tessera.room.Commands.postNote;
import static org.tessera.room.Commands.removeNote;
import static org.tessera.room.Commands.retractVote;
import static org.tessera.room.Commands.write;
import static org.tessera.room.Gatherings.lookingIn;
import static org.tessera.room.Gatherings.visionIn;
import static org.tessera.room.Gatherings.visionWithReactionsIn;
import static org.tessera.room.Gatherings.visionWithWordsIn;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.room.Entity.Note.State;
import org.tessera.room.RoomCommand.AgreeNorms;
import org.tessera.room.RoomCommand.AskTime;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.LowerHand;
import org.tessera.room.RoomCommand.NotReady;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.RaiseHand;
import org.tessera.room.RoomCommand.Ready;
import org.tessera.room.RoomCommand.TakeBack;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomCommand.Undo;
import org.tessera.room.RoomEvent.GoalRemoved;

/** Taking back one's own last command, as long as nobody has gone on from it. */
class UndoTest {

    private static final Rehearsal DESCRIBING = lookingIn("describe").does("eva", addNote("n", "blue lines"));
    private static final Rehearsal SORTING = visionWithWordsIn("sort");
    private static final Rehearsal VOTING = visionWithWordsIn("vote").does("eva", castVote("light"));
    private static final Rehearsal PLANNING = visionIn("goals").does("leo", addGoal("g", "Two rubrics"));
    private static final Rehearsal POSTING =
            visionIn("words").does("eva", addNote("n", "hope")).inPhase("post");

    static Stream<Arguments> everythingThatLeavesNoTrace() {
        return Stream.of(
                Arguments.of(DESCRIBING, "eva", addNote("new", "a map")),
                Arguments.of(DESCRIBING, "ben", addPrivateNote("new", "for me")),
                Arguments.of(DESCRIBING, "eva", editNote("n", "green lines")),
                Arguments.of(DESCRIBING, "eva", removeNote("n")),
                Arguments.of(visionWithReactionsIn("react"), "eva", removeNote("eva's reaction")),
                Arguments.of(SORTING, "tim", moveNote("light", 7, 7)),
                Arguments.of(SORTING, "tim", moveNote("roots", 7, 7)),
                Arguments.of(SORTING, "tim", moveNoteInto("growing", "light", 7, 7)),
                Arguments.of(SORTING, "tim", groupNotes("growing", "light")),
                Arguments.of(SORTING, "tim", nameGroup("growing", "Growing up")),
                Arguments.of(VOTING, "eva", castVote("growing")),
                Arguments.of(VOTING, "eva", castVote("light")),
                Arguments.of(VOTING, "eva", retractVote("light")),
                Arguments.of(PLANNING, "leo", addGoal("new", "A gallery walk")),
                Arguments.of(PLANNING, "rosa", editGoal("g", "Three rubrics")),
                Arguments.of(DESCRIBING, "ben", new Ready()),
                Arguments.of(DESCRIBING.does("ben", new Ready()), "ben", new NotReady()),
                Arguments.of(DESCRIBING, "ben", new RaiseHand()),
                Arguments.of(DESCRIBING.does("ben", new RaiseHand()), "ben", new LowerHand()));
    }

    @ParameterizedTest
    @MethodSource("everythingThatLeavesNoTrace")
    void leaves_the_room_as_if_nothing_had_happened(Rehearsal meeting, String who, OfSeat command) {
        Rehearsal back = meeting.does(who, command).undoes(who);

        assertThat(back.room().everything())
                .containsExactlyInAnyOrderElementsOf(meeting.room().everything().toList());
    }

    @Test
    void puts_a_posted_note_back_into_the_drawer() {
        Rehearsal back = POSTING.does("eva", postNote("n")).undoes("eva");

        assertThat(back.note("n").state()).isEqualTo(State.ASIDE);
    }

    @Test
    void puts_a_note_back_on_the_board_that_was_kept_aside() {
        Rehearsal back =
                POSTING.does("eva", postNote("n")).does("eva", keepNote("n")).undoes("eva");

        assertThat(back.note("n").state()).isEqualTo(State.POSTED);
    }

    @Test
    void of_a_new_group_takes_its_notes_out_again() {
        Rehearsal back =
                SORTING.does("tim", groupNotes("sky", "light", "wings")).undoes("tim");

        assertThat(back.note("light").group()).isEmpty();
        assertThat(back.note("wings").group()).contains(id("growing"));
    }

    @Test
    void of_a_new_goal_says_what_it_was() {
        given(PLANNING).whenUndoing("leo").then(new GoalRemoved(id("g"), "Two rubrics"));
    }

    static Stream<Arguments> everythingThatStays() {
        Rehearsal checking = visionIn("fingers");
        Rehearsal drafting = visionIn("pairs");
        return Stream.of(
                Arguments.of(DESCRIBING, "eva", new AgreeNorms()),
                Arguments.of(DESCRIBING, "eva", new AskTime()),
                Arguments.of(DESCRIBING, "ana", new ExtendPhase("describe", 2)),
                Arguments.of(DESCRIBING, "ana", assignRole("eva", "recorder")),
                Arguments.of(DESCRIBING, "ana", Commands.allow("ben", "post", "because")),
                Arguments.of(DESCRIBING, "ana", new RoomCommand.FocusQuestion("Why?")),
                Arguments.of(DESCRIBING, "ana", new RoomCommand.PausePhase("describe")),
                Arguments.of(DESCRIBING, "ana", new RoomCommand.EndPhase("describe")),
                Arguments.of(drafting, "ana", write(drafting.draftOf("ana").id(), "We grow.")),
                Arguments.of(checking, "eva", answer(checking.statement().id(), 4)));
    }

    @ParameterizedTest
    @MethodSource("everythingThatStays")
    void is_refused_for_what_others_may_have_acted_upon(Rehearsal meeting, String who, OfSeat command) {
        given(meeting.does(who, command)).whenUndoing(who).isRefused(NOTHING_TO_UNDO);
    }

    @Nested
    class Is_refused {

        @Test
        void where_somebody_has_gone_on_from_it() {
            given(SORTING.does("tim", moveNote("light", 7, 7)).does("rosa", moveNote("light", 9, 9)))
                    .whenUndoing("tim")
                    .isRefused(NOTHING_TO_UNDO);
            given(SORTING.does("tim", nameGroup("growing", "A")).does("rosa", nameGroup("growing", "B")))
                    .whenUndoing("tim")
                    .isRefused(NOTHING_TO_UNDO);
            given(PLANNING.does("rosa", editGoal("g", "A")).does("leo", editGoal("g", "B")))
                    .whenUndoing("rosa")
                    .isRefused(NOTHING_TO_UNDO);
        }

        @Test
        void where_somebody_has_grouped_the_moved_note_since() {
            given(SORTING.does("tim", moveNote("light", 7, 7)).does("rosa", groupNotes("growing", "light")))
                    .whenUndoing("tim")
                    .isRefused(NOTHING_TO_UNDO);
        }

        @Test
        void where_the_signal_is_gone_already() {
            given(DESCRIBING.does("ben", new Ready()).inPhase("interpret"))
                    .whenUndoing("ben")
                    .isRefused(NOTHING_TO_UNDO);
            given(DESCRIBING.does("ben", new RaiseHand()).inPhase("interpret"))
                    .whenUndoing("ben")
                    .isRefused(NOTHING_TO_UNDO);
        }

        @Test
        void once_the_phase_no_longer_allows_it() {
            given(DESCRIBING.inPhase("presenter")).whenUndoing("eva").isRefused(ROLE_MAY_NOT);
            given(DESCRIBING.betweenPhases()).whenUndoing("eva").isRefused(PHASE_CLOSED);
            given(DESCRIBING.does("eva", removeNote("n")).inPhase("presenter"))
                    .whenUndoing("eva")
                    .isRefused(ROLE_MAY_NOT);
            given(VOTING.inPhase("pairs")).whenUndoing("eva").isRefused(ROLE_MAY_NOT);
            given(PLANNING.inPhase("debrief")).whenUndoing("leo").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void for_a_note_that_has_been_revealed() {
            given(visionWithReactionsIn("react").betweenPhases())
                    .whenUndoing("eva")
                    .isRefused(NOTE_SEALED);
        }

        /** A note that came back sealed after the reveal would stay hidden for good. */
        @Test
        void for_a_sealed_note_removed_before_the_reveal() {
            Rehearsal removed = visionWithReactionsIn("react").does("eva", removeNote("eva's reaction"));

            given(removed.betweenPhases()).whenUndoing("eva").isRefused(PHASE_CLOSED);
            given(removed.inPhase("words")).whenUndoing("eva").isRefused(PHASE_CLOSED);
        }

        @Test
        void for_a_sealed_note_once_the_clock_has_closed_its_phase() {
            Rehearsal removed = visionWithReactionsIn("react").does("eva", removeNote("eva's reaction"));
            Rehearsal locked = removed.at(removed.endsAt().plusSeconds(2)).house(new TimeUp("react", removed.endsAt()));

            given(locked).whenUndoing("eva").isRefused(PHASE_CLOSED);
        }

        @Test
        void where_the_budget_has_been_spent_since() {
            Rehearsal spent = visionIn("post")
                    .does("eva", addNote("1", "hope"))
                    .does("eva", removeNote("1"))
                    .does("eva", addNote("2", "care"))
                    .does("eva", addNote("3", "work"))
                    .does("eva", addNote("4", "luck"));

            given(spent)
                    .whenTakingBack(
                            "eva", spent.done().get(spent.done().size() - 4).events())
                    .isRefused(BUDGET_SPENT);
        }

        @Test
        void to_strangers_and_in_closed_rooms() {
            TakeBack nothing = new TakeBack(List.of());

            given(DESCRIBING).whenTakingBack("stranger", nothing.done()).isRefused(NOT_ALLOWED);
            given(DESCRIBING).whenTakingBack("eva", nothing.done()).isRefused(NOTHING_TO_UNDO);
            given(DESCRIBING.closed()).whenUndoing("eva").isRefused(ROOM_CLOSED);
        }

        /** The shell looks the command up in the log; asked for directly, there is none. */
        @Test
        void where_no_command_was_found() {
            given(DESCRIBING).when(new Undo(UUID.randomUUID()), "eva").isRefused(NOTHING_TO_UNDO);
        }
    }

    @Test
    void taken_back_itself_does_the_thing_again() {
        Rehearsal grouped = SORTING.does("tim", groupNotes("sky", "light", "wings"));
        Rehearsal again = grouped.undoes("tim").undoes("tim");

        assertThat(again.room().everything())
                .containsExactlyInAnyOrderElementsOf(grouped.room().everything().toList());
    }

    @Test
    void is_never_a_way_to_anothers_things() {
        Rehearsal written = DESCRIBING.does("rosa", addNote("hers", "a map"));

        given(written).whenTakingBack("eva", written.done().getLast().events()).isRefused(NOTE_NOT_YOURS);
    }
}
