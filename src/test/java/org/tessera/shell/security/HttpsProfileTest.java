package org.tessera.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.support.AppTest;
import tools.jackson.databind.json.JsonMapper;

/** The product behind a proxy that speaks TLS, as {@code --spring.profiles.active=https} starts it. */
@AppTest
@ActiveProfiles("https")
class HttpsProfileTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Test
    void every_cookie_is_secure_and_of_this_host_alone() {
        String email = UUID.randomUUID() + "@north.example";
        accounts.addPerson(
                new PersonDraft(accounts.addDistrict("North"), null, "Ana", email, Locale.ENGLISH, PASSWORD));
        Browser browser = new Browser(port);
        HttpResponse<String> token = browser.send(https(browser, "/api/csrf").GET());

        HttpResponse<String> in = browser.send(https(browser, "/login")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                        + new JsonMapper().readTree(token.body()).get("token").asString() + "&username="
                        + email.replace("@", "%40") + "&password=" + PASSWORD.replace(" ", "+"))));

        assertThat(browser.cookie("__Host-tessera")).isPresent();
        assertThat(browser.cookie("__Host-session")).isPresent();
        for (HttpResponse<String> answer : java.util.List.of(token, in)) {
            assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                    .startsWith("__Host-")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000", "includeSubDomains");
        }
        assertThat(browser.send(https(browser, "/api/rooms")
                                .header("Accept", "application/json")
                                .GET())
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpRequest.Builder https(Browser browser, String path) {
        return browser.request(path).header("X-Forwarded-Proto", "https").header("X-Forwarded-For", "203.0.113.7");
    }
}
