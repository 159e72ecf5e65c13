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
import java.util.Optional;
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
import org.tessera.room.RoomCommand.LinkNotes;
import org.tessera.room.RoomCommand.LowerHand;
import org.tessera.room.RoomCommand.NotReady;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.RaiseHand;
import org.tessera.room.RoomCommand.Ready;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomCommand.Undo;
import org.tessera.room.RoomEvent.GoalRemoved;
import org.tessera.room.RoomEvent.NotePosted;
import org.tessera.room.RoomEvent.TakenBack;

/** Taking back one's own last commands, one by one, as long as nobody has gone on from them. */
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
                Arguments.of(DESCRIBING, "eva", keepNote("n")),
                Arguments.of(DESCRIBING.does("eva", addPrivateNote("own", "hm")), "eva", keepNote("own")),
                Arguments.of(POSTING, "eva", postNote("n")),
                Arguments.of(POSTING.does("eva", keepNote("n")), "eva", postNote("n")),
                Arguments.of(DESCRIBING, "eva", removeNote("n")),
                Arguments.of(visionWithReactionsIn("react"), "eva", removeNote("eva's reaction")),
                Arguments.of(SORTING, "tim", moveNote("light", 7, 7)),
                Arguments.of(SORTING, "tim", moveNote("roots", 7, 7)),
                Arguments.of(SORTING, "tim", moveNoteInto("growing", "light", 7, 7)),
                Arguments.of(SORTING, "tim", groupNotes("growing", "light")),
                Arguments.of(SORTING, "tim", groupNotes("sky", "light")),
                Arguments.of(SORTING, "tim", groupNotes("sky", "light", "wings")),
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
        Rehearsal back = meeting.does(who, command).afterMinutes(1).undoes(who);

        looksTheSameToEverybody(back, meeting);
    }

    @ParameterizedTest
    @MethodSource("everythingThatLeavesNoTrace")
    void leaves_what_others_have_done_in_between(Rehearsal meeting, String who, OfSeat command) {
        OfSeat between = addPrivateNote("between", "for me");
        Rehearsal back = meeting.does(who, command)
                .does("ana", between)
                .does("ana", new RaiseHand())
                .afterMinutes(1)
                .undoes(who);

        looksTheSameToEverybody(back, meeting.does("ana", between).does("ana", new RaiseHand()));
    }

    private static void looksTheSameToEverybody(Rehearsal one, Rehearsal other) {
        assertThat(one.room().everything())
                .containsExactlyInAnyOrderElementsOf(other.room().everything().toList());
        for (Entity.Member member : other.room().members()) {
            assertThat(Projection.snapshot(one.room(), member.id(), new Names()))
                    .isEqualTo(Projection.snapshot(other.room(), member.id(), new Names()));
        }
    }

    @Test
    void of_a_new_goal_says_what_it_was() {
        given(PLANNING)
                .whenUndoing("leo")
                .then(new GoalRemoved(id("g"), "Two rubrics"), new TakenBack(PLANNING.lastCommandOf("leo")));
    }

    @Nested
    class Of_a_group {

        private final Rehearsal grouped = SORTING.does("tim", groupNotes("sky", "light", "wings"));

        @Test
        void takes_its_notes_out_and_leaves_no_empty_one() {
            Rehearsal back = grouped.undoes("tim");

            assertThat(back.note("light").group()).isEmpty();
            assertThat(back.note("wings").group()).contains(id("growing"));
            assertThat(back.room().group(id("sky"))).isEmpty();
        }

        @Test
        void leaves_the_name_somebody_has_given_it() {
            Rehearsal back = grouped.does("rosa", nameGroup("sky", "Above us")).undoes("tim");

            assertThat(back.room().group(id("sky")).orElseThrow().name()).isEqualTo("Above us");
            assertThat(back.note("light").group()).isEmpty();
        }

        @Test
        void leaves_what_somebody_has_added_to_it() {
            Rehearsal back =
                    grouped.does("rosa", moveNoteInto("sky", "roots", 7, 7)).undoes("tim");

            assertThat(back.note("roots").group()).contains(id("sky"));
            assertThat(back.note("light").group()).isEmpty();
        }

        /** Whoever groups has no hand in what its writer has set aside since. */
        @Test
        void never_reaches_into_a_drawer() {
            Rehearsal aside = grouped.does("ana", Commands.allow("eva", "post", "a second thought"))
                    .does("eva", keepNote("wings"));

            assertThat(aside.undoes("tim").note("wings")).isEqualTo(aside.note("wings"));
        }

        @Test
        void leaves_no_note_in_a_group_that_is_gone() {
            Rehearsal removed = grouped.does("ana", Commands.allow("eva", "post", "a second thought"))
                    .does("eva", removeNote("wings"))
                    .undoes("tim");

            assertThat(removed.undoes("eva").note("wings").group()).isEmpty();
        }

        @Test
        void can_be_taken_back_and_done_again_any_number_of_times() {
            Rehearsal back = grouped.undoes("tim").undoes("tim");
            looksTheSameToEverybody(back, grouped);
            looksTheSameToEverybody(back.undoes("tim"), SORTING);
        }
    }

    @Nested
    class Of_a_posted_note {

        private final Rehearsal inGroup = SORTING.does("ana", Commands.allow("eva", "post", "a second thought"));

        @Test
        void puts_it_back_where_it_came_from() {
            Rehearsal back = POSTING.does("eva", postNote("n"))
                    .does("tim", addNote("t", "care"))
                    .undoes("eva");

            assertThat(back.note("n")).isEqualTo(POSTING.note("n"));
            assertThat(back.note("t").onBoard()).isTrue();
        }

        @Test
        void keeps_the_words_it_has_by_now() {
            Rehearsal edited = POSTING.does("eva", postNote("n")).does("eva", editNote("n", "much hope"));
            Rehearsal back = edited.undoes(
                            "eva",
                            edited.latestFirst(Ids.person("eva")).get(0).key().command())
                    .undoes(
                            "eva",
                            edited.latestFirst(Ids.person("eva")).get(1).key().command());

            looksTheSameToEverybody(back, POSTING);
        }

        @Test
        void that_was_kept_aside_puts_it_back_into_its_place_and_its_group() {
            looksTheSameToEverybody(inGroup.does("eva", keepNote("wings")).undoes("eva"), inGroup);
        }

        @Test
        void done_again_puts_it_on_the_board_again() {
            Rehearsal posted = POSTING.does("eva", postNote("n"));

            looksTheSameToEverybody(posted.undoes("eva").undoes("eva"), posted);
        }

        @Test
        void takes_the_lines_to_it_along_so_that_nobody_hears_of_what_lies_in_a_drawer() {
            Rehearsal withdrawn = DESCRIBING
                    .does("eva", addPrivateNote("own", "perhaps a map"))
                    .does("eva", postNote("own"))
                    .does("ana", new LinkNotes(id("n"), id("own")))
                    .undoes("eva");

            assertThat(withdrawn
                            .room()
                            .note(new NoteId(id("own")))
                            .orElseThrow()
                            .state())
                    .isEqualTo(State.PRIVATE);
            assertThat(withdrawn.room().links()).isEmpty();
        }

        @Test
        void is_refused_where_its_writer_may_not_post_any_more() {
            given(POSTING.does("eva", postNote("n")).inPhase("sort"))
                    .whenUndoing("eva")
                    .isRefused(ROLE_MAY_NOT);
            given(inGroup.does("eva", keepNote("wings")).inPhase("vote"))
                    .whenUndoing("eva")
                    .isRefused(ROLE_MAY_NOT);
        }

        @Test
        void from_an_old_log_goes_into_the_drawer() {
            Rehearsal posted = POSTING.does("eva", postNote("n"));

            Rehearsal back = given(posted)
                    .whenTakingBack(
                            "eva", List.of(new NotePosted(Ids.note("n"), 0, 40, 40, State.PRIVATE, Optional.empty())))
                    .meeting();
            assertThat(back.note("n").state()).isEqualTo(State.ASIDE);
        }
    }

    @Nested
    class Pressed_again {

        @Test
        void takes_back_the_action_before_and_the_one_before_that() {
            Rehearsal three = PLANNING.does("rosa", editGoal("g", "Three rubrics"))
                    .does("rosa", addGoal("h", "A gallery walk"))
                    .does("rosa", editGoal("h", "A walk"));
            List<UUID> latest = commands(three, "rosa");

            Rehearsal back = three.undoes("rosa", latest.get(0));
            assertThat(back.room().goal(id("h")).orElseThrow().text()).isEqualTo("A gallery walk");
            back = back.undoes("rosa", latest.get(1));
            assertThat(back.room().goal(id("h"))).isEmpty();
            looksTheSameToEverybody(back.undoes("rosa", latest.get(2)), PLANNING);
        }

        @Test
        void goes_back_one_by_one_only_and_takes_nothing_back_twice() {
            Rehearsal two = PLANNING.does("rosa", addGoal("h", "A")).does("rosa", addGoal("i", "B"));
            List<UUID> latest = commands(two, "rosa");

            given(two).whenUndoing("rosa", latest.get(1)).isRefused(NOTHING_TO_UNDO);
            Rehearsal back = two.undoes("rosa", latest.get(0));
            given(back).whenUndoing("rosa", latest.get(0)).isRefused(NOTHING_TO_UNDO);
            Rehearsal both = back.undoes("rosa", latest.get(1));
            given(both).whenUndoing("rosa", latest.get(1)).isRefused(NOTHING_TO_UNDO);
            given(both).whenUndoing("rosa", latest.get(0)).isRefused(NOTHING_TO_UNDO);
            given(both).whenUndoing("rosa", back.lastCommandOf("rosa")).isRefused(NOTHING_TO_UNDO);
        }

        @Test
        void stops_at_what_others_have_gone_on_from() {
            Rehearsal two = SORTING.does("tim", nameGroup("growing", "A")).does("tim", moveNote("light", 7, 7));
            Rehearsal gone = two.does("rosa", nameGroup("growing", "B"));
            List<UUID> latest = commands(two, "tim");

            given(gone.undoes("tim", latest.get(0)))
                    .whenUndoing("tim", latest.get(1))
                    .isRefused(NOTHING_TO_UNDO);
        }

        @Test
        void after_something_new_takes_back_that_first() {
            Rehearsal first = SORTING.does("tim", moveNote("light", 7, 7));
            Rehearsal anew =
                    first.does("tim", moveNote("light", 9, 9)).undoes("tim").does("tim", moveNote("roots", 5, 5));

            given(anew).whenUndoing("tim", first.lastCommandOf("tim")).isRefused(NOTHING_TO_UNDO);
            looksTheSameToEverybody(anew.undoes("tim").undoes("tim", first.lastCommandOf("tim")), SORTING);
        }

        @Test
        void of_what_was_done_again_takes_it_back_again() {
            Rehearsal once = SORTING.does("tim", moveNote("light", 7, 7));
            Rehearsal again = once.undoes("tim").undoes("tim");

            looksTheSameToEverybody(again, once);
            looksTheSameToEverybody(again.undoes("tim", once.lastCommandOf("tim")), SORTING);
        }

        @Test
        void never_counts_what_others_do() {
            Rehearsal both = SORTING.does("tim", moveNote("light", 7, 7)).does("rosa", moveNote("roots", 5, 5));

            given(both).whenUndoing("tim", both.lastCommandOf("rosa")).isRefused(NOTHING_TO_UNDO);
            assertThat(both.undoes("tim").note("roots").x()).isEqualTo(5);
        }

        private static List<UUID> commands(Rehearsal meeting, String who) {
            return meeting.latestFirst(Ids.person(who)).stream()
                    .map(deed -> deed.key().command())
                    .toList();
        }
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

        /** The words were somebody's own again; they only read the same. */
        @Test
        void where_somebody_has_come_to_the_same_words_since() {
            given(SORTING.does("tim", nameGroup("growing", "A"))
                            .does("rosa", nameGroup("growing", "B"))
                            .does("leo", nameGroup("growing", "A")))
                    .whenUndoing("tim")
                    .isRefused(NOTHING_TO_UNDO);
            given(PLANNING.does("rosa", editGoal("g", "A"))
                            .does("leo", editGoal("g", "B"))
                            .does("ana", editGoal("g", "A")))
                    .whenUndoing("rosa")
                    .isRefused(NOTHING_TO_UNDO);
        }

        @Test
        void where_somebody_has_reworded_the_goal() {
            given(PLANNING.does("rosa", editGoal("g", "Three rubrics")))
                    .whenUndoing("leo")
                    .isRefused(NOTHING_TO_UNDO);
            given(PLANNING.does("rosa", editGoal("g", "Three")).does("ana", editGoal("g", "Two rubrics")))
                    .whenUndoing("leo")
                    .isRefused(NOTHING_TO_UNDO);
        }

        /** Or whoever moved a note would learn whether it lies in its writer's drawer. */
        @Test
        void alike_for_a_moved_note_that_was_removed_and_for_one_set_aside() {
            Rehearsal moved = SORTING.does("ana", Commands.allow("leo", "post", "a second thought"))
                    .does("tim", moveNote("light", 7, 7));

            given(moved.does("leo", removeNote("light"))).whenUndoing("tim").isRefused(NOTHING_TO_UNDO);
            given(moved.does("leo", keepNote("light"))).whenUndoing("tim").isRefused(NOTHING_TO_UNDO);
        }

        @Test
        void for_a_signal_of_an_earlier_phase() {
            Rehearsal lowered = DESCRIBING.does("ben", new RaiseHand()).does("ben", new LowerHand());

            given(DESCRIBING
                            .does("ben", new Ready())
                            .does("ben", new NotReady())
                            .inPhase("interpret"))
                    .whenUndoing("ben")
                    .isRefused(NOTHING_TO_UNDO);
            given(lowered.inPhase("interpret")).whenUndoing("ben").isRefused(NOTHING_TO_UNDO);
        }

        /** A dot belongs to the phase it was given in. */
        @Test
        void for_a_dot_of_another_phase() {
            given(VOTING.inPhase("pairs").does("ana", Commands.allow("eva", "vote", "late")))
                    .whenUndoing("eva")
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
            given(DESCRIBING).whenTakingBack("stranger", List.of()).isRefused(NOT_ALLOWED);
            given(DESCRIBING).whenTakingBack("eva", List.of()).isRefused(NOTHING_TO_UNDO);
            given(DESCRIBING.closed()).whenUndoing("eva").isRefused(ROOM_CLOSED);
        }

        /** The shell looks the command up in the log; asked for directly, there is none. */
        @Test
        void where_no_command_was_found() {
            given(DESCRIBING).when(new Undo(UUID.randomUUID()), "eva").isRefused(NOTHING_TO_UNDO);
        }
    }

    @Test
    void is_never_a_way_to_anothers_things() {
        Rehearsal written = DESCRIBING.does("rosa", addNote("hers", "a map"));

        given(written).whenTakingBack("eva", written.done().getLast().events()).isRefused(NOTE_NOT_YOURS);
    }
}
