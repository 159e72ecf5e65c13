package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.badge.Report.Kind;
import org.tessera.badge.Report.Outcome;
import org.tessera.badge.Report.State.Fails;
import org.tessera.badge.Report.State.NotChecked;

class VerifierTest {

    private static final String ISSUER = "did:web:badges.north.example:issuers:1";

    private final Samples.Ours ours = new Samples.Ours();
    private KeyPair pair;
    private Multikey key;
    private String method;

    @BeforeEach
    void a_key() throws Exception {
        pair = Samples.pair();
        key = Multikey.of(pair.getPublic());
        method = ISSUER + "#" + key.text();
        publish(Samples.NOW.minusSeconds(86_400), Optional.empty());
        ours.standings.put(Samples.ADDRESS + "/badges/" + Samples.BADGE, Standing.ACTIVE);
    }

    @Nested
    class Our_own {

        @Test
        void is_valid() {
            assertThat(check(signed()).outcome()).isEqualTo(Outcome.VALID);
        }

        @Test
        void is_valid_after_its_key_was_retired_and_not_if_it_was_signed_later() {
            publish(Samples.NOW.minusSeconds(86_400), Optional.of(Samples.NOW.minusSeconds(60)));
            assertThat(check(signed()).outcome()).isEqualTo(Outcome.VALID);
            publish(Samples.NOW.minusSeconds(86_400), Optional.of(Samples.NOW.minusSeconds(4_000)));
            assertFails(check(signed()), Kind.KEY, Reason.KEY_RETIRED);
            publish(Samples.NOW.minusSeconds(60), Optional.empty());
            assertFails(check(signed()), Kind.KEY, Reason.KEY_NOT_YET);
        }

        @Test
        void fails_by_a_key_we_never_had() throws Exception {
            Multikey stranger = Multikey.of(Samples.pair().getPublic());
            JsonObject forged = Samples.proofs()
                    .sign(Samples.badge(ISSUER), ISSUER + "#" + stranger.text(), pair.getPrivate(), Samples.NOW);
            assertFails(check(forged), Kind.KEY, Reason.KEY_NOT_OURS);
        }

        @Test
        void fails_if_our_key_signed_for_another_issuer() {
            JsonObject other = Samples.proofs()
                    .sign(Samples.badge("did:web:elsewhere.example"), method, pair.getPrivate(), Samples.NOW);
            assertFails(check(other), Kind.KEY, Reason.KEY_NOT_OF_ISSUER);
        }

        @Test
        void fails_while_suspended_once_revoked_and_when_nobody_knows_of_it() {
            String id = Samples.ADDRESS + "/badges/" + Samples.BADGE;
            ours.standings.put(id, Standing.SUSPENDED);
            assertFails(check(signed()), Kind.STATUS, Reason.SUSPENDED);
            ours.standings.put(id, Standing.REVOKED);
            assertFails(check(signed()), Kind.STATUS, Reason.REVOKED);
            ours.standings.clear();
            assertFails(check(signed()), Kind.STATUS, Reason.UNREGISTERED);
        }
    }

    @Nested
    class Time {

        @Test
        void is_the_moment_of_the_check_to_the_second() {
            Instant until = Samples.NOW.plusSeconds(86_400L * 365 * 3);
            assertThat(check(signed(), until.minusSeconds(1)).outcome()).isEqualTo(Outcome.VALID);
            assertFails(check(signed(), until), Kind.TIME, Reason.EXPIRED);
        }

        @Test
        void forgives_a_clock_five_minutes_and_no_more() {
            Instant from = Samples.NOW.minusSeconds(3600);
            assertThat(check(signed(), from.minusSeconds(300)).outcome()).isEqualTo(Outcome.VALID);
            assertFails(check(signed(), from.minusSeconds(301)), Kind.TIME, Reason.NOT_YET_VALID);
        }
    }

    @Nested
    class A_proof {

        @Test
        void for_another_purpose_vouches_for_nothing() {
            JsonObject proof = Json.createObjectBuilder(signed().getJsonObject("proof"))
                    .add("proofPurpose", "authentication")
                    .build();
            JsonObject other =
                    Json.createObjectBuilder(signed()).add("proof", proof).build();
            assertFails(check(other), Kind.PURPOSE, Reason.WRONG_PURPOSE);
        }

        @Test
        void that_is_missing_fails_and_two_are_not_checked() {
            JsonObject bare = Json.createObjectBuilder(signed()).remove("proof").build();
            assertFails(check(bare), Kind.PURPOSE, Reason.NO_PROOF);
            JsonObject twice = Json.createObjectBuilder(signed())
                    .add(
                            "proof",
                            Json.createArrayBuilder().add(signed().get("proof")).add(signed().get("proof")))
                    .build();
            assertThat(check(twice).outcome()).isEqualTo(Outcome.UNDECIDED);
        }

        @Test
        void by_a_did_key_counts_for_that_issuer_only() throws Exception {
            KeyPair stranger = Samples.pair();
            Multikey other = Multikey.of(stranger.getPublic());
            JsonObject posing = Samples.proofs()
                    .sign(
                            Samples.badge("https://harvard.example"),
                            other.didKey() + "#" + other.text(),
                            stranger.getPrivate(),
                            Samples.NOW);
            assertFails(check(posing), Kind.KEY, Reason.KEY_NOT_OF_ISSUER);
        }
    }

    @Nested
    class What_is_not_read {

        @Test
        void is_everything_two_readers_could_understand_in_two_ways() {
            String json = signed().toString();
            assertFails(check("{\"id\":\"a\"," + json.substring(1)), Kind.FORM, Reason.SAID_TWICE);
            assertFails(check(json.replace("\"en\"", "null")), Kind.FORM, Reason.NULL_VALUE);
            assertFails(check(json.replace("\"en\"", "{}")), Kind.FORM, Reason.EMPTY_OBJECT);
            assertFails(check(json.replace("\"en\"", "\"\\ud800\"")), Kind.FORM, Reason.HALF_CHARACTER);
            assertFails(check(json.replace("\"en\"", "1e400")), Kind.FORM, Reason.NUMBER_TOO_LARGE);
            assertFails(check(json.replace("\"en\"", "1e999999999")), Kind.FORM, Reason.NUMBER_TOO_LARGE);
            assertFails(check(json.replace("{\"id\"", "{\"@index\":\"x\",\"id\"")), Kind.FORM, Reason.KEYWORD);
            assertFails(check(json + "{}"), Kind.FORM, Reason.NOT_JSON);
            assertFails(check("[" + json + "]"), Kind.FORM, Reason.NOT_AN_OBJECT);
            assertFails(check(""), Kind.FORM, Reason.EMPTY);
            assertFails(check("{\"a\":".repeat(100) + "1" + "}".repeat(100)), Kind.FORM, Reason.TOO_DEEP);
            assertFails(
                    ours.verifier().check(new byte[] {'{', (byte) 0xff, '}'}, Samples.NOW), Kind.FORM, Reason.NOT_UTF8);
        }

        @Test
        void is_a_vocabulary_that_is_not_here_or_is_written_out() {
            String json = signed().toString();
            assertFails(
                    check(json.replace(Contexts.OPEN_BADGES, "https://evil.example/c")),
                    Kind.CONTEXTS,
                    Reason.UNKNOWN_CONTEXT);
            assertFails(
                    check(json.replace("\"" + Contexts.OPEN_BADGES + "\"", "{\"@vocab\":\"urn:x:\"}")),
                    Kind.FORM,
                    Reason.KEYWORD);
            assertFails(
                    check(json.replace("\"" + Contexts.OPEN_BADGES + "\"", "{\"name\":\"urn:x:name\"}")),
                    Kind.CONTEXTS,
                    Reason.INLINE_CONTEXT);
        }

        @Test
        void is_a_term_nobody_knows_and_an_address_that_is_none() {
            String json = signed().toString();
            assertFails(
                    check(json.replace("\"achievementType\"", "\"achievmentType\"")),
                    Kind.CONTEXTS,
                    Reason.UNKNOWN_TERM);
            assertFails(check(json.replace("\"ni:///sha-256;", "\"sha-256-")), Kind.CONTEXTS, Reason.RELATIVE_ADDRESS);
            assertFails(
                    check(json.replace("\"id\":\"" + Samples.ADDRESS, "\"id\":\"urn:x> <urn:p> <urn:o> .\\n<urn:y")),
                    Kind.CONTEXTS,
                    Reason.BAD_ADDRESS);
        }

        @Test
        void is_a_credential_that_is_no_badge_or_does_not_say_what_one_must() {
            JsonObject badge = signed();
            JsonObject subject = badge.getJsonObject("credentialSubject");
            assertFails(
                    check(with(
                            badge,
                            "type",
                            Json.createArrayBuilder()
                                    .add("VerifiableCredential")
                                    .build())),
                    Kind.TERMS,
                    Reason.NOT_A_BADGE);
            assertFails(
                    check(with(
                            badge,
                            "credentialSubject",
                            Json.createObjectBuilder(subject)
                                    .remove("identifier")
                                    .build())),
                    Kind.TERMS,
                    Reason.TERM_MISSING);
            assertFails(check(with(badge, "validFrom", Json.createValue("yesterday"))), Kind.TERMS, Reason.TERM_WRONG);
            assertFails(
                    check(Json.createObjectBuilder(badge).remove("validFrom").build()),
                    Kind.TERMS,
                    Reason.TERM_MISSING);
        }
    }

    @Nested
    class A_picture {

        @Test
        void carries_the_badge_in_both_forms() throws Exception {
            String json = signed().toString();
            assertThat(check(BakedPng.bake(BadgePicture.png(Samples.BADGE), json))
                            .outcome())
                    .isEqualTo(Outcome.VALID);
            assertThat(check(BakedSvg.bake(BadgePicture.svg(Samples.BADGE), json))
                            .outcome())
                    .isEqualTo(Outcome.VALID);
        }

        @Test
        void carries_one_and_no_more() {
            String json = signed().toString();
            byte[] once = BakedPng.bake(BadgePicture.png(Samples.BADGE), json);
            assertFails(check(BakedPng.bake(once, json)), Kind.FORM, Reason.TWO_CREDENTIALS_IN_IMAGE);
            assertFails(check(BadgePicture.png(Samples.BADGE)), Kind.FORM, Reason.NO_CREDENTIAL_IN_IMAGE);
            assertFails(
                    check(BakedSvg.bake(BakedSvg.bake(BadgePicture.svg(Samples.BADGE), json), json)),
                    Kind.FORM,
                    Reason.TWO_CREDENTIALS_IN_IMAGE);
            assertFails(check(BadgePicture.svg(Samples.BADGE)), Kind.FORM, Reason.NO_CREDENTIAL_IN_IMAGE);
            assertFails(
                    check(BakedPng.bake(BadgePicture.png(Samples.BADGE), "https://evil.example/badge")),
                    Kind.FORM,
                    Reason.ADDRESS_IN_IMAGE);
        }

        @Test
        void is_broken_when_a_byte_of_the_badge_in_it_changed() {
            byte[] png = BakedPng.bake(BadgePicture.png(Samples.BADGE), signed().toString());
            png[png.length - 100] ^= 1;
            assertFails(check(png), Kind.FORM, Reason.BROKEN_IMAGE);
        }

        @Test
        void may_be_packed_but_does_not_unfold_beyond_any_badge() throws Exception {
            assertThat(check(packed(signed().toString().getBytes(StandardCharsets.UTF_8)))
                            .outcome())
                    .isEqualTo(Outcome.VALID);
            assertFails(check(packed(new byte[200 << 20])), Kind.FORM, Reason.TOO_LARGE);
        }

        @Test
        void reads_no_document_type_and_no_entity() {
            String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                    + "<svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>";
            assertFails(check(bomb), Kind.FORM, Reason.BROKEN_IMAGE);
            String outside = "<!DOCTYPE svg SYSTEM \"http://127.0.0.1:1/x\"><svg/>";
            assertFails(check(outside), Kind.FORM, Reason.BROKEN_IMAGE);
        }
    }

    @Nested
    class A_token {

        @Test
        void with_its_own_key_holds_and_is_not_called_valid() throws Exception {
            KeyPair rsa = Samples.rsa();
            Report report = check(token(rsa, rsa));
            assertThat(report.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(state(report, Kind.SIGNATURE)).isEqualTo(new Report.State.Holds());
            assertThat(state(report, Kind.KEY)).isEqualTo(new NotChecked(Reason.KEY_IN_TOKEN, ""));
        }

        @Test
        void signed_with_another_key_fails() throws Exception {
            assertFails(check(token(Samples.rsa(), Samples.rsa())), Kind.SIGNATURE, Reason.BAD_SIGNATURE);
        }

        @Test
        void without_a_signature_fails() throws Exception {
            String signed = token(Samples.rsa(), Samples.rsa());
            String none = base64("{\"alg\":\"none\"}") + signed.substring(signed.indexOf('.'));
            assertFails(check(none), Kind.PURPOSE, Reason.UNKNOWN_PROOF);
        }

        private String token(KeyPair signer, KeyPair carried) throws Exception {
            RSAPublicKey open = (RSAPublicKey) carried.getPublic();
            String issuer = "https://issuer.example/1";
            JsonObject badge = Samples.badge(issuer);
            JsonObject subject = Json.createObjectBuilder(badge.getJsonObject("credentialSubject"))
                    .add("id", "did:example:earner")
                    .build();
            JsonObject claims = Json.createObjectBuilder(badge)
                    .remove("credentialStatus")
                    .add("credentialSubject", subject)
                    .add("iss", issuer)
                    .add("jti", badge.getString("id"))
                    .add("sub", "did:example:earner")
                    .add("nbf", Samples.NOW.minusSeconds(3600).getEpochSecond())
                    .build();
            JsonObject header = Json.createObjectBuilder()
                    .add("alg", "RS256")
                    .add("typ", "JWT")
                    .add(
                            "jwk",
                            Json.createObjectBuilder()
                                    .add("kty", "RSA")
                                    .add("n", base64(open.getModulus().toByteArray()))
                                    .add("e", base64(open.getPublicExponent().toByteArray())))
                    .build();
            String text = base64(header.toString()) + "." + base64(claims.toString());
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        }

        private static String base64(String text) {
            return base64(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String base64(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    private JsonObject signed() {
        return Samples.proofs().sign(Samples.badge(ISSUER), method, pair.getPrivate(), Samples.NOW.minusSeconds(3600));
    }

    private void publish(Instant from, Optional<Instant> until) {
        ours.keys.put(method, new PublishedKey(method, ISSUER, key, from, until));
    }

    private Report check(JsonObject credential) {
        return check(credential, Samples.NOW);
    }

    private Report check(JsonObject credential, Instant now) {
        return ours.verifier().check(credential.toString().getBytes(StandardCharsets.UTF_8), now);
    }

    private Report check(String text) {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    private Report check(byte[] bytes) {
        return ours.verifier().check(bytes, Samples.NOW);
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
        assertThat(report.steps().stream().map(Report.Step::kind).toList()).isEqualTo(List.of(Kind.values()));
    }

    private static JsonObject with(JsonObject object, String name, jakarta.json.JsonValue value) {
        return Json.createObjectBuilder(object).add(name, value).build();
    }

    /** A picture whose text is packed, as some bake it although they should not. */
    private static byte[] packed(byte[] text) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("openbadgecredential".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(new byte[] {0, 1, 0, 0, 0});
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(content, new Deflater(9))) {
            deflate.write(text);
        }
        byte[] name = "iTXt".getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content.toByteArray());
        byte[] png = BadgePicture.png(Samples.BADGE);
        return ByteBuffer.allocate(png.length + 12 + content.size())
                .put(png, 0, png.length - 12)
                .putInt(content.size())
                .put(name)
                .put(content.toByteArray())
                .putInt((int) sum.getValue())
                .put(png, png.length - 12, 12)
                .array();
    }
}
