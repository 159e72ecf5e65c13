package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.support.AppTest;

@AppTest
class PicksTest {

    private static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");
    private static final CredentialId RELIABILITY = new CredentialId("performance-assessment-reliability");

    @Autowired
    Picks picks;

    @Autowired
    EvidenceLinks links;

    @Autowired
    Accounts accounts;

    private PersonId ana;
    private PersonId gil;
    private PersonId stranger;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        ana = aPerson(district, "Ana");
        gil = aPerson(district, "Gil");
        stranger = aPerson(accounts.addDistrict("South"), "Eva");
    }

    @Test
    void keep_what_the_earner_chose_in_that_order() {
        PickSheet kept = saved(picks.save(sheet(0, Optional.of(gil), RELIABILITY, BUILDING), ana));
        assertThat(kept.version()).isEqualTo(1);
        assertThat(picks.sheet(ana, ana)).contains(kept);
        assertThat(kept.credentials()).containsExactly(RELIABILITY, BUILDING);
        assertThat(kept.planned())
                .containsEntry(new PickSheet.Row(BUILDING, "discussions"), "Three meetings in spring");
    }

    @Test
    void decide_which_stack_the_earner_is_shown_first() {
        assertThat(links.stackOf(ana).ref().id()).isEqualTo(new CredentialId("leading-a-pa-community"));
        saved(picks.save(sheet(0, Optional.of(gil), RELIABILITY, BUILDING), ana));
        assertThat(links.stackOf(ana).ref().id()).isEqualTo(new CredentialId("advanced-pa-design"));
    }

    @Test
    void are_read_and_written_by_the_coach_the_earner_named_and_by_nobody_else() {
        saved(picks.save(sheet(0, Optional.of(gil), BUILDING), ana));
        assertThat(picks.sheet(ana, stranger)).isEmpty();
        assertThat(picks.save(sheet(1, Optional.of(gil), BUILDING), stranger))
                .isEqualTo(new PickAnswer.Refused(PickRefusal.NOT_YOURS));
        assertThat(saved(picks.save(sheet(1, Optional.of(gil), RELIABILITY), gil))
                        .credentials())
                .containsExactly(RELIABILITY);
        assertThat(picks.coachedBy(gil)).contains(ana);
    }

    @Test
    void are_closed_to_a_coach_who_is_one_no_longer() {
        saved(picks.save(sheet(0, Optional.of(gil), BUILDING), ana));
        saved(picks.save(sheet(1, Optional.empty(), BUILDING), ana));
        assertThat(picks.sheet(ana, gil)).isEmpty();
    }

    @Test
    void are_not_handed_on_by_the_coach() {
        saved(picks.save(sheet(0, Optional.of(gil), BUILDING), ana));
        assertThat(picks.save(sheet(1, Optional.empty(), BUILDING), gil))
                .isEqualTo(new PickAnswer.Refused(PickRefusal.COACH_IS_THE_EARNERS_CHOICE));
    }

    @Test
    void are_not_overwritten_by_who_saw_an_older_sheet() {
        saved(picks.save(sheet(0, Optional.of(gil), BUILDING), ana));
        saved(picks.save(sheet(1, Optional.of(gil), RELIABILITY), gil));
        PickAnswer stale = new PickAnswer.Refused(PickRefusal.STALE);
        assertThat(picks.save(sheet(1, Optional.of(gil), BUILDING), ana)).isEqualTo(stale);
        assertThat(picks.save(sheet(0, Optional.of(gil), BUILDING), ana)).isEqualTo(stale);
        assertThat(picks.sheet(ana, ana).orElseThrow().credentials()).containsExactly(RELIABILITY);
    }

    @Test
    void take_no_coach_of_another_district_and_no_credential_that_is_none() {
        assertThat(picks.save(sheet(0, Optional.of(stranger), BUILDING), ana))
                .isEqualTo(new PickAnswer.Refused(PickRefusal.COACH_UNKNOWN));
        assertThat(picks.save(sheet(0, Optional.empty(), new CredentialId("driving")), ana))
                .isEqualTo(new PickAnswer.Refused(PickRefusal.CREDENTIAL_UNKNOWN));
    }

    private PickSheet sheet(int version, Optional<PersonId> coach, CredentialId... credentials) {
        return new PickSheet(
                ana,
                coach,
                "Begin with the meetings",
                List.of(credentials),
                Map.of(new PickSheet.Row(BUILDING, "discussions"), "Three meetings in spring"),
                version);
    }

    private static PickSheet saved(PickAnswer answer) {
        assertThat(answer).isInstanceOf(PickAnswer.Saved.class);
        return ((PickAnswer.Saved) answer).sheet();
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }
}
