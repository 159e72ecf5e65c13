package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Commands.addNoteAt;
import static org.tessera.room.Commands.anchor;
import static org.tessera.room.Ids.id;
import static org.tessera.room.Ids.person;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Text;
import org.tessera.room.RoomCommand.AgreeNorms;
import org.tessera.room.RoomCommand.BringMaterial;
import org.tessera.room.RoomCommand.CallOff;
import org.tessera.room.RoomCommand.CancelMeeting;
import org.tessera.room.RoomCommand.ChangeMeeting;
import org.tessera.room.RoomCommand.CloseRoom;
import org.tessera.room.RoomCommand.NameCofacilitator;
import org.tessera.room.RoomCommand.OfHouse;
import org.tessera.room.RoomCommand.RemoveNote;
import org.tessera.room.RoomCommand.Reschedule;
import org.tessera.room.RoomCommand.TakeAwayMaterial;
import org.tessera.room.RoomEvent.MaterialBrought;
import org.tessera.room.RoomEvent.MaterialTakenAway;
import org.tessera.room.RoomEvent.MeetingCancelled;
import org.tessera.room.RoomEvent.MeetingChanged;
import org.tessera.room.RoomEvent.PhaseEnded;
import org.tessera.room.RoomEvent.RoomClosed;

/** Ana facilitates, Ben presents, Eva takes part, Cleo coaches, Gus presents as a guest. */
class PreparationTest {

    private static final String LINK = "https://meet.example/2";

    private static RehearsalPlan plan() {
        return aRoom().with(
                        Part.facilitator("ana"),
                        Part.presenter("ben"),
                        Part.participant("eva"),
                        Part.coach("cleo"),
                        Part.presenter("gus").asGuest());
    }

    private final Rehearsal waiting = plan().waiting();

    private static ChangeMeeting titled(String title) {
        return new ChangeMeeting(title, LINK, List.of("We listen."), null);
    }

    private Instant in(Duration time) {
        return waiting.now().plus(time);
    }

    @Nested
    class Changing_the_meeting {

        @Test
        void makes_it_another_title_day_link_and_norms() {
            Instant friday = in(Duration.ofDays(3));

            Rehearsal changed = given(waiting)
                    .when(new ChangeMeeting("  Friday ", " " + LINK + " ", List.of(" We listen. ", " "), friday), "ana")
                    .then(new MeetingChanged(
                            "Friday", Optional.of(LINK), List.of(Text.of("We listen.")), Optional.of(friday)));

            assertThat(changed.room().setting().title()).isEqualTo("Friday");
            assertThat(changed.room().setting().meetingUrl()).contains(LINK);
            assertThat(changed.room().setting().norms()).containsExactly(Text.of("We listen."));
            assertThat(changed.room().setting().scheduledAt()).contains(friday);
            given(changed)
                    .when(new ChangeMeeting("Friday", LINK, List.of("We listen."), friday), "ana")
                    .thenNothing();
            given(changed)
                    .when(new ChangeMeeting("Friday", null, List.of(), null), "ana")
                    .then(new MeetingChanged("Friday", Optional.empty(), List.of(), Optional.empty()));
        }

        @Test
        void keeps_norms_whose_words_stay_in_all_their_languages_and_asks_for_agreement_anew() {
            List<Text> before = waiting.room().setting().norms();
            List<String> lines = before.stream()
                    .map(norm -> norm.in(java.util.Locale.of("es")))
                    .toList();
            List<String> other = new ArrayList<>(lines);
            other.set(0, "Empezamos a tiempo.");
            Rehearsal agreed = waiting.does("eva", new AgreeNorms());

            Rehearsal same = agreed.does("ana", new ChangeMeeting("Friday", null, lines, null));
            Rehearsal changed = agreed.does("ana", new ChangeMeeting("Friday", null, other, null));

            assertThat(same.room().setting().norms()).isEqualTo(before);
            assertThat(same.member("eva").agreed()).isTrue();
            assertThat(changed.room().setting().norms().subList(1, before.size()))
                    .isEqualTo(before.subList(1, before.size()));
            assertThat(changed.member("eva").agreed()).isFalse();
        }

        @Test
        void says_what_is_wrong() {
            given(waiting).when(titled(" "), "ana").isRefused(TITLE_MISSING);
            given(waiting).when(titled("x".repeat(201)), "ana").isRefused(TEXT_TOO_LONG);
            given(waiting).when(titled("x".repeat(200)), "ana").thenOne(MeetingChanged.class);
            for (String link : List.of("http://meet.example", "javascript:alert(1)", "meet.example", "https://")) {
                given(waiting)
                        .when(new ChangeMeeting("Friday", link, List.of(), null), "ana")
                        .isRefused(LINK_INVALID);
            }
            for (List<String> norms : Stream.of(List.of("x".repeat(501)), Collections.nCopies(41, "We listen."))
                    .toList()) {
                given(waiting)
                        .when(new ChangeMeeting("Friday", null, norms, null), "ana")
                        .isRefused(TEXT_TOO_LONG);
            }
            for (Instant day : List.of(in(Duration.ofSeconds(-1)), in(Duration.ofDays(400)))) {
                given(waiting)
                        .when(new ChangeMeeting("Friday", null, List.of(), day), "ana")
                        .isRefused(DATE_INVALID);
            }
        }

        @Test
        void leaves_a_day_that_has_passed_as_it_is() {
            Instant soon = in(Duration.ofHours(1));
            Rehearsal late = waiting.does("ana", new ChangeMeeting("Friday", null, List.of(), soon))
                    .after(Duration.ofHours(2));

            given(late)
                    .when(new ChangeMeeting("Friday, late", null, List.of(), soon), "ana")
                    .thenOne(MeetingChanged.class);
        }

        @Test
        void is_for_who_leads_and_ends_when_the_meeting_begins() {
            Rehearsal beside =
                    waiting.does("ana", new NameCofacilitator(person("eva").value(), true));

            given(beside).when(titled("Friday"), "eva").thenOne(MeetingChanged.class);
            for (String other : List.of("ben", "cleo", "gus")) {
                given(waiting).when(titled("Friday"), other).isRefused(FACILITATOR_ONLY);
            }
            given(plan().inPhase("norms")).when(titled("Friday"), "ana").isRefused(MEETING_BEGUN);
        }
    }

    @Nested
    class Cancelling_the_meeting {

        @Test
        void closes_the_room_with_the_reason_and_leaves_nothing_behind() {
            Rehearsal cancelled = given(waiting)
                    .when(new CloseRoom("  Copied by mistake. "), "ana")
                    .then(new RoomClosed(Optional.of("Copied by mistake.")));

            assertThat(cancelled.room().setting().isCancelled()).isTrue();
            assertThat(cancelled.room().setting().cancelReason()).contains("Copied by mistake.");
            assertThat(cancelled.room().setting().closedAt()).contains(cancelled.now());
            assertThat(cancelled.room().shelf(Shelf.ARTIFACTS)).isEmpty();
            assertThat(cancelled.room().shelf(Shelf.DEBRIEFS)).isEmpty();
            given(cancelled).when(new AgreeNorms(), "eva").isRefused(ROOM_CLOSED);
        }

        @Test
        void needs_no_reason_but_somebody_who_leads() {
            assertThat(given(waiting)
                            .when(new CloseRoom(), "ana")
                            .then(new RoomClosed())
                            .room()
                            .setting()
                            .isCancelled())
                    .isTrue();
            given(waiting).when(new CloseRoom("No."), "ben").isRefused(FACILITATOR_ONLY);
            given(waiting).when(new CloseRoom("x".repeat(501)), "ana").isRefused(NOTE_TOO_LONG);
        }

        @Test
        void is_possible_while_people_work_alone_for_it_and_ends_that_work() {
            Rehearsal reading = atLeisure().inPhase("read");

            Rehearsal cancelled = given(reading)
                    .when(new CancelMeeting(" Snow. "), "ana")
                    .then(new PhaseEnded("read"), new MeetingCancelled(Optional.of("Snow.")));

            assertThat(cancelled.room().setting().isCancelled()).isTrue();
            assertThat(cancelled.room().setting().cancelReason()).contains("Snow.");
            assertThat(cancelled.room().current()).isEmpty();
            given(cancelled).when(new AgreeNorms(), "eva").isRefused(ROOM_CLOSED);
            given(waiting).when(new CancelMeeting(), "ana").then(new MeetingCancelled(Optional.empty()));
        }

        @Test
        void that_comes_when_the_meeting_has_begun_is_refused() {
            given(plan().inPhase("norms"))
                    .when(new CancelMeeting("Snow."), "ana")
                    .isRefused(NOT_CANCELLED);
            given(atLeisure().inPhase("talk")).when(new CancelMeeting(), "ana").isRefused(NOT_CANCELLED);
            given(waiting).when(new CancelMeeting(), "ben").isRefused(FACILITATOR_ONLY);
            given(waiting).when(new CancelMeeting("x".repeat(501)), "ana").isRefused(NOTE_TOO_LONG);
        }

        private static RehearsalPlan atLeisure() {
            return aRoom().of("at-leisure").with(Part.facilitator("ana"), Part.participant("eva"));
        }

        @Test
        void is_no_word_for_closing_a_meeting_that_had_begun() {
            Rehearsal closed = plan().inPhase("describe").does("ana", new CloseRoom("The bell rang."));

            assertThat(closed.room().setting().isCancelled()).isFalse();
            assertThat(closed.room().setting().cancelReason()).isEmpty();
        }
    }

    @Nested
    class The_teams_plan {

        private final Instant friday = Instant.parse("2026-03-06T15:30:00Z");

        @Test
        void gives_a_meeting_another_time_and_leaves_the_rest() {
            Entity.Setting is = waiting.room().setting();
            Rehearsal moved = given(waiting)
                    .when(new Reschedule(friday))
                    .then(new MeetingChanged(is.title(), is.meetingUrl(), is.norms(), Optional.of(friday)));

            assertThat(moved.room().setting().scheduledAt()).contains(friday);
            given(moved).when(new Reschedule(friday)).thenNothing();
        }

        @Test
        void calls_a_meeting_off_and_ends_the_work_before_it() {
            assertThat(given(waiting)
                            .when(new CallOff())
                            .then(new MeetingCancelled(Optional.empty()))
                            .room()
                            .setting()
                            .isCancelled())
                    .isTrue();
            given(aRoom().of("at-leisure")
                            .with(Part.facilitator("ana"), Part.participant("eva"))
                            .inPhase("read"))
                    .when(new CallOff())
                    .then(new PhaseEnded("read"), new MeetingCancelled(Optional.empty()));
        }

        @Test
        void changes_nothing_of_a_meeting_that_has_begun_or_is_over() {
            given(plan().inPhase("norms")).when(new Reschedule(friday)).isRefused(MEETING_BEGUN);
            given(plan().inPhase("norms")).when(new CallOff()).isRefused(NOT_CANCELLED);
            given(waiting.closed()).when(new Reschedule(friday)).isRefused(MEETING_BEGUN);
            given(waiting.closed()).when(new CallOff()).isRefused(NOT_CANCELLED);
        }
    }

    @Nested
    class A_file {

        private final BringMaterial essay = new BringMaterial(id("essay"), "work", "Essay", 3);

        private static Verdict asks(Rehearsal meeting, OfHouse command, String who) {
            Actor actor = new Actor.Person(person(who));
            return new Verdict(meeting, command, actor, Rulebook.decide(meeting.room(), command, actor, meeting.now()));
        }

        @Test
        void is_brought_by_who_leads_or_presents_and_is_locked_until_its_step() {
            Rehearsal beside =
                    waiting.does("ana", new NameCofacilitator(person("eva").value(), true));
            for (String who : List.of("ana", "ben", "eva")) {
                Rehearsal brought = asks(beside, essay, who).then(new MaterialBrought(id("essay"), "work", "Essay", 3));

                assertThat(brought.room().material(id("essay")).orElseThrow().locked())
                        .isTrue();
                asks(brought, essay, who).thenNothing();
            }
        }

        @Test
        void is_not_brought_by_others_nor_by_guests_nor_to_a_closed_room() {
            for (String who : List.of("eva", "cleo", "gus")) {
                asks(waiting, essay, who).isRefused(ROLE_MAY_NOT);
            }
            asks(waiting, essay, "nobody").isRefused(NOT_ALLOWED);
            asks(waiting.closed(), essay, "ana").isRefused(ROOM_CLOSED);
        }

        @Test
        void that_was_on_its_way_when_the_meeting_began_is_taken_and_opens_with_its_step() {
            Rehearsal brought = asks(plan().inPhase("norms"), essay, "ben").meeting();

            assertThat(brought.room().material(id("essay")).orElseThrow().locked())
                    .isTrue();
            assertThat(asks(plan().inPhase("describe"), essay, "ben")
                            .meeting()
                            .room()
                            .material(id("essay"))
                            .orElseThrow()
                            .locked())
                    .isFalse();
        }

        @Test
        void is_taken_away_by_who_brought_it_or_leads() {
            Rehearsal brought = asks(waiting, essay, "ben").meeting();

            Rehearsal gone = asks(brought, new TakeAwayMaterial(id("essay"), true), "ben")
                    .then(new MaterialTakenAway(id("essay")));
            assertThat(gone.room().material(id("essay"))).isEmpty();
            asks(gone, new TakeAwayMaterial(id("essay"), true), "ben").thenNothing();
            asks(brought, new TakeAwayMaterial(id("essay"), false), "ana").then(new MaterialTakenAway(id("essay")));
            asks(brought, new TakeAwayMaterial(id("essay"), false), "ben").isRefused(ROLE_MAY_NOT);
            asks(brought, new TakeAwayMaterial(id("essay"), true), "eva").isRefused(ROLE_MAY_NOT);
        }

        @Test
        void is_taken_away_as_long_as_nobody_has_written_on_it() {
            TakeAwayMaterial away = new TakeAwayMaterial(id("essay"), true);
            Rehearsal brought = asks(waiting, essay, "ben").meeting();
            Rehearsal read = brought.inPhase("describe");
            Rehearsal written =
                    read.does("eva", addNoteAt(anchor("essay", 2, 0.1, 0.2, 0.3, 0.1), "seen", "rivers have names"));

            asks(brought.inPhase("norms"), away, "ben").then(new MaterialTakenAway(id("essay")));
            assertThat(asks(read, away, "ben")
                            .then(new MaterialTakenAway(id("essay")))
                            .room()
                            .material(id("essay")))
                    .isEmpty();
            asks(written, away, "ben").isRefused(FILE_IN_USE);
            asks(written, new TakeAwayMaterial(id("essay"), false), "ana").isRefused(FILE_IN_USE);
            asks(written.does("eva", new RemoveNote(id("seen"))), away, "ben").then(new MaterialTakenAway(id("essay")));
        }

        @Test
        void that_was_taken_away_is_not_pointed_at_by_a_note_that_comes_back() {
            Rehearsal removed = asks(waiting, essay, "ben")
                    .meeting()
                    .inPhase("describe")
                    .does("eva", addNoteAt(anchor("essay", 2, 0.1, 0.2, 0.3, 0.1), "seen", "rivers have names"))
                    .does("eva", new RemoveNote(id("seen")));

            assertThat(removed.undoes("eva").note("seen").anchor()).isPresent();
            Entity.Note alone = asks(removed, new TakeAwayMaterial(id("essay"), true), "ben")
                    .meeting()
                    .undoes("eva")
                    .note("seen");
            assertThat(alone.text()).isEqualTo("rivers have names");
            assertThat(alone.anchor()).isEmpty();
        }

        @Test
        void is_not_brought_while_nothing_is_kept() {
            Rehearsal unrecorded = aRoom().of("company")
                    .with(Part.facilitator("ana"), Part.participant("eva"), Part.participant("leo"))
                    .inPhase("talk");

            asks(unrecorded, essay, "ana").isRefused(NOT_RECORDED);
        }
    }
}
