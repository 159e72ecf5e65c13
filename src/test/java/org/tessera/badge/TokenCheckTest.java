package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.badge.Report.Kind;
import org.tessera.badge.Report.Outcome;
import org.tessera.badge.Report.State.Fails;
import org.tessera.badge.Report.State.NotChecked;

/** Tokens of ours and tokens that pretend to be, against our own check. */
class TokenCheckTest {

    private static final String NORTH = "did:web:badges.north.example:issuers:" + Samples.DISTRICT;
    private static final String SOUTH = "did:web:badges.north.example:issuers:7f6c1a52-0000-4000-8000-000000000002";
    private static final String FAR = "did:web:far.example:issuers:1";
    private static final WalletId EARNER = new WalletId("did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
    private static final Instant BEGAN = Samples.NOW.minusSeconds(86_400);

    private static KeyPair pair;
    private static KeyPair stranger;

    private final Samples.Ours ours = new Samples.Ours();

    @BeforeAll
    static void pairs() throws Exception {
        pair = Samples.rsa();
        stranger = Samples.rsa();
    }

    @BeforeEach
    void what_we_published() throws Exception {
        issuer(NORTH);
        issuer(SOUTH);
        ours.tokenKeys.add(key(NORTH, pair));
        ours.standings.put(Samples.ADDRESS + "/badges/" + Samples.BADGE, Standing.ACTIVE);
    }

    @Nested
    class Our_own {

        @Test
        void is_valid_by_the_name_of_its_key() {
            assertThat(check(token(NORTH)).outcome()).isEqualTo(Outcome.VALID);
        }

        @Test
        void is_valid_by_the_key_it_carries_if_we_published_that_key() throws Exception {
            String did = "did:key:z6Mk";
            issuer(did);
            ours.tokenKeys.clear();
            ours.tokenKeys.add(key(did, pair));
            String token = token(did);
            assertThat(header(token)).containsKey("jwk").doesNotContainKey("kid");
            assertThat(check(token).outcome()).isEqualTo(Outcome.VALID);
        }

        @Test
        void is_valid_in_a_picture() {
            assertThat(ours.verifier()
                            .check(BakedPng.bake(BadgePicture.png(Samples.BADGE), token(NORTH)), Samples.NOW)
                            .outcome())
                    .isEqualTo(Outcome.VALID);
        }

        @Test
        void fails_while_suspended_once_revoked_and_when_nobody_knows_of_it() {
            String id = Samples.ADDRESS + "/badges/" + Samples.BADGE;
            ours.standings.put(id, Standing.SUSPENDED);
            assertFails(check(token(NORTH)), Kind.STATUS, Reason.SUSPENDED);
            ours.standings.put(id, Standing.REVOKED);
            assertFails(check(token(NORTH)), Kind.STATUS, Reason.REVOKED);
            ours.standings.clear();
            assertFails(check(token(NORTH)), Kind.STATUS, Reason.UNREGISTERED);
        }

        @Test
        void is_valid_after_its_key_was_retired_and_not_if_it_was_signed_later_or_before() {
            publish(BEGAN, Optional.of(Samples.NOW));
            assertThat(check(token(NORTH)).outcome()).isEqualTo(Outcome.VALID);
            publish(BEGAN, Optional.of(Samples.NOW.minusSeconds(1)));
            assertFails(check(token(NORTH)), Kind.KEY, Reason.KEY_RETIRED);
            publish(Samples.NOW.plusSeconds(2), Optional.empty());
            assertFails(check(token(NORTH)), Kind.KEY, Reason.KEY_NOT_YET);
        }

        @Test
        void ends_with_its_badge() {
            Instant until = Samples.NOW.plusSeconds(86_400L * 365 * 3);
            assertThat(check(token(NORTH), until.minusSeconds(1)).outcome()).isEqualTo(Outcome.VALID);
            assertFails(check(token(NORTH), until), Kind.TIME, Reason.EXPIRED);
        }
    }

    @Nested
    class A_tampered_one {

        /** Everything the payload says, changed or left out, with the signature as it was. */
        @Test
        void is_rejected_whatever_was_changed() {
            String token = token(NORTH);
            JsonObject claims = claims(token);
            Map<String, JsonObject> variants = new LinkedHashMap<>();
            walk(claims, "", UnaryOperator.identity(), variants);
            assertThat(variants).hasSizeGreaterThan(150).containsKeys("changed /sub", "changed /exp", "without /iat");
            List<String> taken = new ArrayList<>();
            variants.forEach((what, changed) -> {
                if (check(with(token, 1, part(changed))).outcome() != Outcome.INVALID) {
                    taken.add(what);
                }
            });
            assertThat(taken).isEmpty();
        }

        /** Written out, such a number would fill the memory; that it is not takes no signature. */
        @ParameterizedTest
        @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "12345678901234567890", "1e15"})
        void is_rejected_at_once_where_a_time_is_a_number_no_clock_shows(String number) {
            String token = token(NORTH);
            String claims = claims(token).toString().replaceFirst("\"nbf\":\\d+", "\"nbf\":" + number);
            assertThat(claims).contains("\"nbf\":" + number);
            String forged = with(
                    token,
                    1,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)));
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> check(forged))
                            .outcome())
                    .isEqualTo(Outcome.INVALID);
        }

        /** The same, signed by the district itself: what the token says in its own words is what the credential says. */
        @ParameterizedTest
        @ValueSource(strings = {"iss", "jti", "sub", "nbf", "exp"})
        void is_rejected_when_token_and_credential_do_not_agree_even_if_we_signed_it(String claim) {
            JsonObject claims = claims(token(NORTH));
            JsonValue other = claims.get(claim) instanceof JsonNumber number
                    ? Json.createValue(number.longValue() + 1)
                    : Json.createValue(claims.getString(claim) + "a");
            JsonObject header = header(token(NORTH));
            assertFails(check(signed(header, set(claims, claim, other), pair)), Kind.PURPOSE, Reason.TERM_WRONG);
            assertFails(
                    check(signed(
                            header,
                            set(
                                    claims,
                                    claim,
                                    Json.createArrayBuilder().add(other).build()),
                            pair)),
                    Kind.PURPOSE,
                    Reason.TERM_WRONG);
            Report without = check(signed(
                    header, Json.createObjectBuilder(claims).remove(claim).build(), pair));
            if (claim.equals("exp")) {
                // the credential says its end itself
                assertThat(without.outcome()).isEqualTo(Outcome.VALID);
            } else {
                assertFails(without, Kind.PURPOSE, Reason.TERM_MISSING);
            }
        }

        @Test
        void is_rejected_when_it_names_nobody() {
            JsonObject claims = claims(token(NORTH));
            JsonObject nobody = Json.createObjectBuilder(claims.getJsonObject("credentialSubject"))
                    .remove("id")
                    .build();
            JsonObject anonymous =
                    set(Json.createObjectBuilder(claims).remove("sub").build(), "credentialSubject", nobody);
            assertFails(check(signed(header(token(NORTH)), anonymous, pair)), Kind.PURPOSE, Reason.TERM_MISSING);
        }

        @Test
        void is_rejected_without_a_signature() {
            String none = with(token(NORTH), 0, part("{\"alg\":\"none\"}"));
            assertFails(check(none), Kind.PURPOSE, Reason.UNKNOWN_PROOF);
            assertFails(check(with(none, 2, "")), Kind.PURPOSE, Reason.UNKNOWN_PROOF);
            assertFails(check(with(token(NORTH), 2, "")), Kind.SIGNATURE, Reason.BAD_SIGNATURE);
            assertFails(check(with(token(NORTH), 0, part("{\"typ\":\"JWT\"}"))), Kind.PURPOSE, Reason.UNKNOWN_PROOF);
        }

        /** The old trick: our public key, which everybody has, taken for a shared secret. */
        @Test
        void is_rejected_when_our_public_key_is_used_as_a_secret() throws Exception {
            JsonObject header = set(header(token(NORTH)), "alg", Json.createValue("HS256"));
            byte[] jwk = new JsonWebKey((RSAPublicKey) pair.getPublic())
                    .json()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            for (byte[] secret : List.of(pair.getPublic().getEncoded(), jwk)) {
                String text = part(header.toString()) + "." + part(claims(token(NORTH)));
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                String forged = text + "." + JsonWebKey.coded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
                assertFails(check(forged), Kind.PURPOSE, Reason.UNKNOWN_PROOF);
            }
        }

        @Test
        void is_rejected_when_its_header_says_what_none_may() {
            for (String name : List.of("crit", "b64", "x5c", "jku", "zip")) {
                JsonObject header = set(header(token(NORTH)), name, Json.createValue("x"));
                assertFails(check(signed(header, claims(token(NORTH)), pair)), Kind.PURPOSE, Reason.UNKNOWN_PROOF);
            }
        }
    }

    @Nested
    class Another_key {

        @Test
        void in_the_header_of_what_names_us_is_not_ours() {
            assertFails(
                    check(signed(carrying(stranger), claims(token(NORTH)), stranger)), Kind.KEY, Reason.KEY_NOT_OURS);
        }

        @Test
        void beside_the_name_of_ours_is_not_used() {
            JsonObject both =
                    set(carrying(stranger), "kid", header(token(NORTH)).get("kid"));
            assertFails(check(signed(both, claims(token(NORTH)), stranger)), Kind.KEY, Reason.KEY_NOT_OURS);
        }

        @Test
        void under_the_name_of_ours_did_not_sign() {
            assertFails(
                    check(signed(header(token(NORTH)), claims(token(NORTH)), stranger)),
                    Kind.SIGNATURE,
                    Reason.BAD_SIGNATURE);
        }

        @Test
        void under_a_name_that_we_never_gave_is_not_ours() {
            JsonObject unknown = set(
                    header(token(NORTH)),
                    "kid",
                    Json.createValue(header(token(NORTH)).getString("kid") + "x"));
            assertFails(check(signed(unknown, claims(token(NORTH)), pair)), Kind.KEY, Reason.KEY_NOT_OURS);
            JsonObject elsewhere = set(header(token(NORTH)), "kid", Json.createValue("https://evil.example/keys/1"));
            assertFails(check(signed(elsewhere, claims(token(NORTH)), stranger)), Kind.KEY, Reason.KEY_NOT_OURS);
        }

        @Test
        void of_another_district_does_not_speak_for_this_one() {
            TokenKey south = key(SOUTH, stranger);
            ours.tokenKeys.add(south);
            JsonObject named = set(header(token(NORTH)), "kid", Json.createValue(south.method()));
            assertFails(check(signed(named, claims(token(NORTH)), stranger)), Kind.KEY, Reason.KEY_NOT_OF_ISSUER);
            assertFails(
                    check(signed(carrying(stranger), claims(token(NORTH)), stranger)),
                    Kind.KEY,
                    Reason.KEY_NOT_OF_ISSUER);
        }

        @Test
        void of_ours_does_not_speak_for_a_foreign_issuer() {
            assertFails(
                    check(signed(header(token(NORTH)), claims(token(FAR)), pair)), Kind.KEY, Reason.KEY_NOT_OF_ISSUER);
        }
    }

    @Nested
    class A_foreign_one {

        @Test
        void by_a_key_that_would_have_to_be_fetched_is_not_checked() {
            Report report = check(signed(header(token(FAR)), claims(token(FAR)), stranger));
            assertThat(report.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(state(report, Kind.KEY))
                    .isEqualTo(new NotChecked(Reason.FOREIGN_KEY, key(FAR, pair).method()));
            assertThat(state(report, Kind.SIGNATURE)).isEqualTo(new NotChecked(Reason.KEY_UNKNOWN, ""));
        }

        @Test
        void by_a_kind_of_signature_that_is_not_looked_at_is_not_checked() {
            JsonObject header = set(header(token(FAR)), "alg", Json.createValue("ES256"));
            Report report = check(signed(header, claims(token(FAR)), stranger));
            assertThat(report.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(state(report, Kind.PURPOSE)).isEqualTo(new NotChecked(Reason.UNKNOWN_PROOF, "ES256"));
        }

        @Test
        void has_ended_when_only_the_token_says_so() {
            JsonObject claims = Json.createObjectBuilder(claims(token(FAR)))
                    .remove("validUntil")
                    .add("exp", Samples.NOW.getEpochSecond())
                    .build();
            assertFails(check(signed(carrying(stranger), claims, stranger)), Kind.TIME, Reason.PROOF_EXPIRED);
        }
    }

    // ---- making them
    // ------------------------------------------------------------------------------------------------

    private void issuer(String did) throws Exception {
        Multikey key = Multikey.of(Samples.pair().getPublic());
        ours.keys.put(did + "#1", new PublishedKey(did + "#1", did, key, BEGAN, Optional.empty()));
    }

    private void publish(Instant from, Optional<Instant> until) {
        TokenKey key = key(NORTH, pair);
        ours.tokenKeys.clear();
        ours.tokenKeys.add(new TokenKey(key.method(), key.controller(), key.key(), from, until));
    }

    private static TokenKey key(String issuer, KeyPair pair) {
        return TokenKey.of(issuer, new JsonWebKey((RSAPublicKey) pair.getPublic()), BEGAN);
    }

    private static String token(String issuer) {
        return TokenForm.write(
                Samples.badge(issuer), EARNER, new TokenRing.Signer(key(issuer, pair), pair.getPrivate()), Samples.NOW);
    }

    private static JsonObject carrying(KeyPair pair) {
        return TokenForm.header(key("did:key:z6Mk", pair));
    }

    private static String signed(JsonObject header, JsonObject claims, KeyPair pair) {
        String text = part(header.toString()) + "." + part(claims);
        return text + "."
                + JsonWebKey.coded(JsonWebKey.sign(text.getBytes(StandardCharsets.US_ASCII), pair.getPrivate()));
    }

    private static String part(JsonObject json) {
        return part(json.toString());
    }

    private static String part(String json) {
        return JsonWebKey.coded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String with(String token, int at, String part) {
        String[] parts = token.split("\\.", -1);
        parts[at] = part;
        return String.join(".", parts);
    }

    private static JsonObject header(String token) {
        return read(token, 0);
    }

    private static JsonObject claims(String token) {
        return read(token, 1);
    }

    private static JsonObject read(String token, int at) {
        try {
            return CredentialJson.read(Base64.getUrlDecoder().decode(token.split("\\.", -1)[at]));
        } catch (Unsound e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject set(JsonObject object, String name, JsonValue value) {
        return Json.createObjectBuilder(object).add(name, value).build();
    }

    /** Every value changed, every term left out. */
    private static void walk(
            JsonValue value, String path, UnaryOperator<JsonValue> rebuild, Map<String, JsonObject> variants) {
        if (value instanceof JsonObject object) {
            for (String name : object.keySet()) {
                String here = path + "/" + name;
                JsonObject less = Json.createObjectBuilder(object).remove(name).build();
                variants.put("without " + here, rebuild.apply(less).asJsonObject());
                walk(
                        object.get(name),
                        here,
                        child -> {
                            JsonObjectBuilder changed = Json.createObjectBuilder(object);
                            return rebuild.apply(changed.add(name, child).build());
                        },
                        variants);
            }
        } else if (value instanceof jakarta.json.JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                walk(
                        array.get(i),
                        path + "/" + i,
                        child -> rebuild.apply(
                                Json.createArrayBuilder(array).set(at, child).build()),
                        variants);
            }
        } else if (value instanceof JsonString text) {
            variants.put(
                    "changed " + path,
                    rebuild.apply(Json.createValue(text.getString() + "a")).asJsonObject());
        } else if (value instanceof JsonNumber number) {
            variants.put(
                    "changed " + path,
                    rebuild.apply(Json.createValue(number.longValue() + 1)).asJsonObject());
        }
    }

    // ---- what came of it
    // --------------------------------------------------------------------------------------------

    private Report check(String token) {
        return check(token, Samples.NOW);
    }

    private Report check(String token, Instant now) {
        return ours.verifier().check(token.getBytes(StandardCharsets.UTF_8), now);
    }

    private static Report.State state(Report report, Kind kind) {
        return report.steps().stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static void assertFails(Report report, Kind kind, Reason reason) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.INVALID);
        assertThat(state(report, kind)).as(report.toString()).isInstanceOfSatisfying(Fails.class, fails -> assertThat(
                        fails.reason())
                .isEqualTo(reason));
    }
}
