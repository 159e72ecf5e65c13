package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addGoal;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addNoteAt;
import static org.tessera.room.Commands.addNoteInGroup;
import static org.tessera.room.Commands.addNoteOfKind;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Commands.allow;
import static org.tessera.room.Commands.anchor;
import static org.tessera.room.Commands.answer;
import static org.tessera.room.Commands.castVote;
import static org.tessera.room.Commands.edit;
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
import static org.tessera.room.Gatherings.aroundStudentWork;
import static org.tessera.room.Gatherings.lookingIn;
import static org.tessera.room.Gatherings.towardsAVision;
import static org.tessera.room.Gatherings.visionIn;
import static org.tessera.room.Gatherings.visionWithReactionsIn;
import static org.tessera.room.Gatherings.visionWithWordsIn;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.note;
import static org.tessera.room.Ids.person;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.NoteKind;
import org.tessera.room.Entity.Note.State;
import org.tessera.room.RoomCommand.AgreeNorms;
import org.tessera.room.RoomCommand.AskTime;
import org.tessera.room.RoomCommand.LowerHand;
import org.tessera.room.RoomCommand.NotReady;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.RaiseHand;
import org.tessera.room.RoomCommand.Ready;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomEvent.CheckAnswered;
import org.tessera.room.RoomEvent.GoalAdded;
import org.tessera.room.RoomEvent.GoalReworded;
import org.tessera.room.RoomEvent.GroupNamed;
import org.tessera.room.RoomEvent.HandSet;
import org.tessera.room.RoomEvent.NormsAgreed;
import org.tessera.room.RoomEvent.NoteAdded;
import org.tessera.room.RoomEvent.NoteEdited;
import org.tessera.room.RoomEvent.NoteKept;
import org.tessera.room.RoomEvent.NoteMoved;
import org.tessera.room.RoomEvent.NotePosted;
import org.tessera.room.RoomEvent.NoteRemoved;
import org.tessera.room.RoomEvent.NotesGrouped;
import org.tessera.room.RoomEvent.ReadySet;
import org.tessera.room.RoomEvent.StatementEdited;
import org.tessera.room.RoomEvent.TimeAsked;
import org.tessera.room.RoomEvent.VoteCast;
import org.tessera.room.RoomEvent.VoteRetracted;

/** What people may write, move, weigh and signal. Conducting the meeting is {@link ConductTest}'s. */
class RulebookTest {

    /** One command of every kind a seat may send. */
    static Stream<OfSeat> everyCommand() {
        return SeatCommands.oneOfEach();
    }

    @Nested
    class Every_command {

        @ParameterizedTest
        @MethodSource("org.tessera.room.RulebookTest#everyCommand")
        void is_refused_to_somebody_who_is_not_in_the_room(OfSeat command) {
            given(lookingIn("describe")).when(command, "a stranger").isRefused(NOT_ALLOWED);
        }

        @ParameterizedTest
        @MethodSource("org.tessera.room.RulebookTest#everyCommand")
        void is_refused_once_the_room_is_closed(OfSeat command) {
            given(lookingIn("describe").closed()).when(command, "ana").isRefused(ROOM_CLOSED);
        }

        @Test
        void has_a_sample_here() {
            assertThat(everyCommand())
                    .<Class<?>>extracting(OfSeat::getClass)
                    .hasSameElementsAs(List.of(OfSeat.class.getPermittedSubclasses()));
        }
    }

    @Nested
    class Agree_norms {

        @Test
        void is_remembered_and_open_to_everybody_from_the_beginning() {
            Rehearsal agreed = given(aroundStudentWork().waiting())
                    .when(new AgreeNorms(), "cleo")
                    .then(new NormsAgreed(person("cleo")));

            assertThat(agreed.member("cleo").agreed()).isTrue();
            assertThat(agreed.member("ben").agreed()).isFalse();
        }

        @Test
        void happens_once() {
            given(lookingIn("norms").does("eva", new AgreeNorms()))
                    .when(new AgreeNorms(), "eva")
                    .thenNothing();
        }
    }

    @Nested
    class Add_note {

        @Test
        void comes_to_the_board_where_the_protocol_lets_a_role_post() {
            NoteAdded added = given(lookingIn("describe"))
                    .when(addNote("n", "  Rivers are drawn as blue lines \n"), "eva")
                    .thenOne(NoteAdded.class);

            assertThat(added)
                    .isEqualTo(new NoteAdded(
                            note("n"),
                            person("eva"),
                            "Rivers are drawn as blue lines",
                            NoteKind.OBSERVATION,
                            Optional.empty(),
                            "describe",
                            State.POSTED,
                            40,
                            40,
                            Optional.empty(),
                            0,
                            Optional.empty()));
        }

        @Test
        void finds_a_place_of_its_own_on_the_board() {
            Rehearsal six = lookingIn("describe");
            for (String name : List.of("1", "2", "3", "4", "5", "6")) {
                six = six.does("eva", addNote(name, name));
            }

            assertThat(six.room().notes())
                    .extracting(Entity.Note::ordinal, Entity.Note::x, Entity.Note::y)
                    .doesNotHaveDuplicates();
            assertThat(six.note("6").y()).isGreaterThan(six.note("5").y());
        }

        @Test
        void may_be_of_any_kind_the_phase_opens() {
            NoteAdded added = given(lookingIn("interpret"))
                    .when(addNoteOfKind("question", "n", "Did they see a map?"), "rosa")
                    .thenOne(NoteAdded.class);

            assertThat(added.kind()).isEqualTo(NoteKind.QUESTION);
        }

        @ParameterizedTest
        @ValueSource(strings = {"interpretation", "implication", "note", "OBSERVATION", "praise", ""})
        void is_refused_in_a_kind_the_phase_does_not_open(String kind) {
            given(lookingIn("describe"))
                    .when(addNoteOfKind(kind, "n", "They must be tired"), "eva")
                    .isRefused(KIND_CLOSED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "\n\t"})
        void is_refused_without_words(String text) {
            given(lookingIn("describe")).when(addNote("n", text), "eva").isRefused(NOTE_EMPTY);
        }

        @Test
        void is_refused_when_longer_than_two_thousand_letters() {
            Rehearsal describing = lookingIn("describe");

            given(describing).when(addNote("n", "a".repeat(2001)), "eva").isRefused(NOTE_TOO_LONG);
            given(describing).when(addNote("n", "a".repeat(2000)), "eva").thenOne(NoteAdded.class);
        }

        @Test
        void is_refused_with_half_a_character() {
            given(lookingIn("describe"))
                    .when(addNote("n", "wow \uD83D!"), "eva")
                    .isRefused(MALFORMED);
        }

        @Test
        void may_point_to_a_place_in_the_work() {
            NoteAdded added = given(lookingIn("describe"))
                    .when(addNoteAt(anchor("essay", 3, 0.1, 0.2, 0.3, 0.4), "n", "three verbs"), "eva")
                    .thenOne(NoteAdded.class);

            assertThat(added.anchor()).contains(new Entity.Anchor(id("essay"), 3, 0.1, 0.2, 0.3, 0.4));
        }

        @ParameterizedTest
        @CsvSource({
            "essay, 0, 0.1, 0.1, 0.1, 0.1",
            "essay, 4, 0.1, 0.1, 0.1, 0.1",
            "essay, 1, -0.1, 0.1, 0.1, 0.1",
            "essay, 1, 0.1, 1.1, 0.1, 0.1",
            "essay, 1, 0.6, 0.1, 0.5, 0.1",
            "essay, 1, 0.1, 0.6, 0.1, 0.5",
            "essay, 1, NaN, 0.1, 0.1, 0.1",
            "map, 1, 0.1, 0.1, 0.1, 0.1",
            "story, 1, 0.1, 0.1, 0.1, 0.1",
        })
        void is_refused_with_an_anchor_on_no_page_one_can_see(
                String material, int page, double x, double y, double w, double h) {
            given(lookingIn("describe"))
                    .when(addNoteAt(anchor(material, page, x, y, w, h), "n", "here"), "eva")
                    .isRefused(ANCHOR_INVALID);
        }

        @Test
        void may_go_straight_into_a_group() {
            Rehearsal grown = visionWithWordsIn("aside").does("leo", addNoteInGroup("growing", "n", "branches"));

            assertThat(grown.note("n").group()).contains(id("growing"));
        }

        @Test
        void is_refused_for_a_group_there_is_not() {
            given(visionWithWordsIn("aside"))
                    .when(addNoteInGroup("shrinking", "n", "branches"), "leo")
                    .isRefused(GROUP_UNKNOWN);
        }

        @Test
        void is_refused_under_an_id_that_is_taken() {
            given(lookingIn("describe").does("rosa", addNote("n", "first")))
                    .when(addNote("n", "second"), "eva")
                    .isRefused(NOTE_UNKNOWN);
        }

        @Test
        void is_refused_before_the_first_phase_even_to_oneself() {
            Rehearsal waiting = aroundStudentWork().waiting();

            given(waiting).when(addNote("n", "early"), "eva").isRefused(ROOM_NOT_STARTED);
            given(waiting).when(addPrivateNote("n", "early"), "eva").isRefused(ROOM_NOT_STARTED);
        }

        @Test
        void is_refused_between_two_phases_but_to_oneself() {
            Rehearsal between = lookingIn("describe").betweenPhases();

            given(between).when(addNote("n", "late"), "eva").isRefused(PHASE_CLOSED);
            NoteAdded own =
                    given(between).when(addPrivateNote("n", "late"), "eva").thenOne(NoteAdded.class);
            assertThat(own.state()).isEqualTo(State.PRIVATE);
            assertThat(own.phase()).isEqualTo("describe");
        }

        @Test
        void is_refused_to_the_presenter_who_listens_and_to_the_coach_who_watches() {
            given(lookingIn("describe")).when(addNote("n", "but…"), "ben").isRefused(PRESENTER_LISTENS);
            given(lookingIn("describe")).when(addNote("n", "aha"), "cleo").isRefused(ROLE_MAY_NOT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ana", "ben", "rosa", "tim", "eva", "cleo"})
        void is_always_possible_to_oneself_in_any_kind(String who) {
            for (String phase : List.of("norms", "examine", "describe", "presenter", "debrief")) {
                NoteAdded added = given(lookingIn(phase))
                        .when(new RoomCommand.AddNote(id("n"), "for me", "implication", null, null, true), who)
                        .thenOne(NoteAdded.class);

                assertThat(added.state()).isEqualTo(State.PRIVATE);
                assertThat(added.kind()).isEqualTo(NoteKind.IMPLICATION);
            }
        }

        @Test
        void is_private_by_itself_where_everybody_works_alone() {
            NoteAdded added =
                    given(visionIn("words")).when(addNote("n", "hope"), "eva").thenOne(NoteAdded.class);

            assertThat(added.state()).isEqualTo(State.PRIVATE);
        }

        @Test
        void is_sealed_by_itself_on_a_sealed_board() {
            NoteAdded added = given(visionIn("react"))
                    .when(addNoteOfKind("doubt", "n", "too short"), "eva")
                    .thenOne(NoteAdded.class);

            assertThat(added.state()).isEqualTo(State.SEALED);
            assertThat(added.kind()).isEqualTo(NoteKind.DOUBT);
        }

        @Test
        void of_a_coach_is_private_on_a_sealed_board() {
            NoteAdded added = given(visionIn("react"))
                    .when(addNote("n", "they smile"), "cleo")
                    .thenOne(NoteAdded.class);

            assertThat(added.state()).isEqualTo(State.PRIVATE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"vote", "pairs", "fingers"})
        void finds_no_way_to_the_board_through_a_sealed_vote_or_draft(String phase) {
            given(visionIn(phase)).when(addNote("n", "vote for wings!"), "eva").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void is_refused_once_the_time_has_closed_the_phase_but_to_oneself() {
            Rehearsal locked = visionIn("react");
            locked = locked.at(locked.endsAt().plus(Rulebook.GRACE)).house(new TimeUp("react", locked.endsAt()));

            given(locked).when(addNote("n", "one more"), "eva").isRefused(PHASE_CLOSED);
            assertThat(given(locked)
                            .when(addPrivateNote("n", "one more"), "eva")
                            .thenOne(NoteAdded.class)
                            .state())
                    .isEqualTo(State.PRIVATE);
        }

        @Test
        void is_refused_once_the_posting_budget_is_spent() {
            Rehearsal three = visionIn("post")
                    .does("eva", addNote("1", "hope"))
                    .does("eva", addNote("2", "care"))
                    .does("eva", addNote("3", "work"));

            given(three).when(addNote("4", "luck"), "eva").isRefused(BUDGET_SPENT);
            given(three).when(addNote("4", "luck"), "leo").thenOne(NoteAdded.class);
            given(three.does("eva", removeNote("2")))
                    .when(addNote("4", "luck"), "eva")
                    .thenOne(NoteAdded.class);
            given(three.does("eva", keepNote("2")))
                    .when(addNote("4", "luck"), "eva")
                    .thenOne(NoteAdded.class);
        }

        @Test
        void does_not_count_what_a_reveal_opened_against_the_posting_budget() {
            Rehearsal three = visionWithReactionsIn("post")
                    .does("eva", addNote("1", "hope"))
                    .does("eva", addNote("2", "care"));

            given(three).when(addNote("3", "work"), "eva").thenOne(NoteAdded.class);
        }
    }

    @Nested
    class Edit_note {

        private final Rehearsal written = lookingIn("describe").does("eva", addNote("n", "blue lines"));

        @Test
        void rewords_an_own_note_and_says_what_it_was() {
            Rehearsal edited = given(written)
                    .when(editNote("n", " blue lines, no names "), "eva")
                    .then(new NoteEdited(note("n"), "blue lines, no names", "blue lines"));

            assertThat(edited.note("n").text()).isEqualTo("blue lines, no names");
        }

        @Test
        void with_the_same_words_changes_nothing() {
            given(written).when(editNote("n", "blue lines "), "eva").thenNothing();
        }

        @Test
        void is_refused_on_somebody_elses_note() {
            given(written).when(editNote("n", "green lines"), "rosa").isRefused(NOTE_NOT_YOURS);
        }

        @Test
        void is_refused_alike_on_a_note_one_may_not_see_and_one_there_is_not() {
            Rehearsal secret = written.does("ben", addPrivateNote("secret", "not so"));

            given(secret).when(editNote("secret", "x"), "eva").isRefused(NOTE_UNKNOWN);
            given(secret).when(editNote("nowhere", "x"), "eva").isRefused(NOTE_UNKNOWN);
        }

        @Test
        void is_refused_without_words_and_with_too_many() {
            given(written).when(editNote("n", " "), "eva").isRefused(NOTE_EMPTY);
            given(written).when(editNote("n", "a".repeat(2001)), "eva").isRefused(NOTE_TOO_LONG);
            given(written).when(editNote("n", "\uDC00"), "eva").isRefused(MALFORMED);
        }

        @Test
        void is_refused_on_the_board_when_posting_is_over_but_not_in_ones_own_drawer() {
            Rehearsal later =
                    written.does("eva", addPrivateNote("own", "to check")).inPhase("presenter");

            given(later).when(editNote("n", "x"), "eva").isRefused(ROLE_MAY_NOT);
            given(later).when(editNote("own", "checked"), "eva").thenOne(NoteEdited.class);
            given(later.betweenPhases()).when(editNote("n", "x"), "eva").isRefused(PHASE_CLOSED);
            given(later.betweenPhases()).when(editNote("own", "checked"), "eva").thenOne(NoteEdited.class);
        }

        @Test
        void is_possible_on_a_sealed_note_until_its_phase_ends_and_never_after() {
            Rehearsal reacting = visionWithReactionsIn("react");

            given(reacting)
                    .when(editNote("eva's reaction", "far too short"), "eva")
                    .thenOne(NoteEdited.class);
            given(reacting).when(editNote("eva's reaction", "x"), "ana").isRefused(NOTE_UNKNOWN);
            given(reacting.betweenPhases())
                    .when(editNote("eva's reaction", "far too short"), "eva")
                    .isRefused(NOTE_SEALED);
            given(reacting.inPhase("aside"))
                    .when(editNote("eva's reaction", "far too short"), "eva")
                    .isRefused(NOTE_SEALED);
        }

        @Test
        void is_refused_on_a_sealed_note_once_the_time_has_closed_the_phase() {
            Rehearsal locked = visionWithReactionsIn("react");
            locked = locked.at(locked.endsAt().plus(Rulebook.GRACE)).house(new TimeUp("react", locked.endsAt()));

            given(locked).when(editNote("eva's reaction", "x"), "eva").isRefused(PHASE_CLOSED);
        }
    }

    @Nested
    class Remove_note {

        private final Rehearsal written = visionWithWordsIn("aside").does("eva", addNote("n", "hope"));

        @Test
        void takes_an_own_note_away_and_remembers_all_of_it() {
            NoteAdded was = given(visionWithWordsIn("aside"))
                    .when(addNote("n", "hope"), "eva")
                    .thenOne(NoteAdded.class);
            Rehearsal removed = given(written).when(removeNote("n"), "eva").then(new NoteRemoved(note("n"), was));

            assertThat(removed.room().note(note("n"))).isEmpty();
        }

        @Test
        void is_refused_on_somebody_elses_note_and_on_none() {
            given(written).when(removeNote("n"), "leo").isRefused(NOTE_NOT_YOURS);
            given(written).when(removeNote("nothing"), "leo").isRefused(NOTE_UNKNOWN);
        }

        @Test
        void is_refused_after_a_reveal() {
            given(visionWithReactionsIn("aside"))
                    .when(removeNote("eva's reaction"), "eva")
                    .isRefused(NOTE_SEALED);
        }

        @Test
        void is_refused_where_one_may_not_post() {
            given(written.inPhase("vote")).when(removeNote("n"), "eva").isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Post_note {

        private final Rehearsal thought = visionIn("words")
                .does("eva", addNote("1", "hope"))
                .does("eva", addNote("2", "care"))
                .does("eva", addNote("3", "work"))
                .does("eva", addNote("4", "luck"))
                .inPhase("post");

        @Test
        void brings_an_own_private_note_to_the_board() {
            Rehearsal posted = given(thought)
                    .when(postNote("2"), "eva")
                    .then(new NotePosted(
                            note("2"), 0, 40, 40, State.PRIVATE, Optional.of(NoteAdded.of(thought.note("2")))));

            assertThat(posted.note("2").state()).isEqualTo(State.POSTED);
            assertThat(posted.note("1").state()).isEqualTo(State.PRIVATE);
        }

        @Test
        void makes_the_note_one_of_the_phase_that_posts_it() {
            assertThat(thought.does("eva", postNote("2")).note("2").phase()).isEqualTo("post");
        }

        @Test
        void brings_back_what_was_kept_aside() {
            Rehearsal aside = thought.does("eva", keepNote("4")).inPhase("aside");

            given(aside)
                    .when(postNote("4"), "eva")
                    .then(new NotePosted(
                            note("4"), 0, 40, 40, State.ASIDE, Optional.of(NoteAdded.of(aside.note("4")))));
        }

        @Test
        void of_a_posted_note_changes_nothing() {
            given(thought.does("eva", postNote("2"))).when(postNote("2"), "eva").thenNothing();
        }

        @Test
        void is_refused_once_the_budget_is_spent() {
            Rehearsal three = thought.does("eva", postNote("1"))
                    .does("eva", postNote("2"))
                    .does("eva", postNote("3"));

            given(three).when(postNote("4"), "eva").isRefused(BUDGET_SPENT);
        }

        @Test
        void counts_what_was_written_for_oneself_while_others_reacted() {
            Rehearsal hoard = visionIn("react");
            for (String name : List.of("1", "2", "3", "4")) {
                hoard = hoard.does("eva", addPrivateNote(name, "word " + name));
            }
            Rehearsal three = hoard.inPhase("post")
                    .does("eva", postNote("1"))
                    .does("eva", postNote("2"))
                    .does("eva", postNote("3"));

            given(three).when(postNote("4"), "eva").isRefused(BUDGET_SPENT);
            given(three).when(editNote("1", "a better word"), "eva").thenOne(NoteEdited.class);
        }

        @Test
        void is_refused_for_a_note_that_is_not_ones_own_as_if_there_were_none() {
            given(thought).when(postNote("1"), "leo").isRefused(NOTE_UNKNOWN);
            given(thought).when(postNote("9"), "leo").isRefused(NOTE_UNKNOWN);
            given(thought.does("eva", postNote("1"))).when(postNote("1"), "leo").isRefused(NOTE_NOT_YOURS);
        }

        @Test
        void is_refused_for_a_sealed_note() {
            given(visionWithReactionsIn("react"))
                    .when(postNote("eva's reaction"), "eva")
                    .isRefused(NOTE_SEALED);
        }

        @Test
        void is_refused_where_the_role_may_not_post() {
            Rehearsal listening = lookingIn("describe").does("ben", addPrivateNote("n", "they had maps"));

            given(listening).when(postNote("n"), "ben").isRefused(PRESENTER_LISTENS);
            given(listening.betweenPhases()).when(postNote("n"), "ben").isRefused(PHASE_CLOSED);
            given(listening.inPhase("debrief")).when(postNote("n"), "ben").thenOne(NotePosted.class);
        }
    }

    @Nested
    class Keep_note {

        private final Rehearsal thought =
                visionIn("words").does("eva", addNote("n", "hope")).inPhase("post");

        @Test
        void sets_a_private_note_aside() {
            Rehearsal kept = given(thought).when(keepNote("n"), "eva").then(new NoteKept(note("n"), State.PRIVATE));

            assertThat(kept.note("n").state()).isEqualTo(State.ASIDE);
        }

        @Test
        void takes_an_own_note_off_the_board_again() {
            given(thought.does("eva", postNote("n")))
                    .when(keepNote("n"), "eva")
                    .then(new NoteKept(note("n"), State.POSTED));
        }

        @Test
        void of_a_kept_note_changes_nothing() {
            given(thought.does("eva", keepNote("n"))).when(keepNote("n"), "eva").thenNothing();
        }

        @Test
        void is_refused_on_sealed_notes_and_on_those_of_others() {
            given(visionWithReactionsIn("react"))
                    .when(keepNote("eva's reaction"), "eva")
                    .isRefused(NOTE_SEALED);
            given(visionWithReactionsIn("post"))
                    .when(keepNote("eva's reaction"), "eva")
                    .isRefused(NOTE_SEALED);
            given(thought).when(keepNote("n"), "leo").isRefused(NOTE_UNKNOWN);
            given(thought.does("eva", postNote("n"))).when(keepNote("n"), "leo").isRefused(NOTE_NOT_YOURS);
            given(thought.does("eva", postNote("n")).inPhase("vote"))
                    .when(keepNote("n"), "eva")
                    .isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Move_note {

        private final Rehearsal sorting = visionWithWordsIn("sort");

        @Test
        void lets_anybody_move_any_note_and_says_from_where() {
            given(sorting)
                    .when(moveNote("light", 300, -20.5), "rosa")
                    .then(new NoteMoved(note("light"), 300, -20.5, Optional.empty(), 440, 40, Optional.empty()));
        }

        @Test
        void may_put_it_into_a_group_and_out_of_one() {
            given(sorting)
                    .when(moveNoteInto("growing", "light", 300, 20), "rosa")
                    .then(new NoteMoved(note("light"), 300, 20, Optional.of(id("growing")), 440, 40, Optional.empty()));
            given(sorting)
                    .when(moveNote("roots", 300, 20), "rosa")
                    .then(new NoteMoved(note("roots"), 300, 20, Optional.empty(), 40, 40, Optional.of(id("growing"))));
        }

        @Test
        void to_where_it_lies_changes_nothing() {
            given(sorting).when(moveNote("light", 440, 40), "rosa").thenNothing();
        }

        @Test
        void is_refused_into_a_group_there_is_not() {
            given(sorting).when(moveNoteInto("none", "light", 1, 1), "rosa").isRefused(GROUP_UNKNOWN);
        }

        @ParameterizedTest
        @CsvSource({"100001, 0", "0, -100001", "NaN, 0", "0, Infinity"})
        void is_refused_off_the_board(double x, double y) {
            given(sorting).when(moveNote("light", x, y), "rosa").isRefused(MALFORMED);
        }

        @Test
        void is_refused_where_nobody_arranges() {
            given(visionWithWordsIn("vote"))
                    .when(moveNote("light", 1, 1), "rosa")
                    .isRefused(ROLE_MAY_NOT);
            given(sorting).when(moveNote("light", 1, 1), "cleo").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void lets_everybody_order_the_own_drawer_and_nobody_anothers() {
            Rehearsal own = visionIn("words").does("eva", addNote("n", "hope"));

            given(own).when(moveNote("n", 5, 5), "eva").thenOne(NoteMoved.class);
            given(own).when(moveNote("n", 5, 5), "leo").isRefused(NOTE_UNKNOWN);
        }
    }

    @Nested
    class Group_notes {

        private final Rehearsal sorting = visionWithWordsIn("sort");

        @Test
        void makes_a_group_at_the_place_of_its_first_note() {
            Rehearsal grouped = given(sorting)
                    .when(groupNotes("sky", "light", "wings"), "leo")
                    .then(new NotesGrouped(
                            id("sky"),
                            List.of(note("light"), note("wings")),
                            440,
                            40,
                            Map.of(id("wings"), id("growing"))));

            assertThat(grouped.note("wings").group()).contains(id("sky"));
            assertThat(grouped.room().group(id("sky")).orElseThrow())
                    .isEqualTo(new Entity.Group(id("sky"), "", 1, 440, 40));
        }

        @Test
        void adds_to_a_group_that_is_there() {
            Rehearsal grouped = sorting.does("leo", groupNotes("growing", "light"));

            assertThat(grouped.room().groups()).hasSize(1);
            assertThat(grouped.note("light").group()).contains(id("growing"));
        }

        @Test
        void of_notes_that_are_together_changes_nothing() {
            given(sorting)
                    .when(groupNotes("growing", "wings", "roots", "wings"), "leo")
                    .thenNothing();
        }

        @Test
        void is_refused_without_notes() {
            given(sorting).when(groupNotes("empty"), "leo").isRefused(MALFORMED);
        }

        @Test
        void is_refused_with_notes_that_are_not_on_the_board_even_ones_own() {
            Rehearsal secret = sorting.does("eva", addPrivateNote("secret", "hush"));

            given(secret).when(groupNotes("g", "light", "nothing"), "leo").isRefused(NOTE_UNKNOWN);
            given(secret).when(groupNotes("g", "light", "secret"), "leo").isRefused(NOTE_UNKNOWN);
            given(secret).when(groupNotes("g", "light", "secret"), "eva").isRefused(NOTE_UNKNOWN);
        }

        @Test
        void is_refused_where_nobody_arranges() {
            given(visionWithWordsIn("pairs"))
                    .when(groupNotes("g", "light"), "leo")
                    .isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Name_group {

        private final Rehearsal naming = visionWithWordsIn("name");

        @Test
        void names_a_group_and_says_what_it_was_called() {
            Rehearsal named = given(naming)
                    .when(nameGroup("growing", " Growing up "), "rosa")
                    .then(new GroupNamed(id("growing"), "Growing up", ""));

            given(named)
                    .when(nameGroup("growing", "Growing"), "eva")
                    .then(new GroupNamed(id("growing"), "Growing", "Growing up"));
        }

        @Test
        void with_the_same_name_changes_nothing() {
            given(naming).when(nameGroup("growing", "  "), "rosa").thenNothing();
        }

        @Test
        void is_refused_for_a_group_there_is_not_and_for_a_long_name() {
            given(naming).when(nameGroup("none", "Growing"), "rosa").isRefused(GROUP_UNKNOWN);
            given(naming).when(nameGroup("growing", "a".repeat(121)), "rosa").isRefused(TEXT_TOO_LONG);
            given(naming).when(nameGroup("growing", "a".repeat(120)), "rosa").thenOne(GroupNamed.class);
            given(naming).when(nameGroup("growing", "\uD83D"), "rosa").isRefused(MALFORMED);
            given(naming).when(nameGroup("growing", "Growing"), "cleo").isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Cast_vote {

        private final Rehearsal voting = visionWithWordsIn("vote");

        @Test
        void spends_a_dot_on_a_group_or_a_note() {
            given(voting).when(castVote("growing"), "eva").then(new VoteCast(person("eva"), "vote", id("growing")));
            given(voting).when(castVote("light"), "eva").then(new VoteCast(person("eva"), "vote", id("light")));
        }

        @Test
        void may_put_all_three_dots_on_one_but_no_fourth() {
            Rehearsal spent = voting.does("eva", castVote("growing"))
                    .does("eva", castVote("growing"))
                    .does("eva", castVote("growing"));

            assertThat(spent.room().ballot(person("eva"), "vote").orElseThrow().marks())
                    .isEqualTo(Map.of(id("growing"), 3));
            given(spent).when(castVote("light"), "eva").isRefused(BUDGET_SPENT);
            given(spent).when(castVote("light"), "leo").thenOne(VoteCast.class);
        }

        @Test
        void is_refused_for_what_is_not_on_the_board() {
            Rehearsal secret = voting.does("eva", addPrivateNote("secret", "hush"));

            given(secret).when(castVote("nothing"), "eva").isRefused(TARGET_UNKNOWN);
            given(secret).when(castVote("secret"), "eva").isRefused(TARGET_UNKNOWN);
            given(secret).when(castVote("secret"), "leo").isRefused(TARGET_UNKNOWN);
        }

        @Test
        void is_refused_to_the_coach_and_outside_the_vote() {
            given(voting).when(castVote("growing"), "cleo").isRefused(ROLE_MAY_NOT);
            given(voting.inPhase("pairs")).when(castVote("growing"), "eva").isRefused(ROLE_MAY_NOT);
            given(voting.betweenPhases()).when(castVote("growing"), "eva").isRefused(PHASE_CLOSED);
        }

        @Test
        void is_counted_when_the_vote_ends_and_not_before() {
            Rehearsal voted = voting.does("eva", castVote("growing"))
                    .does("eva", castVote("light"))
                    .does("leo", castVote("growing"))
                    .does("ana", castVote("light"))
                    .does("ana", retractVote("light"));

            assertThat(voted.room().tallies()).isEmpty();
            assertThat(voted.betweenPhases().room().tallies())
                    .containsExactly(new Entity.Tally("vote", Map.of(id("growing"), 2, id("light"), 1), 2));
        }

        @Test
        void leaves_the_note_as_it_was_when_its_dots_were_counted() {
            Rehearsal counted = voting.does("eva", castVote("light")).inPhase("debrief");

            given(counted).when(editNote("light", "dark"), "leo").isRefused(TAKEN_UP);
            given(counted).when(keepNote("light"), "leo").isRefused(TAKEN_UP);
            given(counted).when(removeNote("light"), "leo").isRefused(TAKEN_UP);
            given(voting.inPhase("debrief")).when(keepNote("light"), "leo").thenOne(RoomEvent.NoteKept.class);
        }
    }

    @Nested
    class Retract_vote {

        private final Rehearsal voted = visionWithWordsIn("vote").does("eva", castVote("growing"));

        @Test
        void takes_one_dot_back_to_spend_again() {
            Rehearsal retracted = given(voted)
                    .when(retractVote("growing"), "eva")
                    .then(new VoteRetracted(person("eva"), "vote", id("growing")));

            assertThat(retracted
                            .room()
                            .ballot(person("eva"), "vote")
                            .orElseThrow()
                            .spent())
                    .isZero();
        }

        @Test
        void is_not_needed_where_what_it_was_given_to_leaves_the_board() {
            Rehearsal both = visionWithWordsIn("vote")
                    .does("ana", allow("leo", "post", "one word is missing"))
                    .does("eva", castVote("light"))
                    .does("eva", castVote("growing"));
            for (Rehearsal gone : List.of(
                    both.does("leo", keepNote("light")),
                    both.does("leo", removeNote("light")),
                    both.does("leo", addNote("late", "late"))
                            .does("eva", castVote("late"))
                            .undoes("leo")
                            .does("eva", retractVote("light")))) {
                assertThat(gone.room()
                                .ballot(person("eva"), "vote")
                                .orElseThrow()
                                .marks())
                        .as("her dots")
                        .isEqualTo(Map.of(id("growing"), 1));
                assertThat(gone.betweenPhases().room().tallies())
                        .as("nothing is counted that is not there")
                        .containsExactly(new Entity.Tally("vote", Map.of(id("growing"), 1), 1));
            }
        }

        @Test
        void is_refused_where_one_has_no_dot() {
            given(voted).when(retractVote("light"), "eva").isRefused(NO_VOTE);
            given(voted).when(retractVote("growing"), "leo").isRefused(NO_VOTE);
        }

        @Test
        void is_refused_after_the_vote() {
            given(voted.inPhase("pairs")).when(retractVote("growing"), "eva").isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Edit_statement {

        private final Rehearsal drafting = visionIn("pairs");
        private final UUID draft = drafting.draftOf("ana").id();

        @Test
        void writes_in_the_draft_of_ones_own_pair() {
            Rehearsal written = given(drafting)
                    .when(write(draft, "We grow together."), "rosa")
                    .then(new StatementEdited(draft, "[[0,\"We grow together.\"]]", 1));

            assertThat(written.draftOf("ana").text()).isEqualTo("We grow together.");
            assertThat(written.draftOf("ana").version()).isOne();
        }

        @Test
        void goes_on_from_the_version_before() {
            Rehearsal written = drafting.does("rosa", write(draft, "We grow."))
                    .does("ana", edit(draft, 1, "[7,[0,\" together\"],1]"));

            assertThat(written.draftOf("ana").text()).isEqualTo("We grow together.");
            assertThat(written.draftOf("ana").version()).isEqualTo(2);
        }

        @Test
        void is_refused_in_anothers_draft_as_if_there_were_none() {
            given(drafting).when(write(draft, "x"), "tim").isRefused(STATEMENT_UNKNOWN);
            given(drafting).when(write(draft, "x"), "cleo").isRefused(STATEMENT_UNKNOWN);
            given(drafting).when(write(id("none"), "x"), "tim").isRefused(STATEMENT_UNKNOWN);
        }

        @Test
        void is_refused_from_a_stale_version_and_from_one_that_is_not_yet() {
            Rehearsal written = drafting.does("rosa", write(draft, "We grow."));

            given(written).when(edit(draft, 0, "[[0,\"x\"]]"), "ana").isRefused(STALE);
            given(written).when(edit(draft, 2, "[8,[0,\"x\"]]"), "ana").isRefused(CHANGES_INVALID);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[1]", "[[0,1]]", "[-1]", "[[]]", "[\"x\"]", "[[0,\"\\uD83D\"]]", "not json"})
        void is_refused_with_what_is_no_change_of_this_text(String changes) {
            given(drafting).when(edit(draft, 0, changes), "ana").isRefused(CHANGES_INVALID);
        }

        @Test
        void is_refused_when_it_would_cut_a_character_in_two() {
            Rehearsal smiling = drafting.does("rosa", write(draft, "\uD83D\uDE00"));

            given(smiling).when(edit(draft, 1, "[1,[1]]"), "ana").isRefused(CHANGES_INVALID);
            given(smiling).when(edit(draft, 1, "[1,[0,\"x\"],1]"), "ana").isRefused(CHANGES_INVALID);
            given(smiling).when(edit(draft, 1, "[[2]]"), "ana").thenOne(StatementEdited.class);
        }

        @Test
        void is_refused_beyond_four_thousand_letters() {
            given(drafting).when(write(draft, "a".repeat(4001)), "ana").isRefused(TEXT_TOO_LONG);
            given(drafting).when(write(draft, "a".repeat(4000)), "ana").thenOne(StatementEdited.class);
        }

        @Test
        void is_refused_in_a_draft_whose_phase_is_over() {
            given(drafting.inPhase("statement")).when(write(draft, "x"), "ana").isRefused(PHASE_CLOSED);
        }

        @Test
        void is_refused_in_a_text_that_was_brought_along() {
            given(visionIn("statement"))
                    .when(edit(id("old vision"), 0, "[20,[0,\"!\"]]"), "ana")
                    .isRefused(PHASE_CLOSED);
        }

        @Test
        void lets_everybody_but_the_coach_write_the_one_statement() {
            Rehearsal writing = visionIn("statement");

            given(writing)
                    .when(write(writing.statement().id(), "We grow."), "tim")
                    .thenOne(StatementEdited.class);
            given(writing)
                    .when(write(writing.statement().id(), "We grow."), "cleo")
                    .isRefused(ROLE_MAY_NOT);
            given(writing.inPhase("fingers"))
                    .when(write(writing.statement().id(), "We grow."), "tim")
                    .isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Answer_check {

        private final Rehearsal checking = visionIn("fingers");
        private final UUID vision = checking.statement().id();

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5})
        void takes_none_to_five_fingers(int fingers) {
            given(checking)
                    .when(answer(vision, fingers), "eva")
                    .then(new CheckAnswered(person("eva"), vision, fingers));
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 6})
        void is_refused_with_another_number_of_fingers(int fingers) {
            given(checking).when(answer(vision, fingers), "eva").isRefused(ANSWER_INVALID);
        }

        @Test
        void may_be_changed_until_the_phase_ends() {
            Rehearsal answered = checking.does("eva", answer(vision, 2));

            given(answered).when(answer(vision, 2), "eva").thenNothing();
            Rehearsal changed = answered.does("eva", answer(vision, 3));
            assertThat(changed.room().answers()).containsExactly(new Entity.Answer(person("eva"), vision, 3));
        }

        @Test
        void is_refused_on_anything_but_the_one_statement() {
            given(checking).when(answer(checking.draftOf("eva").id(), 3), "eva").isRefused(TARGET_UNKNOWN);
            given(checking).when(answer(id("old vision"), 3), "eva").isRefused(TARGET_UNKNOWN);
        }

        @Test
        void is_refused_to_the_coach_and_outside_the_check() {
            given(checking).when(answer(vision, 3), "cleo").isRefused(ROLE_MAY_NOT);
            given(checking.inPhase("goals")).when(answer(vision, 3), "eva").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void passes_when_nobody_shows_fewer_than_three() {
            Rehearsal passed = checking.does("eva", answer(vision, 3))
                    .does("leo", answer(vision, 5))
                    .does("ana", answer(vision, 3))
                    .betweenPhases();

            assertThat(passed.room().checks()).containsExactly(new Entity.Check(vision, Map.of(3, 2, 5, 1), true, 3));
        }

        @Test
        void fails_when_one_shows_two() {
            Rehearsal failed = checking.does("eva", answer(vision, 2))
                    .does("leo", answer(vision, 5))
                    .betweenPhases();

            assertThat(failed.room().checks()).containsExactly(new Entity.Check(vision, Map.of(2, 1, 5, 1), false, 2));
        }

        @Test
        void fails_when_nobody_answered() {
            assertThat(checking.betweenPhases().room().checks())
                    .containsExactly(new Entity.Check(vision, Map.of(), false, 0));
        }
    }

    @Nested
    class Add_goal {

        private final Rehearsal planning = visionIn("goals");

        @Test
        void puts_a_goal_on_the_list() {
            Rehearsal planned = given(planning)
                    .when(addGoal("g", " Two shared rubrics by May "), "leo")
                    .then(new GoalAdded(id("g"), "Two shared rubrics by May"));

            assertThat(planned.room().goals())
                    .containsExactly(new Entity.Goal(id("g"), "Two shared rubrics by May", person("leo"), 0));
        }

        @Test
        void is_refused_without_words_with_too_many_and_under_a_taken_id() {
            given(planning).when(addGoal("g", "\t"), "leo").isRefused(NOTE_EMPTY);
            given(planning).when(addGoal("g", "a".repeat(501)), "leo").isRefused(NOTE_TOO_LONG);
            given(planning).when(addGoal("g", "\uD83D"), "leo").isRefused(MALFORMED);
            given(planning.does("eva", addGoal("g", "a")))
                    .when(addGoal("g", "b"), "leo")
                    .isRefused(GOAL_UNKNOWN);
        }

        @Test
        void is_refused_to_the_coach_and_outside_the_phase_of_goals() {
            given(planning).when(addGoal("g", "x"), "cleo").isRefused(ROLE_MAY_NOT);
            given(planning.inPhase("debrief")).when(addGoal("g", "x"), "leo").isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Edit_goal {

        private final Rehearsal planned = visionIn("goals").does("leo", addGoal("g", "Two rubrics"));

        @Test
        void lets_anybody_reword_a_goal_of_the_teams() {
            Rehearsal reworded = given(planned)
                    .when(editGoal("g", "Two rubrics by May"), "rosa")
                    .then(new GoalReworded(id("g"), "Two rubrics by May", "Two rubrics"));

            assertThat(reworded.room().goals())
                    .containsExactly(new Entity.Goal(id("g"), "Two rubrics by May", person("leo"), 0));
        }

        @Test
        void with_the_same_words_changes_nothing() {
            given(planned).when(editGoal("g", "Two rubrics "), "rosa").thenNothing();
        }

        @Test
        void is_refused_for_a_goal_there_is_not() {
            given(planned).when(editGoal("none", "x"), "rosa").isRefused(GOAL_UNKNOWN);
            given(planned).when(editGoal("g", ""), "rosa").isRefused(NOTE_EMPTY);
            given(planned).when(editGoal("g", "x"), "cleo").isRefused(ROLE_MAY_NOT);
        }
    }

    @Nested
    class Ready_and_not_ready {

        @Test
        void are_everybodys_in_every_phase() {
            Rehearsal ready =
                    given(lookingIn("describe")).when(new Ready(), "ben").then(new ReadySet(person("ben"), true));

            assertThat(ready.member("ben").ready()).isTrue();
            given(ready).when(new NotReady(), "ben").then(new ReadySet(person("ben"), false));
        }

        @Test
        void change_nothing_where_it_is_so_already() {
            Rehearsal describing = lookingIn("describe");

            given(describing).when(new NotReady(), "ben").thenNothing();
            given(describing.does("ben", new Ready())).when(new Ready(), "ben").thenNothing();
        }
    }

    @Nested
    class Raise_and_lower_hand {

        @Test
        void keep_the_time_so_that_the_first_hand_is_first() {
            Rehearsal early = lookingIn("describe");
            Rehearsal raised = given(early)
                    .when(new RaiseHand(), "cleo")
                    .then(new HandSet(person("cleo"), true, Optional.empty()));

            assertThat(raised.member("cleo").hand()).contains(early.now());
            Rehearsal lowered = given(raised)
                    .when(new LowerHand(), "cleo")
                    .then(new HandSet(
                            person("cleo"), false, raised.member("cleo").hand()));
            assertThat(lowered.member("cleo").hand()).isEmpty();
        }

        @Test
        void change_nothing_where_it_is_so_already() {
            Rehearsal raised = lookingIn("describe").does("eva", new RaiseHand());

            given(raised.afterMinutes(1)).when(new RaiseHand(), "eva").thenNothing();
            given(raised).when(new LowerHand(), "rosa").thenNothing();
        }
    }

    @Nested
    class Ask_time {

        @Test
        void is_heard_and_changes_nothing_by_itself() {
            Rehearsal describing = lookingIn("describe");
            Rehearsal asked = given(describing).when(new AskTime(), "tim").then(new TimeAsked(person("tim")));

            assertThat(asked.endsAt()).isEqualTo(describing.endsAt());
        }
    }

    @Nested
    class A_reveal {

        @Test
        void opens_everything_sealed_in_the_phase_at_once() {
            Rehearsal revealed = visionWithReactionsIn("react").betweenPhases();

            assertThat(revealed.room().notes()).hasSize(2).allMatch(Entity.Note::onBoard);
        }

        @Test
        void leaves_private_notes_private() {
            Rehearsal revealed = visionWithReactionsIn("react")
                    .does("leo", addPrivateNote("secret", "hush"))
                    .does("cleo", addNote("watched", "smiles"))
                    .betweenPhases();

            assertThat(revealed.note("secret").state()).isEqualTo(State.PRIVATE);
            assertThat(revealed.note("watched").state()).isEqualTo(State.PRIVATE);
        }

        @Test
        void shows_drafts_to_everybody_when_the_pairs_are_done() {
            Rehearsal drafting = visionIn("pairs");

            assertThat(drafting.room().statements())
                    .filteredOn(statement -> statement.phase().equals("pairs"))
                    .hasSize(2)
                    .noneMatch(Entity.Statement::shared);
            assertThat(drafting.betweenPhases().room().statements())
                    .filteredOn(statement -> statement.phase().equals("pairs"))
                    .hasSize(2)
                    .allMatch(Entity.Statement::shared);
        }

        /** Whoever wrote first, last, twice, or moved things about: what is revealed looks the same. */
        @Test
        void tells_nothing_about_the_order_of_writing() {
            List<OfSeat> notes = new ArrayList<>();
            for (String name : List.of("1", "2", "3", "4", "5", "6", "7")) {
                notes.add(addNote(name, "reaction " + name));
            }
            Rehearsal forwards = visionIn("react");
            Rehearsal backwards = forwards;
            for (OfSeat each : notes) {
                forwards = forwards.after(Duration.ofSeconds(5)).does("eva", each);
            }
            for (OfSeat each : notes.reversed()) {
                backwards = backwards.after(Duration.ofSeconds(9)).does("eva", each);
            }
            backwards = backwards
                    .does("eva", moveNote("3", 7, 7))
                    .does("eva", addNote("8", "no"))
                    .does("eva", removeNote("8"));

            assertThat(backwards.betweenPhases().room().notes())
                    .isEqualTo(forwards.betweenPhases().room().notes());
        }
    }

    @Nested
    class An_override {

        private final Rehearsal allowed = lookingIn("describe").does("ana", allow("ben", "post", "ben knows the map"));

        @Test
        void lets_that_person_do_that_thing() {
            given(allowed).when(addNote("n", "it was a map of Spain"), "ben").thenOne(NoteAdded.class);
        }

        @Test
        void lets_nobody_else_and_nothing_else() {
            given(allowed).when(addNote("n", "aha"), "cleo").isRefused(ROLE_MAY_NOT);
            given(allowed.does("eva", addNote("n", "aha")))
                    .when(moveNote("n", 1, 1), "ben")
                    .isRefused(PRESENTER_LISTENS);
        }

        @Test
        void is_not_held_back_by_the_dots_of_a_vote() {
            Rehearsal voting = visionIn("post")
                    .does("eva", addNote("1", "hope"))
                    .does("eva", addNote("2", "care"))
                    .does("eva", addNote("3", "work"))
                    .inPhase("vote")
                    .does("ana", allow("eva", "post", "we forgot a word"));

            given(voting).when(addNote("4", "play"), "eva").thenOne(NoteAdded.class);
        }

        @Test
        void ends_with_the_phase() {
            given(allowed.inPhase("interpret")).when(addNote("n", "but"), "ben").isRefused(PRESENTER_LISTENS);
        }
    }

    @Nested
    class A_latecomer {

        @Test
        void has_the_rights_of_the_role_at_once() {
            Rehearsal late = towardsAVision()
                    .inPhase("post")
                    .house(new RoomCommand.Admit(person("zoe"), org.tessera.protocol.Role.PARTICIPANT, true));

            given(late).when(addNote("n", "hello"), "zoe").thenOne(NoteAdded.class);
        }

        @Test
        void has_no_draft_in_a_phase_of_pairs() {
            Rehearsal drafting = visionIn("pairs")
                    .house(new RoomCommand.Admit(person("zoe"), org.tessera.protocol.Role.PARTICIPANT, false));

            given(drafting)
                    .when(write(drafting.draftOf("ana").id(), "hi"), "zoe")
                    .isRefused(STATEMENT_UNKNOWN);
        }
    }
}
