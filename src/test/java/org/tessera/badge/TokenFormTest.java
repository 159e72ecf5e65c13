package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The form of tokens against what the standards print, written out by hand. */
class TokenFormTest {

    static final JsonObject NOTHING = JsonObject.EMPTY_JSON_OBJECT;

    private static final String DID = "did:web:badges.north.example:issuers:" + Samples.DISTRICT;
    private static final String EARNER = "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";

    /** The key that RFC 7638 works out an example with, section 3.1. */
    private static final String MODULUS =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPeb"
                    + "WKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgn"
                    + "Yb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44"
                    + "-csFCur-kEgU8awapJzKnqDKgw";

    private static final String THUMBPRINT = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";

    /** A small badge, as it is kept. */
    private static final String BADGE = """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
                          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id": "https://badges.north.example/badges/6d7b6a2c-3e55-4e5c-9d4e-0e2f7b2f7c11",
             "type": ["VerifiableCredential", "OpenBadgeCredential"],
             "issuer": {"id": "%s", "type": ["Profile"], "name": "North District"},
             "validFrom": "2026-11-01T11:00:00Z",
             "validUntil": "2029-10-31T12:00:00Z",
             "credentialSubject": {
               "type": ["AchievementSubject"],
               "identifier": [{"type": "IdentityObject", "hashed": true, "identityType": "emailAddress",
                               "identityHash": "sha256$00", "salt": "c2FsdA"}],
               "achievement": {"id": "urn:uuid:1f1b3c3a-0000-4000-8000-000000000001", "type": ["Achievement"],
                               "name": "Norms", "description": "Keeps norms.", "criteria": {"narrative": "All of it."}}},
             "credentialStatus": [{"id": "https://badges.north.example/s#7", "type": "BitstringStatusListEntry"}],
             "proof": {"type": "DataIntegrityProof", "proofValue": "z1"}}
            """.formatted(DID);

    static JsonObject claims(String earner) throws Unsound {
        return TokenForm.claims(json(BADGE), new WalletId(earner), Samples.NOW);
    }

    @Test
    void a_header_names_the_key_by_its_address_and_says_nothing_more() {
        assertThat(TokenForm.header(TokenKey.of(DID, key(), Samples.NOW)))
                .hasToString("{\"alg\":\"RS256\",\"kid\":\"https://badges.north.example/issuers/" + Samples.DISTRICT
                        + "/keys/" + THUMBPRINT + "\",\"typ\":\"JWT\"}");
    }

    @Test
    void a_header_carries_the_public_half_of_a_key_that_has_no_address() {
        assertThat(TokenForm.header(TokenKey.of("did:key:z6Mk", key(), Samples.NOW)))
                .hasToString("{\"alg\":\"RS256\",\"jwk\":{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"" + MODULUS
                        + "\"},\"typ\":\"JWT\"}");
    }

    @Test
    void claims_are_the_credential_and_what_the_standard_adds() throws Exception {
        JsonObject expected = json("""
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "https://badges.north.example/badges/6d7b6a2c-3e55-4e5c-9d4e-0e2f7b2f7c11",
                 "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "issuer": {"id": "did:web:badges.north.example:issuers:0b1a6d0c-65d5-4c0a-8a0e-4c6a5a3f8a2b",
                            "type": ["Profile"], "name": "North District"},
                 "validFrom": "2026-11-01T11:00:00Z",
                 "validUntil": "2029-10-31T12:00:00Z",
                 "credentialSubject": {
                   "id": "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
                   "type": ["AchievementSubject"],
                   "identifier": [{"type": "IdentityObject", "hashed": true, "identityType": "emailAddress",
                                   "identityHash": "sha256$00", "salt": "c2FsdA"}],
                   "achievement": {"id": "urn:uuid:1f1b3c3a-0000-4000-8000-000000000001", "type": ["Achievement"],
                                   "name": "Norms", "description": "Keeps norms.", "criteria": {"narrative": "All of it."}}},
                 "credentialStatus": [{"id": "https://badges.north.example/s#7", "type": "BitstringStatusListEntry"}],
                 "iss": "did:web:badges.north.example:issuers:0b1a6d0c-65d5-4c0a-8a0e-4c6a5a3f8a2b",
                 "jti": "https://badges.north.example/badges/6d7b6a2c-3e55-4e5c-9d4e-0e2f7b2f7c11",
                 "sub": "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
                 "nbf": 1793530800,
                 "iat": 1793534400,
                 "exp": 1888142400}
                """);
        assertThat(claims(EARNER)).isEqualTo(expected);
    }

    @Test
    void a_badge_that_does_not_end_makes_a_token_that_does_not() throws Exception {
        JsonObject lasting =
                Json.createObjectBuilder(json(BADGE)).remove("validUntil").build();
        assertThat(TokenForm.claims(lasting, new WalletId(EARNER), Samples.NOW)).doesNotContainKey("exp");
    }

    @Test
    void a_token_is_three_parts_without_padding_of_which_nothing_is_private() throws Exception {
        KeyPair pair = Samples.rsa();
        TokenRing.Signer signer = new TokenRing.Signer(
                TokenKey.of("did:key:z6Mk", new JsonWebKey((RSAPublicKey) pair.getPublic()), Samples.NOW),
                pair.getPrivate());
        String token = TokenForm.write(json(BADGE), new WalletId(EARNER), signer, Samples.NOW);
        assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{342}");
        String[] parts = token.split("\\.", -1);
        assertThat(decoded(parts[0]))
                .isEqualTo(TokenForm.header(signer.published()).toString())
                .doesNotContain("\"d\"");
        assertThat(decoded(parts[1])).isEqualTo(claims(EARNER).toString());
    }

    @Test
    void a_key_is_called_by_the_name_that_the_standard_prints() {
        assertThat(key().thumbprint()).isEqualTo(THUMBPRINT);
    }

    @Test
    void a_key_is_found_where_its_issuer_is_looked_for() {
        UUID district = Samples.DISTRICT;
        assertThat(TokenKey.of("did:web:north.example%3A8443:issuers:" + district, key(), Samples.NOW)
                        .method())
                .isEqualTo("https://north.example:8443/issuers/" + district + "/keys/" + THUMBPRINT);
        assertThat(TokenKey.of("did:key:z6Mk", key(), Samples.NOW).method()).isEqualTo("did:key:z6Mk#" + THUMBPRINT);
    }

    @Test
    void a_key_that_is_too_small_of_another_kind_or_none_is_not_read() {
        assertThat(read("RSA", MODULUS.substring(0, 170), "AQAB")).isEmpty();
        assertThat(read("EC", MODULUS, "AQAB")).isEmpty();
        assertThat(read("RSA", "%", "AQAB")).isEmpty();
        assertThat(read("RSA", MODULUS.repeat(5), "AQAB")).isEmpty();
        assertThat(read("RSA", MODULUS, MODULUS)).isEmpty();
    }

    private static JsonWebKey key() {
        return read("RSA", MODULUS, "AQAB").orElseThrow();
    }

    private static Optional<JsonWebKey> read(String kind, String modulus, String exponent) {
        return JsonWebKey.read(Json.createObjectBuilder()
                .add("kty", kind)
                .add("n", modulus)
                .add("e", exponent)
                .build());
    }

    private static JsonObject json(String text) throws Unsound {
        return CredentialJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
