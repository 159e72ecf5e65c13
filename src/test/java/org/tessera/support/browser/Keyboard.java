package org.tessera.support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The hands of somebody who uses no mouse: they go from place to place with Tab, and type. */
public final class Keyboard {

    /** More stops than any page has: whoever has not arrived by then has been round the whole page. */
    private static final int STOPS = 250;

    /** Whether the focus is on an element or somewhere inside it, shadow roots included. */
    private static final String HAS_FOCUS = """
            element => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              for (; at; at = at.assignedSlot ?? at.parentNode ?? at.host) if (at === element) return true;
              return false;
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /**
     * Goes on with Tab until the focus is on {@code place} or inside it.
     *
     * @throws AssertionError if it is not among the page's stops
     */
    public Keyboard to(Locator place) {
        assertThat(place).isVisible();
        for (int stop = 0; stop < STOPS; stop++) {
            if ((boolean) place.evaluate(HAS_FOCUS)) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no Tab leads to " + place);
    }

    /** Presses keys one after the other, each named as in {@code KeyboardEvent.key}, with {@code Shift+} before it where held. */
    public Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }
}
