package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.db.Tables.SIGN_IN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.tessera.support.StoreTest;

@StoreTest
class SignInsTest {

    private final DSLContext db;
    private final People people;
    private final List<Object> published = new ArrayList<>();
    private final SignIns signIns;

    SignInsTest(DSLContext db) {
        this.db = db;
        this.people = new People(db);
        this.signIns = newServer();
    }

    @Test
    void is_found_again_by_its_secret_and_by_nothing_else() {
        Person ana = people.add("Ana");
        OpenedSignIn opened = signIns.open(ana, "Firefox", false);

        assertThat(signIns.restore(opened.secret())).contains(opened.token());
        assertThat(signIns.restore(opened.secret() + "x")).isEmpty();
        assertThat(signIns.restore("")).isEmpty();
    }

    @Test
    void survives_a_restart_of_the_server() {
        OpenedSignIn opened = signIns.open(people.add("Ana"), "Firefox", false);

        assertThat(newServer().restore(opened.secret())).contains(opened.token());
    }

    @Test
    void of_a_guest_survives_it_too_with_the_room_and_the_language() {
        PersonId guest = new PersonId(UUID.randomUUID());
        UUID room = UUID.randomUUID();
        people.store.addGuest(guest, room, "Gus", Locale.of("es"), people.now.get());
        OpenedSignIn opened = signIns.open(new JoinAnswer.Joined(guest, room, "Gus", Locale.of("es")), "Chrome");

        SignInToken token = newServer().restore(opened.secret()).orElseThrow();

        assertThat(token.person()).isEqualTo(new SignedIn(guest, "Gus", true, room, Locale.of("es")));
        assertThat(token.getAuthorities()).extracting("authority").containsExactly(SignInToken.GUEST);
    }

    @Test
    void leaves_only_a_hash_of_the_secret_in_the_table() throws Exception {
        OpenedSignIn opened = signIns.open(people.add("Ana"), "Firefox", false);

        byte[] stored = db.select(SIGN_IN.SECRET_HASH)
                .from(SIGN_IN)
                .where(SIGN_IN.ID.eq(opened.token().signIn()))
                .fetchSingle()
                .value1();

        assertThat(stored)
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(opened.secret().getBytes(StandardCharsets.UTF_8)));
        assertThat(opened.toString()).doesNotContain(opened.secret());
    }

    @Test
    void that_nobody_uses_ends_after_two_weeks() {
        OpenedSignIn opened = signIns.open(people.add("Ana"), "Firefox", true);

        pass(SignIns.IDLE.minusSeconds(1));
        assertThat(signIns.use(opened.token().signIn())).isTrue();
        pass(SignIns.IDLE.minusSeconds(1));
        assertThat(signIns.isOpen(opened.token().signIn()))
                .as("used in between")
                .isTrue();
        pass(SignIns.IDLE.plusSeconds(1));
        assertThat(signIns.isOpen(opened.token().signIn())).isFalse();
        assertThat(signIns.restore(opened.secret())).isEmpty();
    }

    @Test
    void is_not_kept_open_by_a_page_that_only_asks_whether_it_is() {
        OpenedSignIn opened = signIns.open(people.add("Ana"), "Firefox", true);
        for (int day = 1; day < 14; day++) {
            pass(Duration.ofDays(1));
            assertThat(signIns.isOpen(opened.token().signIn())).isTrue();
        }

        pass(Duration.ofDays(1));

        assertThat(signIns.isOpen(opened.token().signIn())).isFalse();
    }

    @Test
    void whose_time_has_run_out_is_told_to_those_who_hold_its_pages() {
        Person ana = people.add("Ana");
        SignInId idle = signIns.open(ana, "Firefox", true).token().signIn();
        PersonId guest = new PersonId(UUID.randomUUID());
        UUID room = UUID.randomUUID();
        people.store.addGuest(guest, room, "Gus", Locale.ENGLISH, people.now.get());
        SignInId ofGuest = signIns.open(new JoinAnswer.Joined(guest, room, "Gus", Locale.ENGLISH), "Chrome")
                .token()
                .signIn();
        pass(SignIns.GUEST.minusSeconds(1));
        signIns.endRunOut();
        assertThat(published).isEmpty();

        pass(Duration.ofSeconds(1));
        signIns.endRunOut();
        assertThat(published).containsExactly(new SignInEnded(ofGuest, guest));
        pass(SignIns.IDLE);
        SignInId used = signIns.open(ana, "Edge", true).token().signIn();
        signIns.endRunOut();
        signIns.endRunOut();

        assertThat(published).containsExactly(new SignInEnded(ofGuest, guest), new SignInEnded(idle, ana.id()));
        assertThat(signIns.isOpen(used)).isTrue();
    }

    @Test
    void ends_after_two_months_however_much_it_is_used() {
        OpenedSignIn opened = signIns.open(people.add("Ana"), "Firefox", true);
        for (int week = 0; week < 8; week++) {
            pass(Duration.ofDays(7));
            assertThat(signIns.use(opened.token().signIn())).isTrue();
        }

        pass(Duration.ofDays(4));

        assertThat(signIns.isOpen(opened.token().signIn())).isFalse();
    }

    @Test
    void that_is_ended_tells_those_who_hold_its_pages_once() {
        Person ana = people.add("Ana");
        SignInId id = signIns.open(ana, "Firefox", false).token().signIn();

        signIns.end(id);
        signIns.end(id);

        assertThat(signIns.isOpen(id)).isFalse();
        assertThat(published).containsExactly(new SignInEnded(id, ana.id()));
    }

    @Test
    void of_one_person_end_together_and_those_of_others_stay() {
        Person ana = people.add("Ana");
        SignInId laptop = signIns.open(ana, "Firefox", false).token().signIn();
        SignInId phone = signIns.open(ana, "Safari", true).token().signIn();
        SignInId bens = signIns.open(people.add("Ben"), "Edge", true).token().signIn();
        assertThat(signIns.of(ana.id())).extracting(SignInSummary::id).containsExactlyInAnyOrder(laptop, phone);

        signIns.endAll(ana.id());

        assertThat(signIns.of(ana.id())).isEmpty();
        assertThat(signIns.isOpen(bens)).isTrue();
        assertThat(published)
                .containsExactlyInAnyOrder(new SignInEnded(laptop, ana.id()), new SignInEnded(phone, ana.id()));
    }

    /** A server that has just started: it knows what the database knows. */
    private SignIns newServer() {
        return new SignIns(new SignInStore(db), people.clock, published::add);
    }

    private void pass(Duration time) {
        people.now.updateAndGet(now -> now.plus(time));
    }
}
