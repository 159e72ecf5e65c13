package org.tessera.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tessera.Tessera;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.SignIns;
import org.tessera.account.TeamId;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;

/**
 * Prepares meetings on a database that the packaged server is then started with, and signs everybody in beforehand: what a
 * password costs is not what is measured. Through the product’s own doors, in a process that has ended before anything is
 * timed.
 */
final class Preparation {

    private static final String FILE = "seats";

    private Preparation() {}

    /** A room and the cookies of who sits in it; the first facilitates. */
    record Prepared(UUID room, List<String> cookies) {

        /** The cookies with their name, as a client sends them. */
        List<String> sessions() {
            return cookies.stream().map(cookie -> "tessera=" + cookie).toList();
        }
    }

    /** Arguments: folder of the database, the binaries, how many rooms, people in each, the protocol. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        SpringApplication product = new SpringApplication(Tessera.class);
        product.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        "quickPasswordEncoder",
                        PasswordEncoder.class,
                        Preparation::quick,
                        definition -> definition.setPrimary(true)));
        try (ConfigurableApplicationContext application = product.run(
                "--server.port=0",
                "--tessera.database.folder=" + folder.resolve("database"),
                "--tessera.database.binaries=" + args[1],
                "--tessera.files=" + folder.resolve("files"))) {
            List<String> lines = new ArrayList<>();
            int people = Integer.parseInt(args[3]);
            for (int room = 0; room < Integer.parseInt(args[2]); room++) {
                Prepared prepared = prepare(application, people, args[4]);
                lines.add(prepared.room() + " " + String.join(" ", prepared.cookies()));
            }
            Files.write(folder.resolve(FILE), lines);
        }
    }

    /** What was prepared in a folder. */
    static List<Prepared> read(Path folder) throws java.io.IOException {
        return Files.readAllLines(folder.resolve(FILE)).stream()
                .map(line -> List.of(line.split(" ", -1)))
                .map(words -> new Prepared(UUID.fromString(words.getFirst()), words.subList(1, words.size())))
                .toList();
    }

    /** Nobody signs in with these passwords: the cookies are there already. */
    private static PasswordEncoder quick() {
        return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
    }

    /** Prepares one meeting on a running application. */
    static Prepared prepare(ApplicationContext application, int people, String pack) {
        Accounts accounts = application.getBean(Accounts.class);
        SignIns signIns = application.getBean(SignIns.class);
        String run = UUID.randomUUID().toString();
        DistrictId district = accounts.addDistrict("District " + run);
        SchoolId school = accounts.addSchool(district, "School " + run);
        TeamId team = accounts.addTeam(school, "Team " + run);
        Map<PersonId, Role> roles = new LinkedHashMap<>();
        List<String> cookies = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            PersonId person = accounts.addPerson(new PersonDraft(
                    district,
                    school,
                    "Person " + number,
                    "person-" + number + "-" + run + "@example.org",
                    Locale.ENGLISH,
                    "correct horse " + run));
            accounts.join(team, person);
            roles.put(person, number == 0 ? Role.FACILITATOR : Role.PARTICIPANT);
            Person known = accounts.person(person).orElseThrow();
            cookies.add(signIns.open(known, "bench", true).secret());
        }
        PersonId first = roles.keySet().iterator().next();
        RoomId room = application
                .getBean(Rooms.class)
                .prepare(
                        new RoomDraft(
                                team,
                                "Meeting",
                                application
                                        .getBean(Protocols.class)
                                        .latest(pack)
                                        .ref(),
                                roles,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("Where does reasoning show?"),
                                List.of(),
                                List.of(),
                                List.of()),
                        first);
        return new Prepared(room.value(), cookies);
    }
}
