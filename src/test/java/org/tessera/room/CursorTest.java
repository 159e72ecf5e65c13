package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.room.Ids.person;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place in the log that only its own room reads, for its own person. */
class CursorTest {

    private final Cursor cursor = new Cursor(new byte[16]);
    private final MemberId ana = person("ana");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4711, Long.MAX_VALUE})
    void says_the_same_place_again(long seq) {
        assertThat(cursor.read(cursor.at(seq, ana), ana)).contains(seq);
    }

    @Test
    void says_nothing_to_anybody_else() {
        assertThat(cursor.read(cursor.at(7, ana), person("eva"))).isEmpty();
    }

    @Test
    void says_nothing_in_another_room() {
        byte[] otherKey = new byte[16];
        otherKey[15] = 1;

        assertThat(new Cursor(otherKey).read(cursor.at(7, ana), ana)).isEmpty();
    }

    @Test
    void never_looks_the_same_twice() {
        Set<String> cursors = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            cursors.add(cursor.at(7, ana));
        }

        assertThat(cursors).hasSize(100);
        assertThat(cursors)
                .extracting(String::length)
                .containsOnly(cursor.at(Long.MAX_VALUE, ana).length());
    }

    @Test
    void fits_into_an_address() {
        assertThat(cursor.at(7, ana)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void is_worthless_once_a_single_bit_has_changed() {
        byte[] whole = Base64.getUrlDecoder().decode(cursor.at(7, ana));
        for (int i = 0; i < whole.length; i++) {
            byte[] tampered = whole.clone();
            tampered[i] ^= 1;

            assertThat(cursor.read(Base64.getUrlEncoder().withoutPadding().encodeToString(tampered), ana))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "not a cursor", "====", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ñ"})
    void is_refused_where_it_is_none(String text) {
        assertThat(cursor.read(text, ana)).isEmpty();
    }
}
