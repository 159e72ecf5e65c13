package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.tessera.support.browser.Keyboard;

/** The kind question whether a step really ends so soon. Tests are in more of a hurry than people, and say yes. */
final class Early {

    private static final Pattern END_IT = Pattern.compile("^(End it|Terminarlo)$");

    private Early() {}

    /** Waits for the question or for {@code there}, which shows that nobody asks, and answers with the mouse. */
    static void ends(Page page, Locator there) {
        Locator end = question(page, there);
        if (end.isVisible()) {
            end.click();
        }
    }

    /** The same by keyboard alone. */
    static void ends(Page page, Locator there, Keyboard keys) {
        Locator end = question(page, there);
        if (end.isVisible()) {
            keys.to(end).press("Enter");
        }
    }

    private static Locator question(Page page, Locator there) {
        Locator end = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(END_IT));
        assertThat(end.or(there).first()).isVisible();
        return end;
    }
}
