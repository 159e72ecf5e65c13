package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Commands.postNote;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.note;
import static org.tessera.room.Ids.person;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.TestPacks;
import org.tessera.room.Entity.Turns;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.AssignRole;
import org.tessera.room.RoomCommand.EndTurn;
import org.tessera.room.RoomCommand.GiveFloor;
import org.tessera.room.RoomCommand.JoinNote;
import org.tessera.room.RoomCommand.LowerHand;
import org.tessera.room.RoomCommand.OrderTurns;
import org.tessera.room.RoomCommand.PassTurn;
import org.tessera.room.RoomCommand.PausePhase;
import org.tessera.room.RoomCommand.RaiseHand;
import org.tessera.room.RoomCommand.ResumePhase;
import org.tessera.room.RoomCommand.ShareVoice;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.room.RoomCommand.TurnUp;
import org.tessera.room.RoomEvent.FloorGiven;
import org.tessera.room.RoomEvent.FloorLeft;
import org.tessera.room.RoomEvent.NoteAdded;
import org.tessera.room.RoomEvent.NoteJoined;
import org.tessera.room.RoomEvent.TurnCame;

/** Turns: Ana facilitates, Ben presents, Rosa records, Eva takes part, Cleo watches. */
class RoundsTest {

    private static Rehearsal waiting() {
        return aRoom().of(TestPacks.read("rounds"))
                .with(
                        Part.facilitator("ana"),
                        Part.presenter("ben"),
                        Part.recorder("rosa"),
                        Part.participant("eva"),
                        Part.coach("cleo"))
                .waiting();
    }

    private static Rehearsal meetingIn(String phase) {
        return waiting().inPhase(phase);
    }

    private static Verdicts given(Rehearsal meeting) {
        return new Verdicts(meeting);
    }

    /** Reads better: {@code given(room).when(command, who)}. */
    private record Verdicts(Rehearsal meeting) {
        Verdict when(RoomCommand.OfSeat command, String who) {
            return meeting.when(command, who);
        }
    }

    private static Turns turns(Rehearsal meeting) {
        return meeting.room().turns().orElseThrow();
    }

    private static void speaks(Rehearsal meeting, String... people) {
        assertThat(turns(meeting).speaking())
                .containsExactlyElementsOf(
                        List.of(people).stream().map(Ids::person).toList());
    }

    private static Rehearsal timeUp(Rehearsal meeting) {
        Turns turns = turns(meeting);
        Instant until = turns.until().orElseThrow();
        return meeting.at(until).house(new TurnUp(turns.phase(), turns.at(), until));
    }

    private static UUID named(String who) {
        return person(who).value();
    }

    @Nested
    class A_round_where_nothing_is_said_twice {

        private final Rehearsal list = meetingIn("list");

        @Test
        void goes_round_everybody_but_the_coach_in_the_order_in_which_people_came() {
            assertThat(turns(list).order())
                    .containsExactly(
                            List.of(person("ana")),
                            List.of(person("ben")),
                            List.of(person("rosa")),
                            List.of(person("eva")));
            speaks(list, "ana");
        }

        @Test
        void lets_nobody_post_out_of_turn() {
            given(list).when(addNote("n", "Rivers"), "eva").isRefused(Refusal.NOT_YOUR_TURN);
            given(list.does("eva", addPrivateNote("n", "Rivers")))
                    .when(postNote("n"), "eva")
                    .isRefused(Refusal.NOT_YOUR_TURN);
        }

        @Test
        void still_tells_the_coach_that_the_role_may_not() {
            given(list).when(addNote("n", "Rivers"), "cleo").isRefused(Refusal.ROLE_MAY_NOT);
        }

        @Test
        void goes_on_with_each_thing_said() {
            Rehearsal said = given(list)
                    .when(addNote("n", "Rivers"), "ana")
                    .thenTypes(NoteAdded.class, FloorLeft.class, TurnCame.class);

            speaks(said, "ben");
        }

        @Test
        void goes_on_with_a_note_out_of_the_drawer_too() {
            Rehearsal said = list.does("ana", addPrivateNote("n", "Rivers")).does("ana", postNote("n"));

            speaks(said, "ben");
        }

        @Test
        void joins_what_was_said_already_whatever_its_case_and_marks() {
            Rehearsal said = list.does("ana", addNote("first", "Los ríos, azules"))
                    .does("ben", addNote("second", " los RIOS azules!"));

            assertThat(said.note("second").ties().mergedInto()).contains(note("first"));
            assertThat(said.note("first").ties().mergedInto()).isEmpty();
        }

        @Test
        void joins_a_note_out_of_the_drawer_too() {
            Rehearsal said = list.does("ben", addPrivateNote("second", "rivers"))
                    .does("ana", addNote("first", "Rivers"))
                    .does("ben", postNote("second"));

            assertThat(said.note("second").ties().mergedInto()).contains(note("first"));
        }

        @Test
        void comes_round_again_until_everybody_has_passed() {
            Rehearsal again = list.does("ana", addNote("1", "one"))
                    .does("ben", new PassTurn())
                    .does("rosa", addNote("2", "two"))
                    .does("eva", new PassTurn());
            speaks(again, "ana");

            Rehearsal last = again.does("ana", new PassTurn());
            speaks(last, "rosa");

            Rehearsal over = last.does("rosa", new PassTurn());
            speaks(over);
            assertThat(turns(over).at()).isEqualTo(4);
            given(over).when(addNote("n", "late"), "ana").isRefused(Refusal.NOT_YOUR_TURN);
        }

        @Test
        void lets_a_scribe_write_for_whoever_has_the_turn_and_nobody_else() {
            Rehearsal entered =
                    list.does("rosa", new AddNote(id("n"), "Rivers", null, null, null, false, named("ana")));

            assertThat(entered.note("n").by()).isEqualTo(person("ana"));
            speaks(entered, "ben");
            given(entered)
                    .when(new AddNote(id("m"), "Seas", null, null, null, false, named("eva")), "rosa")
                    .isRefused(Refusal.NOT_THEIR_TURN);
            given(entered)
                    .when(new AddNote(id("m"), "Seas", null, null, null, false, named("ben")), "eva")
                    .isRefused(Refusal.NOT_THEIR_TURN);
            given(entered)
                    .when(new AddNote(id("m"), "Seas", null, null, null, true, named("ben")), "rosa")
                    .isRefused(Refusal.NOT_THEIR_TURN);
        }

        @Test
        void lets_the_facilitator_pass_for_somebody_and_nobody_else() {
            Rehearsal second = list.does("ana", new EndTurn());

            given(second).when(new PassTurn(), "eva").isRefused(Refusal.NOT_YOUR_TURN);
            speaks(second.does("ana", new PassTurn()), "rosa");
        }

        @Test
        void lets_an_override_post_out_of_turn() {
            Rehearsal allowed = list.facilitated(Commands.allow("eva", "post", "she has to leave"));

            speaks(allowed.does("eva", addNote("n", "Rivers")), "ben");
        }

        @Test
        void is_taken_back_without_turning_back() {
            Rehearsal said = list.does("ana", addNote("n", "Rivers"));

            Rehearsal back = said.undoes("ana");

            assertThat(back.room().note(note("n"))).isEmpty();
            speaks(back, "ben");
        }
    }

    @Nested
    class Joining_by_hand {

        private final Rehearsal talk = meetingIn("talk")
                .does("ana", addNote("a", "Rivers"))
                .does("eva", addNote("b", "Streams"))
                .does("eva", addNote("c", "Seas"));

        @Test
        void stands_one_note_with_another_and_by_itself_again() {
            Rehearsal joined = talk.does("rosa", new JoinNote(id("b"), id("a")));
            assertThat(joined.note("b").ties().mergedInto()).contains(note("a"));

            given(joined)
                    .when(new JoinNote(id("b"), null), "rosa")
                    .then(new NoteJoined(note("b"), Optional.empty(), Optional.of(note("a"))));
            assertThat(joined.undoes("rosa").note("b").ties().mergedInto()).isEmpty();
        }

        @Test
        void never_makes_chains() {
            Rehearsal joined = talk.does("rosa", new JoinNote(id("b"), id("a")));

            given(joined).when(new JoinNote(id("c"), id("b")), "rosa").isRefused(Refusal.NOTE_UNKNOWN);
            given(joined).when(new JoinNote(id("a"), id("c")), "rosa").isRefused(Refusal.NOTES_NOT_JOINED);
            given(joined).when(new JoinNote(id("c"), id("c")), "rosa").isRefused(Refusal.NOTES_NOT_JOINED);
        }

        @Test
        void is_the_groups_and_not_the_coachs() {
            given(talk).when(new JoinNote(id("b"), id("a")), "cleo").isRefused(Refusal.ROLE_MAY_NOT);
        }
    }

    @Nested
    class A_round_of_equal_turns {

        private final Rehearsal minute = meetingIn("minute");

        @Test
        void is_as_long_as_its_turns_together() {
            assertThat(minute.phase().endsAt()).contains(minute.now().plus(Duration.ofMinutes(4)));
            assertThat(turns(minute).until()).contains(minute.now().plusSeconds(60));
        }

        @Test
        void keeps_what_is_left_of_a_turn_as_silence() {
            Rehearsal quiet = minute.after(Duration.ofSeconds(20)).does("ana", new EndTurn());

            speaks(quiet);
            given(quiet).when(addNote("n", "more"), "ana").isRefused(Refusal.NOT_YOUR_TURN);
            given(quiet).when(addNote("n", "more"), "ben").isRefused(Refusal.NOT_YOUR_TURN);
            speaks(timeUp(quiet), "ben");
        }

        @Test
        void goes_on_when_a_turn_is_up_and_not_before() {
            Turns turns = turns(minute);
            Instant until = turns.until().orElseThrow();

            minute.at(until.minusMillis(1)).when(new TurnUp("minute", 0, until)).isRefused(Refusal.ALREADY_DONE);
            Rehearsal second = timeUp(minute);
            speaks(second, "ben");
            second.when(new TurnUp("minute", 0, until)).isRefused(Refusal.ALREADY_DONE);
        }

        @Test
        void lets_people_write_as_much_as_they_like_in_their_turn() {
            speaks(minute.does("ana", addNote("1", "one")).does("ana", addNote("2", "two")), "ana");
        }

        @Test
        void ends_after_the_last_turn() {
            Rehearsal over = timeUp(timeUp(timeUp(timeUp(minute))));

            speaks(over);
            assertThat(turns(over).until()).isEmpty();
        }

        @Test
        void stands_still_in_a_pause_and_loses_nothing_of_a_turn() {
            Rehearsal paused = minute.after(Duration.ofSeconds(20)).facilitated(new PausePhase("minute"));
            given(paused).when(new EndTurn(), "ana").isRefused(Refusal.NOT_YOUR_TURN);

            Rehearsal on = paused.after(Duration.ofMinutes(3)).facilitated(new ResumePhase("minute"));

            assertThat(turns(on).until()).contains(on.now().plusSeconds(40));
            Rehearsal second = timeUp(on);
            Duration before = minute.room().voice(person("ana")).floor();
            assertThat(second.room().voice(person("ana")).floor()).isEqualTo(before.plusSeconds(60));
        }
    }

    @Nested
    class A_phase_that_each_holds_in_turn {

        @Test
        void is_held_once_by_everybody_who_is_there_when_the_meeting_begins() {
            Rehearsal begun = meetingIn("talk");

            assertThat(begun.room().pack().phases())
                    .extracting(org.tessera.protocol.Phase::id)
                    .containsExactly(
                            "talk",
                            "list",
                            "minute",
                            "passage.1",
                            "respond.1",
                            "passage.2",
                            "respond.2",
                            "passage.3",
                            "respond.3",
                            "passage.4",
                            "respond.4",
                            "debrief");
            assertThat(begun.phase("passage.4").planned()).isEqualTo(Duration.ofSeconds(90));
        }

        @Test
        void makes_its_holder_the_presenter_and_nobody_else() {
            Rehearsal first = meetingIn("passage.1");

            given(first).when(addNote("b", "mine"), "ben").isRefused(Refusal.ROLE_MAY_NOT);
            assertThat(first.does("ana", addNote("a", "p. 3")).note("a").onBoard())
                    .isTrue();
            Rehearsal third = meetingIn("passage.3");
            given(third).when(addNote("a", "mine"), "ana").isRefused(Refusal.ROLE_MAY_NOT);
            assertThat(third.does("rosa", addNote("a", "p. 3")).note("a").onBoard())
                    .isTrue();
        }

        @Test
        void leaves_conducting_with_the_facilitator() {
            Rehearsal second = meetingIn("passage.2");

            assertThat(second.does("ana", new StartPhase("respond.2")).phase().holder())
                    .contains(person("ben"));
        }

        @Test
        void goes_round_the_others_beginning_after_the_holder() {
            Rehearsal second = meetingIn("respond.2");

            assertThat(turns(second).order())
                    .containsExactly(List.of(person("rosa")), List.of(person("eva")), List.of(person("ana")));
            assertThat(second.phase().endsAt()).contains(second.now().plusSeconds(90));
            given(second).when(addNote("n", "but"), "ben").isRefused(Refusal.PRESENTER_LISTENS);
        }

        @Test
        void keeps_the_order_of_the_beginning_whoever_comes_later() {
            Rehearsal late = meetingIn("talk")
                    .house(new RoomCommand.Admit(person("gus"), org.tessera.protocol.Role.PARTICIPANT, true));

            assertThat(late.room().circle()).doesNotContain(person("gus"));
        }

        @Test
        void follows_the_order_the_facilitator_gave() {
            List<UUID> order = List.of(named("eva"), named("rosa"), named("ben"), named("ana"));
            Rehearsal ordered = waiting().does("ana", new OrderTurns(order));

            assertThat(ordered.inPhase("passage.1").phase().holder()).contains(person("eva"));
            given(waiting()).when(new OrderTurns(order), "eva").isRefused(Refusal.FACILITATOR_ONLY);
            given(waiting()).when(new OrderTurns(order.subList(1, 4)), "ana").isRefused(Refusal.ORDER_INVALID);
            given(ordered).when(new OrderTurns(order), "ana").thenNothing();
        }

        @Test
        void keeps_in_their_places_who_have_held_a_phase() {
            Rehearsal second = waiting()
                    .does("ana", new OrderTurns(List.of(named("eva"), named("rosa"), named("ben"), named("ana"))))
                    .inPhase("passage.2");

            given(second)
                    .when(new OrderTurns(List.of(named("rosa"), named("eva"), named("ben"), named("ana"))), "ana")
                    .isRefused(Refusal.TURN_HELD);
            given(second)
                    .when(new OrderTurns(List.of(named("eva"), named("rosa"), named("ana"), named("ben"))), "ana")
                    .thenOne(RoomEvent.CircleSet.class);
        }

        @Test
        void may_be_skipped_beyond_the_smallest_group() {
            Rehearsal third = meetingIn("respond.3");

            assertThat(third.does("ana", new StartPhase("debrief")).phase().id())
                    .isEqualTo("debrief");
            given(meetingIn("respond.2")).when(new StartPhase("debrief"), "ana").isRefused(Refusal.PHASE_NOT_NEXT);
        }
    }

    @Nested
    class The_floor_in_open_talk {

        private final Rehearsal talk = meetingIn("talk");

        @Test
        void goes_to_the_hand_that_has_been_up_longest_and_lowers_it() {
            Rehearsal hands = talk.does("eva", new RaiseHand())
                    .after(Duration.ofSeconds(5))
                    .does("ben", new RaiseHand());

            Rehearsal given = given(hands).when(new GiveFloor(null), "ana").then(new FloorGiven("talk", person("eva")));

            speaks(given, "eva");
            assertThat(given.room().member(person("eva")).orElseThrow().hand()).isEmpty();
            speaks(given.does("ana", new GiveFloor(null)), "ben");
        }

        @Test
        void goes_to_a_person_by_name() {
            speaks(talk.does("ana", new GiveFloor(named("rosa"))), "rosa");
        }

        @Test
        void is_given_by_the_facilitator_only_and_to_those_who_may_speak() {
            given(talk).when(new GiveFloor(named("eva")), "eva").isRefused(Refusal.FACILITATOR_ONLY);
            given(talk).when(new GiveFloor(named("cleo")), "ana").isRefused(Refusal.MAY_NOT_SPEAK);
            given(talk).when(new GiveFloor(id("nobody")), "ana").isRefused(Refusal.PERSON_UNKNOWN);
            given(talk).when(new GiveFloor(null), "ana").isRefused(Refusal.NO_HANDS);
            given(meetingIn("list")).when(new GiveFloor(named("eva")), "ana").isRefused(Refusal.NO_QUEUE);
        }

        @Test
        void hinders_nobody_from_writing() {
            Rehearsal held = talk.does("ana", new GiveFloor(named("rosa")));

            assertThat(held.does("eva", addNote("n", "yes")).note("n").onBoard())
                    .isTrue();
        }

        @Test
        void ends_when_its_holder_has_finished() {
            speaks(talk.does("ana", new GiveFloor(named("rosa"))).does("rosa", new EndTurn()));
        }

        @Test
        void is_not_lost_by_lowering_ones_hand() {
            speaks(
                    talk.does("rosa", new RaiseHand())
                            .does("ana", new GiveFloor(null))
                            .does("rosa", new LowerHand()),
                    "rosa");
        }
    }

    @Nested
    class The_voice_everybody_had {

        @Test
        void is_counted_by_the_server_in_turns_and_time() {
            Rehearsal talk = meetingIn("talk")
                    .does("ana", new GiveFloor(named("rosa")))
                    .after(Duration.ofSeconds(40))
                    .does("ana", new GiveFloor(named("eva")))
                    .after(Duration.ofSeconds(10))
                    .does("eva", new EndTurn())
                    .after(Duration.ofSeconds(100))
                    .does("ana", new GiveFloor(named("rosa")))
                    .after(Duration.ofSeconds(5))
                    .facilitated(new StartPhase("list"));

            assertThat(talk.room().voice(person("rosa")).turns()).isEqualTo(2);
            assertThat(talk.room().voice(person("rosa")).floor()).isEqualTo(Duration.ofSeconds(45));
            assertThat(talk.room().voice(person("eva")).turns()).isEqualTo(1);
            assertThat(talk.room().voice(person("eva")).floor()).isEqualTo(Duration.ofSeconds(10));
            assertThat(talk.room().voice(person("ben")).floor()).isEqualTo(Duration.ZERO);
        }

        @Test
        void is_each_persons_own_until_everybody_but_the_coach_agrees() {
            Rehearsal had = meetingIn("talk")
                    .does("ana", new GiveFloor(named("rosa")))
                    .does("rosa", new EndTurn())
                    .does("ana", new ShareVoice(true))
                    .does("ben", new ShareVoice(true))
                    .does("rosa", new ShareVoice(true));
            assertThat(Audience.of(had.room().voice(person("rosa")))).isEqualTo(Audience.only(person("rosa")));

            Rehearsal shared = had.does("eva", new ShareVoice(true));
            assertThat(Audience.of(shared.room().voice(person("rosa")))).isEqualTo(Audience.EVERYONE);

            Rehearsal withdrawn = shared.does("ben", new ShareVoice(false));
            assertThat(Audience.of(withdrawn.room().voice(person("rosa")))).isEqualTo(Audience.only(person("rosa")));
        }
    }

    @Test
    void a_role_that_changes_hands_does_not_change_who_holds_a_phase() {
        Rehearsal second = meetingIn("passage.2").does("ana", new AssignRole(named("eva"), "presenter"));

        given(second).when(addNote("n", "mine"), "eva").isRefused(Refusal.ROLE_MAY_NOT);
        assertThat(second.does("ben", addNote("n", "mine")).note("n").onBoard()).isTrue();
    }
}
