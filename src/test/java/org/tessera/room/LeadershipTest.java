package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Ids.person;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.Role;
import org.tessera.room.RoomCommand.AssignRole;
import org.tessera.room.RoomCommand.CloseRoom;
import org.tessera.room.RoomCommand.ExtendPhase;
import org.tessera.room.RoomCommand.NameCofacilitator;
import org.tessera.room.RoomCommand.NameDeputy;
import org.tessera.room.RoomCommand.Succeed;
import org.tessera.room.RoomCommand.TakeFacilitation;
import org.tessera.room.RoomCommand.TakeOver;
import org.tessera.room.RoomEvent.CofacilitatorNamed;
import org.tessera.room.RoomEvent.DeputyNamed;
import org.tessera.room.RoomEvent.RoleAssigned;
import org.tessera.room.RoomEvent.Why;

/** Ana facilitates, Ben presents, Tim keeps time, Eva takes part, Cleo coaches, Gus is a guest. */
class LeadershipTest {

    private static Rehearsal waiting() {
        return aRoom().with(
                        Part.facilitator("ana"),
                        Part.presenter("ben"),
                        Part.timekeeper("tim"),
                        Part.participant("eva"),
                        Part.coach("cleo"),
                        Part.participant("gus").asGuest())
                .waiting();
    }

    private static Rehearsal describing() {
        return waiting().inPhase("describe");
    }

    private static UUID named(String who) {
        return person(who).value();
    }

    private static Set<MemberId> here(String... people) {
        return Arrays.stream(people).map(Ids::person).collect(Collectors.toSet());
    }

    private static Rehearsal vanished(Rehearsal meeting, String... here) {
        MemberId gone = meeting.room().facilitator().orElseThrow().id();
        return meeting.house(new Succeed(gone, here(here)));
    }

    private static String facilitator(Rehearsal meeting) {
        MemberId leads = meeting.room().facilitator().orElseThrow().id();
        return java.util.stream.Stream.of("ana", "ben", "tim", "eva", "cleo", "gus")
                .filter(name -> person(name).equals(leads))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict takesOver(Rehearsal meeting, String who, String... here) {
        TakeOver command = new TakeOver(here(here));
        Actor actor = new Actor.Person(person(who));
        return new Verdict(meeting, command, actor, Rulebook.decide(meeting.room(), command, actor, meeting.now()));
    }

    @Nested
    class A_co_facilitator {

        private final Rehearsal beside = describing().does("ana", new NameCofacilitator(named("eva"), true));

        @Test
        void conducts_and_keeps_the_own_role() {
            assertThat(beside.member("eva").role()).isEqualTo(Role.PARTICIPANT);
            beside.does("eva", new ExtendPhase("describe", 2)).does("eva", new CloseRoom("the bell has gone"));
        }

        @Test
        void does_not_hand_the_facilitation_on() {
            beside.when(new AssignRole(named("tim"), "facilitator"), "eva").isRefused(Refusal.FACILITATOR_ONLY);
            beside.when(new NameCofacilitator(named("tim"), true), "eva").isRefused(Refusal.FACILITATOR_ONLY);
        }

        @Test
        void conducts_no_more_when_the_facilitator_says_so() {
            Rehearsal alone = beside.does("ana", new NameCofacilitator(named("eva"), false));

            alone.when(new ExtendPhase("describe", 2), "eva").isRefused(Refusal.FACILITATOR_ONLY);
        }

        @Test
        void is_named_once_by_the_facilitator_and_is_no_guest() {
            beside.when(new NameCofacilitator(named("eva"), true), "ana").thenNothing();
            beside.when(new NameCofacilitator(named("gus"), true), "ana").isRefused(Refusal.GUESTS_DO_NOT_LEAD);
            beside.when(new NameCofacilitator(Ids.id("nobody"), true), "ana").isRefused(Refusal.PERSON_UNKNOWN);
            describing()
                    .when(new NameCofacilitator(named("tim"), true), "ana")
                    .then(new CofacilitatorNamed(person("tim"), true));
        }

        @Test
        void follows_before_others_when_there_is_no_deputy() {
            assertThat(facilitator(vanished(beside, "tim", "eva"))).isEqualTo("eva");
        }
    }

    @Nested
    class A_deputy {

        @Test
        void is_the_first_to_follow() {
            Rehearsal named = describing()
                    .does("ana", new NameCofacilitator(named("tim"), true))
                    .does("tim", new NameDeputy(named("cleo")));

            assertThat(facilitator(vanished(named, "tim", "eva", "cleo"))).isEqualTo("cleo");
            assertThat(facilitator(vanished(named, "tim", "eva"))).isEqualTo("tim");
        }

        @Test
        void is_named_by_those_who_conduct_and_is_no_guest() {
            describing().when(new NameDeputy(named("eva")), "eva").isRefused(Refusal.FACILITATOR_ONLY);
            describing().when(new NameDeputy(named("gus")), "ana").isRefused(Refusal.GUESTS_DO_NOT_LEAD);
            describing().when(new NameDeputy(Ids.id("nobody")), "ana").isRefused(Refusal.PERSON_UNKNOWN);
            describing().when(new NameDeputy(null), "ana").thenNothing();
            Rehearsal eva = describing()
                    .when(new NameDeputy(named("eva")), "ana")
                    .then(new DeputyNamed(Optional.of(person("eva"))));
            eva.when(new NameDeputy(null), "ana").then(new DeputyNamed(Optional.empty()));
        }
    }

    @Nested
    class Taking_the_facilitation {

        private final Rehearsal succeeded = vanished(describing(), "tim", "eva");

        @Test
        void back_is_open_to_whoever_lost_it_by_being_away() {
            assertThat(facilitator(succeeded)).isEqualTo("tim");

            Rehearsal back = takesOver(succeeded, "ana", "ana", "tim", "eva")
                    .then(new RoleAssigned(person("ana"), Role.FACILITATOR, Why.TAKEN_BACK));

            assertThat(facilitator(back)).isEqualTo("ana");
            assertThat(back.member("tim").role()).isEqualTo(Role.TIMEKEEPER);
            assertThat(back.phase().id()).isEqualTo("describe");
            takesOver(back, "tim", "ana", "tim").isRefused(Refusal.FACILITATOR_HERE);
        }

        @Test
        void back_stays_open_when_the_room_has_passed_through_several_hands() {
            Rehearsal twice = vanished(succeeded, "eva");

            assertThat(facilitator(twice)).isEqualTo("eva");
            assertThat(facilitator(takesOver(twice, "ana", "ana", "eva").meeting()))
                    .isEqualTo("ana");
        }

        @Test
        void goes_to_the_former_facilitator_first_when_the_next_vanishes_too() {
            assertThat(facilitator(vanished(succeeded, "ana", "eva"))).isEqualTo("ana");
        }

        @Test
        void is_settled_by_handing_it_on() {
            Rehearsal handed = succeeded.does("tim", new AssignRole(named("eva"), "facilitator"));

            takesOver(handed, "ana", "ana", "eva").isRefused(Refusal.FACILITATOR_HERE);
        }

        @Test
        void is_open_to_anybody_signed_in_where_the_facilitator_is_not_there_even_before_the_meeting() {
            assertThat(facilitator(takesOver(waiting(), "eva", "eva", "tim").meeting()))
                    .isEqualTo("eva");
            takesOver(waiting(), "gus", "gus").isRefused(Refusal.GUESTS_DO_NOT_LEAD);
            takesOver(waiting(), "eva", "eva", "ana").isRefused(Refusal.FACILITATOR_HERE);
            takesOver(waiting(), "ana", "ana").thenNothing();
        }

        @Test
        void is_no_command_the_rules_can_answer_without_knowing_who_is_there() {
            describing().when(new TakeFacilitation(), "eva").isRefused(Refusal.FACILITATOR_HERE);
        }

        @Test
        void is_over_when_the_room_is() {
            takesOver(describing().closed(), "eva", "eva").isRefused(Refusal.ROOM_CLOSED);
        }
    }
}
