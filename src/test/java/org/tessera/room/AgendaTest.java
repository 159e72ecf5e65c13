package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Gatherings.aroundStudentWork;
import static org.tessera.room.Gatherings.lookingIn;
import static org.tessera.room.Gatherings.towardsAVision;
import static org.tessera.room.Part.coach;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Part.presenter;
import static org.tessera.room.Refusal.*;
import static org.tessera.room.Rehearsal.given;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Role;
import org.tessera.protocol.TimedPacks;
import org.tessera.room.Entity.Agenda;
import org.tessera.room.Entity.PhaseRun;
import org.tessera.room.RoomCommand.Admit;
import org.tessera.room.RoomCommand.AskTime;
import org.tessera.room.RoomCommand.EndPhase;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.FitAgenda;
import org.tessera.room.RoomCommand.Rebalance;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.room.RoomCommand.TimeUp;
import org.tessera.room.RoomEvent.AgendaFitted;
import org.tessera.room.RoomEvent.CircleSet;
import org.tessera.room.RoomEvent.PhaseExtended;
import org.tessera.room.RoomEvent.PhaseStarted;

/** The meeting's time: fitted before it begins, to whoever is there when it does, and again when it runs late. */
class AgendaTest {

    /** A round of three and a half minutes for each person, and a close that keeps three. */
    private static final Pack TURNS = TimedPacks.turns();

    private static RehearsalPlan four() {
        return aRoom().of(TURNS).with(facilitator("ana"), participant("ben"), participant("eva"), participant("leo"));
    }

    @Nested
    class Fitting_the_agenda {

        private final Rehearsal waiting = aroundStudentWork().waiting();

        @Test
        void gives_the_phases_of_a_waiting_room_lengths_that_make_up_the_meeting() {
            Rehearsal fitted = waiting.does("ana", new FitAgenda(45, 5));
            Duration together = fitted.room().pack().phases().stream()
                    .map(phase -> fitted.phase(phase.id()).planned())
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(together).isEqualTo(Duration.ofMinutes(45));
            assertThat(Agendas.meeting(fitted.room())).isEqualTo(Duration.ofMinutes(45));
        }

        @Test
        void unfolds_what_each_person_holds() {
            Rehearsal fitted = four().waiting().does("ana", new FitAgenda(30, 5));

            assertThat(fitted.room().agenda()).map(Agenda::times).contains(List.of(5));
            assertThat(fitted.room().pack().phases()).hasSize(7);
            assertThat(fitted.phase("turn.5").planned()).isEqualTo(Duration.ofSeconds(270));
        }

        @Test
        void may_be_done_again_and_comes_out_as_if_it_had_been_done_once() {
            Rehearsal again = four().waiting().does("ana", new FitAgenda(30, 6)).does("ana", new FitAgenda(25, 4));

            assertThat(again.room().everything().toList())
                    .containsExactlyInAnyOrderElementsOf(four().waiting()
                            .does("ana", new FitAgenda(25, 4))
                            .room()
                            .everything()
                            .toList());
        }

        @ParameterizedTest
        @CsvSource({
            "0, 5, MINUTES_INVALID",
            "481, 5, MINUTES_INVALID",
            "45, 0, PEOPLE_INVALID",
            "45, 201, PEOPLE_INVALID"
        })
        void needs_numbers_that_make_a_meeting(int minutes, int people, Refusal reason) {
            given(waiting).when(new FitAgenda(minutes, people), "ana").isRefused(reason);
        }

        @Test
        void is_refused_where_the_protocol_does_not_fit() {
            given(waiting).when(new FitAgenda(20, 5), "ana").isRefused(DOES_NOT_FIT);
            given(waiting).when(new FitAgenda(20, 40), "ana").isRefused(DOES_NOT_FIT);
        }

        @Test
        void is_for_a_group_the_protocol_is_not_made_for_too() {
            Rehearsal fitted = waiting.does("ana", new FitAgenda(60, 40));

            assertThat(fitted.room().agenda().orElseThrow().meeting()).contains(Duration.ofMinutes(60));
            assertThat(fitted.room().agenda().orElseThrow().people()).contains(40);
        }

        @Test
        void is_refused_once_the_meeting_has_begun() {
            given(lookingIn("norms")).when(new FitAgenda(60, 5), "ana").isRefused(MEETING_BEGUN);
        }

        @Test
        void is_open_while_people_still_work_alone_before_the_meeting() {
            Rehearsal reading = aRoom().of(TimedPacks.withReading())
                    .with(facilitator("ana"), presenter("ben"), participant("eva"))
                    .inPhase("read");

            Rehearsal fitted = reading.does("ana", new FitAgenda(12, 3));

            assertThat(fitted.phase()).isEqualTo(reading.phase());
            assertThat(fitted.phase("talk").planned()).isEqualTo(Duration.ofMinutes(8));
        }

        @Test
        void is_the_facilitators() {
            given(waiting).when(new FitAgenda(60, 5), "eva").isRefused(FACILITATOR_ONLY);
        }
    }

    @Nested
    class The_first_phase {

        @Test
        void gives_everybody_who_is_there_a_turn_but_not_the_coach() {
            Rehearsal begun = four().with(participant("tim"), coach("cleo")).waiting();

            given(begun)
                    .when(new StartPhase("open"), "ana")
                    .thenTypes(CircleSet.class, AgendaFitted.class, PhaseStarted.class);
            Room room = begun.does("ana", new StartPhase("open")).room();
            assertThat(room.agenda())
                    .contains(agenda(room, 5, Duration.ofMinutes(29).plusSeconds(30), 5, 5));
            assertThat(room.run("turn.5")).isPresent();
        }

        @Test
        void keeps_the_meetings_length_for_another_number_of_people() {
            Rehearsal five = four().waiting()
                    .does("ana", new FitAgenda(30, 4))
                    .house(new Admit(Ids.person("tim"), Role.PARTICIPANT, true))
                    .does("ana", new StartPhase("open"));

            assertThat(five.room().agenda()).contains(agenda(five.room(), 5, Duration.ofMinutes(30), 5, 5));
            assertThat(together(five)).isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        void gives_everybody_a_turn_even_if_the_meeting_is_too_short_for_them() {
            Rehearsal eight = four().waiting().does("ana", new FitAgenda(20, 4));
            for (int i = 0; i < 4; i++) {
                eight = eight.house(new Admit(Ids.person("guest " + i), Role.PARTICIPANT, true));
            }
            eight = eight.does("ana", new StartPhase("open"));

            assertThat(eight.room().agenda()).map(Agenda::times).contains(List.of(8));
            assertThat(Agendas.meeting(eight.room())).isEqualTo(Duration.ofMinutes(20));
            assertThat(Rebalances.of(eight.room(), eight.now())).isNotEmpty();
        }

        @Test
        void believes_the_facilitator_that_somebody_will_not_come() {
            Rehearsal three = four().waiting().does("ana", new FitAgenda(30, 3));

            given(three).when(new StartPhase("open"), "ana").thenTypes(CircleSet.class, PhaseStarted.class);
        }

        @Test
        void leaves_the_agenda_as_it_is_where_nothing_depends_on_the_number_of_people() {
            given(towardsAVision().waiting())
                    .when(new StartPhase("react"), "ana")
                    .thenTypes(PhaseStarted.class);
        }

        @Test
        void is_the_only_one_that_looks_who_is_there() {
            Rehearsal begun = four().inPhase("open");
            Rehearsal more = begun.house(new Admit(Ids.person("tim"), Role.PARTICIPANT, true));

            assertThat(more.does("ana", new StartPhase("turn.1")).room().agenda())
                    .map(Agenda::times)
                    .contains(List.of(4));
        }

        private static Duration together(Rehearsal meeting) {
            return meeting.room().pack().phases().stream()
                    .map(phase -> meeting.phase(phase.id()).planned())
                    .reduce(Duration.ZERO, Duration::plus);
        }

        private static Agenda agenda(Room room, int times, Duration meeting, int people, int members) {
            return new Agenda(
                    room.id(), List.of(times), Optional.of(meeting), Optional.of(people), Optional.of(members));
        }
    }

    @Nested
    class What_the_plan_leaves_out {

        private final Rehearsal tight = aRoom().of(TimedPacks.withExtras())
                .with(facilitator("ana"), participant("ben"), participant("eva"))
                .waiting()
                .does("ana", new FitAgenda(14, 3));

        @Test
        void has_no_time_and_is_passed_over_when_a_phase_goes_on_by_itself() {
            assertThat(tight.phase("extra").planned()).isZero();
            Rehearsal opening = tight.does("ana", new StartPhase("open"));

            Rehearsal next =
                    opening.at(opening.endsAt().plus(Rulebook.GRACE)).house(new TimeUp("open", opening.endsAt()));

            assertThat(next.phase().id()).isEqualTo("talk");
            assertThat(next.phase("extra").state()).isEqualTo(PhaseRun.State.SKIPPED);
        }

        @Test
        void gets_the_time_the_protocol_plans_if_it_is_held_all_the_same() {
            Rehearsal extra = tight.does("ana", new StartPhase("open")).does("ana", new StartPhase("extra"));

            assertThat(extra.endsAt()).isEqualTo(extra.now().plus(Duration.ofMinutes(4)));
            assertThat(extra.phase().planned()).isEqualTo(Duration.ofMinutes(4));
        }
    }

    @Nested
    class Rebalancing {

        /** Six minutes late: 4 minutes of talk and 7 to close are ahead, 5 minutes are left. */
        private final Rehearsal late = aRoom().of(TimedPacks.withExtras())
                .with(facilitator("ana"), participant("ben"), participant("eva"))
                .waiting()
                .does("ana", new FitAgenda(24, 3))
                .does("ana", new StartPhase("open"))
                .afterMinutes(6);

        @Test
        void offers_to_shorten_to_leave_out_or_to_end_later() {
            assertThat(Rebalances.of(late.room(), late.now()))
                    .extracting(WayOn::kind)
                    .containsExactly(WayOn.Kind.SHORTEN, WayOn.Kind.LEAVE_OUT, WayOn.Kind.LATER);
        }

        @Test
        void changes_what_is_ahead_and_nothing_else() {
            Rehearsal shorter = late.does("ana", new Rebalance("shorten"));

            assertThat(shorter.phase()).isEqualTo(late.phase());
            assertThat(Rebalances.of(shorter.room(), shorter.now())).isEmpty();
            assertThat(Agendas.meeting(shorter.room())).isEqualTo(Duration.ofMinutes(24));
            assertThat(shorter.phase("close").planned())
                    .isEqualTo(late.phase("close").planned());
        }

        @Test
        void can_leave_out_what_is_optional() {
            Rehearsal fewer = late.does("ana", new Rebalance("leave-out"));

            assertThat(fewer.phase("extra").planned()).isZero();
            assertThat(fewer.phase("talk")).isEqualTo(late.phase("talk"));
            assertThat(Rebalances.of(fewer.room(), fewer.now())).isEmpty();
        }

        @Test
        void can_let_the_meeting_end_later() {
            Rehearsal later = late.does("ana", new Rebalance("later"));

            assertThat(Agendas.meeting(later.room())).isEqualTo(Duration.ofMinutes(27));
            assertThat(Rebalances.of(later.room(), later.now())).isEmpty();
            assertThat(later.phase("talk")).isEqualTo(late.phase("talk"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"both", "shortest", "SHORTEN", "", "anything"})
        void takes_only_a_way_that_is_open(String plan) {
            given(late).when(new Rebalance(plan), "ana").isRefused(PLAN_GONE);
        }

        @Test
        void is_refused_while_the_meeting_is_in_time_and_before_it() {
            given(late.at(late.now().minus(Duration.ofMinutes(5))))
                    .when(new Rebalance("later"), "ana")
                    .isRefused(PLAN_GONE);
            given(four().waiting()).when(new Rebalance("later"), "ana").isRefused(PLAN_GONE);
        }

        @Test
        void is_the_facilitators() {
            given(late).when(new Rebalance("later"), "eva").isRefused(FACILITATOR_ONLY);
        }

        @Test
        void takes_from_protected_phases_last() {
            assertThat(shortened(late.afterMinutes(3)))
                    .isEqualTo(Map.of("extra", minutes(3), "talk", minutes(5), "close", minutes(7)));
            assertThat(shortened(late.afterMinutes(5)))
                    .isEqualTo(Map.of("extra", minutes(3), "talk", minutes(4), "close", minutes(6)));
        }

        private static Map<String, Duration> shortened(Rehearsal meeting) {
            WayOn way = Rebalances.of(meeting.room(), meeting.now()).getFirst();
            assertThat(way.kind()).isEqualTo(WayOn.Kind.SHORTEN);
            return way.lengths();
        }

        private static Duration minutes(double minutes) {
            return Duration.ofSeconds(Math.round(minutes * 60));
        }

        @Test
        void says_how_late_it_ends_where_there_is_no_way_in_time() {
            Rehearsal hopeless = late.afterMinutes(12);

            List<WayOn> ways = Rebalances.of(hopeless.room(), hopeless.now());

            assertThat(ways).extracting(WayOn::kind).containsExactly(WayOn.Kind.SHORTEST, WayOn.Kind.LATER);
            assertThat(ways).noneMatch(WayOn::isOnTime);
            assertThat(ways.getFirst().lengths())
                    .containsEntry("extra", Duration.ZERO)
                    .containsEntry("talk", Duration.ofMinutes(4))
                    .containsEntry("close", Duration.ofMinutes(5));
            assertThat(ways.getFirst().late()).isLessThan(ways.getLast().late());
        }
    }

    @Nested
    class Asking_for_more_time {

        private final Rehearsal describing = lookingIn("describe");

        @Test
        void is_remembered_once_for_each_person_until_there_is_more() {
            Rehearsal asked = describing
                    .does("eva", new AskTime())
                    .does("rosa", new AskTime())
                    .does("eva", new AskTime());
            assertThat(wish(asked)).containsExactly(Ids.person("eva"), Ids.person("rosa"));

            Rehearsal extended =
                    given(asked).when(new ExtendPhase("describe", 2), "ana").thenTypes(PhaseExtended.class);
            assertThat(wish(extended)).isEmpty();
        }

        @Test
        void concerns_the_phase_it_was_asked_in() {
            Rehearsal next = describing.does("eva", new AskTime()).inPhase("interpret");

            assertThat(wish(next)).isEmpty();
            assertThat(wish(describing.betweenPhases().does("eva", new AskTime())))
                    .isEmpty();
        }

        private List<MemberId> wish(Rehearsal meeting) {
            return meeting.room().current().stream()
                    .map(run -> meeting.room().shelf(Shelf.WISHES).get(run.id()))
                    .filter(Entity.Wish.class::isInstance)
                    .flatMap(wish -> ((Entity.Wish) wish).people().stream())
                    .toList();
        }
    }

    @Test
    void the_meeting_begins_with_its_first_phase_not_with_work_beforehand() {
        Rehearsal reading = aRoom().of(TimedPacks.withReading())
                .with(facilitator("ana"), presenter("ben"), participant("eva"))
                .waiting()
                .does("ana", new StartPhase("read"))
                .afterMinutes(600);
        assertThat(Agendas.end(reading.room())).isEmpty();
        assertThat(Rebalances.of(reading.room(), reading.now())).isEmpty();

        Rehearsal talking = reading.does("ana", new StartPhase("talk"));
        assertThat(Agendas.end(talking.room())).contains(talking.now().plus(Agendas.meeting(talking.room())));
        assertThat(talking.does("ana", new EndPhase("talk")).room().current()).isEmpty();
    }
}
