package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.TeamId;
import org.tessera.credential.CredentialId;
import org.tessera.protocol.Role;
import org.tessera.room.YieldKeeper;
import org.tessera.support.AppTest;

/** Who can never judge somebody's work. */
@AppTest
class AcquaintancesTest {

    private static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");

    @Autowired
    Acquaintances acquaintances;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @Autowired
    Submissions submissions;

    @Autowired
    Help help;

    @Autowired
    YieldKeeper keeper;

    private DistrictId district;
    private SchoolId school;
    private PersonId ana;
    private PersonId gil;
    private PersonId stranger;

    @BeforeEach
    void people() {
        district = accounts.addDistrict("North");
        school = accounts.addSchool(district, "High");
        ana = person("Ana");
        gil = person("Gil");
        stranger = person("Sam");
    }

    @Test
    void nobody_knows_somebody_new_but_themself() {
        assertThat(acquaintances.of(ana)).containsExactly(ana);
    }

    @Test
    void whoever_is_in_any_team_with_them_does() {
        TeamId one = accounts.addTeam(school, "Grade 9");
        TeamId other = accounts.addTeam(school, "Science");
        PersonId ben = person("Ben");
        accounts.join(one, ana);
        accounts.join(one, ben);
        accounts.join(other, ana);
        accounts.join(other, gil);
        assertThat(acquaintances.of(ana)).isEqualTo(Set.of(ana, ben, gil));
        assertThat(acquaintances.of(gil)).isEqualTo(Set.of(ana, gil));
    }

    @Test
    void the_coach_they_chose_does() {
        picks.save(new PickSheet(ana, Optional.of(gil), "", List.of(BUILDING), Map.of(), 0), ana);
        assertThat(acquaintances.of(ana)).contains(gil).doesNotContain(stranger);
    }

    @Test
    void whoever_was_ever_asked_for_help_does_also_when_that_was_withdrawn() {
        submissions.begin(ana, BUILDING, Platform.BLOOMBOARD);
        SubmissionId id = submissions.find(ana, BUILDING).orElseThrow().id();
        help.invite(ana, id, gil, Invitation.Kind.COACH);
        assertThat(acquaintances.of(ana)).contains(gil).doesNotContain(stranger);
        help.withdraw(ana, id, help.invitations(ana, id).getFirst().id());
        assertThat(acquaintances.of(ana)).contains(gil);
    }

    @Test
    void whoever_was_at_a_meeting_with_them_does() {
        TeamId team = accounts.addTeam(school, "Grade 9");
        accounts.join(team, ana);
        keeper.keep(aYield(team)
                .on("validity")
                .by(ana, Role.FACILITATOR, Duration.ofMinutes(40))
                .by(gil, Role.PARTICIPANT, Duration.ZERO)
                .handedOver());
        assertThat(acquaintances.of(ana)).isEqualTo(Set.of(ana, gil));
    }

    private PersonId person(String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }
}
