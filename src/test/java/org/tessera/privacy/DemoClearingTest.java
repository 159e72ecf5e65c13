package org.tessera.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.material.PrivacyStatement;
import org.tessera.material.ProgressListener;
import org.tessera.support.AppTest;

@AppTest
@Timeout(180)
@Tag("long")
class DemoClearingTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Materials materials;

    @Autowired
    Clearances clearances;

    @Autowired
    Searching searching;

    @Autowired
    Redaction redaction;

    private DemoDistrict demo;

    @Test
    void shows_one_piece_with_findings_one_that_waits_one_cleared_and_one_stopped_and_they_stay_so() throws Exception {
        people();
        bring(MaterialKind.WORK, "Water task");
        bring(MaterialKind.CONTEXT, "The assignment");
        DemoClearing clearing = new DemoClearing(clearances, searching, redaction, materials);
        clearing.addTo(demo);
        await().atMost(Duration.ofSeconds(120)).until(() -> states().equals(LIVED_IN));
        clearing.addTo(demo);
        read();
        assertThat(states()).isEqualTo(LIVED_IN);
        assertThat(materials.of(demo.team().id())).hasSize(4);
        assertThat(clearances.ofTeamsOf(ana()))
                .filteredOn(one -> one.state() == ClearanceState.FOUND)
                .singleElement()
                .satisfies(one -> assertThat(one.open()).isNotEmpty());
        assertThat(clearances.ofTeamsOf(ana())).allMatch(Clearance::searched);
    }

    private static final Map<String, ClearanceState> LIVED_IN = Map.of(
            "Water task",
            ClearanceState.FOUND,
            "The assignment",
            ClearanceState.BURNED_IN,
            DemoClearing.CLEARED,
            ClearanceState.CONFIRMED,
            DemoClearing.STOPPED,
            ClearanceState.QUARANTINED);

    /** Waits until everything has been read, also what is read for nothing but to find something out anew. */
    private void read() {
        clearances.ofTeamsOf(ana()).forEach(one -> searching.ask(one.subject()));
        java.util.concurrent.CountDownLatch last = new java.util.concurrent.CountDownLatch(1);
        searching.afterwards(clearances.ofTeamsOf(ana()).getFirst().subject(), last::countDown);
        await().atMost(Duration.ofSeconds(120)).until(() -> last.getCount() == 0);
    }

    private Map<String, ClearanceState> states() {
        Map<String, ClearanceState> states = new HashMap<>();
        clearances
                .ofTeamsOf(ana())
                .forEach(one -> states.put(
                        materials
                                .find(new org.tessera.material.MaterialId(
                                        one.subject().id()))
                                .orElseThrow()
                                .title(),
                        one.state()));
        return states;
    }

    private PersonId ana() {
        return demo.person("ana").id();
    }

    private void people() {
        DistrictId district = accounts.addDistrict("Valley");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        Map<String, Person> people = new HashMap<>();
        for (String name : List.of("Ana", "Ben", "Cho")) {
            PersonId id = accounts.addPerson(new PersonDraft(
                    district, null, name, UUID.randomUUID() + "@valley.example", Locale.ENGLISH, "long enough"));
            accounts.join(team, id);
            people.put(name.toLowerCase(Locale.ROOT), accounts.person(id).orElseThrow());
        }
        demo = new DemoDistrict(district, accounts.team(team).orElseThrow(), people);
    }

    private void bring(MaterialKind kind, String title) throws IOException {
        String file = kind == MaterialKind.WORK ? "water-student-work.pdf" : "water-assignment.pdf";
        try (InputStream bytes = DemoClearingTest.class.getResourceAsStream("/seeds/demo/" + file)) {
            materials.take(
                    new MaterialDraft(
                            demo.team().id(),
                            demo.person("ben").id(),
                            title,
                            kind,
                            PrivacyStatement.NO_NAME_OR_CONSENT),
                    file,
                    java.util.Objects.requireNonNull(bytes),
                    ProgressListener.NONE);
        }
    }
}
