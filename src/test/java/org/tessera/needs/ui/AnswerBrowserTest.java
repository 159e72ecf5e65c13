package org.tessera.needs.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.entry.Entries;
import org.tessera.entry.TestCircle;
import org.tessera.needs.Results;
import org.tessera.needs.Survey;
import org.tessera.needs.Surveys;
import org.tessera.needs.TestSurvey;
import org.tessera.submission.Picks;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** A survey answered by its link on a phone, with the keyboard, by somebody whom nobody knows. */
@AppTest
@Tag("browser")
class AnswerBrowserTest {

    private static final String WORDS = "An hour a week — señor Núñez 學";

    @Autowired
    Surveys surveys;

    @Autowired
    Entries entries;

    @Autowired
    Accounts accounts;

    @Autowired
    Picks picks;

    @LocalServerPort
    int port;

    private Crowd crowd;
    private PersonId ana;
    private Survey survey;

    @BeforeEach
    void open_a_survey() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
        TestCircle circle = TestCircle.in(accounts, picks);
        ana = circle.ana().id();
        survey = TestSurvey.open(entries, surveys, circle.team(), ana);
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    private String address() {
        return "/answer/" + survey.link();
    }

    private int forms() {
        return switch (surveys.results(survey.id(), ana).orElseThrow()) {
            case Results.StillOpen(var forms) -> forms;
            case Results.TooFew(var forms) -> forms;
            case Results.Shown shown -> shown.forms();
        };
    }

    private static Locator words(Page page) {
        return page.getByRole(AriaRole.TEXTBOX);
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    /** Tab until {@code wanted} has the focus. */
    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 20; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("one => one === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not get there");
    }

    @Test
    void is_answered_on_a_phone_by_keyboard_through_a_reload_and_a_dead_line_and_counts_once() {
        Someone somebody = crowd.onPhone().open(address());
        Page page = somebody.page();
        tabTo(page, named(page, AriaRole.RADIO, "Time"));
        page.keyboard().press("ArrowDown");
        assertThat(named(page, AriaRole.RADIO, "Rubrics")).isChecked();
        tabTo(page, words(page));
        page.keyboard().type(WORDS);
        assertThat(somebody.pageWidth()).isLessThanOrEqualTo(360);
        somebody.isAccessible("the form of a survey");

        page.reload();
        assertThat(words(page)).hasValue(WORDS);
        assertThat(named(page, AriaRole.RADIO, "Rubrics")).isChecked();

        page.context().setOffline(true);
        tabTo(page, named(page, AriaRole.BUTTON, "Send"));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no connection just now.");
        assertThat(words(page)).hasValue(WORDS);
        assertThat(forms()).isZero();

        page.context().setOffline(false);
        assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(named(page, AriaRole.HEADING, "Thank you")).isVisible();
        assertThat(forms()).isEqualTo(1);

        page.goBack();
        Locator send = named(page, AriaRole.BUTTON, "Send");
        if (send.isVisible()) {
            send.press("Enter");
            assertThat(named(page, AriaRole.HEADING, "Thank you")).isVisible();
        }
        assertThat(forms()).isEqualTo(1);
        somebody.open(address());
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("This was answered on this device already.");
        assertThat(words(page)).isHidden();
        page.keyboard().press("Tab");
        tabTo(page, named(page, AriaRole.BUTTON, "Somebody else answers here"));
        page.keyboard().press("Enter");
        assertThat(words(page)).hasValue("");
        assertThat(crowd.violations()).isEmpty();
    }

    @Test
    void speaks_spanish_to_a_spanish_browser_and_says_when_it_is_closed() {
        Someone somebody = crowd.at(360, 740, "es-MX", ColorScheme.DARK).open(address());
        Page page = somebody.page();
        assertThat(named(page, AriaRole.BUTTON, "Enviar")).isVisible();
        words(page).fill(WORDS);
        surveys.close(survey.id(), ana);
        named(page, AriaRole.BUTTON, "Enviar").press("Enter");
        assertThat(named(page, AriaRole.HEADING, "Esta encuesta está cerrada")).isVisible();
        assertThat(forms()).isZero();
        page.reload();
        assertThat(named(page, AriaRole.HEADING, "Esta encuesta está cerrada")).isVisible();
        assertThat(List.of(somebody.pageWidth())).allMatch(width -> width <= 360);
    }
}
