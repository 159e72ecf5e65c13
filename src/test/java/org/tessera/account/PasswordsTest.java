package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.support.StoreTest;

@StoreTest
class PasswordsTest {

    private final DSLContext db;
    private final People people;
    private final Passwords passwords;

    PasswordsTest(DSLContext db) {
        this.db = db;
        people = new People(db);
        passwords = people.passwords;
    }

    @Test
    void the_right_password_opens_the_account() {
        People dear = People.hashedAsInTheProduct(db);
        Person ana = dear.add("Ana");

        assertThat(dear.passwords.check(ana.email(), People.PASSWORD)).isEqualTo(new PasswordAnswer.Right(ana.id()));
        assertThat(dear.passwords.check(ana.email(), People.PASSWORD + "!")).isEqualTo(PasswordAnswer.Refused.WRONG);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_refused_alike() {
        assertThat(passwords.check(people.add("Ana").email(), "not it")).isEqualTo(PasswordAnswer.Refused.WRONG);
        assertThat(passwords.check("nobody@north.example", "not it")).isEqualTo(PasswordAnswer.Refused.WRONG);
    }

    @Test
    void a_password_longer_than_any_of_ours_is_wrong() {
        assertThat(passwords.check(people.add("Ana").email(), "x".repeat(Passwords.LONGEST + 1)))
                .isEqualTo(PasswordAnswer.Refused.WRONG);
    }

    @Test
    void the_stored_hash_names_its_method_and_what_it_cost_and_not_the_password() {
        Passwords dear = People.hashedAsInTheProduct(db).passwords;

        String hash = dear.hash(People.PASSWORD);

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(People.PASSWORD);
        assertThat(dear.hash(People.PASSWORD)).isNotEqualTo(hash);
    }

    @Test
    void a_changed_password_replaces_the_one_before() {
        Person ana = people.add("Ana");

        passwords.change(ana.id(), "another good phrase");

        assertThat(passwords.check(ana.email(), People.PASSWORD)).isEqualTo(PasswordAnswer.Refused.WRONG);
        assertThat(passwords.check(ana.email(), "another good phrase")).isEqualTo(new PasswordAnswer.Right(ana.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "qwertyuiop12",
                "aaaaaaaaaaaa",
                "1qaz2wsx3edc",
                "Password2026!",
                "unbelievable",
                "Tessera2026!",
                "contraseña123",
                "ana.ortega.ana",
                "NorthNorthNorth"
            })
    void what_is_tried_first_cannot_be_chosen(String password) {
        assertThat(passwords.look(password, people.add("Ana Ortega"))).isEqualTo(NewPassword.GUESSED_FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "another good phrase",
                "another long password",
                "four brave otters",
                "seven quiet herons",
                "ein Löffel Regen",
                "日本語のパスワードですよね長い",
                "lamp trout seven ivy",
                "      x  7q  lu  z "
            })
    void anything_else_can_whatever_it_is_made_of(String password) {
        assertThat(passwords.look(password, people.add("Ana Ortega"))).isEqualTo(NewPassword.FITS);
    }

    @Test
    void a_new_one_has_twelve_to_two_hundred_characters() {
        Person ana = people.add("Ana");
        String long200 = "lamp trout seven ivy ".repeat(10).substring(0, Passwords.LONGEST);

        assertThat(passwords.look("lamp trout7", ana)).isEqualTo(NewPassword.TOO_SHORT);
        assertThat(passwords.look("lamp trout 7", ana)).isEqualTo(NewPassword.FITS);
        assertThat(passwords.look(long200, ana)).isEqualTo(NewPassword.FITS);
        assertThat(passwords.look(long200 + "x", ana)).isEqualTo(NewPassword.TOO_LONG);
    }

    @Test
    void is_compared_as_it_was_typed_with_every_space_and_case() {
        Person ana = people.add("Ana");
        String typed = "  Ein Löffel Regen  ";

        passwords.change(ana.id(), typed);

        assertThat(passwords.check(ana.email(), typed)).isEqualTo(new PasswordAnswer.Right(ana.id()));
        for (String other : new String[] {typed.strip(), typed.toLowerCase(Locale.ROOT), typed + " "}) {
            assertThat(passwords.check(ana.email(), other)).isEqualTo(PasswordAnswer.Refused.WRONG);
        }
    }

    @Test
    void after_ten_wrong_ones_even_the_right_one_waits_and_an_unknown_address_waits_too() {
        Person ana = people.add("Ana");
        for (String address : new String[] {ana.email(), "ghost@north.example"}) {
            for (int i = 0; i < 10; i++) {
                assertThat(passwords.check(address, "not it")).isEqualTo(PasswordAnswer.Refused.WRONG);
            }
            assertThat(passwords.check(address, People.PASSWORD)).isEqualTo(PasswordAnswer.Refused.TOO_MANY);
        }

        people.now.updateAndGet(now -> now.plus(Duration.ofSeconds(30)));

        assertThat(passwords.check(ana.email(), People.PASSWORD)).isEqualTo(new PasswordAnswer.Right(ana.id()));
    }

    @Test
    void a_password_does_not_grow_old() {
        Person ana = people.add("Ana");
        people.now.updateAndGet(now -> now.plus(Duration.ofDays(3650)));

        assertThat(passwords.check(ana.email(), People.PASSWORD)).isEqualTo(new PasswordAnswer.Right(ana.id()));
    }

    @Test
    void right_ones_are_not_counted() {
        Person ana = people.add("Ana");

        for (int i = 0; i < 12; i++) {
            assertThat(passwords.check(ana.email(), People.PASSWORD)).isEqualTo(new PasswordAnswer.Right(ana.id()));
        }
    }
}
