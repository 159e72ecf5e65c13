package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.support.StoreTest;

@StoreTest
class AccountsTest {

    private final People people;
    private final Accounts accounts;

    AccountsTest(DSLContext db) {
        people = new People(db);
        accounts = people.accounts;
    }

    @Nested
    class A_person {

        @Test
        void is_found_by_id_and_by_address_in_any_case() {
            Person ana = people.add("Ana Ortega");

            assertThat(accounts.person(ana.id())).contains(ana);
            assertThat(accounts.personByEmail("  " + ana.email().toUpperCase(Locale.ROOT)))
                    .contains(ana);
            assertThat(accounts.nameOf(ana.id())).isEqualTo("Ana Ortega");
        }

        @Test
        void has_an_address_nobody_else_has_in_whatever_case() {
            Person ana = people.add("Ana Ortega");
            PersonDraft again = new PersonDraft(
                    people.district, null, "Other", ana.email().toUpperCase(Locale.ROOT), Locale.ENGLISH, "x");

            assertThatThrownBy(() -> accounts.addPerson(again))
                    .isInstanceOf(IntegrityConstraintViolationException.class);
        }

        @Test
        void reads_the_language_chosen_or_english_where_we_do_not_write_it() {
            Person ana = people.add("Ana Ortega");

            accounts.read(ana.id(), Locale.of("es", "MX"));
            assertThat(accounts.person(ana.id()).orElseThrow().locale()).isEqualTo(Locale.of("es"));

            accounts.read(ana.id(), Locale.of("fi"));
            assertThat(accounts.person(ana.id()).orElseThrow().locale()).isEqualTo(Locale.ENGLISH);
        }

        @Test
        void keeps_the_password_out_of_every_text() {
            PersonDraft draft =
                    new PersonDraft(people.district, null, "Ana", "a@north.example", Locale.ENGLISH, People.PASSWORD);

            assertThat(draft.toString()).doesNotContain(People.PASSWORD);
        }

        @Test
        void nobody_knows_has_no_name() {
            assertThat(accounts.person(new PersonId(UUID.randomUUID()))).isEmpty();
            assertThat(accounts.nameOf(new PersonId(UUID.randomUUID()))).isEmpty();
        }
    }

    @Nested
    class A_team {

        @Test
        void has_its_members_by_name_each_once() {
            TeamId team = accounts.addTeam(accounts.addSchool(people.district, "North High"), "Grade 9");
            Person cho = people.add("Cho");
            Person ana = people.add("Ana");
            accounts.join(team, cho.id());
            accounts.join(team, ana.id());
            accounts.join(team, cho.id());

            assertThat(accounts.membersOf(team)).containsExactly(ana, cho);
            assertThat(accounts.isMember(team, cho.id())).isTrue();
            assertThat(accounts.isMember(team, people.add("Dee").id())).isFalse();
        }

        @Test
        void is_found_from_its_members_with_school_and_district() {
            SchoolId school = accounts.addSchool(people.district, "North High");
            TeamId id = accounts.addTeam(school, "Grade 9");
            Person ana = people.add("Ana");
            accounts.join(id, ana.id());

            Team team = new Team(id, school, people.district, "Grade 9");
            assertThat(accounts.teamsOf(ana.id())).containsExactly(team);
            assertThat(accounts.team(id)).contains(team);
            assertThat(accounts.school(school)).contains(new School(school, people.district, "North High"));
        }
    }

    @Test
    void a_district_has_its_own_people_only() {
        Person ana = people.add("Ana");
        DistrictId elsewhere = accounts.addDistrict("South");

        assertThat(accounts.peopleOf(people.district)).contains(ana);
        assertThat(accounts.peopleOf(elsewhere)).isEmpty();
    }
}
