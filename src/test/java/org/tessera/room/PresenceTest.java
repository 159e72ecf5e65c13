package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Ids.person;
import static org.tessera.room.RehearsalPlan.aRoom;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.protocol.TestPacks;
import org.tessera.room.RoomCommand.Among;
import org.tessera.room.RoomCommand.EndTurn;
import org.tessera.room.RoomCommand.GiveFloor;
import org.tessera.room.RoomCommand.OrderTurns;
import org.tessera.room.RoomCommand.PassTurn;
import org.tessera.room.RoomCommand.ShareVoice;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.room.RoomEvent.FloorLeft;
import org.tessera.room.RoomEvent.TurnCame;

/** Turns and words for the whole team are of those who are there: five are invited beside Cleo the coach, and not all come. */
class PresenceTest {

    private static final String[] ALL = {"ana", "ben", "rosa", "eva", "leo"};

    private static Rehearsal waiting() {
        return aRoom().of(TestPacks.read("rounds"))
                .with(
                        Part.facilitator("ana"),
                        Part.presenter("ben"),
                        Part.recorder("rosa"),
                        Part.participant("eva"),
                        Part.participant("leo"),
                        Part.coach("cleo"))
                .waiting();
    }

    private static Set<MemberId> people(String... names) {
        return Stream.of(names).map(Ids::person).collect(Collectors.toSet());
    }

    private static List<MemberId> inOrder(String... names) {
        return Stream.of(names).map(Ids::person).toList();
    }

    private static Verdict when(Rehearsal meeting, String who, RoomCommand command, String... there) {
        Among among = new Among(command, people(there));
        Actor actor = new Actor.Person(person(who));
        return new Verdict(meeting, among, actor, Rulebook.decide(meeting.room(), among, actor, meeting.now()));
    }

    private static Rehearsal starts(Rehearsal meeting, String phase, String... there) {
        return when(meeting.afterMinutes(1), "ana", new StartPhase(phase), there)
                .meeting();
    }

    private static List<MemberId> order(Rehearsal meeting) {
        return meeting.room().turns().orElseThrow().order().stream()
                .map(List::getFirst)
                .toList();
    }

    private static UUID named(String who) {
        return person(who).value();
    }

    @Nested
    class A_round {

        private final Rehearsal talk = starts(waiting(), "talk", ALL);

        @Test
        void goes_to_those_who_are_there_when_it_begins() {
            Rehearsal list = starts(talk, "list", "ana", "ben", "eva", "cleo");

            assertThat(order(list)).isEqualTo(inOrder("ana", "ben", "eva"));
        }

        @Test
        void is_as_long_as_those_need_who_are_there() {
            Rehearsal list = starts(talk, "list", ALL);

            assertThat(length(starts(list, "minute", ALL))).isEqualTo(Duration.ofMinutes(5));
            assertThat(length(starts(list, "minute", "ana", "ben", "rosa", "eva")))
                    .isEqualTo(Duration.ofMinutes(5));
            assertThat(order(starts(list, "minute", "ana", "ben", "rosa", "eva")))
                    .hasSize(4);
        }

        private static Duration length(Rehearsal meeting) {
            return Duration.between(meeting.now(), meeting.endsAt());
        }

        @Test
        void ends_with_whoever_came_later() {
            Rehearsal four = starts(waiting(), "talk", "ana", "rosa", "eva", "leo");

            assertThat(order(starts(four, "list", ALL))).isEqualTo(inOrder("ana", "rosa", "eva", "leo", "ben"));
        }

        @Test
        void goes_to_everybody_where_only_the_facilitator_is_connected() {
            assertThat(order(starts(talk, "list", "ana", "cleo"))).isEqualTo(inOrder(ALL));
            assertThat(order(starts(talk, "list"))).isEqualTo(inOrder(ALL));
        }

        @Test
        void goes_on_at_once_when_somebody_who_has_gone_is_passed() {
            Rehearsal minute = starts(starts(talk, "list", ALL), "minute", ALL);

            when(minute.after(Duration.ofSeconds(10)), "ana", new PassTurn(), "rosa", "eva")
                    .then(
                            new FloorLeft("minute", true),
                            new TurnCame(
                                    "minute",
                                    1,
                                    java.util.Optional.of(minute.now().plusSeconds(70))));
            when(minute, "ana", new PassTurn(), ALL).then(new FloorLeft("minute", true));
            when(minute, "ana", new EndTurn(), "ana", "eva").then(new FloorLeft("minute", false));
        }
    }

    @Nested
    class A_phase_that_everybody_holds {

        private final Rehearsal four = starts(waiting(), "talk", "ana", "rosa", "eva", "leo");

        @Test
        void is_dealt_to_those_who_are_there_when_the_meeting_begins() {
            assertThat(four.room().circle()).isEqualTo(inOrder("ana", "rosa", "eva", "leo"));
            assertThat(four.room().pack().phase("passage.4")).isPresent();
            assertThat(four.room().pack().phase("passage.5")).isEmpty();
            assertThat(four.inPhase("passage.2").phase().holder()).contains(person("rosa"));
        }

        @Test
        void keeps_the_order_that_was_given_and_leaves_out_who_is_not_there() {
            List<UUID> order = Stream.of("leo", "ben", "eva", "rosa", "ana")
                    .map(PresenceTest::named)
                    .toList();
            Rehearsal ordered = waiting().does("ana", new OrderTurns(order));

            assertThat(starts(ordered, "talk", "ana", "rosa", "eva", "leo")
                            .room()
                            .circle())
                    .isEqualTo(inOrder("leo", "eva", "rosa", "ana"));
        }

        @Test
        void has_been_held_by_whoever_stands_first_and_that_stays_so() {
            Rehearsal second = four.inPhase("passage.2");

            second.when(order("ana", "rosa", "leo", "eva"), "ana")
                    .then(new RoomEvent.CircleSet(inOrder("ana", "rosa", "leo", "eva")));
            second.when(order("rosa", "ana", "eva", "leo"), "ana").isRefused(Refusal.TURN_HELD);
            second.when(order("ana", "eva", "rosa", "leo"), "ana").isRefused(Refusal.TURN_HELD);
        }

        private static OrderTurns order(String... names) {
            return new OrderTurns(Stream.of(names).map(PresenceTest::named).toList());
        }
    }

    @Nested
    class Figures_of_voice {

        @Test
        void are_opened_by_those_who_took_part_without_those_who_never_came() {
            Rehearsal talk = starts(waiting(), "talk", "ana", "rosa", "eva");
            assertThat(talk.room().attendance().people()).isEqualTo(inOrder("ana", "rosa", "eva"));
            Rehearsal two = agreeing(talk, "ana", "rosa");

            assertThat(isShared(two)).isFalse();
            assertThat(isShared(agreeing(two, "eva"))).isTrue();
        }

        @Test
        void wait_for_somebody_who_was_there_and_has_left() {
            Rehearsal left = starts(starts(waiting(), "talk", "ana", "rosa", "eva"), "list", "ana", "rosa");

            assertThat(isShared(agreeing(left, "ana", "rosa"))).isFalse();
        }

        @Test
        void wait_for_somebody_who_came_later_or_had_the_floor() {
            Rehearsal talk = starts(waiting(), "talk", "ana", "rosa").does("ana", new GiveFloor(named("leo")));
            Rehearsal two = agreeing(talk, "ana", "rosa");
            assertThat(isShared(two)).isFalse();

            Rehearsal came = when(
                            agreeing(talk, "ana", "leo"), "rosa", new ShareVoice(true), "ana", "rosa", "leo", "eva")
                    .meeting();
            assertThat(isShared(came)).isFalse();
            assertThat(isShared(agreeing(came, "eva"))).isTrue();
        }

        private static Rehearsal agreeing(Rehearsal meeting, String... names) {
            Rehearsal agreed = meeting;
            for (String name : names) {
                agreed = agreed.does(name, new ShareVoice(true));
            }
            return agreed;
        }

        private static boolean isShared(Rehearsal meeting) {
            return meeting.room().voice(person("ana")).shared();
        }
    }
}
