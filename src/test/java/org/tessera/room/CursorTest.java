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
    private final Cursor.Maker ofAna = cursor.makerFor(ana);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4711, Long.MAX_VALUE})
    void says_the_same_place_again(long seq) {
        assertThat(cursor.read(ofAna.at(seq), ana)).contains(seq);
    }

    @Test
    void says_nothing_to_anybody_else() {
        assertThat(cursor.read(ofAna.at(7), person("eva"))).isEmpty();
    }

    @Test
    void says_nothing_in_another_room() {
        byte[] otherKey = new byte[16];
        otherKey[15] = 1;

        assertThat(new Cursor(otherKey).read(ofAna.at(7), ana)).isEmpty();
    }

    @Test
    void never_looks_the_same_twice() {
        Set<String> cursors = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            cursors.add(ofAna.at(7));
            cursors.add(cursor.makerFor(ana).at(7));
        }

        assertThat(cursors).hasSize(200);
        assertThat(cursors)
                .extracting(String::length)
                .containsOnly(ofAna.at(Long.MAX_VALUE).length());
    }

    @Test
    void fits_into_an_address() {
        assertThat(ofAna.at(7)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void is_worthless_once_a_single_bit_has_changed() {
        byte[] whole = Base64.getUrlDecoder().decode(ofAna.at(7));
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
