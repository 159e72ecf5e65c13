package org.tessera.shell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.InviteAnswer.Invited;
import org.tessera.account.InviteDraft;
import org.tessera.account.Office;
import org.tessera.account.OfficeAnswer;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.WelcomeLinks;
import org.tessera.support.AppTest;

/** The way in by a welcome link, and out by being switched off, over real HTTP. */
@AppTest
class WelcomeDoorTest {

    private static final String PASSWORD = "seven quiet herons";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    @Autowired
    private Office office;

    @Autowired
    private WelcomeLinks links;

    private PersonId ivy;
    private Invited noor;

    @BeforeEach
    void somebody_invited() {
        DistrictId district = accounts.addDistrict("North");
        ivy = accounts.addPerson(
                new PersonDraft(district, null, "Ivy", UUID.randomUUID() + "@north.example", Locale.ENGLISH, PASSWORD));
        officers.install(district, ivy);
        noor = (Invited) links.invite(
                ivy, new InviteDraft("Noor", UUID.randomUUID() + "@north.example", null, Set.of(), Locale.ENGLISH));
    }

    private String secret() {
        String address = noor.link().address();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> post(Browser browser, String secret, String password) {
        return browser.post("/welcome", Map.of("secret", secret, "password", password));
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.ask("/api/rooms").statusCode() == 200;
    }

    @Test
    void sets_the_password_and_lets_its_person_in() {
        Browser browser = new Browser(port);
        // the page needs the bundle, which is made after these tests; here it counts that nobody is sent to sign in
        // first
        assertThat(browser.open("/welcome/" + secret()).headers().firstValue("Location"))
                .isEmpty();

        assertThat(Browser.target(post(browser, secret(), PASSWORD))).isEqualTo("/");

        assertThat(isSignedIn(browser)).isTrue();
        assertThat(Browser.target(new Browser(port)
                        .post("/login", Map.of("username", noor.person().email(), "password", PASSWORD))))
                .isEqualTo("/");
    }

    @Test
    void is_open_once() {
        post(new Browser(port), secret(), PASSWORD);
        Browser late = new Browser(port);

        assertThat(Browser.target(post(late, secret(), "another long password")))
                .isEqualTo("/welcome/" + secret() + "?refused=gone");
        assertThat(isSignedIn(late)).isFalse();
    }

    @Test
    void comes_back_to_the_link_with_the_reason() {
        Browser browser = new Browser(port);

        assertThat(Browser.target(post(browser, secret(), "short")))
                .isEqualTo("/welcome/" + secret() + "?refused=too_short");
        assertThat(Browser.target(post(browser, "//evil.example/\r\nX: y", PASSWORD)))
                .isEqualTo("/welcome/-?refused=gone");
        assertThat(Browser.target(browser.postBare("/welcome", Map.of("secret", secret(), "password", PASSWORD))))
                .as("without a form token")
                .isEqualTo("/welcome/" + secret() + "?refused=stale");
        assertThat(Browser.target(post(browser, secret(), PASSWORD))).isEqualTo("/");
    }

    @Test
    void who_is_switched_off_is_out_at_once_and_cannot_come_in() {
        Browser browser = new Browser(port);
        post(browser, secret(), PASSWORD);
        assertThat(isSignedIn(browser)).isTrue();

        assertThat(office.suspend(ivy, noor.person().id())).isEqualTo(OfficeAnswer.DONE);

        assertThat(isSignedIn(browser)).isFalse();
        Map<String, String> right = Map.of("username", noor.person().email(), "password", PASSWORD);
        assertThat(Browser.target(new Browser(port).post("/login", right))).isEqualTo("/login?refused=suspended");
        office.resume(ivy, noor.person().id());
        assertThat(Browser.target(new Browser(port).post("/login", right))).isEqualTo("/");
    }
}
