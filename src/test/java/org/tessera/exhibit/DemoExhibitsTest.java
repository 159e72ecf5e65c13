package org.tessera.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.privacy.Clearances;
import org.tessera.support.AppTest;

@AppTest
class DemoExhibitsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Uploads uploads;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Recordings recordings;

    @Autowired
    Finishing finishing;

    @Autowired
    Clearances clearances;

    @Test
    void show_a_picture_and_a_recording_that_waits_for_somebody_to_listen_once_each() {
        DemoDistrict demo = demo();
        PersonId ana = demo.person("ana").id();
        PersonId ben = demo.person("ben").id();
        DemoExhibits part = new DemoExhibits(uploads, exhibits, recordings, finishing, clearances);
        part.addTo(demo);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        exhibits.of(ana).size() == 1 && clearances.awaiting(ana).size() == 1);
        part.addTo(demo);
        assertThat(exhibits.of(ana))
                .extracting(Exhibit::kind, Exhibit::title)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ExhibitKind.PICTURE, DemoExhibits.PICTURE));
        Exhibit tune = exhibits.of(ben).getFirst();
        assertThat(tune.length()).contains(Duration.ofSeconds(8));
        assertThat(exhibits.find(tune.id(), ana)).contains(tune);
        assertThat(uploads.of(ana)).isEmpty();
        assertThat(uploads.of(ben)).isEmpty();
    }

    private DemoDistrict demo() {
        DistrictId district = accounts.addDistrict("Valley");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        Map<String, Person> people = new HashMap<>();
        for (String name : List.of("Ana", "Ben")) {
            PersonId id = accounts.addPerson(new PersonDraft(
                    district, null, name, UUID.randomUUID() + "@valley.example", Locale.ENGLISH, "long enough"));
            accounts.join(team, id);
            people.put(name.toLowerCase(Locale.ROOT), accounts.person(id).orElseThrow());
        }
        return new DemoDistrict(district, accounts.team(team).orElseThrow(), people);
    }
}
