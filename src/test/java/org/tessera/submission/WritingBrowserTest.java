package org.tessera.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.support.wire.Wire;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/** Whatever becomes of the page in the middle of a reflection, not one character is lost. */
@AppTest
@Tag("browser")
class WritingBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final CredentialId CREDENTIAL = new CredentialId("building-a-pa-learning-community");
    private static final String PAGE = "/submissions/building-a-pa-learning-community/write/reflection";
    private static final String FIRST = "In the meeting about the ramp I learned";
    private static final String MORE = " to ask where on the page we could see it — señor Núñez 學.";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Writings writings;

    private Crowd crowd;
    private PersonId ana;
    private String email;

    @BeforeEach
    void begin() {
        crowd = new Crowd(URI.create("http://localhost:" + port)).typing(Duration.ofMillis(25));
        email = UUID.randomUUID() + "@example.org";
        ana = accounts.addPerson(
                new PersonDraft(accounts.addDistrict("North"), null, "Ana", email, Locale.ENGLISH, PASSWORD));
        submissions.begin(ana, CREDENTIAL, Platform.BLOOMBOARD);
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    private Someone writer() {
        return crowd.atLaptop().signIn(email, PASSWORD).open(PAGE);
    }

    private static Locator field(Page page) {
        return page.locator("tessera-writing textarea");
    }

    private String kept() {
        WritingPlace place =
                new WritingPlace(credentials.current(CREDENTIAL).orElseThrow().ref(), "reflection");
        return writings.at(ana, place).text();
    }

    private void isKept(String text) {
        Wire.await("the server has it", () -> kept().equals(text));
    }

    @Test
    void a_reload_in_the_middle_of_a_word() {
        Someone writer = writer();
        writer.types(field(writer.page()), FIRST);
        writer.page().reload();

        assertThat(field(writer.page())).hasValue(FIRST);
        isKept(FIRST);
    }

    @Test
    void a_page_that_crashes() {
        Someone writer = writer();
        writer.types(field(writer.page()), FIRST);
        Page crashed = writer.page();
        Page next = crashed.context().newPage();
        try {
            crashed.navigate("chrome://crash");
        } catch (RuntimeException expected) {
            // a page that is gone does not answer
        }
        next.navigate(PAGE);

        assertThat(field(next)).hasValue(FIRST);
        isKept(FIRST);
    }

    @Test
    void a_sign_out_elsewhere_and_a_way_back() {
        Someone writer = writer();
        writer.types(field(writer.page()), FIRST);
        isKept(FIRST);
        Page other = writer.page().context().newPage();
        other.navigate("/");
        other.context().clearCookies();
        writer.types(field(writer.page()), MORE);
        assertThat(writer.page().getByText("You are signed out.")).isVisible();
        writer.signIn(email, PASSWORD).open(PAGE);

        assertThat(field(writer.page())).hasValue(FIRST + MORE);
        isKept(FIRST + MORE);
    }

    @Test
    void a_second_window() {
        Someone writer = writer();
        Page one = writer.page();
        Page two = one.context().newPage();
        two.navigate(PAGE);
        field(two).waitFor();
        writer.types(field(one), "From the first window.");
        isKept("From the first window.");
        // typed without coming back to that window in between
        two.evaluate("""
                () => {
                  const area = document.querySelector('tessera-writing').shadowRoot.querySelector('textarea');
                  area.value = 'From the second window.';
                  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                }""");
        assertThat(two.getByText("There are two texts")).isVisible();
        assertThat(two.getByText("From the first window.")).isVisible();
        two.getByText("Go on with the text above").click();

        isKept("From the second window.");
        two.reload();
        two.getByText("Earlier versions").click();
        assertThat(two.locator("main")).containsText("From the first window.");
    }

    @Test
    void a_dead_network() {
        Someone writer = writer();
        writer.types(field(writer.page()), FIRST);
        isKept(FIRST);
        writer.page().context().setOffline(true);
        writer.types(field(writer.page()), MORE);
        assertThat(writer.page().getByText("No connection.")).isVisible();
        assertThat(kept()).isEqualTo(FIRST);
        writer.page().context().setOffline(false);

        isKept(FIRST + MORE);
        assertThat(field(writer.page())).hasValue(FIRST + MORE);
    }
}
