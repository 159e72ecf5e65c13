package org.tessera.room.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.Admission;
import org.tessera.room.MemberId;
import org.tessera.room.Outcome;
import org.tessera.room.PatientEnd;
import org.tessera.room.RoomCommand;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.room.Seat;

/** A team of its own on the running application, and the meetings it prepares. */
final class Cast {

    private final ApplicationContext application;
    private final Rooms rooms;
    private final Map<String, PersonId> people = new LinkedHashMap<>();
    final DistrictId district;
    final TeamId team;

    Cast(ApplicationContext application, String... names) {
        this.application = application;
        this.rooms = application.getBean(Rooms.class);
        Accounts accounts = application.getBean(Accounts.class);
        String run = UUID.randomUUID().toString();
        district = accounts.addDistrict("District " + run);
        SchoolId school = accounts.addSchool(district, "School " + run);
        team = accounts.addTeam(school, "Grade 9 design team");
        for (String name : names) {
            PersonId person = accounts.addPerson(new PersonDraft(
                    district, school, name, name + "-" + run + "@example.org", Locale.ENGLISH, "correct horse " + run));
            accounts.join(team, person);
            people.put(name, person);
        }
    }

    PersonId id(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    SignedIn signedIn(String name, Locale language) {
        return new SignedIn(id(name), name, false, null, language);
    }

    /** A meeting in which {@code roles} are given, in the order of the team; everybody else does not come. */
    RoomId meeting(String pack, Map<String, Role> roles) {
        Map<PersonId, Role> given = new LinkedHashMap<>();
        people.forEach((name, person) -> {
            Role role = roles.get(name);
            if (role != null) {
                given.put(person, role);
            }
        });
        return rooms.prepare(
                new RoomDraft(
                        team,
                        "Looking at fractions",
                        application.getBean(Protocols.class).latest(pack).ref(),
                        given,
                        Optional.empty(),
                        Optional.of("https://meet.example.org/grade-9"),
                        Optional.of("Where does reasoning show?"),
                        List.of(),
                        List.of(),
                        List.of()),
                given.keySet().iterator().next());
    }

    MemberId member(RoomId room, String name) {
        return switch (rooms.enter(room, signedIn(name, Locale.ENGLISH))) {
            case Admission.Entered entered -> entered.member();
            case Admission.Unknown _, Admission.Elsewhere _ -> throw new AssertionError(name + " may not enter");
        };
    }

    /** Gives a command in {@code name}'s name, not through a page. */
    void gives(RoomId room, String name, RoomCommand.OfSeat command) {
        Outcome outcome = rooms.give(room, member(room, name), command);
        if (outcome instanceof Outcome.No no) {
            throw new AssertionError(command + ": " + no.reason());
        }
    }

    /** Goes through the protocol until {@code phase} runs. */
    void goesTo(RoomId room, String facilitator, String phase) {
        List<String> phases = application
                .getBean(Protocols.class)
                .find(application
                        .getBean(Rooms.class)
                        .find(room, signedIn(facilitator, Locale.ENGLISH))
                        .orElseThrow()
                        .pack())
                .orElseThrow()
                .phases()
                .stream()
                .map(each -> each.id())
                .toList();
        for (String each : phases.subList(0, phases.indexOf(phase) + 1)) {
            gives(room, facilitator, new RoomCommand.StartPhase(each));
        }
    }

    /** Connects {@code name}'s board, as the element in the browser does. */
    Seat board(RoomId room, String name) {
        return rooms.sit(room, member(room, name), Locale.ENGLISH, new Deaf(), Optional.empty(), true);
    }

    /** An end that needs no frames. */
    private static final class Deaf implements PatientEnd {
        @Override
        public void deliver(List<String> frames) {}

        @Override
        public void close() {}
    }
}
