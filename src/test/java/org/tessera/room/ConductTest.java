package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.allow;
import static org.tessera.room.Commands.answer;
import static org.tessera.room.Commands.assignRole;
import static org.tessera.room.Commands.castVote;
import static org.tessera.room.Commands.context;
import static org.tessera.room.Commands.edit;
import static org.tessera.room.Commands.existingText;
import static org.tessera.room.Commands.formGroup;
import static org.tessera.room.Commands.formGroups;
import static org.tessera.room.Commands.work;
import static org.tessera.room.Commands.write;
import static org.tessera.room.Gatherings.aroundStudentWork;
import static org.tessera.room.Gatherings.lookingIn;
import static org.tessera.room.Gatherings.towardsAVision;
import static org.tessera.room.Gatherings.visionIn;
import static org.tessera.room.Gatherings.visionWithReactionsIn;
import static org.tessera.room.Gatherings.visionWithWordsIn;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Part.presenter;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.account.TeamId;
import org.tessera.protocol.Action;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;
import org.tessera.protocol.ShippedPacks;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Status;
import org.tessera.room.RoomCommand.Admit;
import org.tessera.room.RoomCommand.CloseRoom;
import org.tessera.room.RoomCommand.EndPhase;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.FocusQuestion;
import org.tessera.room.RoomCommand.FormGroups;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.PausePhase;
import org.tessera.room.RoomCommand.Prepare;
import org.tessera.room.RoomCommand.RaiseHand;
import org.tessera.room.RoomCommand.Ready;
import org.tessera.room.RoomCommand.ResumePhase;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.room.RoomCommand.Succeed;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomEvent.ArtifactYielded;
import org.tessera.room.RoomEvent.FocusSet;
import org.tessera.room.RoomEvent.MaterialBrought;
import org.tessera.room.RoomEvent.MemberJoined;
import org.tessera.room.RoomEvent.Overridden;
import org.tessera.room.RoomEvent.PairsFormed;
import org.tessera.room.RoomEvent.PhaseEnded;
import org.tessera.room.RoomEvent.PhaseExtended;
import org.tessera.room.RoomEvent.PhasePaused;
import org.tessera.room.RoomEvent.PhaseResumed;
import org.tessera.room.RoomEvent.PhaseSkipped;
import org.tessera.room.RoomEvent.PhaseStarted;
import org.tessera.room.RoomEvent.RoleAssigned;
import org.tessera.room.RoomEvent.RoomClosed;
import org.tessera.room.RoomEvent.RoomPrepared;
import org.tessera.room.RoomEvent.StatementOpened;
import org.tessera.room.RoomEvent.TextBrought;
import org.tessera.room.RoomEvent.TimeRanOut;
import org.tessera.room.RoomEvent.Why;

/** How a meeting is led through its phases, by its facilitator, by the clock and by the house. */
class ConductTest {

    static Stream<Arguments> everyConductingCommandByEverybodyElse() {
        return Stream.of("ben", "rosa", "tim", "eva", "cleo")
                .flatMap(who -> SeatCommands.conducting().map(command -> Arguments.of(command, who)));
    }

    @Nested
    class Every_conducting_command {

        @ParameterizedTest
        @MethodSource("org.tessera.room.ConductTest#everyConductingCommandByEverybodyElse")
        void is_the_facilitators_alone(OfSeat command, String who) {
            given(lookingIn("describe")).when(command, who).isRefused(FACILITATOR_ONLY);
        }

        @Test
        void is_the_coachs_once_the_coach_facilitates() {
            Rehearsal coached = lookingIn("describe").does("ana", assignRole("cleo", "facilitator"));

            given(coached).when(new ExtendPhase("describe", 2), "cleo").thenOne(PhaseExtended.class);
            given(coached).when(new ExtendPhase("describe", 2), "ana").isRefused(FACILITATOR_ONLY);
        }
    }

    @Nested
    class Focus_question {

        @Test
        void is_kept_in_view_with_a_version_and_who_asked_it() {
            Rehearsal asked = given(aroundStudentWork().waiting())
                    .when(new FocusQuestion(" What do they know about rivers? "), "ana")
                    .then(new FocusSet("What do they know about rivers?"));
            Rehearsal again = asked.does("ana", new FocusQuestion("What do they wonder about?"));

            assertThat(again.room().setting().focus())
                    .contains(new Entity.Focus("What do they wonder about?", 2, person("ana")));
        }

        @Test
        void asked_again_in_the_same_words_changes_nothing() {
            Rehearsal asked = lookingIn("norms").does("ana", new FocusQuestion("What do they know?"));

            given(asked).when(new FocusQuestion("What do they know? "), "ana").thenNothing();
        }

        @Test
        void is_refused_without_words_and_beyond_five_hundred_letters() {
            given(lookingIn("norms")).when(new FocusQuestion(" "), "ana").isRefused(NOTE_EMPTY);
            given(lookingIn("norms"))
                    .when(new FocusQuestion("a".repeat(501)), "ana")
                    .isRefused(NOTE_TOO_LONG);
            given(lookingIn("norms"))
                    .when(new FocusQuestion("a".repeat(500)), "ana")
                    .thenOne(FocusSet.class);
        }
    }

    @Nested
    class Start_phase {

        @Test
        void begins_the_meeting_and_says_when_the_phase_ends() {
            Rehearsal waiting = aroundStudentWork().waiting();
            Rehearsal begun = given(waiting)
                    .when(new StartPhase("norms"), "ana")
                    .then(new PhaseStarted("norms", waiting.now().plus(Duration.ofMinutes(3))));

            assertThat(begun.room().setting().status()).isEqualTo(Status.RUNNING);
            assertThat(begun.room().setting().startedAt()).contains(waiting.now());
            assertThat(begun.phase().state()).isEqualTo(PhaseRun.State.RUNNING);
            assertThat(begun.phase().planned()).isEqualTo(Duration.ofMinutes(3));
        }

        @Test
        void ends_the_phase_before_and_captures_what_it_yields() {
            Rehearsal described = lookingIn("describe").does("eva", addNote("n", "blue lines"));
            Verdict verdict = given(described).when(new StartPhase("interpret"), "ana");

            Rehearsal interpreting = verdict.thenTypes(PhaseEnded.class, ArtifactYielded.class, PhaseStarted.class);
            assertThat(interpreting.phase("describe").state()).isEqualTo(PhaseRun.State.DONE);
            assertThat(interpreting.captures()).singleElement().satisfies(capture -> assertThat(capture.content())
                    .contains("blue lines"));
        }

        @Test
        void is_refused_for_a_phase_the_protocol_has_not() {
            given(lookingIn("norms")).when(new StartPhase("coffee"), "ana").isRefused(PHASE_UNKNOWN);
        }

        @Test
        void is_refused_for_the_phase_that_runs() {
            given(lookingIn("norms")).when(new StartPhase("norms"), "ana").isRefused(ALREADY_DONE);
        }

        @Test
        void is_refused_for_a_phase_that_is_not_next() {
            given(lookingIn("norms")).when(new StartPhase("examine"), "ana").isRefused(PHASE_NOT_NEXT);
            given(lookingIn("examine")).when(new StartPhase("norms"), "ana").isRefused(PHASE_NOT_NEXT);
            given(lookingIn("examine").betweenPhases())
                    .when(new StartPhase("examine"), "ana")
                    .isRefused(PHASE_NOT_NEXT);
            given(aroundStudentWork().waiting())
                    .when(new StartPhase("work"), "ana")
                    .isRefused(PHASE_NOT_NEXT);
        }

        @Test
        void refused_leaves_the_running_phase_as_it_is() {
            Rehearsal examining = lookingIn("examine");

            given(examining).when(new StartPhase("interpret"), "ana").isRefused(PHASE_NOT_NEXT);
            assertThat(examining.phase().state()).isEqualTo(PhaseRun.State.RUNNING);
        }

        @Test
        void skips_an_optional_phase() {
            Rehearsal waiting = towardsAVision().waiting();
            Rehearsal begun = given(waiting)
                    .when(new StartPhase("words"), "ana")
                    .then(
                            new PhaseSkipped("react"),
                            new PhaseStarted("words", waiting.now().plus(Duration.ofMinutes(5))));

            assertThat(begun.phase("react").state()).isEqualTo(PhaseRun.State.SKIPPED);
            given(begun).when(new StartPhase("react"), "ana").isRefused(PHASE_NOT_NEXT);
        }

        @Test
        void puts_signals_back_down() {
            Rehearsal signalled = lookingIn("describe").does("eva", new Ready()).does("ben", new RaiseHand());
            Rehearsal next = signalled.inPhase("interpret");

            assertThat(next.member("eva").ready()).isFalse();
            assertThat(next.member("ben").hand()).isEmpty();
        }

        @Test
        void unlocks_the_material_of_its_kind() {
            assertThat(lookingIn("norms")
                            .room()
                            .material(id("essay"))
                            .orElseThrow()
                            .locked())
                    .isTrue();
            assertThat(lookingIn("work")
                            .room()
                            .material(id("essay"))
                            .orElseThrow()
                            .locked())
                    .isFalse();
            assertThat(lookingIn("implications")
                            .room()
                            .material(id("story"))
                            .orElseThrow()
                            .locked())
                    .isTrue();
            assertThat(lookingIn("presenter")
                            .room()
                            .material(id("story"))
                            .orElseThrow()
                            .locked())
                    .isFalse();
        }

        @Test
        void of_pairs_needs_pairs() {
            given(visionIn("vote")).when(new StartPhase("pairs"), "ana").isRefused(GROUPS_INVALID);
        }

        @Test
        void of_pairs_opens_a_draft_for_each_that_nobody_else_sees() {
            Rehearsal drafting = given(visionIn("vote").paired())
                    .when(new StartPhase("pairs"), "ana")
                    .thenTypes(
                            PhaseEnded.class,
                            ArtifactYielded.class,
                            PhaseStarted.class,
                            StatementOpened.class,
                            StatementOpened.class);

            assertThat(drafting.draftOf("ana").people()).containsExactly(person("ana"), person("rosa"));
            assertThat(drafting.draftOf("leo").people()).containsExactly(person("tim"), person("eva"), person("leo"));
            assertThat(drafting.draftOf("ana").title())
                    .isNotEqualTo(drafting.draftOf("leo").title());
        }

        @Test
        void of_the_one_statement_opens_a_text_for_everybody() {
            Rehearsal writing = visionIn("statement");

            assertThat(writing.statement().people()).isEmpty();
            assertThat(writing.statement().shared()).isTrue();
            assertThat(writing.statement().text()).isEmpty();
        }
    }

    @Nested
    class A_rework {

        private final Rehearsal checking = written(visionIn("statement")).inPhase("fingers");
        private final UUID vision = checking.statement().id();
        private final Rehearsal failing =
                checking.does("eva", answer(vision, 2)).does("leo", answer(vision, 5));

        private static Rehearsal written(Rehearsal writing) {
            return writing.does("tim", write(writing.statement().id(), "We grow."));
        }

        @Test
        void goes_back_to_the_text_there_is_after_a_check_that_failed() {
            Rehearsal again = given(failing)
                    .when(new StartPhase("statement"), "ana")
                    .thenTypes(PhaseEnded.class, PhaseStarted.class);

            assertThat(again.statement().id()).isEqualTo(vision);
            assertThat(again.statement().text()).isEqualTo("We grow.");
            assertThat(again.phase().runs()).isEqualTo(2);
            assertThat(again.phase("fingers").state()).isEqualTo(PhaseRun.State.AHEAD);
            given(again)
                    .when(edit(vision, 1, "[7,[0,\" together\"],1]"), "eva")
                    .thenTypes(RoomEvent.StatementEdited.class);
        }

        @Test
        void may_begin_after_the_check_has_been_ended_too() {
            given(failing.betweenPhases())
                    .when(new StartPhase("statement"), "ana")
                    .thenTypes(PhaseStarted.class);
        }

        @Test
        void takes_the_check_again_from_nothing() {
            Rehearsal secondCheck = failing.inPhaseAgain("statement").inPhase("fingers");

            assertThat(secondCheck.room().answers()).isEmpty();
            assertThat(secondCheck.room().checks()).isEmpty();
            Rehearsal passed = secondCheck
                    .does("eva", answer(vision, 3))
                    .does("leo", answer(vision, 5))
                    .betweenPhases();
            assertThat(passed.room().checks()).extracting(Entity.Check::passed).containsExactly(true);
            given(passed).when(new StartPhase("goals"), "ana").thenTypes(PhaseStarted.class);
        }

        @Test
        void leaves_a_second_artifact_beside_the_first() {
            Rehearsal secondCheck = failing.inPhaseAgain("statement").inPhase("fingers");

            assertThat(secondCheck.captures())
                    .filteredOn(capture -> capture.phase().equals("statement"))
                    .hasSize(2)
                    .extracting(Capture::artifact)
                    .doesNotHaveDuplicates();
        }

        @Test
        void is_refused_after_a_check_that_passed() {
            Rehearsal passed = checking.does("eva", answer(vision, 3)).does("leo", answer(vision, 5));

            given(passed).when(new StartPhase("statement"), "ana").isRefused(PHASE_NOT_NEXT);
            given(passed.betweenPhases())
                    .when(new StartPhase("statement"), "ana")
                    .isRefused(PHASE_NOT_NEXT);
        }

        @Test
        void goes_back_to_the_text_and_no_further() {
            given(failing).when(new StartPhase("pairs"), "ana").isRefused(PHASE_NOT_NEXT);
        }

        @Test
        void is_over_once_the_team_went_on() {
            given(failing.inPhase("goals"))
                    .when(new StartPhase("statement"), "ana")
                    .isRefused(PHASE_NOT_NEXT);
        }
    }

    @Nested
    class End_phase {

        @Test
        void leaves_the_room_between_two_phases() {
            Rehearsal ended = given(lookingIn("examine"))
                    .when(new EndPhase("examine"), "ana")
                    .then(new PhaseEnded("examine"));

            assertThat(ended.room().current()).isEmpty();
            assertThat(ended.room().setting().status()).isEqualTo(Status.RUNNING);
            assertThat(ended.phase("examine").endedAt()).contains(ended.now());
        }

        @Test
        void is_refused_for_any_phase_but_the_one_that_runs() {
            given(lookingIn("examine")).when(new EndPhase("work"), "ana").isRefused(PHASE_UNKNOWN);
            given(lookingIn("examine").betweenPhases())
                    .when(new EndPhase("examine"), "ana")
                    .isRefused(PHASE_UNKNOWN);
        }

        @Test
        void is_refused_before_a_protected_phase_has_had_its_minutes() {
            Rehearsal debriefing = lookingIn("debrief");

            given(debriefing.after(Duration.ofSeconds(419)))
                    .when(new EndPhase("debrief", "The bell rang."), "ana")
                    .isRefused(PROTECTED);
            given(debriefing.after(Duration.ofSeconds(420)))
                    .when(new EndPhase("debrief", "The bell rang."), "ana")
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class);
        }

        @Test
        void does_not_count_a_pause_towards_the_protected_minutes() {
            Rehearsal paused = lookingIn("debrief")
                    .afterMinutes(5)
                    .does("ana", new PausePhase("debrief"))
                    .afterMinutes(30);

            given(paused).when(new EndPhase("debrief", "The bell rang."), "ana").isRefused(PROTECTED);
            given(paused.does("ana", new ResumePhase("debrief")).afterMinutes(1))
                    .when(new EndPhase("debrief", "The bell rang."), "ana")
                    .isRefused(PROTECTED);
            given(paused.does("ana", new ResumePhase("debrief")).afterMinutes(2))
                    .when(new EndPhase("debrief", "The bell rang."), "ana")
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class);
        }

        @Test
        void of_a_protected_phase_is_possible_early_with_a_reason() {
            Rehearsal overridden = lookingIn("debrief").does("ana", allow("ana", "end", "the fire alarm rings"));

            given(overridden)
                    .when(new EndPhase("debrief", "The bell rang."), "ana")
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class);
        }

        @Test
        void counts_phases_that_are_protected_together() {
            Pack pack = changed(
                    "looking-at-student-work",
                    "{phases: [debrief], minMinutes: 7}",
                    "{phases: [describe, interpret], minMinutes: 18}");
            Rehearsal describing =
                    aroundStudentWork().of(pack).inPhase("describe").afterMinutes(12);
            Rehearsal interpreting = describing.does("ana", new StartPhase("interpret"));

            given(interpreting.afterMinutes(5))
                    .when(new EndPhase("interpret"), "ana")
                    .isRefused(PROTECTED);
            given(interpreting.afterMinutes(5))
                    .when(new StartPhase("implications"), "ana")
                    .isRefused(PROTECTED);
            given(interpreting.afterMinutes(6))
                    .when(new EndPhase("interpret"), "ana")
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class);
        }
    }

    @Nested
    class Extend_phase {

        private final Rehearsal describing = lookingIn("describe");

        @Test
        void moves_the_end_and_adds_to_the_plan() {
            Instant later = describing.endsAt().plus(Duration.ofMinutes(5));
            Rehearsal extended = given(describing)
                    .when(new ExtendPhase("describe", 5), "ana")
                    .then(new PhaseExtended("describe", 5, later));

            assertThat(extended.endsAt()).isEqualTo(later);
            assertThat(extended.phase().planned()).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        void counts_from_now_when_the_time_is_up_already() {
            Rehearsal overdue = describing.at(describing.endsAt().plus(Duration.ofMinutes(4)));

            given(overdue)
                    .when(new ExtendPhase("describe", 5), "ana")
                    .then(new PhaseExtended("describe", 5, overdue.now().plus(Duration.ofMinutes(5))));
        }

        @Test
        void counts_from_the_pause_when_the_time_was_up_before_it() {
            Rehearsal overdue = describing.at(describing.endsAt().plus(Duration.ofMinutes(4)));
            Rehearsal paused = overdue.does("ana", new PausePhase("describe")).afterMinutes(10);

            given(paused)
                    .when(new ExtendPhase("describe", 5), "ana")
                    .then(new PhaseExtended("describe", 5, overdue.now().plus(Duration.ofMinutes(5))));
        }

        @ParameterizedTest
        @ValueSource(ints = {-5, 0, 61})
        void is_refused_for_fewer_than_one_minute_and_more_than_sixty(int minutes) {
            given(describing).when(new ExtendPhase("describe", minutes), "ana").isRefused(MINUTES_INVALID);
        }

        @Test
        void is_refused_for_any_phase_but_the_one_that_runs() {
            given(describing).when(new ExtendPhase("interpret", 5), "ana").isRefused(PHASE_UNKNOWN);
            given(describing.betweenPhases())
                    .when(new ExtendPhase("describe", 5), "ana")
                    .isRefused(PHASE_UNKNOWN);
        }

        @Test
        void opens_writing_again_where_the_clock_had_closed_it() {
            Rehearsal reacting = visionIn("react");
            Rehearsal locked =
                    reacting.at(reacting.endsAt().plus(Rulebook.GRACE)).house(new TimeUp("react", reacting.endsAt()));

            given(locked).when(addNote("n", "more"), "eva").isRefused(PHASE_CLOSED);
            given(locked.does("ana", new ExtendPhase("react", 2)))
                    .when(addNote("n", "more"), "eva")
                    .thenTypes(RoomEvent.NoteAdded.class);
        }
    }

    @Nested
    class Pause_and_resume {

        private final Rehearsal describing = lookingIn("describe");

        @Test
        void stop_the_clock_and_give_the_time_back() {
            Instant end = describing.endsAt();
            Rehearsal paused = given(describing.afterMinutes(3))
                    .when(new PausePhase("describe"), "ana")
                    .then(new PhasePaused("describe"));
            Rehearsal resumed = given(paused.after(Duration.ofSeconds(90)))
                    .when(new ResumePhase("describe"), "ana")
                    .then(new PhaseResumed("describe", end.plusSeconds(90)));

            assertThat(paused.phase().pausedAt()).contains(paused.now());
            assertThat(resumed.phase().pausedAt()).isEmpty();
            assertThat(resumed.phase().elapsed(resumed.now())).isEqualTo(Duration.ofMinutes(3));
        }

        @Test
        void add_up_over_several_pauses() {
            Rehearsal twice = describing
                    .afterMinutes(1)
                    .does("ana", new PausePhase("describe"))
                    .afterMinutes(2)
                    .does("ana", new ResumePhase("describe"))
                    .afterMinutes(1)
                    .does("ana", new PausePhase("describe"))
                    .afterMinutes(4)
                    .does("ana", new ResumePhase("describe"))
                    .afterMinutes(1);

            assertThat(twice.endsAt()).isEqualTo(describing.endsAt().plus(Duration.ofMinutes(6)));
            assertThat(twice.phase().elapsed(twice.now())).isEqualTo(Duration.ofMinutes(3));
        }

        @Test
        void keep_an_extension_made_during_the_pause() {
            Rehearsal resumed = describing
                    .does("ana", new PausePhase("describe"))
                    .does("ana", new ExtendPhase("describe", 5))
                    .afterMinutes(2)
                    .does("ana", new ResumePhase("describe"));

            assertThat(resumed.endsAt()).isEqualTo(describing.endsAt().plus(Duration.ofMinutes(7)));
        }

        @Test
        void leave_the_pause_out_of_the_time_a_phase_took_when_it_ends_paused() {
            Rehearsal ended = describing
                    .afterMinutes(3)
                    .does("ana", new PausePhase("describe"))
                    .afterMinutes(20)
                    .betweenPhases();

            assertThat(ended.lastCapture().actual()).isEqualTo(Duration.ofMinutes(3));
        }

        @Test
        void change_nothing_where_it_is_so_already() {
            given(describing).when(new ResumePhase("describe"), "ana").thenNothing();
            given(describing.does("ana", new PausePhase("describe")))
                    .when(new PausePhase("describe"), "ana")
                    .thenNothing();
        }

        @Test
        void are_refused_for_any_phase_but_the_one_that_runs() {
            given(describing).when(new PausePhase("norms"), "ana").isRefused(PHASE_UNKNOWN);
            given(describing).when(new ResumePhase("norms"), "ana").isRefused(PHASE_UNKNOWN);
        }
    }

    @Nested
    class Time_up {

        @Test
        void closes_writing_under_lock_after_two_seconds_of_grace() {
            Rehearsal reacting = visionIn("react");
            Instant end = reacting.endsAt();

            given(reacting.at(end.plusMillis(1999)))
                    .when(new TimeUp("react", end))
                    .isRefused(ALREADY_DONE);
            Rehearsal locked = given(reacting.at(end.plusSeconds(2)))
                    .when(new TimeUp("react", end))
                    .then(new TimeRanOut("react", true));
            assertThat(locked.phase().locked()).isTrue();
            assertThat(locked.phase().state()).isEqualTo(PhaseRun.State.RUNNING);
        }

        @Test
        void leaves_writing_open_within_the_grace() {
            Rehearsal reacting = visionIn("react");

            given(reacting.at(reacting.endsAt().plusMillis(1500)))
                    .when(addNote("n", "just in time"), "eva")
                    .thenTypes(RoomEvent.NoteAdded.class);
        }

        @Test
        void happens_once() {
            Rehearsal reacting = visionIn("react");
            Rehearsal locked =
                    reacting.at(reacting.endsAt().plusSeconds(2)).house(new TimeUp("react", reacting.endsAt()));

            given(locked).when(new TimeUp("react", reacting.endsAt())).isRefused(ALREADY_DONE);
        }

        @Test
        void never_closes_a_phase_that_only_signals() {
            Rehearsal describing = lookingIn("describe");

            given(describing.at(describing.endsAt().plusSeconds(60)))
                    .when(new TimeUp("describe", describing.endsAt()))
                    .isRefused(ALREADY_DONE);
        }

        @Test
        void comes_to_nothing_when_somebody_was_first() {
            Rehearsal reacting = visionIn("react");
            TimeUp alarm = new TimeUp("react", reacting.endsAt());
            Instant due = reacting.endsAt().plusSeconds(2);

            given(reacting.does("ana", new ExtendPhase("react", 1)).at(due))
                    .when(alarm)
                    .isRefused(ALREADY_DONE);
            given(reacting.does("ana", new PausePhase("react")).at(due))
                    .when(alarm)
                    .isRefused(ALREADY_DONE);
            given(reacting.betweenPhases().at(due)).when(alarm).isRefused(ALREADY_DONE);
            given(reacting.inPhase("words").at(due)).when(alarm).isRefused(ALREADY_DONE);
        }

        @Test
        void starts_the_next_phase_under_advance() {
            Pack pack = changed("looking-at-student-work", "expiry: signal", "expiry: advance");
            Rehearsal describing = aroundStudentWork().of(pack).inPhase("describe");
            Instant due = describing.endsAt().plusSeconds(2);

            given(describing.at(due))
                    .when(new TimeUp("describe", describing.endsAt()))
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class, PhaseStarted.class);
            Rehearsal next = describing.at(due).house(new TimeUp("describe", describing.endsAt()));
            assertThat(next.phase().id()).isEqualTo("interpret");
            assertThat(next.endsAt()).isEqualTo(due.plus(Duration.ofMinutes(8)));
        }

        @Test
        void locks_under_advance_where_there_is_nothing_to_go_on_to() {
            Pack looking = changed("looking-at-student-work", "expiry: signal", "expiry: advance");
            Rehearsal debriefing = aroundStudentWork().of(looking).inPhase("debrief");
            given(debriefing.at(debriefing.endsAt().plusSeconds(2)))
                    .when(new TimeUp("debrief", debriefing.endsAt()))
                    .then(new TimeRanOut("debrief", true));

            Pack vision = changed("post-it-vision", "expiry: signal", "expiry: advance");
            Rehearsal unpaired = towardsAVision().of(vision).inPhase("vote");
            given(unpaired.at(unpaired.endsAt().plusSeconds(2)))
                    .when(new TimeUp("vote", unpaired.endsAt()))
                    .then(new TimeRanOut("vote", true));
        }

        @Test
        void does_not_advance_out_of_minutes_that_are_protected() {
            Pack pack = ShippedPacks.parse(
                    "looking-at-student-work",
                    ShippedPacks.source("looking-at-student-work")
                            .replace("expiry: signal", "expiry: advance")
                            .replace(
                                    "{phases: [debrief], minMinutes: 7}",
                                    "{phases: [describe, interpret], minMinutes: 18}"));
            Rehearsal hurried = aroundStudentWork().of(pack).inPhase("interpret");

            given(hurried.at(hurried.endsAt().plusSeconds(2)))
                    .when(new TimeUp("interpret", hurried.endsAt()))
                    .then(new TimeRanOut("interpret", true));
        }
    }

    @Nested
    class Form_groups {

        private final Rehearsal voting = visionIn("vote");

        @Test
        void makes_pairs_and_at_need_a_group_of_three() {
            PairsFormed formed = given(voting)
                    .when(formGroups(List.of("ana", "eva"), List.of("leo", "tim", "rosa")), "ana")
                    .thenOne(PairsFormed.class);

            assertThat(formed.pairs().values())
                    .containsExactly(
                            List.of(person("ana"), person("eva")),
                            List.of(person("leo"), person("tim"), person("rosa")));
        }

        @Test
        void replaces_the_pairs_before() {
            Rehearsal again = voting.does("ana", formGroups(List.of("ana", "eva"), List.of("leo", "tim")))
                    .does("ana", formGroup("ana", "leo"));

            assertThat(again.room().pairs())
                    .extracting(Entity.Pair::people)
                    .containsExactly(List.of(person("ana"), person("leo")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"ana", "ana eva leo tim", "ana ana", "ana stranger"})
        void is_refused_for_a_group_that_is_none(String people) {
            given(voting).when(formGroup(people.split(" ")), "ana").isRefused(GROUPS_INVALID);
        }

        @Test
        void is_refused_with_one_person_in_two_groups_and_without_groups() {
            given(voting)
                    .when(formGroups(List.of("ana", "eva"), List.of("eva", "leo")), "ana")
                    .isRefused(GROUPS_INVALID);
            given(voting).when(new FormGroups(List.of()), "ana").isRefused(GROUPS_INVALID);
        }

        @Test
        void is_refused_while_pairs_write() {
            given(visionIn("pairs")).when(formGroup("ana", "leo"), "ana").isRefused(GROUPS_INVALID);
        }
    }

    @Nested
    class Assign_role {

        private final Rehearsal describing = lookingIn("describe");

        @Test
        void gives_somebody_another_role() {
            Rehearsal changed = given(describing)
                    .when(assignRole("eva", "timekeeper"), "ana")
                    .then(new RoleAssigned(person("eva"), Role.TIMEKEEPER, Why.ASSIGNED));

            assertThat(changed.member("eva").role()).isEqualTo(Role.TIMEKEEPER);
            assertThat(changed.member("eva").home()).isEqualTo(Role.PARTICIPANT);
            assertThat(changed.member("tim").role()).isEqualTo(Role.TIMEKEEPER);
        }

        @Test
        void of_the_same_role_changes_nothing() {
            given(describing).when(assignRole("eva", "participant"), "ana").thenNothing();
        }

        @Test
        void hands_facilitation_over_and_lets_the_one_before_take_part() {
            Rehearsal handed = describing.does("ana", assignRole("rosa", "facilitator"));

            assertThat(handed.room().facilitator().orElseThrow().id()).isEqualTo(person("rosa"));
            assertThat(handed.member("ana").role()).isEqualTo(Role.PARTICIPANT);
        }

        @Test
        void lets_whoever_facilitated_for_a_while_fall_back_to_the_role_prepared_for() {
            Rehearsal back = describing
                    .does("ana", assignRole("cleo", "facilitator"))
                    .does("cleo", assignRole("rosa", "facilitator"));

            assertThat(back.member("cleo").role()).isEqualTo(Role.COACH);
            assertThat(back.does("rosa", assignRole("ana", "facilitator"))
                            .member("rosa")
                            .role())
                    .isEqualTo(Role.RECORDER);
        }

        @Test
        void is_refused_for_the_facilitators_own_role_which_is_handed_on_and_not_put_down() {
            given(describing).when(assignRole("ana", "participant"), "ana").isRefused(ROLE_MAY_NOT);
            given(describing).when(assignRole("ana", "presenter"), "ana").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void leaves_one_presenter_at_a_time() {
            Rehearsal other = describing.does("ana", assignRole("eva", "presenter"));

            assertThat(other.member("eva").role()).isEqualTo(Role.PRESENTER);
            assertThat(other.member("ben").role()).isEqualTo(Role.PARTICIPANT);
        }

        @Test
        void is_refused_for_strangers_and_for_roles_the_protocol_has_not() {
            given(describing).when(assignRole("stranger", "recorder"), "ana").isRefused(PERSON_UNKNOWN);
            given(describing).when(assignRole("eva", "boss"), "ana").isRefused(ROLE_UNKNOWN);
            given(visionIn("vote")).when(assignRole("eva", "presenter"), "ana").isRefused(ROLE_UNKNOWN);
        }

        @Test
        void counts_the_time_each_person_facilitated_while_the_room_ran() {
            Rehearsal waiting = aroundStudentWork().waiting().afterMinutes(60);
            Rehearsal handed = waiting.does("ana", new StartPhase("norms"))
                    .afterMinutes(10)
                    .does("ana", assignRole("rosa", "facilitator"))
                    .afterMinutes(20)
                    .does("rosa", assignRole("ana", "facilitator"))
                    .afterMinutes(5)
                    .does("ana", new CloseRoom("The bell rang."))
                    .afterMinutes(100);

            assertThat(handed.member("ana").facilitatedUntil(handed.now())).isEqualTo(Duration.ofMinutes(15));
            assertThat(handed.member("rosa").facilitatedUntil(handed.now())).isEqualTo(Duration.ofMinutes(20));
            assertThat(handed.member("eva").facilitatedUntil(handed.now())).isZero();
        }
    }

    @Nested
    class Succeed_a_vanished_facilitator {

        private final Rehearsal meeting = aroundStudentWork()
                .with(
                        participant("zoe"),
                        Part.timekeeper("gil").asGuest(),
                        participant("gus").asGuest())
                .inPhase("describe");

        @ParameterizedTest
        @CsvSource({
            "ben rosa tim eva cleo zoe gil gus, tim",
            "ben rosa eva cleo zoe gil gus, rosa",
            "ben eva cleo zoe gil gus, eva",
            "ben zoe cleo gil gus, zoe",
            "ben cleo gil gus, cleo",
            "ben gil gus, gil",
            "ben gus, gus",
            "ben, ben",
        })
        void goes_by_role_then_by_who_came_first_guests_after_members_and_the_presenter_last(
                String present, String successor) {
            given(meeting)
                    .when(new Succeed(person("ana"), people(present)))
                    .then(new RoleAssigned(person(successor), Role.FACILITATOR, Why.SUCCESSION));
        }

        @Test
        void leaves_the_one_before_a_participant() {
            Rehearsal succeeded = meeting.house(new Succeed(person("ana"), people("tim eva")));

            assertThat(succeeded.room().facilitator().orElseThrow().id()).isEqualTo(person("tim"));
            assertThat(succeeded.member("ana").role()).isEqualTo(Role.PARTICIPANT);
        }

        @Test
        void comes_to_nothing_when_the_facilitator_is_back_or_another_one_already() {
            given(meeting).when(new Succeed(person("ana"), people("ana tim"))).isRefused(ALREADY_DONE);
            given(meeting.does("ana", assignRole("tim", "facilitator")))
                    .when(new Succeed(person("ana"), people("tim")))
                    .isRefused(ALREADY_DONE);
        }

        @Test
        void waits_while_nobody_is_there() {
            given(meeting).when(new Succeed(person("ana"), Set.of())).isRefused(PERSON_UNKNOWN);
        }

        @Test
        void happens_in_running_rooms_only() {
            given(aroundStudentWork().waiting())
                    .when(new Succeed(person("ana"), people("tim")))
                    .isRefused(ALREADY_DONE);
            given(meeting.closed())
                    .when(new Succeed(person("ana"), people("tim")))
                    .isRefused(ALREADY_DONE);
        }

        private static Set<MemberId> people(String names) {
            return Arrays.stream(names.split(" ")).map(Ids::person).collect(Collectors.toSet());
        }
    }

    @Nested
    class Override {

        private final Rehearsal describing = lookingIn("describe");

        @Test
        void is_written_down_with_its_reason() {
            Rehearsal overridden = given(describing)
                    .when(allow("ben", "post", " ben knows the map "), "ana")
                    .then(new Overridden(person("ben"), Optional.of(Action.POST), "ben knows the map"));

            assertThat(overridden.phase().grants()).isEqualTo(Map.of(person("ben"), Set.of(Action.POST)));
        }

        @Test
        void adds_to_what_was_allowed_before() {
            Rehearsal overridden = describing
                    .does("ana", allow("ben", "post", "because"))
                    .does("ana", allow("ben", "arrange", "because"))
                    .does("ana", allow("cleo", "post", "because"));

            assertThat(overridden.phase().grants())
                    .isEqualTo(Map.of(
                            person("ben"), Set.of(Action.POST, Action.ARRANGE), person("cleo"), Set.of(Action.POST)));
        }

        @Test
        void is_refused_without_a_reason_or_with_an_endless_one() {
            given(describing).when(allow("ben", "post", "  "), "ana").isRefused(REASON_MISSING);
            given(describing).when(allow("ben", "post", "a".repeat(501)), "ana").isRefused(REASON_MISSING);
            given(describing).when(allow("ben", "post", "\uD83D"), "ana").isRefused(MALFORMED);
        }

        @Test
        void is_refused_for_strangers_unknown_actions_and_outside_a_phase() {
            given(describing).when(allow("stranger", "post", "because"), "ana").isRefused(PERSON_UNKNOWN);
            given(describing).when(allow("ben", "shout", "because"), "ana").isRefused(MALFORMED);
            given(describing.betweenPhases())
                    .when(allow("ben", "post", "because"), "ana")
                    .isRefused(PHASE_CLOSED);
            given(aroundStudentWork().waiting())
                    .when(allow("ben", "post", "because"), "ana")
                    .isRefused(PHASE_CLOSED);
        }

        @Test
        void does_not_open_what_the_clock_has_closed() {
            Rehearsal reacting = visionIn("react").does("ana", allow("cleo", "post", "because"));
            Rehearsal locked =
                    reacting.at(reacting.endsAt().plusSeconds(2)).house(new TimeUp("react", reacting.endsAt()));

            given(locked.does("cleo", Commands.addPrivateNote("n", "late")))
                    .when(Commands.postNote("n"), "cleo")
                    .isRefused(PHASE_CLOSED);
        }
    }

    @Nested
    class Close_room {

        @Test
        void in_the_middle_of_a_phase_ends_it_and_keeps_what_it_made() {
            Rehearsal closed = given(lookingIn("describe").does("eva", addNote("n", "blue lines")))
                    .when(new CloseRoom("The bell rang."), "ana")
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class, RoomClosed.class);

            assertThat(closed.lastCapture().content()).contains("blue lines");
            assertThat(closed.room().setting().status()).isEqualTo(Status.CLOSED);
            assertThat(closed.room().setting().closedAt()).contains(closed.now());
            assertThat(closed.room().current()).isEmpty();
        }

        @Test
        void is_refused_without_a_reason_before_a_protected_phase_has_had_its_minutes() {
            Rehearsal begun = lookedBack();

            given(begun.after(Duration.ofSeconds(10)))
                    .when(new CloseRoom(), "ana")
                    .isRefused(PROTECTED);
            given(begun.after(Duration.ofSeconds(419)))
                    .when(new CloseRoom(" "), "ana")
                    .isRefused(PROTECTED);
            given(begun.after(Duration.ofSeconds(420)))
                    .when(new CloseRoom(), "ana")
                    .thenTypes(PhaseEnded.class, ArtifactYielded.class, RoomClosed.class);
        }

        @Test
        void is_refused_without_a_reason_while_a_protected_phase_is_still_ahead() {
            Rehearsal early = aRoom().of("small")
                    .with(facilitator("ana"), presenter("ben"), participant("eva"))
                    .inPhase("tell");

            given(early).when(new CloseRoom(), "ana").isRefused(PROTECTED);
            given(early)
                    .when(new CloseRoom("The bell rang."), "ana")
                    .then(new PhaseEnded("tell"), new RoomClosed(Optional.of("The bell rang.")));
        }

        @Test
        void keeps_why_protected_minutes_were_cut() {
            Rehearsal closed = lookedBack().does("ana", new CloseRoom(" The bell rang. "));

            assertThat(closed.log().stream().map(Recorded::event))
                    .contains(
                            new PhaseEnded("debrief", Optional.empty(), Optional.of("The bell rang.")),
                            new RoomClosed(Optional.of("The bell rang.")));
            assertThat(closed.lastCapture().content()).contains("\"cut\":\"The bell rang.\"");
        }

        @Test
        void keeps_no_reason_where_the_minutes_were_had_or_an_exception_was_made() {
            Rehearsal had = lookedBack().afterMinutes(7).does("ana", new CloseRoom("The bell rang."));
            Rehearsal excepted = lookedBack()
                    .does("ana", allow("ana", "end", "the fire alarm rings"))
                    .does("ana", new CloseRoom());

            for (Rehearsal closed : List.of(had, excepted)) {
                assertThat(closed.log().getLast().event()).isEqualTo(new RoomClosed());
                assertThat(closed.lastCapture().content()).doesNotContain("cut");
            }
        }

        private Rehearsal lookedBack() {
            return lookingIn("debrief")
                    .does("eva", Commands.addNoteOfKind("helped", "h", "The silence"))
                    .does("eva", Commands.addNoteOfKind("change", "c", "Shorter questions"));
        }

        @Test
        void between_phases_and_before_the_first_only_closes() {
            given(lookingIn("describe").betweenPhases())
                    .when(new CloseRoom("The bell rang."), "ana")
                    .then(new RoomClosed(Optional.of("The bell rang.")));
            given(aroundStudentWork().waiting()).when(new CloseRoom(), "ana").then(new RoomClosed());
        }

        @Test
        void reveals_what_was_sealed_and_counts_what_was_cast() {
            Rehearsal reacted = visionWithReactionsIn("react").closed();
            Rehearsal voted =
                    visionWithWordsIn("vote").does("eva", castVote("growing")).closed();

            assertThat(reacted.room().notes()).hasSize(2).allMatch(Entity.Note::onBoard);
            assertThat(voted.room().tallies()).extracting(Entity.Tally::voters).containsExactly(1);
        }
    }

    @Nested
    class The_house {

        private final Rehearsal waiting = aroundStudentWork().waiting();

        @Test
        void prepares_a_room_once() {
            Pack pack = ShippedPacks.read("looking-at-student-work");
            Prepare prepare = new Prepare(
                    new TeamId(id("team")),
                    "Thursday",
                    pack.ref(),
                    Optional.of("https://meet.example/1"),
                    pack.norms());
            Rehearsal blank = Rehearsal.blank(Room.blank(new RoomId(id("room")), pack));
            Rehearsal prepared = given(blank)
                    .when(prepare)
                    .then(new RoomPrepared(
                            prepare.team(),
                            "Thursday",
                            pack.ref(),
                            Optional.of("https://meet.example/1"),
                            pack.norms()));

            assertThat(prepared.room().setting().status()).isEqualTo(Status.WAITING);
            assertThat(prepared.phase("describe").planned()).isEqualTo(Duration.ofMinutes(10));
            given(prepared).when(prepare).isRefused(ALREADY_DONE);
        }

        @Test
        void admits_each_person_once() {
            Admit zoe = new Admit(person("zoe"), Role.PARTICIPANT, true);

            Rehearsal joined = given(waiting).when(zoe).then(new MemberJoined(person("zoe"), Role.PARTICIPANT, true));
            assertThat(joined.member("zoe").guest()).isTrue();
            given(joined).when(zoe).thenNothing();
        }

        @Test
        void brings_material_that_stays_locked_until_its_phase() {
            Rehearsal brought = given(waiting)
                    .when(work("poem", "A poem", 2))
                    .then(new MaterialBrought(id("poem"), "work", "A poem", 2));

            assertThat(brought.room().material(id("poem")).orElseThrow().locked())
                    .isTrue();
            assertThat(lookingIn("describe")
                            .house(work("poem", "A poem", 2))
                            .room()
                            .material(id("poem"))
                            .orElseThrow()
                            .locked())
                    .isFalse();
            assertThat(lookingIn("describe")
                            .house(context("why", "Why", 2))
                            .room()
                            .material(id("why"))
                            .orElseThrow()
                            .locked())
                    .isTrue();
        }

        @Test
        void brings_each_material_once_and_none_after_the_end() {
            given(waiting).when(work("essay", "Again", 9)).thenNothing();
            given(waiting.closed()).when(work("poem", "A poem", 2)).isRefused(ROOM_CLOSED);
        }

        @Test
        void brings_existing_texts_to_be_read_and_not_written() {
            Rehearsal brought = given(waiting)
                    .when(existingText("old", "Our vision", "Every child."))
                    .then(new TextBrought(id("old"), "Our vision", "Every child."));

            assertThat(brought.room().statement(id("old")).orElseThrow().fixed())
                    .isTrue();
            given(brought)
                    .when(existingText("old", "Our vision", "Something else"))
                    .thenNothing();
        }

        @Test
        void brings_no_text_that_is_empty_endless_or_too_late() {
            given(waiting).when(existingText("old", "x", "\n")).isRefused(NOTE_EMPTY);
            given(waiting).when(existingText("old", "x", "a".repeat(4001))).isRefused(TEXT_TOO_LONG);
            given(waiting.closed()).when(existingText("old", "x", "y")).isRefused(ROOM_CLOSED);
        }
    }

    private static Pack changed(String pack, String from, String to) {
        return ShippedPacks.parse(pack, ShippedPacks.source(pack).replace(from, to));
    }
}
