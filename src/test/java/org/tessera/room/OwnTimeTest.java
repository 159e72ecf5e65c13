package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNote;
import static org.tessera.room.Commands.addPrivateNote;
import static org.tessera.room.Commands.editNote;
import static org.tessera.room.Commands.postNote;
import static org.tessera.room.Commands.removeNote;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;
import static org.tessera.room.Part.coach;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.Role;
import org.tessera.room.Entity.Note;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.Entity.Score;
import org.tessera.room.RoomCommand.AddNote;
import org.tessera.room.RoomCommand.AskTime;
import org.tessera.room.RoomCommand.CloseRoom;
import org.tessera.room.RoomCommand.EndPhase;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.NameCofacilitator;
import org.tessera.room.RoomCommand.OfSeat;
import org.tessera.room.RoomCommand.PausePhase;
import org.tessera.room.RoomCommand.Ready;
import org.tessera.room.RoomCommand.ResumePhase;
import org.tessera.room.RoomCommand.SetDue;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.room.RoomCommand.SubmitScore;
import org.tessera.room.RoomCommand.Succeed;
import org.tessera.room.RoomCommand.TakeOver;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomEvent.DueSet;
import org.tessera.room.RoomEvent.PhaseStarted;

/**
 * Before and after the meeting, by the pack {@code packs/at-leisure.yaml}: read, think, confide and rate alone, talk in the
 * meeting, look back later. Ana facilitates, Eva and Leo take part, Cleo coaches, Gus is a guest.
 */
class OwnTimeTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant DUE = Rehearsal.START.plus(DAY.multipliedBy(3));

    private static Rehearsal waiting() {
        return aRoom().of("at-leisure")
                .with(facilitator("ana"), participant("eva"), participant("leo"), coach("cleo"))
                .with(participant("gus").asGuest())
                .waiting();
    }

    private static Rehearsal in(String phase) {
        return waiting().inPhase(phase);
    }

    private static Rehearsal dueIn(String phase) {
        return waiting().does("ana", new SetDue(phase, DUE)).inPhase(phase);
    }

    private static boolean isLate(Rehearsal meeting, String note) {
        return meeting.note(note).late();
    }

    private static AddNote forPhase(String phase, String note, boolean isPrivate) {
        return new AddNote(id(note), "page 2", null, null, null, isPrivate, null, null, phase);
    }

    private static UUID row(Rehearsal meeting) {
        return Rulebook.derived(meeting.room(), "item", "rate:evidence");
    }

    private static Set<MemberId> here(String... people) {
        return java.util.Arrays.stream(people).map(Ids::person).collect(java.util.stream.Collectors.toSet());
    }

    @Nested
    class A_date {

        @Test
        void is_set_moved_and_taken_away_from_the_preparation_to_the_close() {
            Rehearsal set = waiting().when(new SetDue("read", DUE), "ana").then(new DueSet("read", Optional.of(DUE)));
            assertThat(set.room().due("read")).contains(DUE);
            set.when(new SetDue("read", DUE), "ana").thenNothing();

            Instant later = DUE.plus(DAY);
            Rehearsal moved = set.inPhase("read").does("ana", new SetDue("read", later));
            assertThat(moved.room().due("read")).contains(later);

            Rehearsal gone = moved.when(new SetDue("read", null), "ana").then(new DueSet("read", Optional.empty()));
            assertThat(gone.room().due("read")).isEmpty();
            gone.when(new SetDue("read", null), "ana").thenNothing();
            gone.inPhase("talk").does("ana", new SetDue("later", later));
            gone.closed().when(new SetDue("later", later), "ana").isRefused(Refusal.ROOM_CLOSED);
        }

        @Test
        void is_kept_to_the_second() {
            assertThat(waiting()
                            .does("ana", new SetDue("read", DUE.plusMillis(900)))
                            .room()
                            .due("read"))
                    .contains(DUE);
        }

        @Test
        void lies_ahead_and_within_a_year() {
            Rehearsal read = in("read");
            read.when(new SetDue("read", read.now()), "ana").isRefused(Refusal.DATE_INVALID);
            read.when(new SetDue("read", read.now().minusSeconds(60)), "ana").isRefused(Refusal.DATE_INVALID);
            read.when(new SetDue("read", Instant.MAX), "ana").isRefused(Refusal.DATE_INVALID);
            Instant farthest = read.now().plus(OwnTime.LONGEST);
            read.when(new SetDue("read", farthest.plusSeconds(1)), "ana").isRefused(Refusal.DATE_INVALID);
            read.does("ana", new SetDue("read", farthest));
            read.does("ana", new SetDue("read", read.now().plusSeconds(1)));
        }

        @Test
        void is_of_work_in_ones_own_time_only() {
            waiting().when(new SetDue("talk", DUE), "ana").isRefused(Refusal.IN_MEETING);
            waiting().when(new SetDue("nap", DUE), "ana").isRefused(Refusal.PHASE_UNKNOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"eva", "cleo", "gus"})
        void is_set_by_who_conducts(String who) {
            waiting().when(new SetDue("read", DUE), who).isRefused(Refusal.FACILITATOR_ONLY);
        }

        @Test
        void is_set_by_a_co_facilitator_too() {
            waiting()
                    .does("ana", new NameCofacilitator(person("eva").value(), true))
                    .does("eva", new SetDue("read", DUE));
        }

        @Test
        void ends_nothing_by_itself() {
            Rehearsal past = dueIn("read").at(DUE.plus(DAY));

            assertThat(past.phase().state()).isEqualTo(PhaseRun.State.RUNNING);
            assertThat(past.phase().locked()).isFalse();
            past.when(new TimeUp("read", DUE)).isRefused(Refusal.ALREADY_DONE);
            past.does("eva", addNote("n", "page 2"));
        }
    }

    @Nested
    class A_phase_in_ones_own_time {

        @ParameterizedTest
        @ValueSource(strings = {"read", "think", "rate", "later"})
        void has_no_clock(String phase) {
            Rehearsal running = in(phase);

            assertThat(running.phase().endsAt()).isEmpty();
            for (OfSeat command : List.of(
                    new ExtendPhase(phase, 5),
                    new PausePhase(phase),
                    new ResumePhase(phase),
                    new RoomCommand.Rebalance("later"))) {
                running.when(command, "ana").isRefused(Refusal.OPEN_ENDED);
                running.when(command, "eva").isRefused(Refusal.FACILITATOR_ONLY);
            }
            running.when(new AskTime(), "eva").isRefused(Refusal.OPEN_ENDED);
        }

        @Test
        void leaves_the_clock_of_the_meeting_alone() {
            Rehearsal talking = dueIn("read").after(DAY).inPhase("talk");

            assertThat(talking.endsAt()).isEqualTo(talking.now().plus(Duration.ofMinutes(10)));
            talking.does("ana", new ExtendPhase("talk", 5));
            talking.does("eva", new AskTime());
            talking.does("ana", new PausePhase("talk"));
        }

        @Test
        void says_that_it_has_no_clock_in_the_log() {
            assertThat(waiting().when(new StartPhase("read"), "ana").thenOne(PhaseStarted.class))
                    .isEqualTo(new PhaseStarted("read", Optional.empty()));
        }

        @Test
        void stays_open_until_the_next_is_started_or_the_room_is_closed() {
            Rehearsal read = in("read").after(DAY.multipliedBy(30));
            assertThat(read.does("ana", new StartPhase("think")).phase("read").state())
                    .isEqualTo(PhaseRun.State.DONE);

            Rehearsal later = in("later").after(DAY.multipliedBy(30)).does("eva", addNote("n", "it came true"));
            assertThat(later.does("ana", new CloseRoom()).phase("later").state())
                    .isEqualTo(PhaseRun.State.DONE);
        }

        @Test
        void yields_what_was_written_with_its_date_and_no_minutes() {
            Rehearsal ended = dueIn("think")
                    .does("eva", addNote("n", "in time"))
                    .at(DUE.plus(DAY))
                    .does("leo", addNote("m", "sorry"))
                    .does("ana", new StartPhase("confide"));

            Capture capture = ended.lastCapture();
            assertThat(capture.planned()).isZero();
            assertThat(capture.content())
                    .contains("\"timing\":\"before\"", "\"due\":\"" + DUE + "\"")
                    .doesNotContain("planned", "actualSeconds");
            assertThat(capture.content()).containsOnlyOnce("\"late\":true");
            assertThat(capture.content()).contains("\"late\":true,\"phase\":\"think\",\"text\":\"sorry\"");
        }
    }

    @Nested
    class A_note {

        @Test
        void is_late_after_the_date_and_not_before() {
            Rehearsal read = dueIn("read");

            assertThat(isLate(read.at(DUE).does("eva", addNote("n", "page 2")), "n"))
                    .isFalse();
            assertThat(isLate(read.at(DUE.plusMillis(1)).does("eva", addNote("n", "page 2")), "n"))
                    .isTrue();
            assertThat(isLate(in("read").after(DAY).does("eva", addNote("n", "page 2")), "n"))
                    .isFalse();
        }

        @Test
        void stays_as_it_is_when_the_date_is_moved() {
            Rehearsal late = dueIn("read").at(DUE.plus(DAY)).does("eva", addNote("n", "page 2"));

            assertThat(isLate(late.does("ana", new SetDue("read", DUE.plus(DAY.multipliedBy(9)))), "n"))
                    .isTrue();
        }

        @Test
        void is_late_when_it_is_changed_late() {
            Rehearsal changed = dueIn("read")
                    .does("eva", addNote("n", "page 2"))
                    .at(DUE.plus(DAY))
                    .does("eva", editNote("n", "page 3"));

            assertThat(isLate(changed, "n")).isTrue();
        }

        @Test
        void of_the_meeting_is_never_late() {
            Rehearsal talking = dueIn("read")
                    .at(DUE.plus(DAY))
                    .inPhase("talk")
                    .does("eva", addNote("n", "hello"))
                    .does("eva", addPrivateNote("m", "for me"));

            assertThat(isLate(talking, "n")).isFalse();
            assertThat(isLate(talking, "m")).isFalse();
        }

        @Test
        void keeps_its_mark_on_the_board_and_in_what_the_meeting_yields() {
            Rehearsal talked = dueIn("read")
                    .at(DUE.plus(DAY))
                    .does("eva", addNote("n", "page 2"))
                    .inPhase("talk")
                    .does("eva", postNote("n"));
            assertThat(isLate(talked, "n")).isTrue();

            Rehearsal ended = talked.does("ana", new StartPhase("later"));
            assertThat(ended.lastCapture().content()).contains("\"late\":true");
        }

        @Test
        void comes_back_as_late_as_it_was() {
            Rehearsal inTime = dueIn("read").does("eva", addNote("n", "page 2"));
            Rehearsal back =
                    inTime.does("eva", removeNote("n")).at(DUE.plus(DAY)).undoes("eva");
            assertThat(isLate(back, "n")).isFalse();

            Rehearsal late = dueIn("read").at(DUE.plus(DAY)).does("eva", addNote("n", "page 2"));
            assertThat(isLate(late.does("eva", removeNote("n")).undoes("eva"), "n"))
                    .isTrue();
        }

        @Test
        void that_went_back_off_the_board_keeps_its_mark() {
            Rehearsal posted = dueIn("read")
                    .at(DUE.plus(DAY))
                    .does("eva", addNote("n", "page 2"))
                    .inPhase("talk")
                    .does("eva", postNote("n"));

            Rehearsal back = posted.undoes("eva");
            assertThat(back.note("n").state()).isEqualTo(Note.State.PRIVATE);
            assertThat(isLate(back, "n")).isTrue();
            assertThat(isLate(back.undoes("eva"), "n")).isTrue();
        }

        @Test
        void that_nobody_may_trace_never_says_that_it_came_late() {
            Rehearsal confided = dueIn("confide").at(DUE.plus(DAY)).does("eva", addNote("n", "I am worried"));
            assertThat(isLate(confided, "n")).isFalse();
            assertThat(isLate(confided.does("eva", editNote("n", "I was worried")), "n"))
                    .isFalse();

            assertThat(confided.inPhase("rate").room().notes()).noneMatch(Note::late);
        }

        @Test
        void of_a_later_step_is_late_after_its_own_date() {
            Rehearsal later = waiting()
                    .does("ana", new SetDue("read", DUE))
                    .does("ana", new SetDue("later", DUE.plus(DAY.multipliedBy(10))))
                    .inPhase("later")
                    .at(DUE.plus(DAY.multipliedBy(5)))
                    .does("eva", addNote("n", "it came true"))
                    .at(DUE.plus(DAY.multipliedBy(11)))
                    .does("leo", addNote("m", "it did not"));

            assertThat(isLate(later, "n")).isFalse();
            assertThat(isLate(later, "m")).isTrue();
        }
    }

    @Nested
    class When_the_meeting_has_begun {

        @Test
        void a_note_for_the_work_before_it_is_kept_for_its_writer_and_late() {
            Rehearsal talking = in("read").inPhase("talk").does("eva", forPhase("read", "n", false));

            Note note = talking.note("n");
            assertThat(note.phase()).isEqualTo("read");
            assertThat(note.state()).isEqualTo(Note.State.PRIVATE);
            assertThat(note.kind().word()).isEqualTo("observation");
            assertThat(note.late()).isTrue();
            assertThat(note.isSeenBy(person("ana"))).isFalse();
            assertThat(talking.betweenPhases()
                            .does("eva", forPhase("read", "m", false))
                            .note("m")
                            .late())
                    .isTrue();
        }

        @Test
        void a_note_for_sealed_work_is_kept_only_for_oneself() {
            Rehearsal talking = in("talk");

            talking.when(forPhase("think", "n", false), "eva").isRefused(Refusal.PHASE_CLOSED);
            talking.when(forPhase("confide", "n", false), "eva").isRefused(Refusal.PHASE_CLOSED);
            assertThat(talking.does("eva", forPhase("think", "n", true))
                            .note("n")
                            .state())
                    .isEqualTo(Note.State.PRIVATE);
        }

        @Test
        void nothing_else_is_written_into_what_is_over_or_has_not_begun() {
            in("read").when(forPhase("think", "n", true), "eva").isRefused(Refusal.PHASE_CLOSED);
            in("read").when(forPhase("talk", "n", true), "eva").isRefused(Refusal.PHASE_CLOSED);
            in("later").when(forPhase("talk", "n", true), "eva").isRefused(Refusal.PHASE_CLOSED);
            in("talk").closed().when(forPhase("read", "n", true), "eva").isRefused(Refusal.ROOM_CLOSED);
        }
    }

    @Nested
    class A_score {

        @Test
        void is_late_after_the_date_and_says_so_when_the_sheets_open() {
            Rehearsal rated = dueIn("rate");
            rated = rated.does("eva", new SubmitScore(row(rated), 3, "page 2"));
            rated = rated.at(DUE.plus(DAY)).does("leo", new SubmitScore(row(rated), 2, null));
            assertThat(rated.room().scores())
                    .extracting(Score::by, Score::late)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(person("eva"), false),
                            org.assertj.core.groups.Tuple.tuple(person("leo"), true));
            rated.when(new SubmitScore(row(rated), 2, null), "leo").thenNothing();

            Rehearsal open = rated.inPhase("talk");
            assertThat(open.room().scores()).allMatch(Score::open);
            assertThat(open.room().scores().filter(Score::late)).singleElement().matches(score -> score.level() == 2);
            assertThat(open.lastCapture().content()).containsOnlyOnce("\"late\":true");
        }

        @Test
        void is_not_taken_any_more_once_the_sheets_are_open() {
            Rehearsal open = in("rate").inPhase("talk");

            open.when(new SubmitScore(row(open), 3, null), "eva").isRefused(Refusal.SHEETS_OPEN);
            open.betweenPhases()
                    .when(new SubmitScore(row(open), 3, null), "eva")
                    .isRefused(Refusal.SHEETS_OPEN);
            open.when(new SubmitScore(id("another"), 3, null), "eva").isRefused(Refusal.ROLE_MAY_NOT);
        }
    }

    @Nested
    class Nobody_has_to_lead {

        private static Decision vanished(Rehearsal meeting) {
            return Rulebook.decide(
                    meeting.room(), new Succeed(person("ana"), here("eva", "leo")), new Actor.House(), meeting.now());
        }

        @ParameterizedTest
        @ValueSource(strings = {"read", "think", "later"})
        void while_people_work_in_their_own_time(String phase) {
            assertThat(vanished(in(phase))).isEqualTo(new Decision.Refused(Refusal.ALREADY_DONE));
        }

        @Test
        void between_the_work_and_the_meeting() {
            Rehearsal between = in("rate").does("ana", new EndPhase("rate"));

            assertThat(vanished(between)).isEqualTo(new Decision.Refused(Refusal.ALREADY_DONE));
        }

        @Test
        void but_in_the_meeting_somebody_follows() {
            assertThat(vanished(in("talk"))).isInstanceOf(Decision.Accepted.class);
            assertThat(vanished(in("talk").betweenPhases())).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        void and_whoever_is_there_may_take_it_on_to_begin_the_meeting() {
            Rehearsal read = in("rate");
            TakeOver command = new TakeOver(here("eva"));
            Actor eva = new Actor.Person(person("eva"));
            Rehearsal led =
                    new Verdict(read, command, eva, Rulebook.decide(read.room(), command, eva, read.now())).meeting();

            assertThat(led.member("eva").role()).isEqualTo(Role.FACILITATOR);
            led.does("eva", new StartPhase("talk"));
        }

        @Test
        void and_time_in_the_facilitators_role_is_counted_in_the_meeting_only() {
            Rehearsal talking = in("rate").after(DAY).inPhase("talk").after(Duration.ofMinutes(10));
            assertThat(talking.member("ana").facilitatedUntil(talking.now())).isEqualTo(Duration.ofMinutes(10));

            Rehearsal later = talking.does("ana", new StartPhase("later")).after(DAY.multipliedBy(4));
            assertThat(later.member("ana").facilitatedUntil(later.now())).isEqualTo(Duration.ofMinutes(10));
        }
    }

    @Test
    void whoever_is_done_says_so_openly_and_begins_the_meeting_like_everybody() {
        Rehearsal done = in("read").does("eva", new Ready());

        assertThat(done.member("eva").ready()).isTrue();
        assertThat(done.inPhase("talk").member("eva").ready()).isFalse();
    }
}
