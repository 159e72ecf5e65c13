package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.badge.TokenAnswer.Why;

class WalletIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
                "did:web:ana.example",
                "did:web:ana.example%3A8443:people:ana",
                "did:example:a:b::c",
                "https://ana.example/#me",
                "https://ana.example:8443/profile?of=ana%20m",
                "urn:uuid:6d7b6a2c-3e55-4e5c-9d4e-0e2f7b2f7c11",
                "mailto:ana.marisol+badges@north.example"
            })
    void a_whole_id_of_a_known_kind_is_taken_as_it_stands(String id) {
        assertThat(WalletId.read(id)).isEqualTo(new WalletId.Reading.Taken(new WalletId(id)));
        assertThat(WalletId.read(" \t" + id + "\n")).isEqualTo(WalletId.read(id));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ID_MISSING",
        "'  ', ID_MISSING",
        "did:key:z6Mk jZRZ, ID_CHARACTERS",
        "'did:key:z6Mkj\u0000Z', ID_CHARACTERS",
        "did:key:z6Mkj\u200bZRZ, ID_CHARACTERS",
        "https://ana.example/é, ID_CHARACTERS",
        "'https://ana.example/<b>', ID_CHARACTERS",
        "'https://ana.example/\"x', ID_CHARACTERS",
        "https://ana.example\\@evil.example, ID_CHARACTERS",
        "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi, ID_UNKNOWN_KIND",
        "ana@north.example, ID_UNKNOWN_KIND",
        "/badges/1, ID_UNKNOWN_KIND",
        "http://ana.example/, ID_UNKNOWN_KIND",
        "javascript:alert(1), ID_UNKNOWN_KIND",
        "data:text/plain;x, ID_UNKNOWN_KIND",
        "urn:isbn:0451450523, ID_UNKNOWN_KIND",
        "tel:+15550100, ID_UNKNOWN_KIND",
        "DID:key:z6Mk, ID_UNKNOWN_KIND",
        "did:key:, ID_NOT_WHOLE",
        "did:key, ID_NOT_WHOLE",
        "did:Key:z6Mk, ID_NOT_WHOLE",
        "did:key:z6Mk:, ID_NOT_WHOLE",
        "did:key:z6Mk#z6Mk, ID_NOT_WHOLE",
        "did:key:z6Mk/path, ID_NOT_WHOLE",
        "did:key:z6Mk?query, ID_NOT_WHOLE",
        "did:web:ana%3, ID_NOT_WHOLE",
        "did:web:ana%zz, ID_NOT_WHOLE",
        "https:, ID_NOT_WHOLE",
        "https://, ID_NOT_WHOLE",
        "https:/ana.example, ID_NOT_WHOLE",
        "https:ana.example, ID_NOT_WHOLE",
        "https://ana:secret@north.example/, ID_NOT_WHOLE",
        "https://ana.example/%zz, ID_NOT_WHOLE",
        "https://ana.example/[x], ID_NOT_WHOLE",
        "urn:uuid:6d7b6a2c, ID_NOT_WHOLE",
        "urn:uuid:6D7B6A2C-3E55-4E5C-9D4E-0E2F7B2F7C11, ID_NOT_WHOLE",
        "mailto:ana, ID_NOT_WHOLE",
        "mailto:ana@north, ID_NOT_WHOLE",
        "mailto:ana@north.example?subject=x, ID_NOT_WHOLE",
        "'mailto:ana@north.example,bo@north.example', ID_NOT_WHOLE"
    })
    void anything_else_is_refused_for_what_is_wrong_with_it(String given, Why why) {
        assertThat(WalletId.read(given)).isEqualTo(new WalletId.Reading.Not(why));
    }

    @Test
    void the_longest_is_taken_and_one_more_character_is_too_much() {
        String longest = "did:peer:" + "2".repeat(WalletId.LONGEST - "did:peer:".length());
        assertThat(WalletId.read(longest)).isInstanceOf(WalletId.Reading.Taken.class);
        assertThat(WalletId.read(longest + "2")).isEqualTo(new WalletId.Reading.Not(Why.ID_TOO_LONG));
        for (String filler : new String[] {":", "%20", "%", ".", "a.", "@", "/"}) {
            for (String kind : new String[] {"did:a:", "mailto:", "mailto:a@a", "https://a/", "urn:uuid:"}) {
                String filled = kind + filler.repeat((WalletId.LONGEST - kind.length()) / filler.length());
                assertThat(WalletId.read(filled)).as(kind + filler).isNotNull();
            }
        }
    }

    /** What is taken here must not be refused when the token is checked. */
    @ParameterizedTest
    @ValueSource(
            strings = {"did:example:a%20b", "https://ana.example/~a/(b)'*+,;=!$&@:c?d#e", "mailto:a!$'*+_~-@b.example"})
    void every_id_that_is_taken_is_an_address_to_the_check(String id) throws Exception {
        assertThat(WalletId.read(id)).isInstanceOf(WalletId.Reading.Taken.class);
        new BadgeTerms(TokenFormTest.claims(id)).check();
        new Statements(Contexts.bundled())
                .of(new WebToken(TokenFormTest.NOTHING, TokenFormTest.claims(id), new byte[0], new byte[0]).document());
    }
}
