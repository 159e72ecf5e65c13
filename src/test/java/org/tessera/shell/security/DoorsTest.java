package org.tessera.shell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.Filter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignIns;
import org.tessera.support.AppTest;

/** What the doors say to browsers by https, and write down. */
@AppTest
@ExtendWith(OutputCaptureExtension.class)
class DoorsTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignIns signIns;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private Filter doors;

    private final String email = UUID.randomUUID() + "@north.example";
    private PersonId ana = new PersonId(UUID.randomUUID());

    @BeforeEach
    void somebody() {
        ana = accounts.addPerson(
                new PersonDraft(accounts.addDistrict("North"), null, "Ana", email, Locale.ENGLISH, PASSWORD));
    }

    @Nested
    class By_https {

        private final MockMvc https = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(doors)
                .build();

        @Test
        void browsers_are_told_to_come_by_no_other_way_for_a_year() throws Exception {
            MockHttpServletResponse answer =
                    https.perform(get("/api/csrf").secure(true)).andReturn().getResponse();

            assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
            assertThat(new Browser(port).ask("/api/csrf").headers().firstValue("Strict-Transport-Security"))
                    .as("by http, where it would mean nothing")
                    .isEmpty();
        }

        @Test
        void the_sign_in_is_a_cookie_of_this_host_alone() throws Exception {
            MockHttpSession session = new MockHttpSession();
            String token = https.perform(get("/api/csrf").secure(true).session(session))
                    .andReturn()
                    .getResponse()
                    .getContentAsString()
                    .replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");

            MockHttpServletResponse answer = https.perform(post("/login")
                            .servletPath("/login")
                            .secure(true)
                            .session(session)
                            .param("_csrf", token)
                            .param("username", email)
                            .param("password", PASSWORD))
                    .andReturn()
                    .getResponse();

            assertThat(answer.getHeaders("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                    .startsWith("__Host-tessera=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain"));
        }
    }

    @Nested
    class Every_answer {

        @Test
        void keeps_windows_of_other_sites_and_copies_away() {
            Browser browser = new Browser(port);
            signIn(browser, PASSWORD);

            for (String path : List.of("/api/rooms", "/api/nothing", "/teams")) {
                HttpResponse<String> answer = browser.open(path);
                assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                        .as(path)
                        .contains("same-origin");
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .as(path)
                        .contains("no-store");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .as(path)
                        .contains("nosniff");
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEmpty();
            }
        }

        @Test
        void is_read_as_what_it_says_it_is_also_if_it_is_a_file() {
            HttpResponse<String> mark = new Browser(port).open("/assets/mark.svg");

            assertThat(mark.statusCode()).isEqualTo(200);
            assertThat(mark.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(mark.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors 'self'");
        }

        @Test
        void sets_the_session_in_a_cookie_no_script_and_no_other_site_gets() {
            assertThat(new Browser(port).ask("/api/csrf").headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"));
        }

        @Test
        void tells_nobody_what_another_site_sent_in_its_trace() {
            Browser browser = new Browser(port);

            assertThat(browser.send(browser.request("/login").method("TRACE", BodyPublishers.noBody()))
                            .statusCode())
                    .isIn(400, 403, 405);
        }

        @Test
        void believes_no_header_about_where_it_came_from() {
            Browser browser = new Browser(port);

            HttpResponse<String> answer = browser.send(browser.request("/teams")
                    .header("Accept", "text/html")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "evil.example"));

            assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil", "https");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Nested
    class The_log {

        @Test
        void has_who_came_in_by_id_and_when_it_ended(CapturedOutput log) {
            signIn(new Browser(port), PASSWORD);
            String signIn = signIns.of(ana).getFirst().id().value().toString();
            signIns.endAll(ana);

            assertThat(log.getAll())
                    .contains("came in: door=/login sign-in=" + signIn + " person=" + ana.value())
                    .contains("ended: sign-in=" + signIn + " of=" + ana.value())
                    .doesNotContain(email, PASSWORD);
        }

        @Test
        void has_tries_for_one_account_under_one_mark_and_neither_address_nor_password(CapturedOutput log) {
            signIn(new Browser(port), "a guess that is wrong");
            signIn(new Browser(port), "another wrong guess");

            List<String> tries = log.getAll()
                    .lines()
                    .filter(line -> line.contains("turned away: door=/login reason=WRONG"))
                    .map(line -> line.replaceAll(".*tried=", ""))
                    .toList();
            assertThat(tries).hasSize(2);
            assertThat(tries.get(0)).matches("[0-9a-f]{12}").isEqualTo(tries.get(1));
            assertThat(log.getAll()).doesNotContain(email, "a guess that is wrong");
        }

        @Test
        void has_what_was_refused_without_what_may_be_secret_in_its_address(CapturedOutput log) {
            Browser browser = new Browser(port);
            signIn(browser, PASSWORD);
            browser.postBare("/answer-me%0Aforged/some-secret", Map.of());
            browser.postBare("/api/secret-of-somebody", Map.of());

            assertThat(log.getAll())
                    .contains("refused: POST /api reason=CSRF who=" + ana.value())
                    .doesNotContain("secret-of-somebody", "\nforged");
        }
    }

    @Nested
    class The_contact {

        @Test
        void is_nobody_until_somebody_is_named() {
            assertThat(new Browser(port).ask(SecurityContact.ADDRESS).statusCode())
                    .isEqualTo(404);
        }

        @Test
        void is_told_for_half_a_year_at_a_time() {
            var contact = new SecurityContact("mailto:safe@north.example", () -> Instant.parse("2026-11-23T04:00:00Z"));

            assertThat(contact.contact().getBody())
                    .isEqualTo("Contact: mailto:safe@north.example\nExpires: 2027-05-22T04:00:00Z\n"
                            + "Preferred-Languages: en, es\n");
        }
    }

    private void signIn(Browser browser, String password) {
        browser.post("/login", Map.of("username", email, "password", password));
    }
}
