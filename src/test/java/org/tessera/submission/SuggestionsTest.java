package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.tessera.account.TeamId;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.YieldedFixture;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.support.AppTest;

@AppTest
class SuggestionsTest {

    private static final CredentialRef BUILDING =
            new CredentialRef(new CredentialId("building-a-pa-learning-community"), "1");
    private static final Duration LED = Duration.ofMinutes(40);

    @Autowired
    Suggestions suggestions;

    @Autowired
    EvidenceLinks links;

    @Autowired
    Credentials credentials;

    @Autowired
    YieldKeeper keeper;

    @Autowired
    Accounts accounts;

    @Autowired
    Protocols protocols;

    private TeamId team;
    private PersonId ana;
    private PersonId ben;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana");
        ben = aPerson(district, "Ben");
        accounts.join(team, ana);
        accounts.join(team, ben);
    }

    @Nested
    class By_a_rule {

        @Test
        void comes_the_meeting_for_whom_it_would_count_and_for_nobody_else() {
            ArtifactId work = keep(led("student-work"));
            assertThat(artifacts(of(ana), "discussions")).containsExactly(work);
            assertThat(artifacts(of(ben), "discussions")).isEmpty();
        }

        @Test
        void comes_once_for_a_meeting_and_not_its_debrief() {
            RoomId room = new RoomId(UUID.randomUUID());
            keep(led("student-work").in(room).yield("observations"));
            ArtifactId last =
                    keep(led("student-work").in(room).yield("implications").daysLater(1));
            keep(led("student-work").in(room).yield("debrief").daysLater(2));
            assertThat(artifacts(of(ana), "discussions")).containsExactly(last);
        }

        @Test
        void links_nothing_and_goes_once_the_person_has_linked_it() {
            ArtifactId work = keep(led("student-work"));
            of(ana);
            assertThat(links.of(ana)).isEmpty();
            links.link(ana, new LinkDraft(work, BUILDING, "discussions", "I led it"));
            assertThat(artifacts(of(ana), "discussions")).isEmpty();
        }

        @Test
        void does_not_come_for_an_aspect_that_is_covered_already() {
            ArtifactId first = keep(led("student-work"));
            keep(led("student-work").daysLater(7));
            links.link(ana, new LinkDraft(first, BUILDING, "discussions", "I led it"));
            assertThat(artifacts(of(ana), "discussions")).isEmpty();
        }
    }

    @Nested
    class By_a_yield {

        @Test
        void comes_what_a_step_left_for_who_took_part() {
            ArtifactId goals = keep(aYield(team).on("vision").yield("goals").by(ana, Role.PARTICIPANT, Duration.ZERO));
            assertThat(of(ana)).anySatisfy(suggestion -> {
                assertThat(suggestion.artifact().id()).isEqualTo(goals);
                assertThat(suggestion.criterion().id()).isEqualTo("goals");
                assertThat(suggestion.basis()).isEqualTo(Suggestion.Basis.YIELD);
            });
            assertThat(artifacts(of(ben), "goals")).isEmpty();
        }
    }

    @Nested
    class A_dismissed_one {

        @Test
        void does_not_come_again_for_that_person() {
            keep(led("student-work"));
            Suggestion suggestion = of(ana).stream()
                    .filter(one -> one.criterion().id().equals("discussions"))
                    .findFirst()
                    .orElseThrow();
            suggestions.dismiss(ana, suggestion);
            suggestions.dismiss(ana, suggestion);
            assertThat(artifacts(of(ana), "discussions")).isEmpty();
        }
    }

    @Nested
    class Before_a_further_meeting {

        @Autowired
        Repetitions repetitions;

        @Test
        void somebody_is_told_that_it_would_repeat_an_aspect() {
            keep(led("student-work").titled("Lab reports"));
            assertThat(repetitions.of(ana, team, "student-work")).hasValueSatisfying(again -> {
                assertThat(again.covering().title()).isEqualTo("Lab reports");
                assertThat(again.credential().ref()).isEqualTo(BUILDING);
            });
            assertThat(repetitions.of(ana, team, "validity")).isEmpty();
            assertThat(repetitions.of(ben, team, "student-work")).isEmpty();
        }

        @Test
        void nobody_is_told_once_there_are_discussions_enough() {
            keep(led("student-work"));
            keep(led("validity"));
            keep(led("reliability"));
            assertThat(repetitions.of(ana, team, "student-work")).isEmpty();
        }
    }

    @Test
    void name_only_yields_and_requirements_that_exist() {
        List<String> yields = shippedYields();
        assertThat(Serving.ALL).allSatisfy(serving -> {
            assertThat(yields).contains(serving.yield());
            assertThat(credentials
                            .current(new CredentialId(serving.credential()))
                            .flatMap(credential -> credential.criterion(serving.criterion())))
                    .as(serving.toString())
                    .isPresent();
        });
    }

    private List<String> shippedYields() {
        return List.of("post-it-vision", "forming-ground-rules", "assessment-validation", "calibration").stream()
                .flatMap(id -> protocols.latest(id).phases().stream())
                .map(phase -> phase.yields())
                .flatMap(Optional::stream)
                .map(yield -> yield.id())
                .toList();
    }

    private YieldedFixture led(String aspect) {
        return aYield(team).on(aspect).by(ana, Role.FACILITATOR, LED).by(ben, Role.PRESENTER, Duration.ZERO);
    }

    private List<Suggestion> of(PersonId person) {
        return suggestions.of(person, links.matrix(person, credentials.stacks().getFirst()));
    }

    private static List<ArtifactId> artifacts(List<Suggestion> suggestions, String row) {
        return suggestions.stream()
                .filter(one -> one.criterion().id().equals(row))
                .map(one -> one.artifact().id())
                .toList();
    }

    private ArtifactId keep(YieldedFixture fixture) {
        Yielded yielded = fixture.handedOver();
        keeper.keep(yielded);
        return new ArtifactId(yielded.artifact());
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }
}
