package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.support.browser.Keyboard;

/** What a person does in a room, done with keys only. */
record ByKeyboard(Someone who) {

    private static final String FOCUSED_NOTE = """
            () => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              return at?.dataset?.note ? at.textContent : '';
            }""";

    ByKeyboard signsIn(String email, String password) {
        who.open("/login");
        keys().to(page().locator("input[name=username]")).type(email);
        keys().to(page().locator("input[name=password]")).type(password).press("Enter");
        page().waitForURL(url -> !url.contains("/login"));
        return this;
    }

    /** From home, by the meeting's link. */
    ByKeyboard enters(RoomId room) {
        keys().to(page().locator("a[href$='rooms/" + room + "']").first()).press("Enter");
        page().waitForURL(url -> url.contains("/rooms/"));
        return this;
    }

    ByKeyboard presses(String button) {
        keys().to(page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                        .last())
                .press("Enter");
        return this;
    }

    /** The facilitator's one big button; then everybody is where it leads. */
    ByKeyboard goesOnTo(String phase) {
        Locator button = page().locator(".controls .go-on");
        assertThat(button).containsText(phase);
        keys().to(button).press("Enter");
        Early.ends(page(), page().locator(".phase h2", new Page.LocatorOptions().setHasText(phase)), keys());
        return isIn(phase);
    }

    ByKeyboard isIn(String phase) {
        assertThat(page().locator(".phase h2")).hasText(phase);
        return this;
    }

    ByKeyboard writes(String text) {
        keys().to(board().locator("form.composer textarea")).type(text).press("Enter");
        assertThat(note(text)).isVisible();
        return this;
    }

    /** Goes to a note with Tab and the arrows, and presses keys there. */
    ByKeyboard onNote(String text, String... keys) {
        assertThat(note(text)).isVisible();
        keys().to(board().locator("article[tabindex='0']").first()).press("Home");
        for (int steps = 0; !focusedNote().contains(text); steps++) {
            if (steps > 60) {
                throw new AssertionError("no arrow leads to the note " + text);
            }
            String before = focusedNote();
            keys().press("ArrowDown");
            if (focusedNote().equals(before)) {
                keys().press("ArrowRight");
            }
        }
        keys().press(keys);
        return this;
    }

    Locator note(String text) {
        return board().locator("article")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    Locator board() {
        return page().locator("tessera-room-board");
    }

    Keyboard keys() {
        return who.keys();
    }

    Page page() {
        return who.page();
    }

    private String focusedNote() {
        return (String) page().evaluate(FOCUSED_NOTE);
    }
}
