package org.tessera.account.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.PersonDraft;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** Coming in, finding one's way and leaving: what only a real browser shows. */
@AppTest
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntranceBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Pattern SIGNED_OUT = Pattern.compile("/login\\?out$");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Crowd crowd;
    private String ana;

    @BeforeAll
    void start_the_browser() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
    }

    @AfterAll
    void close_the_browser() {
        crowd.close();
    }

    @BeforeEach
    void somebody() {
        ana = "ana-" + UUID.randomUUID() + "@north.example";
        accounts.addPerson(
                new PersonDraft(accounts.addDistrict("North"), null, "Ana Ortega", ana, Locale.ENGLISH, PASSWORD));
    }

    @Test
    void a_wrong_password_costs_nobody_the_address() {
        Page page = crowd.atLaptop().open("/login").page();
        page.getByLabel("E-mail").fill(ana);
        page.locator("input[name=password]").fill("not it at all");
        page.locator("input[name=password]").press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not belong together");
        assertThat(page.getByLabel("E-mail")).hasValue(ana);
        assertThat(page.locator("input[name=password]")).isFocused();
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        assertThat(page.locator("h1")).hasText("Good to see you, Ana");
    }

    @Test
    void the_first_tab_leads_past_the_menu_to_the_content() {
        Page page = atHome().open("/account").page();
        assertThat(page.locator("h1")).hasText("Your account");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("main#content")).isFocused();
        assertThat(page.url()).endsWith("/account");
    }

    @Test
    void colours_and_language_once_chosen_stay() {
        Page page = atHome().page();
        choose(page, "Colours", "Dark");
        assertThat(page.locator("html")).hasAttribute("theme", "dark");

        page.reload();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        assertThat(page.locator("h1")).hasText("Good to see you, Ana");
        choose(page, "Language", "Español");

        assertThat(page.locator("h1")).hasText("Nos alegra verle, Ana");
        assertThat(page.locator("html")).hasAttribute("lang", "es");
    }

    @Test
    void signing_out_takes_every_page_of_the_browser_to_the_door_at_once() {
        Someone someone = atHome();
        Page other = someone.page().context().newPage();
        other.navigate("/account");
        assertThat(other.locator("h1")).hasText("Your account");

        choose(someone.page(), "Sign out");

        assertThat(someone.page()).hasURL(SIGNED_OUT);
        assertThat(other).hasURL(SIGNED_OUT);
        someone.open("/teams");
        assertThat(someone.page()).hasURL(Pattern.compile("/login$"));
    }

    private Someone atHome() {
        Someone someone = crowd.atLaptop().signIn(ana, PASSWORD);
        assertThat(someone.page().locator("h1")).hasText("Good to see you, Ana");
        return someone;
    }

    private static void choose(Page page, String... path) {
        page.locator(".own-menu vaadin-menu-bar-button").first().click();
        for (String item : path) {
            page.getByText(item, new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
        }
    }
}
