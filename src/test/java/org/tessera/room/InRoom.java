package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.tessera.support.browser.Crowd.Someone;

/** Somebody in a room at a browser: what they see there by role and name, and what they do with a mouse. */
record InRoom(Someone who) {

    /** Narrower than this one thing at a time fits, in pixels. */
    private static final int NARROW = 752;

    Page page() {
        return who.page();
    }

    /** The live part of the room. */
    Locator board() {
        return page().locator("tessera-room-board");
    }

    Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    InRoom presses(String button) {
        button(button).click();
        return this;
    }

    InRoom isIn(String phase) {
        assertThat(page().locator(".phase h2")).hasText(phase);
        return this;
    }

    /** What a phone shows one at a time. */
    enum Pane {
        STEP(0),
        BOARD(1),
        PEOPLE(2);

        private final int place;

        Pane(int place) {
            this.place = place;
        }
    }

    /** On a phone to one of its three panes; on a laptop all three are there. */
    InRoom turnsTo(Pane pane) {
        if (isOnPhone()) {
            page().locator(".room > .panes button").nth(pane.place).click();
        }
        return this;
    }

    boolean isOnPhone() {
        return page().viewportSize().width < NARROW;
    }

    /** Chooses what stands beside the notes, or in their place on a phone: Pages, Checklist, Tally… */
    InRoom shows(String pane) {
        turnsTo(Pane.BOARD);
        board().getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName("Show").setExact(true))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(pane).setExact(true))
                .click();
        return this;
    }

    /** The note that reads {@code text}. */
    Locator note(String text) {
        return board().locator("article")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    InRoom sees(String text) {
        assertThat(board().getByText(text).first()).isVisible();
        return this;
    }

    InRoom doesNotSee(String text) {
        assertThat(board().getByText(text)).hasCount(0);
        return this;
    }

    /** Writes a note as people do, key by key. */
    InRoom writes(String text) {
        turnsTo(Pane.BOARD);
        Locator field = board().locator("form.composer textarea");
        who.types(field, text);
        field.press("Enter");
        assertThat(note(text)).containsText("Saved");
        return this;
    }

    /** Puts a question into the log. */
    InRoom asks(String question) {
        turnsTo(Pane.BOARD);
        Locator field = board().locator("form.composer textarea");
        who.types(field, question);
        field.press("Enter");
        return sees(question);
    }

    /** Writes a note, where {@code onlyMe} one for oneself, whatever the step lets one post. */
    InRoom writes(String text, boolean onlyMe) {
        Locator own = board().getByLabel("Only for me");
        if (onlyMe && own.isVisible()) {
            own.check();
        }
        return writes(text);
    }

    /** Writes a note of this kind: Warm, Helped, To change… */
    InRoom writes(String kind, String text) {
        turnsTo(Pane.BOARD);
        board().getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName("Kind of note"))
                .getByText(kind, new Locator.GetByTextOptions().setExact(true))
                .click();
        return writes(text);
    }

    /** What the facilitator needs more rarely. */
    InRoom choosesFromMore(String entry) {
        page().locator(".controls vaadin-menu-bar-button").first().click();
        page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry))
                .click();
        return this;
    }

    /** Hands on the turn without a word, by keyboard. */
    InRoom keysPass() {
        who.keys()
                .to(board().getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName("Pass").setExact(true)))
                .press("Enter");
        return this;
    }

    /** One of several things to choose from, as the label people click: the level of a row, yes or no. */
    Locator choice(String among, String label) {
        return board().getByRole(
                        AriaRole.RADIOGROUP,
                        new Locator.GetByRoleOptions().setName(among).setExact(true))
                .getByText(label, new Locator.GetByTextOptions().setExact(true));
    }

    /** Gives a command the page offers no way to give: {@code fields} are JavaScript, without braces. */
    InRoom tries(String command, String fields) {
        page().evaluate("() => document.querySelector('tessera-room-board').send({type: '" + command + "', " + fields
                + "})");
        return this;
    }

    /** Opens what the closed room has left behind. */
    InRoom opens(String artifact) {
        turnsTo(Pane.STEP);
        page().locator(".closed-room a[href*='artifacts/']", new Page.LocatorOptions().setHasText(artifact))
                .first()
                .click();
        page().waitForURL(url -> url.contains("/artifacts/"));
        return this;
    }
}
