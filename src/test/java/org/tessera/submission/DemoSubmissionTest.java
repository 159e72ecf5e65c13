package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import java.time.Duration;
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
import org.tessera.account.TeamId;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.CredentialId;
import org.tessera.protocol.Role;
import org.tessera.room.YieldKeeper;
import org.tessera.support.AppTest;
import org.tessera.writing.Sources;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

@AppTest
class DemoSubmissionTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Submissions submissions;

    @Autowired
    Writings writings;

    @Autowired
    Sources sources;

    @Autowired
    EvidenceLinks links;

    @Autowired
    Artifacts artifacts;

    @Autowired
    Help help;

    @Autowired
    YieldKeeper keeper;

    @Test
    void shows_a_reflection_in_progress_with_what_it_quotes_and_what_a_coach_says_and_does_so_once() {
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        Person ana = person(district, "Ana Reyes");
        Person gil = person(district, "Gil Moreno");
        accounts.join(team, ana.id());
        keeper.keep(aYield(team)
                .by(ana.id(), Role.FACILITATOR, Duration.ofMinutes(40))
                .handedOver());
        DemoDistrict demo =
                new DemoDistrict(district, accounts.team(team).orElseThrow(), Map.of("ana", ana, "gil", gil));
        DemoSubmission part = new DemoSubmission(submissions, writings, sources, links, artifacts, help);

        part.addTo(demo);
        part.addTo(demo);

        Submission submission = submissions
                .find(ana.id(), new CredentialId("building-a-pa-learning-community"))
                .orElseThrow();
        assertThat(submission.status()).isEqualTo(Status.IN_PROGRESS);
        WritingPlace reflection = new WritingPlace(submission.credential(), "reflection");
        assertThat(writings.at(ana.id(), reflection).text()).contains("(Dweck, 2006)");
        assertThat(writings.versions(ana.id(), reflection)).hasSize(2);
        assertThat(sources.of(ana.id())).hasSize(1);
        assertThat(links.of(ana.id())).hasSize(1);
        assertThat(help.comments(ana.id(), submission.id()))
                .singleElement()
                .satisfies(comment -> assertThat(comment.by()).isEqualTo(gil.id()));
        assertThat(submissions
                        .draft(ana.id(), submission.credential().id())
                        .orElseThrow()
                        .handIn()
                        .references())
                .containsExactly("Dweck, C. S. (2006). Mindset: The new psychology of success. Random House.");
    }

    private Person person(DistrictId district, String name) {
        return accounts.person(accounts.addPerson(new PersonDraft(
                        district,
                        null,
                        name,
                        UUID.randomUUID() + "@example.org",
                        Locale.ENGLISH,
                        "correct horse battery")))
                .orElseThrow();
    }
}
