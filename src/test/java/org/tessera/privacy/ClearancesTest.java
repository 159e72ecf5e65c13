package org.tessera.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.support.AppTest;

@AppTest
class ClearancesTest {

    private static final Permission PARENTS = new Permission(Permission.Giver.PARENTS, Optional.empty());

    @Autowired
    Clearances clearances;

    @Autowired
    ClearanceStore store;

    @Autowired
    Accounts accounts;

    private final Subject recording = Subject.recording(UUID.randomUUID());
    private PersonId ben;
    private PersonId ana;
    private PersonId stranger;

    @BeforeEach
    void a_recording() {
        DistrictId district = accounts.addDistrict("North");
        TeamId team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ben = aPerson(district, "Ben");
        ana = aPerson(district, "Ana");
        stranger = aPerson(district, "Eva");
        accounts.join(team, ben);
        accounts.join(team, ana);
        clearances.state(recording, team, ben, 1);
    }

    @Test
    void a_recording_is_cleared_by_a_second_person_of_the_team() {
        assertThat(clearances.isCleared(recording)).isFalse();
        done(ben, new ClearanceCommand.Permit(PARENTS));
        done(ben, new ClearanceCommand.BurnIn());
        assertThat(clearances.awaiting(ana)).extracting(Clearance::subject).containsExactly(recording);
        assertThat(clearances.awaiting(ben)).isEmpty();
        done(ana, new ClearanceCommand.Look(1));
        done(ana, new ClearanceCommand.Confirm());
        assertThat(clearances.isCleared(recording)).isTrue();
        assertThat(clearances.awaiting(ana)).isEmpty();
    }

    @Test
    void a_stranger_learns_nothing_of_it_and_can_do_nothing() {
        done(ben, new ClearanceCommand.Permit(PARENTS));
        done(ben, new ClearanceCommand.BurnIn());
        assertThat(clearances.find(recording, stranger)).isEmpty();
        assertThat(clearances.trail(recording, stranger)).isEmpty();
        assertThat(clearances.act(stranger, recording, new ClearanceCommand.Look(1)))
                .isEqualTo(clearances.act(stranger, Subject.recording(UUID.randomUUID()), new ClearanceCommand.Look(1)))
                .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.UNKNOWN));
    }

    @Test
    void what_was_done_stays_on_the_trail_with_who_did_it() {
        done(ben, new ClearanceCommand.Permit(PARENTS));
        done(ben, new ClearanceCommand.BurnIn());
        clearances.report(ana, recording, Alarm.FACE_OR_VOICE);
        assertThat(clearances.trail(recording, ana))
                .extracting(Trail::deed)
                .containsExactly(Deed.STATED, Deed.PERMITTED, Deed.BURNED_IN, Deed.REPORTED);
        assertThat(clearances.trail(recording, ana).getLast().by()).contains(ana);
    }

    @Test
    void whoever_decided_on_an_older_state_is_refused() {
        Clearance old = clearances.find(recording, ben).orElseThrow();
        done(ben, new ClearanceCommand.Permit(PARENTS));
        assertThat(store.update(old, java.time.Instant.EPOCH)).isFalse();
    }

    @Test
    void what_is_stored_is_what_was_decided() {
        done(ben, new ClearanceCommand.Permit(PARENTS));
        done(ben, new ClearanceCommand.Mark(new Place(1, 0.25, 0.5, 0.125, 0.0625)));
        done(ben, new ClearanceCommand.BurnIn());
        done(ana, new ClearanceCommand.SendBack(List.of(Place.whole(1))));
        Clearance found = clearances.find(recording, ben).orElseThrow();
        assertThat(found.findings())
                .containsExactly(
                        new Finding(
                                1,
                                Trait.MARKED,
                                Origin.PERSON,
                                Sureness.CERTAIN,
                                Optional.of(new Place(1, 0.25, 0.5, 0.125, 0.0625)),
                                Finding.COVERED),
                        new Finding(
                                2,
                                Trait.MARKED,
                                Origin.PERSON,
                                Sureness.CERTAIN,
                                Optional.of(Place.whole(1)),
                                Finding.OPEN));
        assertThat(found.permission()).contains(PARENTS);
    }

    private void done(PersonId actor, ClearanceCommand command) {
        assertThat(clearances.act(actor, recording, command)).isInstanceOf(ClearanceAnswer.Done.class);
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district,
                null,
                name + " Example",
                UUID.randomUUID() + "@north.example",
                Locale.ENGLISH,
                "long enough"));
    }
}
