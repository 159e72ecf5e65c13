package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** A laptop that goes from hand to hand while everybody writes alone. */
@AppTest
@Tag("browser")
class SharedDeviceBrowserTest {

    private static final String GIVEN = "plum tree behind the gym";
    private static final String TYPED = "half a pear and";

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

    @Test
    void nothing_of_one_person_is_left_in_the_browser_while_another_has_it_and_all_comes_back() {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("Ana", FACILITATOR)
                .with("Ben", PARTICIPANT)
                .running("looking-at-student-work");
        for (String phase : new String[] {"norms", "work", "examine"}) {
            m.does("Ana", new RoomCommand.StartPhase(phase));
        }
        try (Crowd crowd = new Crowd(URI.create("http://localhost:" + port))) {
            Someone there =
                    crowd.atLaptop().signIn(m.email("Ana"), m.password()).open("/rooms/" + m.id);
            SharedLaptop laptop = new SharedLaptop(there, "Ana", "1357");
            laptop.guest("Dee", "24680");
            laptop.write(GIVEN);
            composer(laptop).fill(TYPED);
            assertThat(laptop.remembers(GIVEN, TYPED))
                    .as("as long as Ana has it")
                    .isNotEmpty();

            laptop.passTo("Dee");
            assertThat(laptop.remembers(GIVEN, TYPED)).as("while Dee has it").isEmpty();
            there.hears("Dee has the device now.").isAccessible("a shared device");
            assertThat(composer(laptop)).hasValue("");
            laptop.write("dee sees a ladder");
            assertThat(there.page().locator(".controls .go-on")).isHidden();

            there.page().reload();
            assertThat(there.page().locator(".device-cover h1")).hasText("Who has the device now?");
            there.isAccessible("the cover");
            assertThat(laptop.remembers(GIVEN, TYPED, "dee sees a ladder"))
                    .as("while nobody has it")
                    .isEmpty();
            laptop.take("Ana");
            assertThat(laptop.note(GIVEN)).isVisible();
            assertThat(composer(laptop)).hasValue(TYPED);
            assertThat(laptop.note("dee sees a ladder")).hasCount(0);
            assertThat(laptop.remembers("dee sees a ladder")).isEmpty();
            assertThat(there.page().locator(".controls .go-on")).isVisible();
            assertThat(crowd.violations()).isEmpty();
            staysWhereTheLineIsBroken(there, laptop);
        }
        assertThat(m.live().notes())
                .extracting(note -> note.text() + " by "
                        + m.live().member(note.by()).orElseThrow().guest())
                .containsExactlyInAnyOrder(GIVEN + " by false", "dee sees a ladder by true");
        m.isConsistent();
    }

    /** Words that are only in the browser do not go into other hands. */
    private static void staysWhereTheLineIsBroken(Someone there, SharedLaptop laptop) {
        Page page = there.page();
        page.context().setOffline(true);
        page.evaluate("document.querySelector('tessera-room-board').seat.connection.deadAir()");
        assertThat(page.locator("tessera-room-board .link.broken")).isVisible();
        page.locator(".device-bar .pass").click();
        assertThat(page.locator("tessera-room-board .toast")).containsText("Hand the device on when it is back");
        assertThat(laptop.note(GIVEN)).isVisible();
        page.context().setOffline(false);
    }

    private static Locator composer(SharedLaptop laptop) {
        return laptop.at.page().locator("tessera-room-board form.composer textarea");
    }
}
