package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Accounts;
import org.tessera.clock.HandClock;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.room.RoomCommand.SetDue;
import org.tessera.room.RoomCommand.StartPhase;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/**
 * Save the last word, with its reading done alone beforehand: one in time and on a phone, one after the date; then the
 * meeting begins and goes on with what they brought.
 */
@AppTest
@ActiveProfiles("test")
@Tag("browser")
@Tag("long")
class OwnTimeBrowserTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String LATE = "After the date";

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
    private HandClock clock;

    @Test
    void pre_work_over_days_and_the_meeting_after_it() {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT)
                .running("save-the-last-word");
        m.does("ana", new SetDue("read", clock.instant().plus(DAY.multipliedBy(2))));
        try (Crowd crowd = new Crowd(URI.create("http://localhost:" + port))) {
            Someone ana = comes(crowd.atLaptop(), m, "ana");
            assertThat(ana.button("Open the pre-work")).isVisible();
            assertThat(ana.page().locator(".due .text")).containsText("Until ");
            ana.picture("prework-waiting");
            ana.isAccessible("pre-work, waiting");
            ana.button("Open the pre-work").click();
            assertThat(ana.page().locator(".phase h2")).hasText("Read and choose");
            assertThat(ana.button("Begin: The passage")).isVisible();
            ana.picture("prework-open");
            ana.isAccessible("pre-work, who leads");
            ana.button("Move the date").click();
            assertThat(ana.page().locator("vaadin-dialog vaadin-date-time-picker"))
                    .isVisible();
            ana.picture("prework-date");
            ana.isAccessible("pre-work, its date");
            leaves(ana);

            Someone ben = comes(crowd.at(360, 740, "en", ColorScheme.DARK), m, "ben");
            assertThat(ben.page().locator(".due .text")).containsText("Until ");
            assertThat(ben.page().locator("tessera-phase-clock")).not().isVisible();
            assertThat(ben.page().getByText("is not here yet")).hasCount(0);
            ben.picture("prework-phone-step");
            ben.isAccessible("pre-work, alone");
            pane(ben, "Board");
            write(ben, "Nobody learns alone, page 2");
            ben.picture("prework-phone-board");
            assertThat(note(ben, "Nobody learns alone")).not().containsText(LATE);
            pane(ben, "People");
            ben.button("I’m done").click();
            assertThat(ben.page().getByText("1 of 4 done")).isVisible();
            fitsThePhone(ben);
            leaves(ben);

            clock.advance(DAY.multipliedBy(3));

            Someone cho = comes(crowd.atLaptop(), m, "cho");
            assertThat(cho.page().locator(".due .text")).containsText("You can still write");
            assertThat(cho.page().getByText("Nobody learns alone")).hasCount(0);
            write(cho, "Trust comes first, page 4");
            assertThat(note(cho, "Trust comes first")).containsText(LATE);
            cho.picture("prework-late");
            cho.isAccessible("pre-work, late");
            assertThat(m.live().facilitator().orElseThrow().id()).isEqualTo(m.member("ana"));

            ana = comes(crowd.atLaptop(), m, "ana");
            assertThat(ana.page().getByText("1 of 4 done")).isVisible();
            ana.button("Begin: The passage").click();
            assertThat(cho.page().locator(".phase h2")).hasText("The passage");
            assertThat(cho.page().locator("tessera-phase-clock")).isVisible();
            assertThat(note(cho, "Trust comes first")).containsText(LATE);
            assertThat(ana.page().getByText("Trust comes first")).hasCount(0);
            goOnTo(m, "passage.3");
            assertThat(cho.page().getByText("You have the floor").first()).isVisible();
            note(cho, "Trust comes first").locator("[data-act=post]").click();
            assertThat(note(ana, "Trust comes first")).containsText(LATE);
            ana.picture("prework-posted");
            assertThat(ana.page().getByText("Nobody learns alone")).hasCount(0);
            assertThat(crowd.violations()).isEmpty();
        }
        assertThat(m.live().notes()).hasSize(2);
        m.isConsistent();
    }

    private static Someone comes(Someone who, Meeting m, String name) {
        return who.signIn(m.email(name), m.password()).open("/rooms/" + m.id);
    }

    private static void leaves(Someone who) {
        who.page().context().close();
    }

    /** The meeting at this step, led from elsewhere. */
    private static void goOnTo(Meeting m, String phase) {
        for (Phase each : m.live().pack().phases()) {
            boolean ahead = m.live().run(each.id()).orElseThrow().runs() == 0;
            if (ahead) {
                m.does("ana", new StartPhase(each.id()));
            }
            if (each.id().equals(phase)) {
                return;
            }
        }
    }

    private static void pane(Someone who, String name) {
        who.page()
                .locator(".panes button", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
    }

    private static void write(Someone who, String text) {
        Locator field = who.page().locator("tessera-room-board form.composer textarea");
        field.fill(text);
        field.press("Enter");
        assertThat(note(who, text)).containsText("Saved");
    }

    private static Locator note(Someone who, String text) {
        return who.page()
                .locator("tessera-room-board article", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private static void fitsThePhone(Someone who) {
        assertThat(who.page().evaluate("document.documentElement.scrollWidth <= 360"))
                .isEqualTo(true);
    }
}
