package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.protocol.DraftEdit;
import org.tessera.protocol.Fit;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.RoomDraft.TimePlan;
import org.tessera.support.AppTest;
import tools.jackson.databind.node.JsonNodeFactory;

@AppTest
class PreparedMeetingsTest {

    private static final Instant TUESDAY = Instant.parse("2026-12-01T15:30:00Z");

    @Autowired
    private PreparedMeetings prepared;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private OwnProtocols own;

    private TeamId design;
    private TeamId science;
    private TeamId faraway;
    private PersonId ana;
    private PersonId ben;
    private PersonId sol;

    @BeforeEach
    void two_teams_with_somebody_in_both_and_one_in_another_district() {
        DistrictId north = accounts.addDistrict("North");
        SchoolId school = accounts.addSchool(north, "North School");
        design = accounts.addTeam(school, "Design team");
        science = accounts.addTeam(school, "Science");
        DistrictId south = accounts.addDistrict("South");
        faraway = accounts.addTeam(accounts.addSchool(south, "South School"), "Far away");
        ana = person(north, "Ana", design);
        ben = person(north, "Ben", design);
        accounts.join(science, ben);
        sol = person(north, "Sol", science);
    }

    private PersonId person(DistrictId district, String name, TeamId team) {
        PersonId id = accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse"));
        accounts.join(team, id);
        return id;
    }

    private static SignedIn as(PersonId person) {
        return new SignedIn(person, "Somebody", false, null, Locale.ENGLISH);
    }

    private RoomId meeting(PackRef pack, Map<PersonId, Role> roles) {
        return rooms.prepare(
                new RoomDraft(
                        design,
                        "Looking at fractions",
                        pack,
                        roles,
                        Optional.of(TUESDAY),
                        Optional.of("https://meet.example.org/design"),
                        Optional.of("Where does reasoning show?"),
                        List.of("We begin on time", "We listen"),
                        List.of(),
                        List.of(),
                        Optional.of(new TimePlan(60, 8))),
                ana);
    }

    private RoomId meeting() {
        return meeting(
                protocols.latest("looking-at-student-work").ref(), Map.of(ana, Role.FACILITATOR, ben, Role.PRESENTER));
    }

    private RoomId copied(CopyAnswer answer) {
        assertThat(answer).isInstanceOf(CopyAnswer.Copied.class);
        return ((CopyAnswer.Copied) answer).room();
    }

    @Nested
    class A_copy {

        @Test
        void has_protocol_title_length_question_and_norms_and_nothing_people_brought() {
            RoomId there = copied(prepared.copy(meeting(), science, Optional.of(TUESDAY), as(ana)));

            RoomSummary summary = rooms.find(there, as(sol)).orElseThrow();
            assertThat(summary.team()).isEqualTo(science);
            assertThat(summary.title()).isEqualTo("Looking at fractions");
            assertThat(summary.pack())
                    .isEqualTo(protocols.latest("looking-at-student-work").ref());
            assertThat(summary.scheduledAt()).contains(TUESDAY);
            Room room = rooms.read(there, state -> state);
            assertThat(room.setting().norms()).containsExactly(Text.of("We begin on time"), Text.of("We listen"));
            assertThat(room.setting().focus().map(Entity.Focus::text)).contains("Where does reasoning show?");
            assertThat(room.agenda().orElseThrow().meeting().orElseThrow().toMinutes())
                    .isEqualTo(60);
            assertThat(room.agenda().orElseThrow().people()).contains(2);
            assertThat(room.setting().meetingUrl()).isEmpty();
            assertThat(room.shelf(Shelf.MATERIALS)).isEmpty();
        }

        @Test
        void is_planned_for_the_people_of_the_team_and_says_that_they_are_fewer_than_the_protocol_is_for() {
            CopyAnswer.Copied answer = (CopyAnswer.Copied) prepared.copy(meeting(), science, Optional.empty(), as(ana));

            assertThat(answer.people()).isEqualTo(2);
            assertThat(answer.pack().groupSize().includes(2)).isFalse();
            assertThat(answer.fit()).isInstanceOf(Fit.Planned.class);
        }

        @Test
        void takes_its_own_time_where_the_length_does_not_fit_those_who_are_copied_in() {
            for (String name : List.of("Uma", "Vic", "Wes", "Xan")) {
                person(accounts.team(design).orElseThrow().district(), name, science);
            }
            RoomId here = rooms.prepare(
                    new RoomDraft(
                            design,
                            "Four words",
                            protocols.latest("save-the-last-word").ref(),
                            Map.of(ana, Role.FACILITATOR, ben, Role.PRESENTER),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.of(new TimePlan(35, 3))),
                    ana);

            CopyAnswer.Copied answer = (CopyAnswer.Copied) prepared.copy(here, science, Optional.empty(), as(ana));

            assertThat(answer.people()).isEqualTo(6);
            assertThat(answer.fit()).isInstanceOf(Fit.Impossible.class);
            Room room = rooms.read(answer.room(), state -> state);
            assertThat(room.agenda().flatMap(Entity.Agenda::people)).isEmpty();
        }

        @Test
        void keeps_the_role_of_who_is_in_both_teams_and_lets_somebody_of_the_team_lead() {
            RoomId there = copied(prepared.copy(meeting(), science, Optional.empty(), as(ana)));

            assertThat(role(there, ben)).contains(Role.PRESENTER);
            assertThat(role(there, sol)).contains(Role.FACILITATOR);
            assertThat(role(there, ana)).isEmpty();
            assertThat(rooms.find(there, as(ana))).isEmpty();
        }

        @Test
        void is_led_by_who_copies_it_if_they_are_of_the_team() {
            RoomId here = meeting(
                    protocols.latest("looking-at-student-work").ref(),
                    Map.of(ana, Role.FACILITATOR, ben, Role.PARTICIPANT));

            RoomId there = copied(prepared.copy(here, science, Optional.empty(), as(ben)));

            assertThat(role(there, ben)).contains(Role.FACILITATOR);
            assertThat(role(there, sol)).contains(Role.PARTICIPANT);
        }

        @Test
        void brings_the_protocol_along_in_its_version_if_it_is_the_teams_own() {
            PackRef first = ownProtocol();
            RoomId here = meeting(first, Map.of(ana, Role.FACILITATOR));
            own.edit(
                    first.id(),
                    ana,
                    List.of(new DraftEdit.Put(
                            "/name/en",
                            JsonNodeFactory.instance.stringNode("Ours"),
                            JsonNodeFactory.instance.stringNode("Ours, later"))));
            own.publish(first.id(), ana, 1, "");

            RoomId there = copied(prepared.copy(here, science, Optional.empty(), as(ana)));

            assertThat(rooms.find(there, as(sol)).orElseThrow().pack()).isEqualTo(first);
            Room room = rooms.read(there, state -> state);
            assertThat(room.written().name().in(Locale.ENGLISH)).isEqualTo("Ours");
            assertThat(own.find(first.id(), sol)).isPresent();
        }

        private Optional<Role> role(RoomId room, PersonId person) {
            return rooms.pseudonymOf(room, person)
                    .flatMap(member ->
                            rooms.read(room, state -> state.member(member).map(Entity.Member::role)));
        }
    }

    @Nested
    class Nothing_is_copied {

        @Test
        void of_a_meeting_that_has_begun() {
            RoomId here = meeting();
            rooms.give(here, rooms.pseudonymOf(here, ana).orElseThrow(), new RoomCommand.StartPhase("norms"));

            assertThat(prepared.copy(here, science, Optional.empty(), as(ana))).isEqualTo(CopyAnswer.Not.BEGUN);
        }

        @Test
        void to_another_district_or_to_nowhere_or_by_strangers() {
            RoomId here = meeting();
            PersonId zoe = person(accounts.team(faraway).orElseThrow().district(), "Zoe", faraway);

            assertThat(prepared.copy(here, faraway, Optional.empty(), as(ana))).isEqualTo(CopyAnswer.Not.UNKNOWN);
            assertThat(prepared.copy(here, new TeamId(UUID.randomUUID()), Optional.empty(), as(ana)))
                    .isEqualTo(CopyAnswer.Not.UNKNOWN);
            assertThat(prepared.copy(here, faraway, Optional.empty(), as(zoe))).isEqualTo(CopyAnswer.Not.UNKNOWN);
            assertThat(prepared.copy(here, science, Optional.empty(), as(sol))).isEqualTo(CopyAnswer.Not.UNKNOWN);
            assertThat(rooms.roomsOf(zoe)).isEmpty();
            assertThat(rooms.roomsOf(sol)).isEmpty();
        }

        @Test
        void to_a_team_without_anybody_to_lead() {
            TeamId empty = accounts.addTeam(accounts.team(design).orElseThrow().school(), "Nobody yet");

            assertThat(prepared.copy(meeting(), empty, Optional.empty(), as(ana)))
                    .isEqualTo(CopyAnswer.Not.NOBODY_THERE);
        }

        @Test
        void if_its_protocol_is_a_third_teams_own() {
            PackRef ours = ownProtocol();
            own.hand(ours.id(), science, ana);
            PersonId tom = person(accounts.team(design).orElseThrow().district(), "Tom", science);
            TeamId third = accounts.addTeam(accounts.team(design).orElseThrow().school(), "Third");
            accounts.join(third, tom);
            RoomId here = rooms.prepare(
                    new RoomDraft(
                            science,
                            "By a borrowed protocol",
                            ours,
                            Map.of(tom, Role.FACILITATOR),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            List.of()),
                    tom);

            assertThat(prepared.copy(here, third, Optional.empty(), as(tom)))
                    .isEqualTo(CopyAnswer.Not.PROTOCOL_NOT_THEIRS);
        }
    }

    @Nested
    class A_room {

        @Test
        void is_not_prepared_by_another_teams_own_protocol() {
            PackRef ours = ownProtocol();
            RoomDraft draft = new RoomDraft(
                    science,
                    "Forged",
                    ours,
                    Map.of(sol, Role.FACILITATOR),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> rooms.prepare(draft, sol))
                    .withMessage("unknown pack");
        }

        @Test
        void keeps_its_version_while_the_team_publishes_another() {
            PackRef first = ownProtocol();
            RoomId here = meeting(first, Map.of(ana, Role.FACILITATOR));

            own.edit(first.id(), ana, List.of(new DraftEdit.RemovePhase("clarify")));
            own.publish(first.id(), ana, 1, "Without questions");

            assertThat(rooms.find(here, as(ana)).orElseThrow().pack()).isEqualTo(first);
            Room room = rooms.read(here, state -> state);
            assertThat(room.written().phase("clarify")).isPresent();
            assertThat(protocols
                            .find(new PackRef(first.id(), "2"))
                            .orElseThrow()
                            .phase("clarify"))
                    .isEmpty();
        }
    }

    private PackRef ownProtocol() {
        String id = own.copy(protocols.latest("tuning").ref(), design, ana, Text.of("Ours"), Text.of("Adapted."))
                .orElseThrow();
        own.publish(id, ana, 0, "");
        return new PackRef(id, "1");
    }
}
