package org.tessera.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.SignIns;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.room.Admission;
import org.tessera.room.RoomDraft;
import org.tessera.room.RoomId;
import org.tessera.room.Rooms;
import org.tessera.support.AppTest;

/** The doors of the product, over real HTTP. */
@AppTest
class WebSecurityTest {

    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Protocols protocols;

    @Nested
    class Signing_in {

        @Test
        void with_the_right_password_opens_home_and_hands_out_a_cookie_no_script_can_read() {
            Browser browser = new Browser(port);

            HttpResponse<String> answer = signIn(browser, aPerson());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Browser.target(answer)).isEqualTo("/");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("tessera=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
            assertThat(isSignedIn(browser)).isTrue();
        }

        @Test
        void takes_the_address_in_any_case() {
            Browser browser = new Browser(port);

            assertThat(Browser.target(signIn(browser, aPerson().toUpperCase(Locale.ROOT))))
                    .isEqualTo("/");
        }

        @Test
        void with_a_wrong_password_and_with_an_unknown_address_reads_the_same() {
            String person = aPerson();

            HttpResponse<String> wrong =
                    new Browser(port).post("/login", Map.of("username", person, "password", "not it at all"));
            HttpResponse<String> unknown = new Browser(port)
                    .post("/login", Map.of("username", "nobody" + person, "password", "not it at all"));

            assertThat(Browser.target(wrong)).isEqualTo("/login?refused=wrong");
            assertThat(Browser.target(unknown)).isEqualTo(Browser.target(wrong));
            assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        }

        @Test
        void goes_on_to_the_page_that_was_asked_for() {
            Browser browser = new Browser(port);

            assertThat(Browser.target(browser.open("/teams"))).isEqualTo("/login");
            assertThat(Browser.target(signIn(browser, aPerson()))).startsWith("/teams");
        }

        @Test
        void is_refused_after_too_many_tries_even_with_the_right_password() {
            String person = aPerson();
            Browser browser = new Browser(port);
            for (int i = 0; i < 10; i++) {
                browser.post("/login", Map.of("username", person, "password", "guess number " + i));
            }

            assertThat(Browser.target(signIn(browser, person))).isEqualTo("/login?refused=too_many");
            assertThat(Browser.target(signIn(new Browser(port), aPerson())))
                    .as("somebody else")
                    .isEqualTo("/");
        }

        @Test
        void changes_the_session_so_that_a_planted_one_is_worth_nothing() {
            Browser browser = new Browser(port);
            browser.token();
            String planted = browser.cookie("JSESSIONID").orElseThrow();

            signIn(browser, aPerson());

            assertThat(browser.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(planted);
            Browser attacker = new Browser(port);
            attacker.set("JSESSIONID", planted);
            assertThat(attacker.ask("/api/rooms").statusCode()).isEqualTo(401);
        }

        @Test
        void as_somebody_else_ends_the_sign_in_that_was_open_in_this_browser() {
            Browser browser = new Browser(port);
            signIn(browser, aPerson());
            String former = browser.cookie("tessera").orElseThrow();

            signIn(browser, aPerson());

            assertThat(signIns.restore(former)).isEmpty();
        }

        @Test
        void keeps_the_cookie_only_when_asked_to() {
            String person = aPerson();

            assertThat(cookieOf(signIn(new Browser(port), person))).doesNotContain("Max-Age");
            assertThat(cookieOf(new Browser(port)
                            .post("/login", Map.of("username", person, "password", PASSWORD, "keep", "on"))))
                    .contains("Max-Age=5184000");
        }
    }

    @Nested
    class A_sign_in {

        @Test
        void survives_the_loss_of_the_session() {
            Browser browser = new Browser(port);
            signIn(browser, aPerson());
            browser.drop("JSESSIONID");

            assertThat(browser.open("/").statusCode()).isNotEqualTo(302);
            assertThat(browser.cookie("JSESSIONID")).isPresent();
            assertThat(isSignedIn(browser)).isTrue();
        }

        @Test
        void of_a_program_makes_no_session() {
            Browser browser = new Browser(port);
            signIn(browser, aPerson());
            browser.drop("JSESSIONID");

            browser.ask("/api/nothing");

            assertThat(browser.cookie("JSESSIONID")).isEmpty();
        }

        @Test
        void is_over_with_the_sign_out_for_the_session_and_for_the_cookie() {
            Browser browser = new Browser(port);
            signIn(browser, aPerson());
            String secret = browser.cookie("tessera").orElseThrow();

            HttpResponse<String> answer = browser.post("/logout", Map.of());

            assertThat(Browser.target(answer)).isEqualTo("/login?out");
            assertThat(browser.cookie("tessera")).isEmpty();
            assertThat(Browser.target(browser.open("/"))).isEqualTo("/login");
            Browser thief = new Browser(port);
            thief.set("tessera", secret);
            assertThat(Browser.target(thief.open("/"))).isEqualTo("/login");
        }

        @Test
        void ended_elsewhere_is_over_at_the_next_request() {
            Browser here = new Browser(port);
            Browser there = new Browser(port);
            String person = aPerson();
            signIn(here, person);
            signIn(there, person);

            signIns.endAll(accounts.personByEmail(person).orElseThrow().id());

            assertThat(Browser.target(here.open("/"))).isEqualTo("/login");
            assertThat(there.ask("/api/rooms").statusCode()).isEqualTo(401);
        }
    }

    @Nested
    class Guests {

        private final Lobby lobby = aRoomTakingGuests();

        @Test
        void with_a_code_and_a_name_get_into_that_room() {
            Browser browser = new Browser(port);

            HttpResponse<String> answer = join(browser, spaced(lobby.code()), "  Gus ");

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Browser.target(answer)).isEqualTo("/rooms/" + lobby.room());
        }

        @Test
        void are_sent_back_with_the_reason_when_the_code_opens_nothing() {
            assertThat(Browser.target(join(new Browser(port), "ZZZZZZ", "Gus")))
                    .isEqualTo("/join?refused=code_unknown");
        }

        @Test
        void need_a_name_people_can_read() {
            Browser browser = new Browser(port);

            assertThat(Browser.target(join(browser, lobby.code(), "   "))).isEqualTo("/join?refused=name_empty");
            assertThat(Browser.target(join(browser, lobby.code(), "x".repeat(61))))
                    .isEqualTo("/join?refused=name_too_long");
            assertThat(Browser.target(join(browser, lobby.code(), "Gus\u202Esu")))
                    .isEqualTo("/join?refused=name_invalid");
            assertThat(Browser.target(join(browser, lobby.code(), "Gus\nAna"))).isEqualTo("/join?refused=name_invalid");
        }

        @Test
        void are_brought_back_to_their_room_from_every_other_page() {
            Browser browser = new Browser(port);
            join(browser, lobby.code(), "Gus");

            assertThat(Browser.target(browser.open("/"))).isEqualTo("/rooms/" + lobby.room());
            assertThat(Browser.target(browser.open("/rooms/" + UUID.randomUUID())))
                    .isEqualTo("/rooms/" + lobby.room());
            assertThat(Browser.target(browser.open("/teams"))).isEqualTo("/rooms/" + lobby.room());
            assertThat(browser.open("/rooms/" + lobby.room() + "/../new").statusCode())
                    .isEqualTo(400);
        }

        @Test
        void are_refused_what_belongs_to_other_rooms() {
            Browser browser = new Browser(port);
            join(browser, lobby.code(), "Gus");

            HttpResponse<String> other = browser.ask("/api/rooms/" + UUID.randomUUID());

            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(other.body()).contains("\"reason\":\"NOT_ALLOWED\"", "\"message\":");
            assertThat(browser.ask("/live/rooms/" + UUID.randomUUID()).statusCode())
                    .isEqualTo(403);
            assertThat(browser.ask("/api/rooms/" + lobby.room()).statusCode()).isNotIn(401, 403);
        }

        @Test
        void stay_in_their_room_when_the_session_is_lost() {
            Browser browser = new Browser(port);
            join(browser, lobby.code(), "Gus");
            browser.drop("JSESSIONID");

            assertThat(browser.ask("/api/rooms/" + lobby.room()).statusCode()).isNotIn(401, 403);
            assertThat(browser.ask("/api/rooms/" + UUID.randomUUID()).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void may_guess_a_code_only_so_often() {
            Browser browser = new Browser(port);
            String token = browser.token();
            String last = "";
            for (int i = 0; i <= 40; i++) {
                last = Browser.target(
                        browser.postBare("/join", Map.of("code", "GUESSY", "name", "Gus", "_csrf", token)));
            }

            assertThat(last).isEqualTo("/join?refused=too_many");
        }
    }

    @Nested
    class Forms {

        @Test
        void without_their_token_change_nothing() {
            Browser browser = new Browser(port);
            String person = aPerson();

            assertThat(Browser.target(browser.postBare("/login", Map.of("username", person, "password", PASSWORD))))
                    .isEqualTo("/login?refused=stale");
            assertThat(Browser.target(browser.postBare("/join", Map.of("code", "ABCDEF", "name", "Gus"))))
                    .isEqualTo("/join?refused=stale");
            assertThat(browser.cookie("tessera")).isEmpty();
            signIn(browser, person);
            assertThat(browser.postBare("/logout", Map.of()).statusCode()).isEqualTo(403);
            assertThat(browser.postBare("/api/rooms", Map.of()).body()).contains("\"reason\":\"CSRF\"");
            assertThat(isSignedIn(browser)).isTrue();
        }

        @Test
        void of_flow_are_not_a_way_around_the_token() {
            Browser browser = new Browser(port);

            HttpResponse<String> answer =
                    browser.postBare("/login?v-r=uidl", Map.of("username", aPerson(), "password", PASSWORD));

            assertThat(Browser.target(answer)).isEqualTo("/login?refused=stale");
        }
    }

    @Nested
    class Programs {

        @Test
        void are_told_in_json_and_never_sent_to_the_sign_in_page() {
            Browser browser = new Browser(port);

            for (String path : new String[] {"/api/rooms", "/live/rooms/" + UUID.randomUUID(), "/api", "/live/rooms"}) {
                HttpResponse<String> answer = browser.ask(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/json");
                assertThat(answer.body()).contains("\"reason\":\"NOT_SIGNED_IN\"", "Sign in first.");
            }
        }

        @Test
        void read_the_reason_in_their_language() {
            Browser browser = new Browser(port);

            assertThat(browser.send(browser.request("/api/rooms").header("Accept-Language", "es-MX"))
                            .body())
                    .contains("Primero inicie sesión.");
        }

        @Test
        void get_the_name_and_value_of_the_form_token() {
            assertThat(new Browser(port).ask("/api/csrf").body())
                    .contains("\"headerName\":\"X-CSRF-TOKEN\"", "\"parameterName\":\"_csrf\"", "\"token\":\"");
        }

        @Test
        void learn_without_signing_in_which_key_signs_packages() {
            HttpResponse<String> answer = new Browser(port).ask("/api/package-key");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .containsPattern("\"id\":\"[0-9a-f]{32}\"")
                    .contains("Ed25519")
                    .doesNotContain("PRIVATE");
        }

        @Test
        void that_ask_for_nothing_we_have_get_a_sentence_and_no_stack_trace() {
            Browser browser = new Browser(port);
            signIn(browser, aPerson());

            HttpResponse<String> answer = browser.ask("/api/nothing");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("\"reason\":\"NOT_FOUND\"").doesNotContain("Exception");
        }
    }

    @Nested
    class Everything {

        @Test
        void carries_the_headers_that_keep_strangers_out_of_our_pages() {
            var headers = new Browser(port).open("/login").headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("object-src 'none'", "base-uri 'self'", "frame-ancestors 'self'", "form-action 'self'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
            assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()", "microphone=()");
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).doesNotContain("media-src");
        }

        @Test
        void keeps_microphone_and_camera_closed_but_for_the_page_that_needs_one_of_them() {
            Browser browser = new Browser(port);
            signIn(browser, aPerson());
            String write = "/submissions/any/write/reflection";

            assertThat(permissions(browser, write + "/voice")).contains("microphone=(self)", "camera=()");
            assertThat(permissions(browser, write + "/photo")).contains("microphone=()", "camera=(self)");
            for (String other : List.of("/", write, write + "/drawing", write + "/voice/other", "/exhibits")) {
                assertThat(permissions(browser, other)).as(other).contains("microphone=()", "camera=()");
            }
            assertThat(policy(browser, write + "/voice")).contains("media-src 'self' blob:", "default-src 'self'");
            for (String other : List.of(write, write + "/photo", write + "/drawing")) {
                assertThat(policy(browser, other)).as(other).doesNotContain("media-src");
            }
        }

        private static String permissions(Browser browser, String page) {
            return browser.open(page).headers().firstValue("Permissions-Policy").orElse("");
        }

        private static String policy(Browser browser, String page) {
            return browser.open(page)
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("");
        }

        /** CVE-2026-2742: without the slash the framework's folder was open, and made sessions for anybody. */
        @Test
        void behind_the_framework_folder_without_its_slash_is_as_closed_as_any_page() {
            Browser browser = new Browser(port);

            HttpResponse<String> answer = browser.open("/VAADIN");

            assertThat(Browser.target(answer)).isEqualTo("/login");
            assertThat(browser.cookie("JSESSIONID")).isEmpty();
        }

        @Test
        void that_is_not_public_sends_strangers_to_the_sign_in_page() {
            for (String path : new String[] {"/", "/teams", "/account", "/rooms/new", "/nothing/at/all", "/actuator"}) {
                assertThat(Browser.target(new Browser(port).open(path)))
                        .as(path)
                        .isEqualTo("/login");
            }
        }

        @Test
        void refuses_sockets_that_another_site_began() {
            Browser browser = new Browser(port);
            signIn(browser, aPerson());

            assertThat(handshake(browser, "/live/rooms/" + UUID.randomUUID(), "https://evil.example"))
                    .isEqualTo(403);
            assertThat(handshake(browser, "/VAADIN/push?v-r=push", "https://evil.example"))
                    .isEqualTo(403);
        }

        private int handshake(Browser browser, String path, String origin) {
            return RawHandshake.status(
                    port, path, origin, browser.cookie("tessera").orElseThrow());
        }
    }

    private HttpResponse<String> signIn(Browser browser, String email) {
        return browser.post("/login", Map.of("username", email, "password", PASSWORD));
    }

    private HttpResponse<String> join(Browser browser, String code, String name) {
        return browser.post("/join", Map.of("code", code, "name", name));
    }

    /** What is asked for does not exist, which strangers are not told. */
    private static boolean isSignedIn(Browser browser) {
        return browser.ask("/api/nothing").statusCode() == 404;
    }

    private static String cookieOf(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("tessera="))
                .findFirst()
                .orElseThrow();
    }

    /** A room and the code that opens it to guests. */
    private record Lobby(UUID room, String code) {}

    private Lobby aRoomTakingGuests() {
        Person host = accounts.personByEmail(aPerson()).orElseThrow();
        TeamId team = accounts.addTeam(accounts.addSchool(host.district(), "North High"), "Grade 9");
        accounts.join(team, host.id());
        RoomId room = rooms.prepare(
                new RoomDraft(
                        team,
                        "What the work shows",
                        protocols.latest("looking-at-student-work").ref(),
                        Map.of(host.id(), Role.FACILITATOR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                host.id());
        SignedIn visitor = new SignedIn(host.id(), host.name(), false, null, host.locale());
        Admission.Entered entered = (Admission.Entered) rooms.enter(room, visitor);
        return new Lobby(
                room.value(), rooms.openToGuests(room, entered.member()).orElseThrow());
    }

    private static String spaced(String code) {
        return " " + code.substring(0, 3).toLowerCase(Locale.ROOT) + "-" + code.substring(3) + " ";
    }

    private String aPerson() {
        DistrictId district = accounts.addDistrict("North");
        String email = "person" + COUNT.incrementAndGet() + "@north.example";
        accounts.addPerson(new PersonDraft(district, null, "Pat Person", email, Locale.ENGLISH, PASSWORD));
        return email;
    }
}
