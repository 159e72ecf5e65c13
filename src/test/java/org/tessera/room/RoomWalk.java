package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.protocol.Protocols;
import org.tessera.room.InRoom.Pane;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** A meeting walked through in real browsers on the running application: who is in it, and how it goes from step to step. */
final class RoomWalk implements AutoCloseable {

    /** Parts of the page larger than the place they have: on no screen too wide, and on a laptop not too high either. */
    private static final String OVERFLOWS = """
            () => {
              const room = document.querySelector('.room');
              const wide = innerWidth > 752;
              for (let at = room; at; at = at.parentElement) {
                if (at.scrollWidth > at.clientWidth + 1 || (wide && at.scrollHeight > at.clientHeight + 1)) {
                  return `${at.tagName} ${at.className}: ${at.scrollWidth}×${at.scrollHeight} in ${at.clientWidth}×${at.clientHeight}`;
                }
              }
              return '';
            }""";

    /** Who leads, and who presents where somebody does: others see what one of the two sees. */
    private static final Set<String> ASKED_OF_AXE = Set.of("ana", "ben");

    private final ApplicationContext app;
    private final URI server;
    private final Crowd crowd;
    private final Map<String, InRoom> people = new LinkedHashMap<>();

    RoomWalk(ApplicationContext app) {
        this.app = app;
        this.server = URI.create("http://localhost:" + app.getEnvironment().getRequiredProperty("local.server.port"));
        this.crowd = new Crowd(server);
    }

    URI server() {
        return server;
    }

    Crowd crowd() {
        return crowd;
    }

    Meeting.Preparing preparing() {
        return new Meeting.Preparing(
                app.getBean(Rooms.class),
                app.getBean(LiveRooms.class),
                app.getBean(RoomStore.class),
                app.getBean(Accounts.class),
                app.getBean(Protocols.class));
    }

    /** A meeting with student work of three pages and the assignment it answers. */
    Meeting.Preparing preparingWithWork() {
        Materials materials = app.getBean(Materials.class);
        return preparing()
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Three pages")
                .bringing(materials, MaterialKind.CONTEXT, "water-assignment.pdf", "The assignment");
    }

    /** Everybody of the meeting enters at a laptop of their own, and agrees to the norms. */
    void everybodyEnters(Meeting m) {
        m.names().forEach(name -> enters(m, name, crowd.atLaptop()));
        people.values().forEach(each -> each.presses("I agree"));
    }

    /** {@code name} enters at {@code browser}; the norms wait. */
    InRoom enters(Meeting m, String name, Someone browser) {
        InRoom person = new InRoom(browser.signIn(m.email(name), m.password()).open("/rooms/" + m.id));
        people.put(name, person);
        return person;
    }

    /** {@code name} is not there any more. */
    void leaves(String name) {
        people.remove(name);
    }

    InRoom person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    Collection<InRoom> everybody() {
        return people.values();
    }

    /** {@code leader} goes on with the one big button, and everybody is in the phase it leads to. */
    void goesOn(InRoom leader, String phase) {
        goesOn(leader, Map.of(), phase);
    }

    /** {@code elsewhere} says what the phase is called for those who read another language. */
    void goesOn(InRoom leader, Map<String, String> elsewhere, String phase) {
        leader.turnsTo(Pane.STEP);
        Locator button = leader.page().locator(".controls .go-on");
        assertThat(button).containsText(phase);
        button.click();
        Early.ends(leader.page(), leader.page().locator(".phase h2", new Page.LocatorOptions().setHasText(phase)));
        people.forEach((name, each) -> each.isIn(elsewhere.getOrDefault(name, phase)));
    }

    /** Ends a meeting before there was time to look back, as in every walk; everybody sees what it leaves behind. */
    void closes(InRoom leader, String reason) {
        Locator close = asksToClose(leader);
        leader.page().locator("vaadin-dialog vaadin-text-field input").fill(reason);
        close.click();
        isClosed();
    }

    private static Locator asksToClose(InRoom leader) {
        leader.turnsTo(Pane.STEP);
        Locator big = leader.page().locator(".controls .go-on");
        if (big.textContent().contains("Close the room")) {
            big.click();
        } else {
            leader.choosesFromMore("Close the room");
        }
        return leader.page()
                .getByRole(AriaRole.DIALOG)
                .or(leader.page().getByRole(AriaRole.ALERTDIALOG))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Close the room").setExact(true))
                .last();
    }

    private void isClosed() {
        people.values().forEach(each -> assertThat(each.page()
                        .locator(".closed-room a[href*='artifacts/']")
                        .first())
                .isAttached());
    }

    /**
     * Looks at a step as everybody sees it: no page is larger than its window, and a picture of it is kept. Axe is asked
     * about phones, and about what Ana and Ben see at their laptops, in dark as well.
     */
    void look(String step) {
        people.forEach((name, each) -> {
            each.turnsTo(Pane.BOARD);
            String where = step + ", " + name;
            each.who().picture(step + "-" + name);
            if (each.isOnPhone()) {
                each.who().isAccessibleInLight(where);
            } else if (ASKED_OF_AXE.contains(name)) {
                each.who().isAccessible(where);
            }
            assertThat(each.page().evaluate(OVERFLOWS))
                    .as("what is larger than the window, %s", where)
                    .isEqualTo("");
        });
    }

    /** Nothing axe found wrong on the way. */
    void wasAccessible() {
        assertThat(crowd.violations()).isEmpty();
    }

    @Override
    public void close() {
        crowd.close();
    }
}
