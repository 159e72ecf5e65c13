package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.DEVICE_SEAT;
import static org.tessera.db.Tables.WELCOME_LINK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.InviteAnswer.Invited;
import org.tessera.account.InviteAnswer.Refused;
import org.tessera.support.StoreTest;

/** What officers do in their district, on the real tables; each with an officer of another district beside. */
@StoreTest
class OfficeTest {

    private static final String PASSWORD = "seven quiet herons";

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final People people;
    private final List<Object> published = new ArrayList<>();
    private final OfficeStore store;
    private final SignIns signIns;
    private final Officers officers;
    private final Office office;
    private final WelcomeLinks links;
    private final DeviceSeats seats;

    private Person ivy;
    private Person stranger;
    private SchoolId school;
    private TeamId team;
    private Person ana;

    OfficeTest(DSLContext db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
        people = new People(db);
        store = new OfficeStore(db);
        signIns = new SignIns(new SignInStore(db), people.clock, published::add);
        seats = new DeviceSeats(new DeviceSeatStore(db), people.passwords, people.clock);
        officers = officers("first@north.example");
        office = new Office(store, people.accounts, officers, signIns, transaction, this::publish, people.clock);
        links = links("");
    }

    private Officers officers(String... first) {
        return new Officers(
                new OfficerStore(db), store, people.accounts, signIns, transaction, people.clock, List.of(first));
    }

    private WelcomeLinks links(String mailServer) {
        return new WelcomeLinks(
                new WelcomeLinkStore(db),
                store,
                people.store,
                people.accounts,
                officers,
                people.passwords,
                signIns,
                transaction,
                this::publish,
                people.clock,
                "https://tessera.north.example",
                mailServer);
    }

    private void publish(Object event) {
        published.add(event);
        if (event instanceof PersonSuspended suspended) {
            seats.on(suspended);
        }
    }

    @BeforeEach
    void two_districts() {
        ivy = people.add("Ivy");
        officers.install(people.district, ivy.id());
        ana = people.add("Ana");
        school = people.accounts.addSchool(people.district, "Cedar " + UUID.randomUUID());
        team = people.accounts.addTeam(school, "Nine");
        DistrictId south = people.accounts.addDistrict("South");
        stranger = person(south, "Sol");
        officers.install(south, stranger.id());
        published.clear();
    }

    private Person person(DistrictId district, String name) {
        PersonId id = people.accounts.addPerson(new PersonDraft(
                district, null, name, name + UUID.randomUUID() + "@south.example", Locale.ENGLISH, PASSWORD));
        return people.accounts.person(id).orElseThrow();
    }

    private static InviteDraft draft(String email) {
        return new InviteDraft("Noor", email, null, Set.of(), Locale.ENGLISH);
    }

    private Invited invited() {
        return (Invited) links.invite(ivy.id(), draft(UUID.randomUUID() + "@north.example"));
    }

    private static String secret(Invited invited) {
        String address = invited.link().address();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Access accessOf(Person person) {
        return office.people(ivy.id()).stream()
                .filter(one -> one.person().id().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .access();
    }

    @Nested
    class Who_is_no_officer_of_the_district {

        @Test
        void finds_nothing_of_it_and_changes_nothing() {
            for (PersonId other : List.of(stranger.id(), ana.id())) {
                OfficeAnswer no = other.equals(ana.id()) ? OfficeAnswer.NOT_OFFICER : OfficeAnswer.NOT_FOUND;
                assertThat(office.rename(other, school, "Taken over")).isEqualTo(no);
                assertThat(office.rename(other, team, "Taken over")).isEqualTo(no);
                assertThat(office.rename(other, ivy.id(), "Taken over")).isEqualTo(no);
                assertThat(office.addTeam(other, school, "Theirs")).isEqualTo(no);
                assertThat(office.join(other, team, ana.id())).isEqualTo(no);
                assertThat(office.leave(other, team, ana.id())).isEqualTo(no);
                assertThat(office.suspend(other, ivy.id())).isEqualTo(no);
                assertThat(office.resume(other, ivy.id())).isEqualTo(no);
                assertThat(officers.name(other, ana.id())).isEqualTo(no);
                assertThat(officers.dismiss(other, ivy.id())).isEqualTo(no);
                assertThat(links.newLink(other, ivy.id()))
                        .isEqualTo(no == OfficeAnswer.NOT_OFFICER ? Refused.NOT_OFFICER : Refused.NOT_FOUND);
            }
            assertThat(office.people(stranger.id()))
                    .extracting(one -> one.person().id())
                    .containsExactly(stranger.id());
            assertThat(office.schools(stranger.id())).isEmpty();
            assertThat(office.teams(stranger.id())).isEmpty();
            assertThat(office.trail(stranger.id())).isEmpty();
            assertThat(office.people(ana.id())).isEmpty();
            assertThat(office.schools(ana.id())).isEmpty();
            assertThat(office.trail(ana.id())).isEmpty();
            assertThat(links.foresee(ana.id(), "name,email\nA,a@b.example"))
                    .isEqualTo(InviteListAnswer.Refused.NOT_OFFICER);
            assertThat(links.invite(ana.id(), draft("x@north.example"))).isEqualTo(Refused.NOT_OFFICER);
            assertThat(office.addSchool(ana.id(), "Hers")).isEqualTo(OfficeAnswer.NOT_OFFICER);
            assertThat(people.accounts.team(team)).map(Team::name).contains("Nine");
        }

        @Test
        void puts_nobody_of_it_into_their_own_teams_and_invites_nobody_into_its() {
            SchoolId theirs = people.accounts.addSchool(stranger.district(), "South School");
            TeamId theirTeam = people.accounts.addTeam(theirs, "South Team");

            assertThat(office.join(stranger.id(), theirTeam, ana.id())).isEqualTo(OfficeAnswer.NOT_FOUND);
            assertThat(office.join(ivy.id(), theirTeam, ana.id())).isEqualTo(OfficeAnswer.NOT_FOUND);
            assertThat(links.invite(
                            stranger.id(),
                            new InviteDraft("Noor", "noor@south.example", theirs, Set.of(team), Locale.ENGLISH)))
                    .isEqualTo(Refused.NOT_FOUND);
            assertThat(links.invite(
                            stranger.id(),
                            new InviteDraft("Noor", "noor@south.example", school, Set.of(), Locale.ENGLISH)))
                    .isEqualTo(Refused.NOT_FOUND);
            assertThat(people.accounts.personByEmail("noor@south.example")).isEmpty();
        }
    }

    @Nested
    class Schools_and_teams {

        @Test
        void are_added_and_renamed_and_keep_their_names_apart() {
            String name = "Larkin " + UUID.randomUUID();
            assertThat(office.addSchool(ivy.id(), "  " + name + " ")).isEqualTo(OfficeAnswer.DONE);
            assertThat(office.addSchool(ivy.id(), name.toUpperCase(Locale.ROOT)))
                    .isEqualTo(OfficeAnswer.NAME_TAKEN);
            assertThat(office.rename(ivy.id(), school, name)).isEqualTo(OfficeAnswer.NAME_TAKEN);
            assertThat(office.rename(ivy.id(), school, name + " II")).isEqualTo(OfficeAnswer.DONE);
            assertThat(office.schools(ivy.id())).extracting(School::name).contains(name, name + " II");
            assertThat(office.addTeam(ivy.id(), school, "nine")).isEqualTo(OfficeAnswer.NAME_TAKEN);
            assertThat(office.addTeam(ivy.id(), school, "Ten")).isEqualTo(OfficeAnswer.DONE);
            assertThat(office.rename(ivy.id(), team, "Ten")).isEqualTo(OfficeAnswer.NAME_TAKEN);
            assertThat(office.rename(ivy.id(), team, "NINE")).isEqualTo(OfficeAnswer.DONE);
            assertThat(office.teams(ivy.id())).extracting(Team::name).contains("Ten", "NINE");
        }

        @Test
        void need_a_name_people_can_read() {
            assertThat(office.addSchool(ivy.id(), "  ")).isEqualTo(OfficeAnswer.NAME_MISSING);
            assertThat(office.addTeam(ivy.id(), school, "x".repeat(121))).isEqualTo(OfficeAnswer.NAME_TOO_LONG);
            assertThat(office.rename(ivy.id(), ana.id(), "A\u0007na")).isEqualTo(OfficeAnswer.NAME_INVALID);
        }

        @Test
        void take_people_in_and_let_them_go() {
            assertThat(office.join(ivy.id(), team, ana.id())).isEqualTo(OfficeAnswer.DONE);
            assertThat(office.join(ivy.id(), team, ana.id())).isEqualTo(OfficeAnswer.DONE);
            assertThat(people.accounts.isMember(team, ana.id())).isTrue();

            assertThat(office.leave(ivy.id(), team, ana.id())).isEqualTo(OfficeAnswer.DONE);

            assertThat(people.accounts.isMember(team, ana.id())).isFalse();
            assertThat(people.accounts.person(ana.id())).contains(ana);
            assertThat(office.trail(ivy.id()))
                    .extracting(OfficeDeed::kind)
                    .startsWith(OfficeDeed.Kind.TEAM_LEFT, OfficeDeed.Kind.TEAM_JOINED)
                    .doesNotContainSequence(OfficeDeed.Kind.TEAM_JOINED, OfficeDeed.Kind.TEAM_JOINED);
        }
    }

    @Nested
    class Somebody_invited {

        @Test
        void has_an_account_nobody_can_sign_in_to_before_the_link_is_used() {
            Invited invited = invited();
            String email = invited.person().email();

            assertThat(invited.link().address()).startsWith("https://tessera.north.example/welcome/");
            assertThat(invited.toString()).doesNotContain(secret(invited));
            assertThat(people.passwords.check(email, "")).isEqualTo(PasswordAnswer.Refused.WRONG);
            assertThat(people.passwords.check(email, secret(invited))).isEqualTo(PasswordAnswer.Refused.WRONG);
            assertThat(accessOf(invited.person())).isEqualTo(Access.INVITED);
            assertThat(published).contains(new PersonInvited(invited.person(), invited.link(), true));

            assertThat(links.look(secret(invited))).isEqualTo(new WelcomeAnswer.Welcome(invited.person()));
            assertThat(links.accept(secret(invited), PASSWORD)).isEqualTo(new WelcomeAnswer.Welcome(invited.person()));

            assertThat(people.passwords.check(email, PASSWORD))
                    .isEqualTo(new PasswordAnswer.Right(invited.person().id()));
            assertThat(accessOf(invited.person())).isEqualTo(Access.OPEN);
        }

        @Test
        void leaves_only_a_hash_of_the_secret_in_the_table() {
            Invited invited = invited();

            assertThat(db.selectFrom(WELCOME_LINK)
                            .where(WELCOME_LINK.PERSON_ID.eq(
                                    invited.person().id().value()))
                            .fetchSingle()
                            .getSecretHash())
                    .isEqualTo(Secrets.hash(secret(invited)));
        }

        @Test
        void reads_one_same_answer_for_a_used_an_expired_a_replaced_and_an_unknown_link() {
            Invited used = invited();
            links.accept(secret(used), PASSWORD);
            Invited replaced = invited();
            links.newLink(ivy.id(), replaced.person().id());
            for (String secret : List.of(secret(used), secret(replaced), "", "x", Secrets.random())) {
                assertGone(secret);
            }
            Invited expired = invited();
            people.now.updateAndGet(now -> now.plus(WelcomeLinks.GOOD));
            assertGone(secret(expired));
            assertThat(people.passwords.check(used.person().email(), PASSWORD))
                    .isInstanceOf(PasswordAnswer.Right.class);
            assertThat(accessOf(expired.person())).isEqualTo(Access.LINK_OVER);
        }

        private void assertGone(String secret) {
            assertThat(links.look(secret)).isEqualTo(WelcomeAnswer.Refused.GONE);
            assertThat(links.accept(secret, "another long password")).isEqualTo(WelcomeAnswer.Refused.GONE);
        }

        @Test
        void keeps_the_link_when_the_password_does_not_fit() {
            Invited invited = invited();

            assertThat(links.accept(secret(invited), "short")).isEqualTo(WelcomeAnswer.Refused.TOO_SHORT);
            assertThat(links.accept(secret(invited), "x".repeat(201))).isEqualTo(WelcomeAnswer.Refused.TOO_LONG);
            assertThat(links.accept(secret(invited), "password1234")).isEqualTo(WelcomeAnswer.Refused.GUESSED_FIRST);
            assertThat(links.accept(secret(invited), PASSWORD)).isInstanceOf(WelcomeAnswer.Welcome.class);
        }

        @Test
        void cannot_be_invited_twice_and_an_address_of_elsewhere_is_not_told_apart() {
            Invited invited = invited();

            assertThat(links.invite(ivy.id(), draft(invited.person().email().toUpperCase(Locale.ROOT))))
                    .isEqualTo(Refused.EMAIL_KNOWN);
            assertThat(links.invite(ivy.id(), draft(stranger.email()))).isEqualTo(Refused.EMAIL_ELSEWHERE);
            assertThat(links.invite(ivy.id(), draft("nobody"))).isEqualTo(Refused.EMAIL_WRONG);
            assertThat(links.invite(ivy.id(), new InviteDraft(" ", "a@b.example", null, Set.of(), Locale.ENGLISH)))
                    .isEqualTo(Refused.NAME_MISSING);
        }

        @Test
        void is_met_with_patience_and_then_with_a_pause_when_links_are_guessed() {
            WelcomeLinks fresh = links("");
            WelcomeAnswer last = WelcomeAnswer.Refused.GONE;
            for (int i = 0; i < 130; i++) {
                last = fresh.look(Secrets.random());
            }
            assertThat(last).isEqualTo(WelcomeAnswer.Refused.TOO_MANY);

            people.now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
            assertThat(fresh.look(Secrets.random())).isEqualTo(WelcomeAnswer.Refused.GONE);
        }
    }

    @Nested
    class A_forgotten_password {

        @Test
        void is_set_again_by_a_new_link_which_ends_every_sign_in() {
            SignInId open = signIns.open(ana, "Firefox", true).token().signIn();
            Invited link = (Invited) links.newLink(ivy.id(), ana.id());

            assertThat(people.passwords.check(ana.email(), People.PASSWORD))
                    .as("the old one stays good until then")
                    .isInstanceOf(PasswordAnswer.Right.class);
            assertThat(signIns.isOpen(open)).isTrue();
            links.accept(secret(link), PASSWORD);

            assertThat(signIns.isOpen(open)).isFalse();
            assertThat(people.passwords.check(ana.email(), People.PASSWORD)).isEqualTo(PasswordAnswer.Refused.WRONG);
            assertThat(people.passwords.check(ana.email(), PASSWORD)).isInstanceOf(PasswordAnswer.Right.class);
            assertThat(published).contains(new PersonInvited(ana, link.link(), false));
        }
    }

    @Nested
    class Switching_somebody_off {

        @Test
        void ends_every_sign_in_and_seat_at_once_and_lets_nobody_in_again() {
            OpenedSignIn laptop = signIns.open(ana, "Firefox", true);
            OpenedSignIn theirs = signIns.open(people.add("Ben"), "Edge", true);
            seats.add(theirs.token().signIn(), UUID.randomUUID(), ana.id(), false, "1234");
            Invited link = (Invited) links.newLink(ivy.id(), ana.id());

            assertThat(office.suspend(ivy.id(), ana.id())).isEqualTo(OfficeAnswer.DONE);

            assertThat(signIns.isOpen(laptop.token().signIn())).isFalse();
            assertThat(signIns.restore(laptop.secret())).isEmpty();
            assertThat(published).contains(new SignInEnded(laptop.token().signIn(), ana.id()));
            assertThat(db.fetchExists(DEVICE_SEAT, DEVICE_SEAT.PERSON_ID.eq(ana.id())))
                    .isFalse();
            assertThat(signIns.isOpen(theirs.token().signIn())).isTrue();
            assertThat(people.passwords.check(ana.email(), People.PASSWORD))
                    .isEqualTo(PasswordAnswer.Refused.SUSPENDED);
            assertThat(people.passwords.check(ana.email(), "not it at all")).isEqualTo(PasswordAnswer.Refused.WRONG);
            assertThat(links.accept(secret(link), PASSWORD)).isEqualTo(WelcomeAnswer.Refused.GONE);
            assertThat(links.newLink(ivy.id(), ana.id())).isEqualTo(Refused.SUSPENDED);
            assertThat(officers.name(ivy.id(), ana.id())).isEqualTo(OfficeAnswer.SUSPENDED);
        }

        @Test
        void holds_even_for_a_sign_in_that_slips_in_beside_it() {
            office.suspend(ivy.id(), ana.id());

            OpenedSignIn late = signIns.open(ana, "Firefox", true);

            assertThat(signIns.isOpen(late.token().signIn())).isFalse();
            assertThat(signIns.restore(late.secret())).isEmpty();
        }

        @Test
        void deletes_nothing_and_can_be_taken_back() {
            office.join(ivy.id(), team, ana.id());
            office.suspend(ivy.id(), ana.id());
            assertThat(accessOf(ana)).isEqualTo(Access.SUSPENDED);
            assertThat(people.accounts.isMember(team, ana.id())).isTrue();

            assertThat(office.resume(ivy.id(), ana.id())).isEqualTo(OfficeAnswer.DONE);

            assertThat(people.passwords.check(ana.email(), People.PASSWORD)).isInstanceOf(PasswordAnswer.Right.class);
            assertThat(accessOf(ana)).isEqualTo(Access.OPEN);
        }

        @Test
        void takes_an_officer_everything_an_officer_may() {
            officers.name(ivy.id(), ana.id());
            office.suspend(ivy.id(), ana.id());

            assertThat(officers.districtOf(ana.id())).isEmpty();
            assertThat(office.people(ana.id())).isEmpty();
        }
    }

    @Nested
    class Officers_of_a_district {

        @Test
        void name_and_dismiss_one_another_and_it_is_written_down() {
            assertThat(officers.name(ivy.id(), ana.id())).isEqualTo(OfficeAnswer.DONE);
            assertThat(officers.mayActFor(people.district, ana.id())).isTrue();
            assertThat(officers.dismiss(ana.id(), ivy.id())).isEqualTo(OfficeAnswer.DONE);
            assertThat(officers.districtOf(ivy.id())).isEmpty();
            assertThat(office.trail(ana.id()).getFirst())
                    .isEqualTo(new OfficeDeed(
                            OfficeDeed.Kind.OFFICER_DISMISSED,
                            Optional.of(ana.id()),
                            Optional.of(ivy.id()),
                            "",
                            people.now.get()));
        }

        @Test
        void never_leave_a_district_without_one() {
            People apart = people;
            DistrictId west = apart.accounts.addDistrict("West");
            Person wes = person(west, "Wes");
            Person will = person(west, "Will");
            officers.install(west, wes.id());

            assertThat(officers.dismiss(wes.id(), wes.id())).isEqualTo(OfficeAnswer.LAST_OFFICER);
            assertThat(office.suspend(wes.id(), wes.id())).isEqualTo(OfficeAnswer.LAST_OFFICER);
            officers.name(wes.id(), will.id());
            assertThat(officers.dismiss(wes.id(), wes.id())).isEqualTo(OfficeAnswer.ONESELF);
            assertThat(office.suspend(wes.id(), wes.id())).isEqualTo(OfficeAnswer.ONESELF);
            assertThat(officers.dismiss(wes.id(), will.id())).isEqualTo(OfficeAnswer.DONE);
        }

        @Test
        void cannot_be_dismissed_where_the_installation_names_them() {
            Officers named = officers("ELSE@north.example", " " + ana.email().toUpperCase(Locale.ROOT) + " ");

            assertThat(named.districtOf(ana.id())).contains(people.district);
            assertThat(named.of(people.district)).contains(ana, ivy);
            assertThat(named.dismiss(ivy.id(), ana.id())).isEqualTo(OfficeAnswer.FIRST_OFFICER);
            assertThat(new Office(store, people.accounts, named, signIns, transaction, published::add, people.clock)
                            .suspend(ivy.id(), ana.id()))
                    .isEqualTo(OfficeAnswer.FIRST_OFFICER);
        }
    }

    @Nested
    class A_list {

        private String mail() {
            return UUID.randomUUID() + "@north.example";
        }

        private InviteListAnswer.Forecast foreseen(String list) {
            return (InviteListAnswer.Forecast) links.foresee(ivy.id(), list);
        }

        @Test
        void is_told_before_anything_is_done_and_then_done_as_a_whole() {
            String fresh = mail();
            String list = "name,e-mail,team\nNoor," + fresh + ",Nine\nAna," + ana.email() + ",Nine\nSol,"
                    + stranger.email() + ",Nine\n";
            office.rename(ivy.id(), team, "Team " + team.value());
            String named = list.replace("Nine", "Team " + team.value());
            InviteListAnswer.Forecast seen = foreseen(named);
            assertThat(seen.isSound()).isTrue();
            assertThat(people.accounts.personByEmail(fresh)).isEmpty();

            InviteListAnswer answer = links.inviteAll(ivy.id(), named, seen, Locale.of("es"));

            InviteListAnswer.Done done = (InviteListAnswer.Done) answer;
            assertThat(done.invited()).hasSize(1);
            assertThat(done.joined()).isEqualTo(1);
            assertThat(done.passedOver()).isEqualTo(1);
            Person noor = people.accounts.personByEmail(fresh).orElseThrow();
            assertThat(noor.school()).isEqualTo(school);
            assertThat(noor.locale()).isEqualTo(Locale.of("es"));
            assertThat(people.accounts.membersOf(team)).extracting(Person::id).contains(noor.id(), ana.id());
            assertThat(people.accounts.membersOf(team)).extracting(Person::id).doesNotContain(stranger.id());
        }

        @Test
        void with_a_fault_does_nothing_at_all() {
            String fresh = mail();
            String list = "name,e-mail\nNoor," + fresh + "\nnobody,\n";
            InviteListAnswer.Forecast seen = foreseen(list);

            assertThat(seen.isSound()).isFalse();
            assertThat(links.inviteAll(ivy.id(), list, seen, Locale.ENGLISH))
                    .isEqualTo(InviteListAnswer.Refused.CHANGED);
            assertThat(people.accounts.personByEmail(fresh)).isEmpty();
        }

        @Test
        void does_nothing_once_what_was_seen_is_no_longer_so() {
            String fresh = mail();
            String other = mail();
            String list = "name,e-mail\nNoor," + fresh + "\nOda," + other + "\n";
            InviteListAnswer.Forecast seen = foreseen(list);
            links.invite(ivy.id(), draft(other));

            assertThat(links.inviteAll(ivy.id(), list, seen, Locale.ENGLISH))
                    .isEqualTo(InviteListAnswer.Refused.CHANGED);
            assertThat(people.accounts.personByEmail(fresh)).isEmpty();
        }

        @Test
        void of_another_district_knows_none_of_our_schools() {
            String list = "name,e-mail,school\nNoor," + mail() + ","
                    + people.accounts.school(school).orElseThrow().name() + "\n";

            InviteListAnswer.Forecast theirs = (InviteListAnswer.Forecast) links.foresee(stranger.id(), list);

            assertThat(theirs.isSound()).isFalse();
        }
    }

    @Nested
    class A_first_start {

        private FirstDistrict start(String name, Officers named) {
            WelcomeLinks own = new WelcomeLinks(
                    new WelcomeLinkStore(db),
                    store,
                    people.store,
                    people.accounts,
                    named,
                    people.passwords,
                    signIns,
                    transaction,
                    published::add,
                    people.clock,
                    "https://tessera.north.example/",
                    "");
            return new FirstDistrict(name, named, store, people.accounts, own, transaction);
        }

        private List<PersonInvited> told() {
            return published.stream()
                    .filter(PersonInvited.class::isInstance)
                    .map(PersonInvited.class::cast)
                    .toList();
        }

        @Test
        void makes_the_district_and_its_officers_once_and_a_new_link_only_when_the_first_is_over() {
            String name = "Real " + UUID.randomUUID();
            String email = UUID.randomUUID() + "@real.example";
            Officers named = officers(email);

            start(name, named).begin();
            start(name, named).begin();

            assertThat(told()).hasSize(1);
            Person first = people.accounts.personByEmail(email).orElseThrow();
            assertThat(named.districtOf(first.id())).contains(first.district());
            assertThat(people.accounts.nameOf(first.district())).isEqualTo(name);
            people.now.updateAndGet(now -> now.plus(WelcomeLinks.GOOD));
            start(name, named).begin();
            assertThat(told()).hasSize(2);
            WelcomeLink link = told().getLast().link();
            links.accept(link.address().substring(link.address().lastIndexOf('/') + 1), PASSWORD);
            people.now.updateAndGet(now -> now.plus(WelcomeLinks.GOOD));
            start(name, named).begin();
            assertThat(told()).as("who has come in needs none").hasSize(2);
        }

        @Test
        void leaves_people_alone_who_have_an_account_already() {
            start("Real " + UUID.randomUUID(), officers(ana.email())).begin();

            assertThat(told()).isEmpty();
            assertThat(people.accounts.person(ana.id()).orElseThrow().district())
                    .isEqualTo(people.district);
        }
    }
}
