package org.tessera.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.tessera.support.StoreTest;

@StoreTest
class GuestsTest {

    private static final UUID ROOM = UUID.randomUUID();

    private final People people;
    private final Entrance entrance = new Entrance();
    private final Guests guests;

    GuestsTest(DSLContext db) {
        people = new People(db);
        guests = guests(entrance);
    }

    @Test
    void are_let_into_the_room_of_their_code_under_the_name_they_gave() {
        JoinAnswer.Joined joined = (JoinAnswer.Joined) guests.join("abc-DEF", "  Gus Díaz ", Locale.of("es", "MX"));

        assertThat(joined.room()).isEqualTo(ROOM);
        assertThat(joined.locale()).isEqualTo(Locale.of("es"));
        assertThat(entrance.admitted).isEqualTo("Gus Díaz");
        assertThat(people.accounts.nameOf(joined.guest())).isEqualTo("Gus Díaz");
    }

    @Test
    void are_refused_a_code_that_opens_nothing() {
        assertThat(guests.join("NOTHIN", "Gus", Locale.ENGLISH)).isEqualTo(JoinAnswer.Refused.CODE_UNKNOWN);
    }

    @Test
    void are_refused_where_no_room_takes_guests_at_all() {
        assertThat(guests(null).join("ABCDEF", "Gus", Locale.ENGLISH)).isEqualTo(JoinAnswer.Refused.CODE_UNKNOWN);
    }

    @Test
    void need_a_name_of_one_to_sixty_characters() {
        assertThat(guests.join("ABCDEF", " ", Locale.ENGLISH)).isEqualTo(JoinAnswer.Refused.NAME_EMPTY);
        assertThat(guests.join("ABCDEF", "🎈".repeat(60), Locale.ENGLISH)).isInstanceOf(JoinAnswer.Joined.class);
        assertThat(guests.join("ABCDEF", "🎈".repeat(61), Locale.ENGLISH)).isEqualTo(JoinAnswer.Refused.NAME_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gus\nAna", "Gus\u0000", "\u202Esuga", "Gus\u2028Ana", "G\uD83D", "\u200B"})
    void are_refused_names_nobody_can_read(String name) {
        assertThat(guests.join("ABCDEF", name, Locale.ENGLISH)).isEqualTo(JoinAnswer.Refused.NAME_INVALID);
    }

    @Test
    void are_counted_only_when_they_fail() {
        for (int i = 0; i < 50; i++) {
            assertThat(guests.join("ABCDEF", "Gus " + i, Locale.ENGLISH)).isInstanceOf(JoinAnswer.Joined.class);
        }
        for (int i = 0; i < 40; i++) {
            assertThat(guests.join("NOTHIN", "Gus", Locale.ENGLISH)).isEqualTo(JoinAnswer.Refused.CODE_UNKNOWN);
        }

        assertThat(guests.join("NOTHIN", "Gus", Locale.ENGLISH)).isEqualTo(JoinAnswer.Refused.TOO_MANY);
        assertThat(guests.join("ABCDEF", "Gus", Locale.ENGLISH)).isInstanceOf(JoinAnswer.Joined.class);
    }

    private Guests guests(GuestDoor door) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (door != null) {
            beans.addBean("door", door);
        }
        ObjectProvider<GuestDoor> provider = beans.getBeanProvider(GuestDoor.class);
        return new Guests(people.store, provider, people.clock);
    }

    /** One room that takes guests. */
    private static final class Entrance implements GuestDoor {

        private String admitted = "";

        @Override
        public Optional<UUID> roomForCode(String code) {
            return code.equals("ABCDEF") ? Optional.of(ROOM) : Optional.empty();
        }

        @Override
        public void admitted(UUID room, PersonId guest, String name) {
            admitted = name;
        }
    }
}
