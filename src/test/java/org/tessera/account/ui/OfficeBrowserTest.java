package org.tessera.account.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** An officer invites a teacher, who comes in on a phone: in real browsers. */
@AppTest
@Tag("browser")
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeBrowserTest {

    private static final String PASSWORD = "seven quiet herons";
    private static final int PHONE = 360;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    private Crowd crowd;
    private String ivy;

    @BeforeAll
    void start_the_browser() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
    }

    @AfterAll
    void close_the_browser() {
        crowd.close();
    }

    @BeforeEach
    void a_district_with_an_officer() {
        DistrictId district = accounts.addDistrict("North");
        ivy = "ivy-" + UUID.randomUUID() + "@north.example";
        PersonId officer = accounts.addPerson(new PersonDraft(district, null, "Ivy", ivy, Locale.ENGLISH, PASSWORD));
        officers.install(district, officer);
        accounts.addTeam(accounts.addSchool(district, "Cedar High School"), "Grade 9");
    }

    @Test
    void an_officer_invites_a_teacher_who_sets_a_password_on_a_phone_and_lands_in_her_team() {
        String noor = "noor-" + UUID.randomUUID() + "@north.example";
        Someone officer = crowd.atLaptop().signIn(ivy, PASSWORD);
        Page office = officer.page();
        office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the office"))
                .click();
        assertThat(office.locator("h1")).hasText("The district’s office");
        office.getByLabel("Name, as colleagues read it").fill("Noor Haddad");
        office.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true)).fill(noor);
        office.locator("vaadin-select").first().click();
        office.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Cedar High School"))
                .click();
        office.getByLabel("Grade 9").check();
        officer.button("Invite").click();
        assertThat(office.locator(".office-says").first()).containsText("Noor Haddad has an account.");
        String link = office.getByLabel("Link for Noor Haddad").inputValue();
        officer.isAccessible("the office, after inviting");

        Someone teacher = crowd.at(PHONE, 740, "en", ColorScheme.DARK);
        teacher.open(URI.create(link).getPath());
        Page page = teacher.page();
        assertThat(page.locator(".whose")).containsText("Noor Haddad, choose a password.");
        assertThat(teacher.pageWidth()).isLessThanOrEqualTo(PHONE);
        teacher.isAccessible("the page behind a welcome link");
        page.locator("input[name=password]").fill("short");
        page.locator("input[name=password]").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("too short");
        page.locator("input[name=password]").fill("four brave otters");
        page.locator("input[name=password]").press("Enter");
        assertThat(page.locator("h1")).hasText("Good to see you, Noor");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Grade 9"))
                .first()
                .click();
        assertThat(page.locator("h1")).hasText("Grade 9");

        office.reload();
        office.locator("vaadin-details-summary", new Page.LocatorOptions().setHasText("Noor Haddad"))
                .click();
        officer.button("Switch off").click();
        office.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                .click();
        assertThat(page).hasURL(Pattern.compile("/login\\?out$"));
        page.locator("input[name=username]").fill(noor);
        page.locator("input[name=password]").fill("four brave otters");
        page.locator("input[name=password]").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("has switched this account off");
        assertThat(crowd.violations()).isEmpty();
    }

    @Test
    void everything_fits_a_phone_in_the_dark_and_in_spanish() {
        accounts.personByEmail(ivy).ifPresent(officer -> accounts.read(officer.id(), Locale.of("es")));
        Someone officer = crowd.at(PHONE, 740, "es", ColorScheme.DARK).signIn(ivy, PASSWORD);
        for (String section : new String[] {"", "/list", "/schools", "/officers", "/trail"}) {
            officer.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            officer.open("/office" + section);
            assertThat(officer.page().locator("h1")).hasText("La oficina del distrito");
            assertThat(officer.page().locator(".office-ways a[aria-current=page]"))
                    .isVisible();
            assertThat(officer.pageWidth()).as("office" + section).isLessThanOrEqualTo(PHONE);
            officer.picture("office" + section.replace('/', '-'));
            officer.isAccessible("office" + section);
        }
        assertThat(crowd.violations()).isEmpty();
    }
}
