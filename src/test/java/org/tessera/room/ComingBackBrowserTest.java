package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.support.wire.Visitor;

/**
 * Server and database are killed under open pages. The pages come back by themselves once there is a server again: what
 * somebody gave meanwhile is in the room, and half a sentence is where it was.
 */
@Tag("browser")
@Tag("long")
class ComingBackBrowserTest {

    @TempDir
    private Path folder;

    private RoomProcess server;

    @BeforeEach
    void start() throws Exception {
        server = new RoomProcess(folder);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void pages_come_back_by_themselves_with_their_drafts() throws Exception {
        try (Crowd crowd = new Crowd(server.address())) {
            Someone ana = enters(crowd, "ana");
            Someone ben = enters(crowd, "ben");
            Visitor.person(server.address(), server.email("ana"), server.password())
                    .open(server.room())
                    .does("start-phase", Map.of("phase", "words"));
            write(ana, "before the storm");
            composer(ben).fill("half a sen");

            server.killBoth();
            assertThat(board(ana).locator(".link.broken")).isVisible();
            composer(ana).fill("while nobody listens");
            composer(ana).press("Enter");
            assertThat(note(ana, "while nobody listens")).isVisible();
            assertThat(note(ana, "while nobody listens")).not().containsText("Saved");
            composer(ben).pressSequentially("tence");
            ana.picture("coming-back-gone");
            server.start();

            assertThat(note(ana, "while nobody listens")).containsText("Saved");
            assertThat(note(ana, "before the storm")).isVisible();
            assertThat(composer(ben)).hasValue("half a sentence");
            assertThat(ben.page().locator(".phase h2")).hasText("Words");
            composer(ben).press("Enter");
            assertThat(note(ben, "half a sentence")).containsText("Saved");
            assertThat(note(ben, "while nobody listens")).hasCount(0);
            // the page around the board answers again, too
            assertThat(ana.page().locator(".controls .go-on")).containsText("Post");
            ana.page().locator(".controls .go-on").click();
            Early.ends(ana.page(), ana.page().locator(".phase h2", new Page.LocatorOptions().setHasText("Post")));
            assertThat(ben.page().locator(".phase h2")).hasText("Post");
            ana.picture("coming-back-here");
        }
    }

    private Someone enters(Crowd crowd, String name) {
        return crowd.atLaptop().signIn(server.email(name), server.password()).open("/rooms/" + server.room());
    }

    private static void write(Someone who, String text) {
        composer(who).fill(text);
        composer(who).press("Enter");
        assertThat(note(who, text)).containsText("Saved");
    }

    private static Locator board(Someone who) {
        return who.page().locator("tessera-room-board");
    }

    private static Locator composer(Someone who) {
        return board(who).locator("form.composer textarea");
    }

    private static Locator note(Someone who, String text) {
        Page page = who.page();
        return page.locator("tessera-room-board article")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
