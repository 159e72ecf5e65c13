package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.material.MaterialKind;
import org.tessera.material.Materials;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Bundles;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/**
 * Looking at Student Work from the norms to the closed room with everybody reading Spanish on a phone 360 px wide: the
 * page is never wider than the phone, and says nothing that stands in the English bundles or the English pack only.
 */
@AppTest
@Tag("browser")
@Tag("long")
class SpanishOnAPhoneBrowserTest {

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
    void a_whole_meeting() {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .reading(Locale.of("es"))
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Tres páginas")
                .bringing(materials, MaterialKind.CONTEXT, "water-assignment.pdf", "La tarea")
                .running("looking-at-student-work");
        Set<String> english = english(m);
        try (Crowd crowd = new Crowd(URI.create("http://localhost:" + port))) {
            Someone ana = enters(crowd, m, "ana");
            Someone ben = enters(crowd, m, "ben");
            Someone cho = enters(crowd, m, "cho");
            List<Someone> all = List.of(ana, ben, cho);
            all.forEach(each -> each.button("Estoy de acuerdo").click());
            for (Phase phase : m.live().pack().phases()) {
                pane(ana, "Paso");
                Locator button = ana.page().locator(".controls .go-on");
                assertThat(button).containsText(name(phase));
                button.click();
                Early.ends(
                        ana.page(), ana.page().locator(".phase h2", new Page.LocatorOptions().setHasText(name(phase))));
                for (Someone each : all) {
                    assertThat(each.page().locator(".phase h2")).hasText(name(phase));
                }
                write(cho, "Nota de Cho en " + phase.id());
                for (Someone each : all) {
                    for (String pane : List.of("Paso", "Tablero", "Personas")) {
                        pane(each, pane);
                        fits(each, phase.id() + ", " + pane, english);
                    }
                }
                pane(cho, "Tablero");
                cho.picture("es-360-" + phase.id());
            }
            pane(ana, "Paso");
            ana.button("Cerrar la sala").click();
            ana.page().locator("vaadin-dialog vaadin-text-field input").fill("Sonó el timbre");
            ana.page()
                    .locator("vaadin-dialog")
                    .getByText("Cerrar la sala", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            for (Someone each : all) {
                assertThat(each.page()
                                .locator(".closed-room a[href*='artifacts/']")
                                .first())
                        .isVisible();
                fits(each, "closed", english);
            }
            ana.picture("es-360-closed");
            ana.page().locator(".closed-room a[href*='artifacts/']").first().click();
            ana.page().waitForURL(url -> url.contains("/artifacts/"));
            assertThat(ana.page().locator("h1")).isVisible();
            fits(ana, "artifact", english);
        }
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(4);
    }

    private static Someone enters(Crowd crowd, Meeting m, String name) {
        Someone who = crowd.at(360, 740, "es", ColorScheme.LIGHT)
                .signIn(m.email(name), m.password())
                .open("/rooms/" + m.id);
        assertThat(who.page().locator("html")).hasAttribute("lang", "es");
        return who;
    }

    private static String name(Phase phase) {
        return phase.name().in(Locale.of("es"));
    }

    private static void pane(Someone who, String name) {
        who.page()
                .locator(".room > .panes button", new Page.LocatorOptions().setHasText(name))
                .click();
    }

    private static void write(Someone who, String text) {
        pane(who, "Tablero");
        Locator field = who.page().locator("tessera-room-board form.composer textarea");
        field.fill(text);
        field.press("Enter");
        assertThat(who.page()
                        .locator("tessera-room-board article")
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .first())
                .isVisible();
    }

    private static void fits(Someone who, String where, Set<String> english) {
        assertThat(who.pageWidth()).as("width of the page, %s", where).isEqualTo(360);
        assertThat(who.seen()).as("what can be read, %s", where).isNotEmpty().doesNotContainAnyElementsOf(english);
    }

    /** What stands in the English texts and not in the Spanish ones. */
    private static Set<String> english(Meeting m) {
        Set<String> english = Bundles.english();
        Set<String> spanish = Bundles.spanish();
        m.live().pack().phases().stream()
                .flatMap(phase -> Stream.concat(
                        Stream.of(phase.name(), phase.prompts().task()), phase.prompts().forRole().values().stream()))
                .forEach(text -> {
                    english.add(text.in(Locale.ENGLISH));
                    spanish.add(text.in(Locale.of("es")));
                });
        m.live().pack().norms().forEach(text -> {
            english.add(text.in(Locale.ENGLISH));
            spanish.add(text.in(Locale.of("es")));
        });
        english.removeAll(spanish);
        // what people typed stays as they typed it
        english.remove(m.live().setting().title());
        assertThat(english).hasSizeGreaterThan(500);
        return english;
    }
}
