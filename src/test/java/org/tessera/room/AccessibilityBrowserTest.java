package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.support.wire.Wire;

/**
 * axe finds nothing wrong on any page, nor in any phase of the two protocols, on laptop and phone. Dark has the same colours
 * on both, so in the room it is asked about on the laptop.
 */
@AppTest
@Tag("browser")
class AccessibilityBrowserTest {

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

    private URI server;
    private Crowd crowd;

    @BeforeEach
    void open() {
        server = URI.create("http://localhost:" + port);
        crowd = new Crowd(server);
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void every_page_outside_the_room() {
        Meeting m = team(PARTICIPANT).running("post-it-vision");
        String code = rooms.openToGuests(m.id, m.member("ana")).orElseThrow();
        Someone nobody = crowd.onPhone();
        for (String page : List.of("/login", "/login?error", "/join", "/join/" + code, "/join/NOSUCH")) {
            look(nobody, page);
        }
        Someone ana = crowd.atLaptop().signIn(m.email("ana"), m.password());
        // what links lead to is asked about in the demo, where there is something to see
        for (String page : List.of(
                "/evidence?team=" + m.team.value(),
                "/rooms/new?team=" + m.team.value(),
                "/rooms/" + UUID.randomUUID(),
                "/nowhere")) {
            look(ana, page);
        }
        assertThat(crowd.violations()).isEmpty();
    }

    @Test
    @Tag("long")
    void every_phase_of_looking_at_student_work() {
        walk(team(PRESENTER)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Three pages")
                .bringing(materials, MaterialKind.CONTEXT, "water-assignment.pdf", "The assignment")
                .running("looking-at-student-work"));
    }

    @Test
    @Tag("long")
    void every_phase_of_post_it_vision() {
        walk(team(PARTICIPANT).running("post-it-vision"));
    }

    private Meeting.Preparing team(Role ben) {
        return new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", ben)
                .with("cho", PARTICIPANT)
                .with("dee", PARTICIPANT);
    }

    private static void look(Someone who, String page) {
        who.open(page);
        assertThat(who.page().locator("h1, h2").first()).isVisible();
        who.isAccessible(page.replaceAll("[0-9a-f-]{36}", "{id}"));
    }

    /** Ana leads at a laptop, Ben looks on with a phone, and Cho writes what there is to write. */
    private void walk(Meeting m) {
        Someone ana = crowd.atLaptop().signIn(m.email("ana"), m.password()).open("/rooms/" + m.id);
        Someone ben = crowd.onPhone().signIn(m.email("ben"), m.password()).open("/rooms/" + m.id);
        Wire leads = m.visitor(server, "ana").open(m.id.value());
        Wire writes = m.visitor(server, "cho").open(m.id.value());
        lookInto("waiting", ana, ben);
        lookInto("waiting", ben, "Step");
        lookInto("waiting", ben, "People");
        for (Phase phase : m.live().pack().phases()) {
            prepare(m, leads, phase);
            leads.does("start-phase", Map.of("phase", phase.id()));
            writes.ask("add-note", Map.of("note", UUID.randomUUID().toString(), "text", "In " + phase.id()));
            for (Someone each : List.of(ana, ben)) {
                assertThat(each.page().locator(".phase h2"))
                        .hasText(phase.name().in(Locale.ENGLISH));
            }
            lookInto(phase.id(), ana, ben);
        }
        Someone wall = crowd.at(1920, 1080, "en", ColorScheme.LIGHT).signIn(m.email("ana"), m.password());
        look(wall, "/rooms/" + m.id + "/wall");
        leads.does("close-room", Map.of("reason", "The bell rang."));
        for (Someone each : List.of(ana, ben)) {
            assertThat(each.page().locator(".closed-room a[href*='artifacts/']").first())
                    .isAttached();
        }
        lookInto("closed", ana, ben);
        lookInto("closed", ben, "Step");
        for (int i = 0;
                i < ana.page().locator(".closed-room a[href*='artifacts/']").count();
                i++) {
            look(
                    ana,
                    "/"
                            + ana.page()
                                    .locator(".closed-room a[href*='artifacts/']")
                                    .nth(i)
                                    .getAttribute("href"));
            ana.open("/rooms/" + m.id);
            assertThat(ana.page().locator(".closed-room a[href*='artifacts/']").first())
                    .isVisible();
        }
        look(ana, "/evidence?team=" + m.team.value());
        assertThat(crowd.violations()).isEmpty();
    }

    /** What the facilitator has to have done before this phase can begin. */
    private static void prepare(Meeting m, Wire facilitator, Phase phase) {
        if (phase.grouping() == Grouping.PAIR) {
            facilitator.does(
                    "form-groups",
                    Map.of(
                            "groups",
                            List.of(List.of(id(m, "ana"), id(m, "ben")), List.of(id(m, "cho"), id(m, "dee")))));
        }
    }

    private static String id(Meeting m, String name) {
        return m.member(name).value().toString();
    }

    /** The laptop's one page, and what changes from step to step on the phone. */
    private static void lookInto(String where, Someone laptop, Someone phone) {
        assertThat(laptop.page().locator("tessera-room-board")).isAttached();
        laptop.isAccessible("room at a laptop, " + where);
        lookInto(where, phone, "Board");
    }

    private static void lookInto(String where, Someone phone, String pane) {
        phone.page()
                .locator(".room > .panes button", new Page.LocatorOptions().setHasText(pane))
                .click();
        phone.isAccessibleInLight("room on a phone, " + where + ", " + pane);
    }
}
