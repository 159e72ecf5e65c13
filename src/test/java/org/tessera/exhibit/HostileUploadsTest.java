package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.support.AppTest;
import org.tessera.support.hostile.HostileFile;
import org.tessera.support.hostile.HostileFiles;
import org.tessera.support.wire.Visitor;

/** A part of the hostile files at every door, on the application other tests share; {@link SiegeTest} brings all of them. */
@AppTest
@Tag("long")
class HostileUploadsTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    @LocalServerPort
    private int port;

    @Test
    void are_more_than_two_hundred_and_all_different() {
        List<HostileFile> all = HostileFiles.all("mark", URI.create("http://127.0.0.1:9"));
        assertThat(all).hasSizeGreaterThan(200);
        Set<String> names = new HashSet<>();
        assertThat(all.stream().map(file -> file.what() + "|" + file.name()).filter(one -> !names.add(one)))
                .as("of the same kind and name")
                .allMatch(one -> one.startsWith("with bits turned over"));
    }

    @Test
    void are_refused_or_kept_and_never_run() throws Exception {
        URI server = URI.create("http://localhost:" + port);
        String email = "ana-" + UUID.randomUUID() + "@example.org";
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        PersonId ana = accounts.addPerson(new PersonDraft(district, null, "Ana", email, Locale.ENGLISH, PASSWORD));
        accounts.join(team, ana);
        officers.install(district, ana);
        Visitor visitor = Visitor.person(server, email, PASSWORD);
        try (Siege siege = new Siege(server)) {
            List<UploadDoor> doors = doors(server, visitor, team.value().toString());
            List<HostileFile> files = siege.files();
            for (int i = 0; i < doors.size(); i++) {
                // what is really drawn takes a process of its own
                boolean draws = i < 3;
                for (int at = i; at < files.size(); at += draws ? 41 : 13) {
                    siege.bring(doors.get(i), files.get(at), visitor);
                }
            }
            doors.forEach(UploadDoor::close);
            siege.isWithstood(Path.of("/tmp"), Path.of(System.getProperty("user.dir")), Path.of("target"));
            assertThat(siege.brought()).isGreaterThan(100);
            assertThat(siege.served())
                    .as("what was kept and could be looked at")
                    .isPositive();
        }
    }

    static List<UploadDoor> doors(URI server, Visitor visitor, String team) {
        List<UploadDoor> doors = new ArrayList<>();
        doors.add(new UploadDoor.Work(visitor, team));
        for (String kind : List.of("picture", "document", "video", "audio")) {
            doors.add(new UploadDoor.Evidence(new Tus(server, visitor), team, kind));
        }
        doors.add(new UploadDoor.Check(Visitor.stranger(server)));
        doors.add(new UploadDoor.Read("protocol", visitor.flow("/protocols/import"), "Take it in"));
        doors.add(new UploadDoor.Read("list of people", visitor.flow("/office/list"), "See what would happen"));
        return doors;
    }
}
