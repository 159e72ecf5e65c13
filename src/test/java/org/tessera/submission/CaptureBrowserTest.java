package org.tessera.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.attachment.Attachment;
import org.tessera.attachment.Attachments;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.exhibit.Exhibits;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.writing.WritingPlace;

/** Speaking, drawing and photographing beside a reflection: nothing is lost, and no other page may listen or look. */
@AppTest
@Tag("browser")
@Tag("long")
class CaptureBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final CredentialId CREDENTIAL = new CredentialId("building-a-pa-learning-community");
    private static final String TEXT = "/submissions/building-a-pa-learning-community/write/reflection";
    private static final Pattern KEPT = Pattern.compile("Kept\\. It is beside your text now\\.");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Exhibits exhibits;

    private Crowd crowd;
    private PersonId ana;
    private String email;

    @BeforeEach
    void begin() {
        crowd = Crowd.withDevices(URI.create("http://localhost:" + port));
        email = UUID.randomUUID() + "@example.org";
        DistrictId district = accounts.addDistrict("North");
        ana = accounts.addPerson(new PersonDraft(district, null, "Ana", email, Locale.ENGLISH, PASSWORD));
        accounts.join(accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9"), ana);
        submissions.begin(ana, CREDENTIAL, Platform.BLOOMBOARD);
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void a_voice_is_recorded_cut_off_gone_on_with_handed_over_on_a_bad_line_and_listened_to() {
        Someone earner = crowd.atLaptop().signIn(email, PASSWORD).open(TEXT);
        Page page = earner.page();
        link(page, "Record your voice").click();
        earner.button("Record").click();
        page.waitForCondition(() -> seconds(page) >= 3);
        earner.picture("capture-recording");
        page.reload();

        assertThat(page.getByText("broke off; everything up to there is safe")).isVisible();
        earner.button("Go on recording").click();
        page.waitForCondition(() -> seconds(page) >= 5);
        earner.button("Pause").click();
        assertThat(page.getByText("Paused")).isVisible();
        String paused = clock(page).innerText();
        earner.button("Go on").click();
        page.waitForCondition(() -> !clock(page).innerText().equals(paused));
        earner.button("Finish").click();
        page.getByLabel("What is it about?").fill("What I learned about the ramp");
        page.getByLabel("What you say, word for word").fill("Beep.");
        crowd.violations().clear();
        earner.isAccessible("recorder");
        earner.picture("capture-voice");
        page.context().setOffline(true);
        earner.button("Keep it beside the text").click();
        assertThat(page.getByText("The line is broken.").first()).isVisible();
        page.context().setOffline(false);
        assertThat(page.getByText(KEPT)).isVisible();

        Attachment voice = here().getFirst();
        assertThat(voice.description()).isEqualTo("What I learned about the ramp");
        // what was recorded before the reload and after it is one sound, and in between nothing was lost but the last
        // second
        assertThat(exhibits.find(voice.exhibit()).orElseThrow().length())
                .hasValueSatisfying(length -> assertThat(length).isGreaterThan(java.time.Duration.ofSeconds(4)));
        link(page, "Back to “Part 3: reflection”").click();
        page.waitForURL(url -> url.endsWith("/write/reflection"));
        Locator player = page.locator("audio");
        assertThat(player).hasAttribute("aria-label", "What I learned about the ramp");
        player.evaluate("one => { one.muted = true; return one.play(); }");
        page.waitForCondition(() -> ((Number) player.evaluate("one => one.currentTime")).doubleValue() > 0.3);
        earner.picture("capture-beside");
        assertThat(crowd.violations()).isEmpty();
    }

    @Test
    void a_drawing_is_made_with_a_pointer_and_with_keys_alone_and_comes_back_after_a_reload() {
        Someone earner = crowd.atLaptop().signIn(email, PASSWORD).open(TEXT + "/drawing");
        Page page = earner.page();
        Locator sheet = page.locator("tessera-sketch canvas");
        sheet.scrollIntoViewIfNeeded();
        BoundingBox box = sheet.boundingBox();
        page.mouse().move(box.x + 100, box.y + 100);
        page.mouse().down();
        page.mouse().move(box.x + 300, box.y + 200);
        page.mouse().up();
        assertThat(earner.button("Undo")).isEnabled();
        earner.button("Empty the sheet").click();
        assertThat(earner.button("Keep it beside the text")).isDisabled();
        earner.button("Undo").click();
        assertThat(earner.button("Keep it beside the text")).isEnabled();
        earner.open(TEXT);
        link(page, "A drawing waits in this browser and is not handed over yet. Go on with it.")
                .click();
        assertThat(page.getByText("Your drawing from before is still here.")).isVisible();

        earner.keys().to(sheet).press("Space", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown");
        assertThat(page.getByText("The pen is down.")).hasCount(1);
        earner.keys()
                .press("Space")
                .to(page.getByLabel("What does the drawing show?"))
                .type("A line and a corner");
        crowd.violations().clear();
        earner.isAccessible("sketch");
        earner.picture("capture-drawing");
        earner.keys().to(earner.button("Keep it beside the text")).press("Enter");
        assertThat(page.getByText(KEPT)).isVisible();
        assertThat(earner.button("Keep it beside the text")).isDisabled();

        assertThat(here()).extracting(Attachment::description).containsExactly("A line and a corner");
        assertThat(here()).allMatch(attachments::isCleared);
        earner.open(TEXT);
        Locator picture = page.getByAltText("A line and a corner");
        assertThat(picture).isVisible();
        page.waitForCondition(() -> ((Number) picture.evaluate("one => one.naturalWidth")).intValue() > 0);
        assertThat(crowd.violations()).isEmpty();
    }

    @Test
    void a_photo_is_taken_with_the_camera_and_waits_for_a_second_person() {
        Someone earner = crowd.at(360, 740, "en", ColorScheme.DARK)
                .signIn(email, PASSWORD)
                .open(TEXT + "/photo");
        Page page = earner.page();
        earner.button("Use the camera").click();
        page.waitForCondition(
                () -> ((Number) page.locator("tessera-photo video").evaluate("one => one.videoWidth")).intValue() > 0);
        earner.button("Take the picture").click();
        page.getByLabel("What does the photo show?").fill("Our board");
        page.reload();
        assertThat(page.getByLabel("What does the photo show?")).hasValue("Our board");
        earner.button("Keep it beside the text").click();
        assertThat(page.getByText("Tick the sentence about students first.")).isVisible();
        page.getByLabel("No student can be made out").check();
        earner.picture("capture-photo");
        assertThat(earner.pageWidth()).isLessThanOrEqualTo(360);
        earner.button("Keep it beside the text").click();
        assertThat(page.getByText(KEPT)).isVisible();
        assertThat(here()).noneMatch(attachments::isCleared);
        earner.open(TEXT);
        assertThat(page.getByText("It may show students, so a second person")).isVisible();
        earner.picture("capture-beside-dark");
    }

    @Test
    void no_other_page_may_listen_and_the_page_that_may_is_loaded_anew_however_it_is_reached() {
        Someone earner = crowd.atLaptop().signIn(email, PASSWORD).open(TEXT);
        Page page = earner.page();
        assertThat(page.locator("tessera-writing")).isVisible();
        assertThat(mayListen(page)).isFalse();
        // a link that Flow follows within the page
        page.evaluate("""
                address => {
                  window.before = true;
                  const link = document.createElement('a');
                  link.href = address;
                  link.textContent = 'there';
                  document.body.append(link);
                  link.click();
                }""", TEXT + "/voice");
        assertThat(earner.button("Record")).isVisible();
        page.waitForCondition(() -> page.evaluate("() => window.before") == null);
        assertThat(earner.button("Record")).isVisible();
        assertThat(mayListen(page)).isTrue();
        link(page, "Draw").click();
        assertThat(page.locator("tessera-sketch canvas")).isVisible();
        assertThat(mayListen(page)).isFalse();
    }

    @Test
    void the_pages_read_well_on_a_phone_and_in_spanish() {
        DistrictId district = accounts.addDistrict("Sur");
        PersonId eva =
                accounts.addPerson(new PersonDraft(district, null, "Eva", "eva-" + email, Locale.of("es"), PASSWORD));
        accounts.join(accounts.addTeam(accounts.addSchool(district, "Alta"), "Noveno"), eva);
        submissions.begin(eva, CREDENTIAL, Platform.BLOOMBOARD);
        Someone phone = crowd.at(360, 740, "es", ColorScheme.DARK).signIn("eva-" + email, PASSWORD);
        for (String way : List.of("voice", "drawing", "photo")) {
            phone.open(TEXT + "/" + way);
            assertThat(phone.page().locator("h1")).isVisible();
            assertThat(phone.pageWidth()).isLessThanOrEqualTo(360);
            phone.picture("capture-phone-" + way);
        }
    }

    private List<Attachment> here() {
        return attachments.at(
                ana,
                new WritingPlace(credentials.current(CREDENTIAL).orElseThrow().ref(), "reflection"));
    }

    private static boolean mayListen(Page page) {
        return (boolean) page.evaluate("""
                () => navigator.mediaDevices.getUserMedia({ audio: true }).then(
                  (stream) => { stream.getTracks().forEach((one) => one.stop()); return true; },
                  () => false)""");
    }

    private static Locator clock(Page page) {
        return page.locator("tessera-recorder .clock");
    }

    private static int seconds(Page page) {
        String[] parts = clock(page).innerText().strip().split(":", -1);
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
