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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.support.AppTest;

/** Badges in the whole product, as strangers and other programs meet them. */
@AppTest
@TestPropertySource(
        properties = {
            "tessera.public-address=https://badges.north.example",
            "tessera.officers=issuer@north.example",
            "tessera.badge-key=target/badge-wire.key"
        })
class BadgeWireTest {

    @Autowired
    Badges badges;

    @Autowired
    Accounts accounts;

    @Autowired
    Credentials credentials;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private DistrictId district;
    private PersonId ana;
    private PersonId issuer;

    @BeforeEach
    void people() {
        district = accounts.addDistrict("North");
        ana = aPerson("ana-" + UUID.randomUUID() + "@north.example");
        issuer = accounts.personByEmail("issuer@north.example")
                .map(known -> known.id())
                .orElseGet(() -> aPerson("issuer@north.example"));
        district = accounts.person(issuer).orElseThrow().district();
        ana = aPerson("ana-" + UUID.randomUUID() + "@north.example");
    }

    @Nested
    class A_badge_that_was_awarded {

        @Test
        void is_valid_to_a_stranger_until_its_issuer_suspends_it_and_after_that_is_lifted() throws Exception {
            Badge badge = awarded();
            String json = badges.credential(badge.id(), Optional.of(ana)).orElseThrow();
            assertThat(outcome(json)).isEqualTo("valid");

            assertThat(badges.act(badge.id(), issuer, Deed.Kind.SUSPENDED, "a question"))
                    .isInstanceOf(DeedAnswer.Done.class);
            assertThat(step(json, "status").getString("reason")).isEqualTo("suspended");
            assertThat(outcome(json)).isEqualTo("invalid");

            badges.act(badge.id(), issuer, Deed.Kind.LIFTED, "answered");
            assertThat(outcome(json)).isEqualTo("valid");

            badges.act(badge.id(), issuer, Deed.Kind.REVOKED, "awarded to the wrong person");
            assertThat(step(json, "status").getString("reason")).isEqualTo("revoked");
            assertThat(badges.act(badge.id(), issuer, Deed.Kind.LIFTED, "no"))
                    .isEqualTo(new DeedAnswer.Refused(DeedAnswer.Why.ALREADY_REVOKED));
            assertThat(badges.history(badge.id(), ana))
                    .extracting(Deed::reason)
                    .containsExactly("a question", "answered", "awarded to the wrong person");
        }

        @Test
        void is_the_same_badge_when_it_is_awarded_again() {
            Award award = award(first(), 'a');
            assertThat(badges.award(award).id()).isEqualTo(badges.award(award).id());
            assertThat(badges.of(ana)).hasSize(1);
        }

        @Test
        void tells_a_stranger_nothing_before_its_earner_shows_it_and_nothing_after() throws Exception {
            Badge badge = awarded();
            String[] parts = {"/credential.json", "/badge.png", "/badge.svg"};
            for (String part : parts) {
                assertSame(get("/badges/" + badge.id().value() + part), get("/badges/" + UUID.randomUUID() + part));
            }
            assertThat(badges.show(badge.id(), ana, false, soon())).isEqualTo(ShowAnswer.SHOWN);
            HttpResponse<byte[]> json = get("/badges/" + badge.id().value() + "/credential.json");
            assertThat(json.statusCode()).isEqualTo(200);
            assertThat(json.headers().firstValue("content-type")).contains("application/vc+ld+json");
            assertThat(outcome(json.body())).isEqualTo("valid");
            assertThat(outcome(
                            get("/badges/" + badge.id().value() + "/badge.png").body()))
                    .isEqualTo("valid");
            assertThat(outcome(
                            get("/badges/" + badge.id().value() + "/badge.svg").body()))
                    .isEqualTo("valid");
            badges.hide(badge.id(), ana);
            for (String part : parts) {
                assertThat(get("/badges/" + badge.id().value() + part).statusCode())
                        .isEqualTo(404);
            }
        }

        @Test
        void is_its_own_address_to_programs_that_ask_for_linked_data() throws Exception {
            Badge badge = awarded();
            badges.show(badge.id(), ana, false, soon());
            HttpResponse<byte[]> answer = http.send(
                    request("/badges/" + badge.id().value())
                            .header("Accept", "application/vc+ld+json")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(object(answer.body()).getString("id"))
                    .isEqualTo(
                            "https://badges.north.example/badges/" + badge.id().value());
        }

        @Test
        void names_its_earner_nowhere() {
            Badge badge = awarded();
            String json = badges.credential(badge.id(), Optional.of(ana)).orElseThrow();
            assertThat(json)
                    .doesNotContain("Ana")
                    .doesNotContain(accounts.person(ana).orElseThrow().email());
        }

        @Test
        void can_be_withdrawn_by_nobody_but_an_issuer_of_its_district() {
            Badge badge = awarded();
            assertThat(badges.act(badge.id(), ana, Deed.Kind.REVOKED, "no reason"))
                    .isEqualTo(new DeedAnswer.Refused(DeedAnswer.Why.NOT_FOUND));
            assertThat(badges.act(badge.id(), issuer, Deed.Kind.REVOKED, "  "))
                    .isEqualTo(new DeedAnswer.Refused(DeedAnswer.Why.REASON_MISSING));
        }
    }

    @Nested
    class A_stack {

        @Test
        void is_an_achievement_of_its_own_once_all_its_credentials_are_earned_and_stands_with_them() throws Exception {
            Stack stack = credentials.stacks().getFirst();
            char digit = '0';
            for (CredentialId member : stack.members()) {
                assertThat(badges.of(ana)).noneMatch(Badge::stack);
                badges.award(award(credentials.current(member).orElseThrow(), ++digit));
            }
            Badge whole =
                    badges.of(ana).stream().filter(Badge::stack).findFirst().orElseThrow();
            String json = badges.credential(whole.id(), Optional.of(ana)).orElseThrow();
            assertThat(whole.evidence()).hasSize(stack.members().size());
            assertThat(outcome(json)).isEqualTo("valid");
            Badge part = badges.of(ana).stream()
                    .filter(one -> !one.stack())
                    .findFirst()
                    .orElseThrow();
            badges.act(part.id(), issuer, Deed.Kind.SUSPENDED, "a question");
            assertThat(step(json, "status").getString("reason")).isEqualTo("suspended");
            badges.act(part.id(), issuer, Deed.Kind.LIFTED, "answered");
            assertThat(outcome(json)).isEqualTo("valid");
        }
    }

    @Nested
    class To_the_other_implementation {

        @Test
        void a_badge_and_its_status_hold_before_and_after_the_key_changes_and_a_revocation_is_seen() throws Exception {
            Badge old = awarded();
            badges.renewKey(district);
            Badge fresh = badges.award(award(first(), 'f'));
            // the issuer's document then has a key of another kind as well
            assertThat(badges.token(fresh.id(), ana, "did:web:ana.example")).isInstanceOf(TokenAnswer.Made.class);
            try (Independent other = Independent.start()) {
                for (Badge badge : List.of(old, fresh)) {
                    JsonObject json = object(
                            badges.credential(badge.id(), Optional.of(ana)).orElseThrow());
                    assertThat(outcome(json.toString())).isEqualTo("valid");
                    Independent.Answer answer = other.check(json, documents(json), now(), true);
                    assertThat(answer.verified()).as(answer.error()).isTrue();
                }
                badges.act(old.id(), issuer, Deed.Kind.REVOKED, "a mistake");
                JsonObject revoked =
                        object(badges.credential(old.id(), Optional.of(ana)).orElseThrow());
                assertThat(other.check(revoked, documents(revoked), now(), true).verified())
                        .isFalse();
                JsonObject still =
                        object(badges.credential(fresh.id(), Optional.of(ana)).orElseThrow());
                assertThat(other.check(still, documents(still), now(), true).verified())
                        .isTrue();
            }
        }
    }

    @Nested
    class What_is_handed_in {

        @Test
        void is_refused_when_it_is_too_large_or_a_form() throws Exception {
            assertThat(post(new byte[Checks.LARGEST + 1], "application/json").statusCode())
                    .isEqualTo(413);
            assertThat(post("a=b".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded")
                            .statusCode())
                    .isEqualTo(415);
        }

        @Test
        void is_not_called_valid_when_its_issuer_would_have_to_be_asked() throws Exception {
            JsonObject report = report(SpecificationVectorsTest.OPEN_BADGE.getBytes(StandardCharsets.UTF_8));
            assertThat(report.getString("outcome")).isEqualTo("undecided");
            assertThat(report.getJsonArray("steps").stream()
                            .map(JsonValue::asJsonObject)
                            .filter(step -> !step.getString("state").equals("holds")))
                    .singleElement()
                    .satisfies(step -> assertThat(step.getString("reason")).isEqualTo("foreign_key"));
        }

        @Test
        void is_unregistered_when_our_key_signed_what_we_do_not_know() throws Exception {
            Badge badge = awarded();
            String json = badges.credential(badge.id(), Optional.of(ana)).orElseThrow();
            String other = json.replace(
                    badge.id().value().toString(), UUID.randomUUID().toString());
            assertThat(step(other, "signature").getString("reason")).isEqualTo("bad_signature");
        }
    }

    private Badge awarded() {
        return badges.award(award(first(), 'a'));
    }

    private Credential first() {
        return credentials.membersOf(credentials.stacks().getFirst()).getFirst();
    }

    private Award award(Credential credential, char digit) {
        return new Award(
                ana,
                credential.ref(),
                credential.rubric().stream()
                        .map(row -> new Award.RowResult(
                                row.id(), credential.levels().getFirst().id()))
                        .toList(),
                String.valueOf(digit).repeat(64),
                List.of(new Award.Narrative("Three meetings", "The earner led three meetings.", "facilitation")),
                now().minus(Duration.ofHours(1)),
                Optional.of(now().plus(Duration.ofDays(900))));
    }

    /** Every document that the other implementation would fetch, from our own server. */
    private Map<String, JsonObject> documents(JsonObject badge) throws Exception {
        Map<String, JsonObject> documents = new java.util.HashMap<>();
        String did = badge.getJsonObject("issuer").getString("id");
        assertThat(did).isEqualTo("did:web:badges.north.example:issuers:" + district.value());
        JsonObject document =
                object(get("/issuers/" + district.value() + "/did.json").body());
        documents.put(did, document);
        for (JsonValue method : document.getJsonArray("verificationMethod")) {
            documents.put(
                    method.asJsonObject().getString("id"),
                    Json.createObjectBuilder(method.asJsonObject())
                            .add("@context", Contexts.MULTIKEY)
                            .build());
        }
        for (JsonValue status : badge.getJsonArray("credentialStatus")) {
            String list = status.asJsonObject().getString("statusListCredential");
            documents.put(list, object(get(URI.create(list).getPath()).body()));
        }
        return documents;
    }

    private static Instant now() {
        return java.time.InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant soon() {
        return now().plus(Duration.ofDays(30));
    }

    private static void assertSame(HttpResponse<byte[]> one, HttpResponse<byte[]> other) {
        assertThat(one.statusCode()).isEqualTo(404).isEqualTo(other.statusCode());
        assertThat(one.body()).isEqualTo(other.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(byte[] body, String type) throws Exception {
        return http.send(
                request("/verify")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private JsonObject report(byte[] handedIn) throws Exception {
        HttpResponse<byte[]> answer = post(handedIn, "application/octet-stream");
        assertThat(answer.statusCode()).isEqualTo(200);
        return object(answer.body());
    }

    private String outcome(byte[] handedIn) throws Exception {
        return report(handedIn).getString("outcome");
    }

    private String outcome(String handedIn) throws Exception {
        return outcome(handedIn.getBytes(StandardCharsets.UTF_8));
    }

    private JsonObject step(String handedIn, String name) throws Exception {
        return report(handedIn.getBytes(StandardCharsets.UTF_8)).getJsonArray("steps").stream()
                .map(JsonValue::asJsonObject)
                .filter(step -> step.getString("step").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject object(byte[] json) {
        return object(new String(json, StandardCharsets.UTF_8));
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private PersonId aPerson(String email) {
        return accounts.addPerson(
                new PersonDraft(district, null, "Ana Marisol", email, Locale.ENGLISH, "a long enough password"));
    }
}
