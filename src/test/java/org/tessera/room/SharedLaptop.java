package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tessera.support.browser.Crowd.Someone;

/** A laptop in a real browser, the people round it, and who of them has it. */
final class SharedLaptop {

    private static final String REMEMBERS = resource();

    final Someone at;
    private final Map<String, String> pins = new LinkedHashMap<>();
    private String holder;

    SharedLaptop(Someone at, String first, String pin) {
        this.at = at;
        this.holder = first;
        pins.put(first, pin);
    }

    List<String> people() {
        return List.copyOf(pins.keySet());
    }

    String holder() {
        return holder;
    }

    /** Somebody sits down with a name. */
    void guest(String name, String pin) {
        dialog(pin);
        at.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill(name);
        sit(name, pin);
    }

    /** Somebody sits down with an account. */
    void person(String name, String email, String password, String pin) {
        dialog(pin);
        at.page().getByText("With an account").click();
        at.page()
                .getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true))
                .fill(email);
        at.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        sit(name, pin);
    }

    private void dialog(String pin) {
        Page page = at.page();
        boolean isFirst = pins.size() == 1;
        if (isFirst) {
            at.button("Somebody else sits here too").click();
            page.getByLabel(holder + ", choose a PIN").fill(pins.get(holder));
        } else {
            page.getByLabel("More about this device").first().click();
            page.locator("vaadin-menu-bar-item, vaadin-item, vaadin-context-menu-item")
                    .filter(new Locator.FilterOptions().setHasText("Somebody else sits here too"))
                    .first()
                    .click();
        }
        page.getByLabel("PIN of the person who sits down").fill(pin);
    }

    private void sit(String name, String pin) {
        at.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sit down"))
                .click();
        pins.put(name, pin);
        assertThat(at.page().locator(".device-bar")).containsText(name);
        assertThat(at.page().locator("vaadin-dialog.room-dialog, vaadin-dialog[opened]"))
                .hasCount(0);
    }

    /** Hands the laptop to {@code name}, who enters the PIN and then has the room. */
    void passTo(String name) {
        if (holder.equals(name)) {
            return;
        }
        at.page().locator(".device-bar .pass").click();
        take(name);
    }

    /** {@code name} takes the laptop from under the cover. */
    void take(String name) {
        Page page = at.page();
        Locator cover = page.locator(".device-cover");
        assertThat(cover.locator("h1")).not().hasText("One moment");
        Locator others = cover.getByText(name, new Locator.GetByTextOptions().setExact(true));
        if (cover.locator("vaadin-password-field").isHidden()) {
            others.click();
        }
        cover.locator("vaadin-password-field input").fill(Objects.requireNonNull(pins.get(name)));
        cover.getByText("Go on").click();
        assertThat(page.locator(".device-bar .pass")).isVisible();
        assertThat(page.locator(".person.me .name")).hasText(name + " (you)");
        assertThat(page.locator("tessera-room-board .link.live")).isVisible();
        holder = name;
    }

    /** Writes as whoever has the laptop. */
    void write(String text) {
        Locator field = at.page().locator("tessera-room-board form.composer textarea");
        field.fill(text);
        field.press("Enter");
        assertThat(note(text)).isVisible();
    }

    Locator note(String text) {
        return at.page()
                .locator("tessera-room-board article")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** Where the page still holds any of these words. */
    List<String> remembers(String... words) {
        Object found = at.page().evaluate(REMEMBERS, List.of(words));
        List<String> places = new ArrayList<>();
        ((List<?>) found).forEach(place -> places.add(String.valueOf(place)));
        return places;
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(SharedLaptop.class.getResourceAsStream("/browser/remembers.js"))) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return script.substring(script.indexOf("(words)")).strip().replaceFirst(";$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
