package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.COACH;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/**
 * Looking at Student Work in real browsers, from the norms to the closed room: a facilitator, a presenter, a participant, a
 * guest on a phone, and a coach of another school who leads two steps and hands back.
 */
@AppTest
@Tag("browser")
class LookingAtStudentWorkBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Rooms rooms;

    @Autowired
    private LiveRooms live;

    @Autowired
    private RoomStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private Materials materials;

    @Test
    void a_whole_meeting_with_a_guest_on_a_phone_and_a_coach_who_facilitates() {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .invited("gil", COACH)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Three pages")
                .bringing(materials, MaterialKind.CONTEXT, "water-assignment.pdf", "The assignment")
                .meetingAt("https://meet.example.org/team")
                .running("looking-at-student-work");
        String code = rooms.openToGuests(m.id, m.member("ana")).orElseThrow();
        String room = "/rooms/" + m.id;
        try (Crowd crowd = new Crowd(URI.create("http://localhost:" + port))) {
            Someone ana = crowd.atLaptop().signIn(m.email("ana"), m.password()).open(room);
            Someone ben = crowd.atLaptop().signIn(m.email("ben"), m.password()).open(room);
            Someone cho = crowd.atLaptop().signIn(m.email("cho"), m.password()).open(room);
            Someone gil = crowd.atLaptop().signIn(m.email("gil"), m.password()).open(room);
            Someone noor = crowd.onPhone().join(code, "Noor");
            assertThat(cho.page().getByText("Video meeting").first()).isVisible();
            for (Someone each : List.of(ana, ben, cho)) {
                each.button("I agree").click();
            }

            goOn(ana, "Norms");
            goOn(ana, "The work");
            assertThat(cho.page().locator("tessera-room-board img").first()).isVisible();
            goOn(ana, "Examine");
            write(cho, "alone: the table adds up to less than the text says");
            goOn(ana, "Describe");
            write(cho, "A table with four rows on page 1");
            assertThat(on(noor, "A table with four rows on page 1")).isVisible();
            write(noor, "An arrow from the graph to the word waste");
            assertThat(on(ana, "An arrow from the graph to the word waste")).isVisible();
            assertThat(ben.page().getByText("Listening: private notes only").first())
                    .isVisible();
            refusedToPost(ben);
            assertThat(ana.page().getByText("alone: the table adds up")).hasCount(0);
            ana.picture("looking-facilitator");
            noor.picture("looking-phone");

            handOver(ana, "Gil");
            goOn(gil, "Interpret");
            write(noor, "The student may be estimating before measuring");
            goOn(gil, "Implications");
            write(cho, "Ask for the estimate first, then the measurement");
            assertThat(on(gil, "Ask for the estimate first")).isVisible();
            handOver(gil, "Ana");

            assertThat(cho.page().locator("tessera-room-board").getByText("The assignment"))
                    .hasCount(0);
            goOn(ana, "The presenter speaks");
            assertThat(cho.page()
                            .locator("tessera-room-board")
                            .getByText("The assignment")
                            .first())
                    .isVisible();
            goOn(ana, "Debrief");
            write(ben, "Ten minutes of only seeing");
            ana.button("Close the room").click();
            ana.page().locator("vaadin-dialog vaadin-text-field input").fill("The bell rang");
            ana.page()
                    .locator("vaadin-dialog")
                    .getByText("Close the room", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(ana.page().locator(".closed-room a[href*='artifacts/']").first())
                    .isVisible();
            ana.picture("looking-closed");
            linksAsEvidence(ana);
        }
        assertThat(m.live().setting().status()).isEqualTo(Entity.Status.CLOSED);
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(4);
        m.isConsistent();
    }

    /** From what the room left to a requirement of the credential, with a sentence of one's own; the matrix shows it. */
    private static void linksAsEvidence(Someone facilitator) {
        Page page = facilitator.page();
        page.locator(".closed-room a[href*='artifacts/']").first().click();
        page.waitForURL(url -> url.contains("/artifacts/"));
        String artifact = page.url().replaceFirst(".*/artifacts/", "").replaceFirst("[?#].*", "");
        page.getByText("Link as evidence").first().click();
        page.waitForURL(url -> url.contains("/evidence"));
        Locator cell = page.locator(".cell[data-artifact='" + artifact + "']").first();
        cell.click();
        page.locator(".link-dialog textarea, vaadin-text-area textarea")
                .first()
                .fill("I facilitated this discussion and kept the describing free of judgement.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .first()
                .click();
        assertThat(cell).hasAttribute("data-annotation", Pattern.compile("kept the describing"));
        assertThat(page.getByText("1 of 3 discussions").first()).isVisible();
        facilitator.picture("looking-evidence");
    }

    /** The note that reads {@code text}, on whichever pane of a phone it stands. */
    private static Locator on(Someone who, String text) {
        toTheBoard(who);
        return who.page()
                .locator("tessera-room-board article")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static void toTheBoard(Someone who) {
        Locator tab = who.page().locator(".room > .panes button", new Page.LocatorOptions().setHasText("Board"));
        if (tab.isVisible()) {
            tab.click();
        }
    }

    /** The facilitator's one big button, and everybody in the phase it leads to. */
    private static void goOn(Someone facilitator, String phase) {
        Locator button = facilitator.page().locator(".controls .go-on");
        assertThat(button).containsText(phase);
        button.click();
        Page page = facilitator.page();
        Early.ends(page, page.locator(".phase h2", new Page.LocatorOptions().setHasText(phase)));
        assertThat(page.locator(".phase h2")).hasText(phase);
    }

    private static void write(Someone who, String text) {
        Page page = who.page();
        toTheBoard(who);
        Locator field = page.locator("tessera-room-board form.composer textarea");
        field.fill(text);
        field.press("Enter");
        assertThat(on(who, text)).isVisible();
    }

    /** The page offers a silent presenter no way to post, so the presenter forces one: the server says no in a sentence. */
    private static void refusedToPost(Someone presenter) {
        Page page = presenter.page();
        page.evaluate(
                "text => document.querySelector('tessera-room-board')"
                        + ".send({type: 'add-note', note: crypto.randomUUID(), text})",
                "But I had told them to");
        assertThat(page.getByText("you are listening now").first()).isVisible();
        page.reload();
        assertThat(page.locator("tessera-room-board").getByText("But I had told them to"))
                .hasCount(0);
    }

    private static void handOver(Someone from, String to) {
        Page page = from.page();
        page.getByLabel("Role of " + to).first().click();
        page.locator("vaadin-select-item, vaadin-context-menu-item, vaadin-menu-bar-item, vaadin-item")
                .filter(new Locator.FilterOptions().setHasText("Facilitator"))
                .first()
                .click();
        page.getByText("Hand over", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(page.locator(".controls .go-on")).isHidden();
    }
}
