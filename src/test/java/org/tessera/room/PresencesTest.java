package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.clock.HandClock;
import org.tessera.material.Materials;
import org.tessera.protocol.OwnProtocols;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.support.AppTest;

/** What is kept of who was in a meeting, on a clock turned by hand. */
@AppTest
class PresencesTest {

    private static final Instant START = Instant.parse("2031-03-04T15:00:00Z");

    @Autowired
    RoomStore store;

    @Autowired
    ObjectProvider<YieldKeeper> keepers;

    @Autowired
    Accounts accounts;

    @Autowired
    Protocols protocols;

    @Autowired
    OwnProtocols own;

    @Autowired
    Materials materials;

    @Autowired
    TeamNorms norms;

    @Autowired
    Presences presences;

    private final HandClock clock = HandClock.at(START);
    private LiveRooms live;
    private Rooms rooms;
    private RoomId room;
    private PersonId ana;
    private PersonId ben;
    private TeamId team;

    @BeforeEach
    void a_prepared_meeting() {
        live = new LiveRooms(store, clock, keepers);
        rooms = new Rooms(store, live, accounts, protocols, own, materials, norms, clock);
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = person(district, "Ana");
        ben = person(district, "Ben");
        prepare("post-it-vision");
    }

    private void prepare(String pack) {
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        roles.put(ana, Role.FACILITATOR);
        roles.put(ben, Role.PARTICIPANT);
        room = rooms.prepare(
                new RoomDraft(
                        team,
                        "Monday",
                        protocols.latest(pack).ref(),
                        roles,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                ana);
    }

    @AfterEach
    void leave() {
        live.close();
        clock.close();
    }

    @Test
    void neither_the_waiting_room_nor_a_pause_is_kept_and_the_close_ends_every_stay() {
        sit(ana);
        sit(ben);
        pass(10);
        assertThat(presences.of(ben)).isEmpty();
        gives(ana, new RoomCommand.StartPhase("words"));
        pass(4);
        gives(ana, new RoomCommand.PausePhase("words"));
        pass(30);
        gives(ana, new RoomCommand.ResumePhase("words"));
        pass(2);
        gives(ana, new RoomCommand.EndPhase("words", "enough"));
        pass(5);
        gives(ana, new RoomCommand.CloseRoom("The bell rang."));
        pass(60);
        assertThat(stays(ben)).containsExactly(stay(10, 14), stay(44, 46));
        assertThat(presences.of(ben).getFirst().ended()).contains(at(51));
    }

    @Test
    void who_leaves_and_comes_back_has_two_stays_and_a_second_device_adds_none() {
        sit(ana);
        Seat laptop = sit(ben);
        gives(ana, new RoomCommand.StartPhase("words"));
        pass(1);
        Seat phone = sit(ben);
        pass(1);
        laptop.close();
        settle();
        pass(1);
        phone.close();
        settle();
        pass(2);
        sit(ben);
        pass(1);
        assertThat(stays(ben)).containsExactly(stay(0, 3), new Stay(at(5), Optional.empty()));
    }

    @Test
    void who_sits_at_somebody_elses_device_is_there_too() {
        gives(ana, new RoomCommand.StartPhase("words"));
        Object line = new Object();
        live.find(room).orElseThrow().attend(line, java.util.Set.of(member(ana), member(ben)));
        settle();
        pass(3);
        live.find(room).orElseThrow().attend(line, java.util.Set.of(member(ana)));
        settle();
        assertThat(stays(ben)).containsExactly(stay(0, 3));
    }

    @Test
    void what_a_server_that_died_left_open_ends_with_what_the_log_says_last() {
        sit(ana);
        sit(ben);
        gives(ana, new RoomCommand.StartPhase("words"));
        pass(3);
        gives(ana, new RoomCommand.ExtendPhase("words", 2));
        pass(2);
        try (LiveRooms anew = new LiveRooms(store, clock, keepers)) {
            assertThat(anew.find(room)).isPresent();
            assertThat(stays(ben)).containsExactly(stay(0, 3));
        }
    }

    @Test
    void a_server_that_stops_in_good_order_ends_the_stays_with_its_own_end() {
        sit(ben);
        gives(ana, new RoomCommand.StartPhase("words"));
        pass(7);
        live.close();
        await().untilAsserted(() -> assertThat(stays(ben)).containsExactly(stay(0, 7)));
    }

    @Test
    void work_in_peoples_own_time_is_not_kept() {
        prepare("three-levels-of-text");
        sit(ben);
        gives(
                ana,
                new RoomCommand.StartPhase(protocols
                        .latest("three-levels-of-text")
                        .phases()
                        .getFirst()
                        .id()));
        pass(30);
        assertThat(presences.of(ben)).isEmpty();
    }

    @Test
    void a_guest_has_no_hours() {
        gives(ana, new RoomCommand.StartPhase("words"));
        PersonId guest = new PersonId(UUID.randomUUID());
        Admission.Entered entered =
                (Admission.Entered) rooms.enter(room, new SignedIn(guest, "Gus", true, room.value(), Locale.ENGLISH));
        rooms.sit(room, entered.member(), Locale.ENGLISH, new Deaf(), Optional.empty(), true);
        settle();
        pass(5);
        assertThat(presences.of(guest)).isEmpty();
    }

    private Seat sit(PersonId person) {
        Seat seat = rooms.sit(room, member(person), Locale.ENGLISH, new Deaf(), Optional.empty(), true);
        settle();
        return seat;
    }

    /** Waits until the room has done what it was told. */
    private void settle() {
        rooms.read(room, Room::seq);
    }

    private MemberId member(PersonId person) {
        return rooms.pseudonymOf(room, person).orElseThrow();
    }

    private void gives(PersonId person, RoomCommand.OfSeat command) {
        assertThat(rooms.give(room, member(person), command))
                .as(command.toString())
                .isEqualTo(new Outcome.Done());
        settle();
    }

    private void pass(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
        settle();
    }

    private List<Stay> stays(PersonId person) {
        return presences.of(person).getFirst().stays();
    }

    private static Stay stay(int from, int until) {
        return new Stay(at(from), Optional.of(at(until)));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private PersonId person(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }

    /** An end that needs no frames. */
    private static final class Deaf implements PatientEnd {
        @Override
        public void deliver(List<String> frames) {}

        @Override
        public void close() {}
    }
}
