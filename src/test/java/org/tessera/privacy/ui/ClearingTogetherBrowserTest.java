package org.tessera.privacy.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.Recorded;
import org.tessera.material.Material;
import org.tessera.privacy.Brought;
import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceState;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.NameLists;
import org.tessera.privacy.Subject;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** Two people clear a page and a recording, the second one on a phone in the dark, by keys where keys are natural. */
@AppTest
@Tag("browser")
@Tag("long")
class ClearingTogetherBrowserTest {

    private static final String PASSWORD = "long enough";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Brought brought;

    @Autowired
    private Recorded recorded;

    @Autowired
    private NameLists names;

    @Autowired
    private Clearances clearances;

    private Crowd crowd;
    private Brought.Teachers people;

    @BeforeEach
    void open() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
        people = brought.teachers();
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void a_page() {
        names.add(people.ben(), people.team(), "Maya Rodriguez");
        Material work = brought.work(people.team(), people.ben(), "work.pdf", Brought.pdfNaming("Maya Rodriguez"));
        Subject subject = Subject.of(work.id());
        Someone ben = atLaptop(people.ben()).open("/clearing/" + work.id().value());
        await().atMost(Duration.ofSeconds(90)).until(() -> clearance(subject).searched());
        ben.page().reload();
        look(ben, "clearing-page-owner");
        ben.keys().to(button(ben, "Cover: ")).press("Enter");
        assertThat(ben.page().getByText("Covered", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        ben.page().getByLabel("The parents").check();
        ben.keys().to(button(ben, "Save the permission")).press("Enter");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> clearance(subject).permission().isPresent());
        ben.page().reload();
        ben.keys().to(button(ben, "Cover for good and ask for a second look")).press("Enter");
        await().atMost(Duration.ofSeconds(90)).until(() -> clearance(subject).state() == ClearanceState.BURNED_IN);
        assertThat(ben.page().getByText("covered, waits for a second person")).isVisible();

        Someone ana = onPhoneInTheDark(people.ana()).open("/clearing");
        look(ana, "clearing-list");
        ana.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Water task"))
                .click();
        look(ana, "clearing-page-second");
        ana.keys().to(button(ana, "Open page 1")).press("Enter");
        Locator dialog = ana.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.IMG)).isVisible();
        ana.picture("clearing-page-opened");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .press("Enter");
        assertThat(ana.page().getByText("Page 1: opened")).isVisible();
        ana.keys().to(button(ana, "I looked at every page and found nothing")).press("Enter");
        assertThat(ana.page().getByText("cleared as evidence")).isVisible();
        assertThat(clearances.isCleared(subject)).isTrue();
        assertThat(crowd.violations()).isEmpty();
    }

    @Test
    void a_recording() {
        Exhibit hum = recorded.hum(people.team(), people.ben(), "A discussion of water", 3);
        Subject subject = Subject.recording(hum.id().value());
        Someone ben = atLaptop(people.ben()).open("/clearing/" + hum.id().value());
        ben.page().getByLabel("The parents").check();
        ben.keys().to(button(ben, "Save the permission")).press("Enter");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> clearance(subject).permission().isPresent());
        ben.page().reload();
        ben.keys().to(ben.page().getByLabel("Whom do you ask to look?").first()).press("Enter");
        option(ben, "Ana Torres").press("Enter");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> clearance(subject).asked().isPresent());
        look(ben, "clearing-recording-owner");
        ben.keys().to(button(ben, "Ask this person to listen")).press("Enter");
        assertThat(ben.page().getByText("waits for who was asked to listen")).isVisible();

        Someone ana = onPhoneInTheDark(people.ana()).open("/");
        assertThat(ana.page().getByText("One piece of student work waits")).isVisible();
        ana.open("/clearing/" + hum.id().value());
        assertThat(ana.page().getByText("You have not listened to all of it yet."))
                .isVisible();
        look(ana, "clearing-recording-second");
        ana.keys().to(ana.page().locator("audio")).press("Space");
        assertThat(ana.page().getByText("You listened to all of it.")).isVisible();
        ana.keys()
                .to(ana.page().getByLabel("When?"))
                .type("0:02")
                .to(ana.page().getByLabel("What is heard or seen?").first())
                .press("Enter");
        option(ana, "a name is said").press("Enter");
        ana.keys().to(button(ana, "Note this moment")).press("Enter");
        assertThat(ana.page().getByText("0:02 · ")).isVisible();
        ana.page().reload();
        assertThat(ana.page().getByText("0:02 · ")).isVisible();
        look(ana, "clearing-recording-noted");
        ana.keys().to(button(ana, "Take away: 0:02")).press("Enter");
        assertThat(ana.page().getByText("0:02 · ")).hasCount(0);
        ana.keys().to(button(ana, "I found nothing that tells who somebody is")).press("Enter");
        assertThat(ana.page().getByText("cleared as evidence")).isVisible();
        assertThat(clearances.isCleared(subject)).isTrue();
        assertThat(crowd.violations()).isEmpty();
    }

    /** Keeps a picture of all of the page, dark on a phone, and asks whether everybody can read it. */
    private void look(Someone who, String name) {
        assertThat(who.page().locator("h1")).isVisible();
        who.isAccessible(name);
        assertThat(who.pageWidth()).isLessThanOrEqualTo(who.page().viewportSize().width);
        boolean isPhone = who.page().viewportSize().width < 600;
        who.page()
                .emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(isPhone ? ColorScheme.DARK : ColorScheme.LIGHT));
        who.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/pictures", name + ".png")));
    }

    private static Locator option(Someone who, String name) {
        return who.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Someone who, String name) {
        return who.button(name);
    }

    private Someone atLaptop(PersonId person) {
        return crowd.atLaptop().signIn(email(person), PASSWORD);
    }

    private Someone onPhoneInTheDark(PersonId person) {
        return crowd.at(360, 740, "en", ColorScheme.DARK).signIn(email(person), PASSWORD);
    }

    private String email(PersonId person) {
        return accounts.person(person).orElseThrow().email();
    }

    private Clearance clearance(Subject subject) {
        return clearances.find(subject, people.ben()).orElseThrow();
    }
}
