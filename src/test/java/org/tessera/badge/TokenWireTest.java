package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.support.AppTest;

/** Tokens in the whole product, as wallets and other programs meet them. */
@AppTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "tessera.public-address=https://badges.north.example",
            "tessera.officers=issuer@north.example",
            "tessera.badge-key=target/badge-wire.key"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenWireTest {

    @Autowired
    Badges badges;

    @Autowired
    Accounts accounts;

    @Autowired
    Officers officers;

    @Autowired
    Credentials credentials;

    @Autowired
    DSLContext db;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private String walletId = "";
    private DistrictId district;
    private PersonId ana;
    private PersonId issuer;

    /** One for all, because a key takes seconds to make on a busy machine. */
    @BeforeAll
    void a_district() {
        district = accounts.addDistrict("North");
        issuer = aPerson();
        officers.install(district, issuer);
    }

    @BeforeEach
    void an_earner() {
        walletId = "did:web:ana-" + UUID.randomUUID() + ".example";
        ana = aPerson();
    }

    @Test
    void a_token_is_valid_here_and_to_another_implementation_until_the_badge_is_suspended_or_revoked()
            throws Exception {
        Badge badge = awarded();
        String token = token(badge);
        assertThat(report(token).getString("outcome")).isEqualTo("valid");
        Independent.Answer answer = IndependentTokens.check(token, documents(token), now());
        assertThat(answer.verified()).as(answer.error()).isTrue();

        badges.act(badge.id(), issuer, Deed.Kind.SUSPENDED, "a question");
        assertThat(reason(token, "status")).isEqualTo("suspended");
        assertThat(badges.token(badge.id(), ana, walletId)).isEqualTo(refused(TokenAnswer.Why.NOT_STANDING));
        badges.act(badge.id(), issuer, Deed.Kind.LIFTED, "answered");
        assertThat(report(token).getString("outcome")).isEqualTo("valid");
        badges.act(badge.id(), issuer, Deed.Kind.REVOKED, "a mistake");
        assertThat(reason(token, "status")).isEqualTo("revoked");
        assertThat(badges.token(badge.id(), ana, walletId)).isEqualTo(refused(TokenAnswer.Why.NOT_STANDING));
    }

    /** What other programs go by: the same lists as of the badge itself. */
    @Test
    void a_token_keeps_the_places_of_its_badge_on_the_lists() throws Exception {
        Badge badge = awarded();
        JsonObject kept = object(badges.credential(badge.id(), Optional.of(ana)).orElseThrow());
        assertThat(part(token(badge), 1).get("credentialStatus")).isEqualTo(kept.get("credentialStatus"));
    }

    @Test
    void older_tokens_stay_good_when_the_key_changes_and_new_ones_are_signed_with_another() throws Exception {
        Badge badge = awarded();
        String old = token(badge);
        String again = token(badge);
        assertThat(kid(again)).isEqualTo(kid(old));
        badges.renewKey(district);
        String fresh = token(badge);
        assertThat(kid(fresh)).isNotEqualTo(kid(old));
        for (String token : List.of(old, fresh)) {
            assertThat(report(token).getString("outcome")).isEqualTo("valid");
            Independent.Answer answer = IndependentTokens.check(token, documents(token), now());
            assertThat(answer.verified()).as(answer.error()).isTrue();
        }
    }

    /** Each finds no key and makes one, which takes long enough for the other to do the same. */
    @Test
    void the_first_two_of_a_district_are_good_even_if_they_are_asked_for_at_the_same_moment() throws Exception {
        DistrictId fresh = accounts.addDistrict("East");
        List<PersonId> both = List.of(aPerson(fresh), aPerson(fresh));
        List<Badge> earned = both.stream().map(this::awarded).toList();
        CyclicBarrier together = new CyclicBarrier(both.size());
        List<String> tokens = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(both.size())) {
            List<Future<String>> asked = earned.stream()
                    .map(badge -> two.submit(() -> {
                        together.await();
                        return token(badge);
                    }))
                    .toList();
            for (Future<String> one : asked) {
                tokens.add(one.get());
            }
        }
        tokens.add(token(earned.getFirst()));
        for (String token : tokens) {
            assertThat(report(token).getString("outcome")).isEqualTo("valid");
        }
    }

    @Test
    void another_implementation_rejects_what_was_changed_as_well() throws Exception {
        String token = token(awarded());
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = parts[0] + "."
                + JsonWebKey.coded(claims.replace(walletId, walletId + ".evil").getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
        assertThat(IndependentTokens.check(changed, documents(token), now()).verified())
                .isFalse();
        assertThat(reason(changed, "signature")).isEqualTo("bad_signature");
    }

    @Test
    void its_key_is_where_the_token_says_and_in_the_document_of_the_issuer() throws Exception {
        String token = token(awarded());
        HttpResponse<byte[]> answer = get(URI.create(kid(token)).getPath());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/jwk+json");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
        JsonObject key = object(answer.body());
        assertThat(key.keySet()).containsExactlyInAnyOrder("kty", "n", "e", "alg", "use", "kid");
        assertThat(key.getString("kid")).isEqualTo(kid(token));
        assertThat(Base64.getUrlDecoder().decode(key.getString("n"))).hasSize(3072 / 8);

        JsonObject document =
                object(get("/issuers/" + district.value() + "/did.json").body());
        assertThat(document.getJsonArray("verificationMethod"))
                .extracting(JsonValue::asJsonObject)
                .filteredOn(method -> key.equals(method.get("publicKeyJwk")))
                .singleElement()
                .satisfies(method -> {
                    assertThat(method.getString("type")).isEqualTo("JsonWebKey");
                    assertThat(method.getString("controller")).isEqualTo(document.getString("id"));
                    assertThat(document.getJsonArray("assertionMethod")).contains(method.get("id"));
                });
        assertThat(document.getJsonArray("@context").toString()).contains("https://w3id.org/security/jwk/v1");
    }

    @Test
    void a_key_of_another_district_is_not_found_under_this_one() throws Exception {
        String path = URI.create(kid(token(awarded()))).getPath();
        DistrictId other = accounts.addDistrict("South");
        String elsewhere =
                path.replace(district.value().toString(), other.value().toString());
        assertThat(get(elsewhere).statusCode()).isEqualTo(404);
        assertThat(get(path + "x").statusCode()).isEqualTo(404);
        assertThat(get(path.toLowerCase(Locale.ROOT)).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_but_the_earner_gets_one() {
        Badge badge = awarded();
        assertThat(badges.token(badge.id(), issuer, walletId)).isEqualTo(refused(TokenAnswer.Why.NOT_FOUND));
        badges.show(badge.id(), ana, true, now().plus(Duration.ofDays(9)));
        assertThat(badges.token(badge.id(), aPerson(), walletId)).isEqualTo(refused(TokenAnswer.Why.NOT_FOUND));
        assertThat(badges.token(new BadgeId(UUID.randomUUID()), ana, walletId))
                .isEqualTo(refused(TokenAnswer.Why.NOT_FOUND));
        assertThat(badges.token(badge.id(), ana, "ana")).isEqualTo(refused(TokenAnswer.Why.ID_UNKNOWN_KIND));
    }

    /** It is in the token, and nowhere else: in no file of the badge, in no row of the database, in no line of the log. */
    @Test
    void the_id_of_the_wallet_is_kept_nowhere(CapturedOutput output) throws Exception {
        Badge badge = awarded();
        badges.show(badge.id(), ana, true, now().plus(Duration.ofDays(9)));
        String token = token(badge);
        badges.token(badge.id(), ana, walletId + " ");
        badges.token(badge.id(), ana, walletId + "#part");
        report(token);
        assertThat(part(token, 1).getString("sub")).isEqualTo(walletId);
        for (String path : List.of("/credential.json", "/badge.svg", "/badge.png")) {
            HttpResponse<byte[]> answer = get("/badges/" + badge.id().value() + path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain(walletId);
        }
        assertThat(output.getAll()).doesNotContain(walletId).doesNotContain(token);
        assertThat(new TokenAnswer.Made(token).toString()).doesNotContain(token);
        String email = accounts.person(ana).orElseThrow().email();
        assertThat(columnsWith(email)).as("the search finds what is there").contains("person.email");
        assertThat(columnsWith(walletId)).isEmpty();
        assertThat(columnsWith(token)).isEmpty();
    }

    /** Every column of texts or bytes that holds this somewhere. */
    private List<String> columnsWith(String what) {
        List<String> found = new ArrayList<>();
        db.fetch(
                        "select table_name as t, column_name as c from information_schema.columns where table_schema = database()"
                                + " and data_type in ('varchar', 'char', 'text', 'mediumtext', 'longtext', 'tinytext', 'json',"
                                + " 'varbinary', 'binary', 'blob', 'mediumblob', 'longblob')")
                .forEach(column -> {
                    String table = column.get("t", String.class);
                    String name = column.get("c", String.class);
                    Integer rows = db.fetchOne(
                                    "select count(*) from `" + table + "` where instr(`" + name + "`, ?) > 0",
                                    (Object) what)
                            .get(0, Integer.class);
                    if (rows > 0) {
                        found.add(table + "." + name);
                    }
                });
        return found;
    }

    private static TokenAnswer refused(TokenAnswer.Why why) {
        return new TokenAnswer.Refused(why);
    }

    private String token(Badge badge) {
        return ((TokenAnswer.Made) badges.token(badge.id(), badge.earner(), walletId)).token();
    }

    private static String kid(String token) {
        return part(token, 0).getString("kid");
    }

    private static JsonObject part(String token, int at) {
        return object(Base64.getUrlDecoder().decode(token.split("\\.", -1)[at]));
    }

    /** What a wallet would fetch, from our own server. */
    private Map<String, JsonObject> documents(String token) throws Exception {
        Map<String, JsonObject> documents = new HashMap<>();
        documents.put(
                part(token, 1).getString("iss"),
                object(get("/issuers/" + district.value() + "/did.json").body()));
        documents.put(kid(token), object(get(URI.create(kid(token)).getPath()).body()));
        return documents;
    }

    private JsonObject report(String token) throws Exception {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/verify"))
                        .header("Content-Type", "application/jwt")
                        .POST(HttpRequest.BodyPublishers.ofString(token))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return object(answer.body());
    }

    private String reason(String token, String step) throws Exception {
        return report(token).getJsonArray("steps").stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getString("step").equals(step))
                .findFirst()
                .orElseThrow()
                .getString("reason");
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static JsonObject object(byte[] json) {
        return object(new String(json, StandardCharsets.UTF_8));
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private Badge awarded() {
        return awarded(ana);
    }

    private Badge awarded(PersonId earner) {
        Credential credential =
                credentials.membersOf(credentials.stacks().getFirst()).getFirst();
        return badges.award(new Award(
                earner,
                credential.ref(),
                credential.rubric().stream()
                        .map(row -> new Award.RowResult(
                                row.id(), credential.levels().getFirst().id()))
                        .toList(),
                "a".repeat(64),
                List.of(new Award.Narrative("Three meetings", "The earner led three meetings.", "facilitation")),
                now().minus(Duration.ofHours(1)),
                Optional.of(now().plus(Duration.ofDays(900)))));
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private PersonId aPerson() {
        return aPerson(district);
    }

    private PersonId aPerson(DistrictId of) {
        return accounts.addPerson(new PersonDraft(
                of,
                null,
                "Ana Marisol",
                UUID.randomUUID() + "@north.example",
                Locale.ENGLISH,
                "a long enough password"));
    }
}
