package org.tessera.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.tessera.submission.PickSheet;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;

@AppTest
class ClearancesTest {

    private static final Permission PARENTS = new Permission(Permission.Giver.PARENTS, Optional.empty());

    private static final Sign A_NAME = new Sign.AtMoment(new Moment(65, Heard.NAME, "at the board"));
    private static final Sign A_FACE = new Sign.AtMoment(new Moment(70, Heard.FACE, ""));

    @Autowired
    Clearances clearances;

    @Autowired
    ClearanceStore store;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    private final Subject recording = Subject.recording(UUID.randomUUID());
    private PersonId ben;
    private PersonId ana;
    private PersonId chloe;
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
        chloe = aPerson(district, "Chloe");
        accounts.join(team, chloe);
        clearances.state(recording, team, ben, 1);
    }

    @Test
    void a_recording_is_cleared_by_a_second_person_of_the_team() {
        assertThat(clearances.isCleared(recording)).isFalse();
        done(ben, new ClearanceCommand.Permit(PARENTS));
        asks(ana);
        assertThat(clearances.awaiting(ana)).extracting(Clearance::subject).containsExactly(recording);
        assertThat(clearances.awaiting(ben)).isEmpty();
        done(ana, new ClearanceCommand.Listen(false));
        done(ana, new ClearanceCommand.Confirm());
        assertThat(clearances.isCleared(recording)).isTrue();
        assertThat(clearances.awaiting(ana)).isEmpty();
    }

    @Test
    void a_stranger_learns_nothing_of_it_and_can_do_nothing() {
        done(ben, new ClearanceCommand.Permit(PARENTS));
        asks(ana);
        assertThat(clearances.find(recording, stranger)).isEmpty();
        assertThat(clearances.trail(recording, stranger)).isEmpty();
        assertThat(clearances.act(stranger, recording, new ClearanceCommand.Listen(true)))
                .isEqualTo(clearances.act(
                        stranger, Subject.recording(UUID.randomUUID()), new ClearanceCommand.Listen(true)))
                .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.UNKNOWN));
    }

    @Test
    void what_was_done_stays_on_the_trail_with_who_did_it() {
        done(ben, new ClearanceCommand.Permit(PARENTS));
        asks(ana);
        clearances.report(ana, recording, Alarm.FACE_OR_VOICE);
        assertThat(clearances.trail(recording, ana))
                .extracting(Trail::deed)
                .containsExactly(Deed.STATED, Deed.PERMITTED, Deed.ASKED, Deed.BURNED_IN, Deed.REPORTED);
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
        asks(ana);
        assertThat(clearances.mark(ana, recording, A_NAME)).isInstanceOf(ClearanceAnswer.Done.class);
        assertThat(clearances.sendBack(ana, recording)).isInstanceOf(ClearanceAnswer.Done.class);
        Clearance found = clearances.find(recording, ben).orElseThrow();
        assertThat(found.findings()).containsExactly(Finding.marked(1, A_NAME, Finding.OPEN));
        assertThat(found.permission()).contains(PARENTS);
        assertThat(found.asked()).contains(ana);
    }

    @Nested
    class Marks {

        @Test
        void are_kept_as_they_are_made_and_sent_together() {
            done(ben, new ClearanceCommand.Permit(PARENTS));
            asks(ana);
            clearances.mark(ana, recording, A_NAME);
            clearances.mark(ana, recording, A_FACE);
            clearances.mark(ana, recording, new Sign.AtMoment(new Moment(9, Heard.OTHER, "")));
            clearances.unmark(ana, recording, 3);
            assertThat(clearances.marks(ana, recording))
                    .containsExactly(new Sign.Kept(1, A_NAME), new Sign.Kept(2, A_FACE));
            assertThat(clearances.find(recording, ben).orElseThrow().findings()).isEmpty();
            clearances.sendBack(ana, recording);
            assertThat(clearances.find(recording, ben).orElseThrow().open()).hasSize(2);
            assertThat(clearances.marks(ana, recording)).isEmpty();
        }

        @Test
        void are_made_by_the_second_person_alone_and_only_while_it_waits() {
            assertThat(clearances.mark(ana, recording, A_NAME))
                    .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.WRONG_STATE));
            done(ben, new ClearanceCommand.Permit(PARENTS));
            asks(ana);
            assertThat(clearances.mark(ben, recording, A_NAME))
                    .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.NOT_YOUR_OWN));
            assertThat(clearances.mark(chloe, recording, A_NAME))
                    .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.NOT_ASKED));
            assertThat(clearances.mark(stranger, recording, A_NAME))
                    .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.UNKNOWN));
            assertThat(clearances.mark(ana, recording, new Sign.OnPage(Place.whole(1))))
                    .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.NO_SUCH_FINDING));
        }
    }

    @Nested
    class A_coach {

        @Test
        void may_be_asked_and_nobody_else_of_another_team() {
            done(ben, new ClearanceCommand.Permit(PARENTS));
            assertThat(clearances.act(ben, recording, new ClearanceCommand.Ask(Optional.of(stranger))))
                    .isEqualTo(new ClearanceAnswer.Refused(ClearanceRefusal.NO_SUCH_PERSON));
            picks.save(new PickSheet(ben, Optional.of(stranger), "", List.of(), Map.of(), 0), ben);
            asks(stranger);
            assertThat(clearances.awaiting(stranger))
                    .extracting(Clearance::subject)
                    .containsExactly(recording);
            assertThat(clearances.awaiting(ana)).isEmpty();
            assertThat(clearances.waitsFor(recording, stranger)).isTrue();
            done(stranger, new ClearanceCommand.Listen(true));
            done(stranger, new ClearanceCommand.Confirm());
            assertThat(clearances.isCleared(recording)).isTrue();
        }
    }

    private void asks(PersonId second) {
        done(ben, new ClearanceCommand.Ask(Optional.of(second)));
        done(ben, new ClearanceCommand.BurnIn());
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
