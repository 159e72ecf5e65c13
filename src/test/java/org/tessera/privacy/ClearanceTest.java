package org.tessera.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

class ClearanceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PersonId BEN = new PersonId(UUID.randomUUID());
    private static final PersonId ANA = new PersonId(UUID.randomUUID());
    private static final PersonId CHLOE = new PersonId(UUID.randomUUID());
    private static final Place HEAD = new Place(1, 0.1, 0.1, 0.2, 0.05);
    private static final Permission PARENTS = new Permission(Permission.Giver.PARENTS, Optional.of(TODAY.plusDays(30)));

    private Clearance clearance = Clearance.stated(
            new Subject(Subject.Kind.MATERIAL, UUID.randomUUID()), new TeamId(UUID.randomUUID()), BEN, 2);

    @Nested
    class Covering {

        @Test
        void waits_for_the_search() {
            does(BEN, new ClearanceCommand.Permit(PARENTS));
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.BEING_SEARCHED);
        }

        @Test
        void is_over_only_when_everything_found_is_decided() {
            searched(found(Trait.LIKELY_NAME), found(Trait.LISTED_WORD));
            does(BEN, new ClearanceCommand.Permit(PARENTS));
            does(BEN, new ClearanceCommand.Cover(1));
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.STILL_OPEN);
            does(BEN, new ClearanceCommand.Dismiss(2, Dismissal.A_WORD));
            does(BEN, new ClearanceCommand.BurnIn());
            assertThat(clearance.state()).isEqualTo(ClearanceState.BURNED_IN);
            assertThat(clearance.covered()).containsExactly(HEAD);
        }

        @Test
        void a_listed_name_cannot_be_dismissed() {
            searched(found(Trait.LISTED_NAME));
            assertThat(refused(BEN, new ClearanceCommand.Dismiss(1, Dismissal.A_WORD)))
                    .isEqualTo(ClearanceRefusal.MUST_BE_COVERED);
        }

        @Test
        void needs_to_know_whose_permission_there_is_and_that_it_holds() {
            searched();
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.NOT_PERMITTED);
            assertThat(refused(
                            BEN,
                            new ClearanceCommand.Permit(
                                    new Permission(Permission.Giver.SCHOOL, Optional.of(TODAY.minusDays(1))))))
                    .isEqualTo(ClearanceRefusal.PERMISSION_OVER);
        }

        @Test
        void is_its_owners_alone() {
            searched(found(Trait.LIKELY_NAME));
            assertThat(refused(ANA, new ClearanceCommand.Cover(1))).isEqualTo(ClearanceRefusal.OWNER_ONLY);
            assertThat(refused(ANA, new ClearanceCommand.Mark(HEAD))).isEqualTo(ClearanceRefusal.OWNER_ONLY);
            assertThat(refused(ANA, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.OWNER_ONLY);
        }

        @Test
        void may_be_of_a_place_nothing_was_found_at_and_be_thought_better_of_until_it_is_burned_in() {
            searched();
            does(BEN, new ClearanceCommand.Permit(PARENTS));
            does(BEN, new ClearanceCommand.Mark(HEAD));
            does(BEN, new ClearanceCommand.Mark(Place.whole(2)));
            does(BEN, new ClearanceCommand.Unmark(2));
            does(BEN, new ClearanceCommand.BurnIn());
            assertThat(clearance.covered()).containsExactly(HEAD);
            assertThat(refused(BEN, new ClearanceCommand.Unmark(1))).isEqualTo(ClearanceRefusal.BURNED);
            assertThat(refused(BEN, new ClearanceCommand.Mark(HEAD))).isEqualTo(ClearanceRefusal.WRONG_STATE);
        }

        @Test
        void is_to_be_decided_about_again_when_a_later_search_finds_something() {
            searched();
            does(BEN, new ClearanceCommand.Permit(PARENTS));
            does(BEN, new ClearanceCommand.BurnIn());
            does(ANA, new ClearanceCommand.Look(1));
            does(ANA, new ClearanceCommand.Look(2));
            does(ANA, new ClearanceCommand.Confirm());
            searched();
            assertThat(clearance.state()).isEqualTo(ClearanceState.CONFIRMED);
            searched(found(Trait.LIKELY_NAME));
            assertThat(clearance.state()).isEqualTo(ClearanceState.FOUND);
            assertThat(clearance.isClearedOn(TODAY)).isFalse();
            assertThat(clearance.unseen()).containsExactly(1, 2);
        }

        @Test
        void of_a_page_that_is_none_is_refused() {
            searched();
            assertThat(refused(BEN, new ClearanceCommand.Mark(Place.whole(3))))
                    .isEqualTo(ClearanceRefusal.NO_SUCH_FINDING);
        }
    }

    @Nested
    class A_second_person {

        @Test
        void is_not_the_owner() {
            burnedIn();
            assertThat(refused(BEN, new ClearanceCommand.Look(1))).isEqualTo(ClearanceRefusal.NOT_YOUR_OWN);
            assertThat(refused(BEN, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_YOUR_OWN);
            assertThat(refused(BEN, new ClearanceCommand.SendBack(List.of(new Sign.OnPage(HEAD)))))
                    .isEqualTo(ClearanceRefusal.NOT_YOUR_OWN);
        }

        @Test
        void has_to_open_every_page_alone() {
            burnedIn();
            does(ANA, new ClearanceCommand.Look(1));
            assertThat(refused(ANA, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ALL_SEEN);
            does(CHLOE, new ClearanceCommand.Look(2));
            assertThat(refused(CHLOE, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ALL_SEEN);
            assertThat(refused(ANA, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ALL_SEEN);
            does(CHLOE, new ClearanceCommand.Look(1));
            does(CHLOE, new ClearanceCommand.Confirm());
            assertThat(clearance.isClearedOn(TODAY)).isTrue();
        }

        @Test
        void comes_after_the_covering() {
            searched();
            assertThat(refused(ANA, new ClearanceCommand.Look(1))).isEqualTo(ClearanceRefusal.WRONG_STATE);
            assertThat(refused(ANA, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.WRONG_STATE);
        }

        @Test
        void sends_back_with_places_that_the_owner_has_to_see_to() {
            burnedIn();
            assertThat(refused(ANA, new ClearanceCommand.SendBack(List.of())))
                    .isEqualTo(ClearanceRefusal.NOTHING_MARKED);
            does(ANA, new ClearanceCommand.SendBack(List.of(new Sign.OnPage(HEAD))));
            assertThat(clearance.state()).isEqualTo(ClearanceState.FOUND);
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.STILL_OPEN);
            does(BEN, new ClearanceCommand.Cover(1));
            does(BEN, new ClearanceCommand.BurnIn());
            assertThat(clearance.seen()).isEmpty();
        }
    }

    @Nested
    class What_is_cleared {

        @Test
        void is_so_only_once_confirmed() {
            assertThat(clearance.isClearedOn(TODAY)).isFalse();
            searched();
            assertThat(clearance.isClearedOn(TODAY)).isFalse();
            burnedIn();
            assertThat(clearance.isClearedOn(TODAY)).isFalse();
        }

        @Test
        void is_so_no_longer_than_the_permission_holds() {
            confirmed();
            assertThat(clearance.isClearedOn(TODAY.plusDays(30))).isTrue();
            assertThat(clearance.isClearedOn(TODAY.plusDays(31))).isFalse();
            assertThat(clearance.isHeldOn(TODAY.plusDays(31))).isTrue();
        }

        @Test
        void is_stopped_at_once_by_whoever_reports_it_and_shown_again_only_after_the_whole_way() {
            confirmed();
            does(CHLOE, new ClearanceCommand.Report(Alarm.NAME_SEEN));
            assertThat(clearance.isClearedOn(TODAY)).isFalse();
            assertThat(clearance.isHeldOn(TODAY)).isTrue();
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.WRONG_STATE);
            does(BEN, new ClearanceCommand.TakeUp());
            does(BEN, new ClearanceCommand.Mark(HEAD));
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.NOT_PERMITTED);
            does(BEN, new ClearanceCommand.Permit(PARENTS));
            does(BEN, new ClearanceCommand.BurnIn());
            assertThat(clearance.isHeldOn(TODAY)).isTrue();
            looked(ANA);
            does(ANA, new ClearanceCommand.Confirm());
            assertThat(clearance.isHeldOn(TODAY)).isFalse();
            assertThat(clearance.isClearedOn(TODAY)).isTrue();
        }

        @Test
        void is_held_back_when_the_permission_is_withdrawn() {
            confirmed();
            does(ANA, new ClearanceCommand.Withdraw());
            assertThat(clearance.state()).isEqualTo(ClearanceState.WITHDRAWN);
            assertThat(clearance.isClearedOn(TODAY)).isFalse();
            assertThat(clearance.isHeldOn(TODAY)).isTrue();
            assertThat(refused(BEN, new ClearanceCommand.Withdraw())).isEqualTo(ClearanceRefusal.WRONG_STATE);
        }
    }

    @Nested
    class A_recording {

        private static final Sign A_NAME = new Sign.AtMoment(new Moment(65, Heard.NAME, "at the board"));

        @BeforeEach
        void is_stated_and_permitted() {
            clearance = Clearance.stated(Subject.recording(UUID.randomUUID()), new TeamId(UUID.randomUUID()), BEN, 1);
            does(BEN, new ClearanceCommand.Permit(PARENTS));
        }

        @Test
        void waits_for_the_person_its_owner_asked_and_for_nobody_else() {
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.NOBODY_ASKED);
            asked(ANA);
            assertThat(clearance.waitsFor(ANA)).isTrue();
            assertThat(clearance.waitsFor(CHLOE)).isFalse();
            assertThat(clearance.waitsFor(BEN)).isFalse();
            assertThat(refused(CHLOE, new ClearanceCommand.Listen(true))).isEqualTo(ClearanceRefusal.NOT_ASKED);
            assertThat(refused(CHLOE, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ASKED);
            assertThat(refused(CHLOE, new ClearanceCommand.SendBack(List.of(A_NAME))))
                    .isEqualTo(ClearanceRefusal.NOT_ASKED);
            assertThat(refused(BEN, new ClearanceCommand.Listen(true))).isEqualTo(ClearanceRefusal.NOT_YOUR_OWN);
        }

        @Test
        void is_confirmed_once_all_of_it_was_listened_to() {
            asked(ANA);
            assertThat(refused(ANA, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ALL_HEARD);
            assertThat(refused(ANA, new ClearanceCommand.Look(1))).isEqualTo(ClearanceRefusal.WRONG_STATE);
            does(ANA, new ClearanceCommand.Listen(false));
            assertThat(clearance.isClearedOn(TODAY)).isFalse();
            does(ANA, new ClearanceCommand.Confirm());
            assertThat(clearance.isClearedOn(TODAY)).isTrue();
            assertThat(clearance.waitsFor(ANA)).isFalse();
        }

        @Test
        void tells_on_its_trail_whether_it_was_played_or_somebody_said_so() {
            asked(ANA);
            assertThat(deedOf(ANA, new ClearanceCommand.Listen(false))).isEqualTo(Deed.HEARD);
            assertThat(deedOf(ANA, new ClearanceCommand.Listen(true))).isEqualTo(Deed.SAID_HEARD);
        }

        @Test
        void has_to_be_listened_to_anew_by_somebody_else_who_is_asked_instead() {
            asked(ANA);
            does(ANA, new ClearanceCommand.Listen(false));
            does(BEN, new ClearanceCommand.Ask(Optional.of(CHLOE)));
            assertThat(refused(ANA, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ASKED);
            assertThat(refused(CHLOE, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ALL_HEARD);
            assertThat(refused(BEN, new ClearanceCommand.Ask(Optional.of(BEN))))
                    .isEqualTo(ClearanceRefusal.NOT_YOUR_OWN);
            assertThat(refused(BEN, new ClearanceCommand.Ask(Optional.empty())))
                    .isEqualTo(ClearanceRefusal.NOBODY_ASKED);
            assertThat(refused(ANA, new ClearanceCommand.Ask(Optional.of(ANA)))).isEqualTo(ClearanceRefusal.OWNER_ONLY);
        }

        @Test
        void goes_back_with_the_moments_named_and_each_is_answered_before_it_is_asked_about_again() {
            asked(ANA);
            assertThat(refused(ANA, new ClearanceCommand.SendBack(List.of(new Sign.OnPage(HEAD)))))
                    .isEqualTo(ClearanceRefusal.NOTHING_MARKED);
            does(ANA, new ClearanceCommand.SendBack(List.of(A_NAME)));
            assertThat(clearance.state()).isEqualTo(ClearanceState.FOUND);
            assertThat(clearance.waitsFor(ANA)).isFalse();
            assertThat(clearance.open()).singleElement().satisfies(one -> assertThat(one.moment())
                    .contains(new Moment(65, Heard.NAME, "at the board")));
            assertThat(refused(BEN, new ClearanceCommand.BurnIn())).isEqualTo(ClearanceRefusal.STILL_OPEN);
            assertThat(refused(BEN, new ClearanceCommand.Cover(1))).isEqualTo(ClearanceRefusal.WRONG_STATE);
            does(BEN, new ClearanceCommand.Dismiss(1, Dismissal.A_SUBSTITUTE));
            does(BEN, new ClearanceCommand.BurnIn());
            assertThat(refused(ANA, new ClearanceCommand.Confirm())).isEqualTo(ClearanceRefusal.NOT_ALL_HEARD);
        }

        private void asked(PersonId second) {
            does(BEN, new ClearanceCommand.Ask(Optional.of(second)));
            does(BEN, new ClearanceCommand.BurnIn());
        }

        private Deed deedOf(PersonId actor, ClearanceCommand command) {
            return ((ClearanceDecision.Happens) clearance.decide(command, actor, TODAY)).deed();
        }
    }

    @Nested
    class Pages {

        @Test
        void are_looked_at_by_anybody_of_the_team_until_their_owner_asks_one() {
            burnedIn();
            assertThat(clearance.waitsFor(CHLOE)).isTrue();
            does(BEN, new ClearanceCommand.Ask(Optional.of(ANA)));
            assertThat(refused(CHLOE, new ClearanceCommand.Look(1))).isEqualTo(ClearanceRefusal.NOT_ASKED);
            looked(ANA);
            does(ANA, new ClearanceCommand.Confirm());
            assertThat(clearance.isClearedOn(TODAY)).isTrue();
        }
    }

    @Nested
    class A_title {

        private static final Finding NAMES_SOMEBODY =
                new Finding(0, Trait.LISTED_NAME, Origin.TITLE, Sureness.CERTAIN, Optional.empty(), Finding.OPEN);

        @Test
        void that_names_somebody_is_changed_by_its_owner_and_cannot_be_covered() {
            searched(NAMES_SOMEBODY);
            assertThat(refused(BEN, new ClearanceCommand.Cover(1))).isEqualTo(ClearanceRefusal.WRONG_STATE);
            assertThat(refused(BEN, new ClearanceCommand.Dismiss(1, Dismissal.A_WORD)))
                    .isEqualTo(ClearanceRefusal.MUST_BE_COVERED);
            assertThat(clearance.renamed(List.of(), ANA))
                    .isEqualTo(new ClearanceDecision.Refused(ClearanceRefusal.OWNER_ONLY));
            clearance = after(clearance.renamed(List.of(NAMES_SOMEBODY), BEN));
            assertThat(clearance.open()).hasSize(1);
            clearance = after(clearance.renamed(List.of(), BEN));
            assertThat(clearance.open()).isEmpty();
        }
    }

    @Nested
    class A_moment {

        @Test
        void is_read_and_written_as_players_do() {
            assertThat(Moment.second("0:07")).contains(7);
            assertThat(Moment.second(" 12:05 ")).contains(725);
            assertThat(Moment.second("1:00:09")).contains(3609);
            assertThat(Moment.second("7")).isEmpty();
            assertThat(Moment.second("0:61")).isEmpty();
            assertThat(Moment.clock(725)).isEqualTo("12:05");
            assertThat(Moment.clock(3609)).isEqualTo("1:00:09");
        }
    }

    private void burnedIn() {
        searched();
        does(BEN, new ClearanceCommand.Permit(PARENTS));
        does(BEN, new ClearanceCommand.BurnIn());
    }

    private void confirmed() {
        burnedIn();
        looked(ANA);
        does(ANA, new ClearanceCommand.Confirm());
    }

    private void looked(PersonId by) {
        for (int page = 1; page <= clearance.pages(); page++) {
            does(by, new ClearanceCommand.Look(page));
        }
    }

    private void searched(Finding... found) {
        clearance = after(clearance.searched(List.of(found)));
    }

    private void does(PersonId actor, ClearanceCommand command) {
        clearance = after(clearance.decide(command, actor, TODAY));
    }

    private ClearanceRefusal refused(PersonId actor, ClearanceCommand command) {
        assertThat(clearance.decide(command, actor, TODAY)).isInstanceOf(ClearanceDecision.Refused.class);
        return ((ClearanceDecision.Refused) clearance.decide(command, actor, TODAY)).why();
    }

    private static Clearance after(ClearanceDecision decision) {
        assertThat(decision).isInstanceOf(ClearanceDecision.Happens.class);
        return ((ClearanceDecision.Happens) decision).after();
    }

    private static Finding found(Trait trait) {
        return new Finding(0, trait, Origin.READING, Sureness.LIKELY, Optional.of(HEAD), Finding.OPEN);
    }
}
