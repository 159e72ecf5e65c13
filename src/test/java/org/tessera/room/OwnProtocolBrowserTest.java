package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.protocol.Action;
import org.tessera.protocol.Minutes;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;

/** A protocol somebody builds in the browser goes as a file to another district, and is held there by its own rights. */
@AppTest
@Tag("browser")
@Tag("long")
@Timeout(240)
class OwnProtocolBrowserTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Protocols protocols;

    @Autowired
    private Rooms rooms;

    private Person ana;
    private Person zoe;
    private Person yan;

    @BeforeEach
    void two_districts() {
        DistrictId north = accounts.addDistrict("North");
        ana = person(north, "Ana", team(north, "Design team"));
        DistrictId south = accounts.addDistrict("South");
        TeamId team = team(south, "Maths department");
        zoe = person(south, "Zoe", team);
        yan = person(south, "Yan", team);
    }

    private TeamId team(DistrictId district, String name) {
        SchoolId school = accounts.addSchool(district, "School of " + name);
        return accounts.addTeam(school, name);
    }

    private Person person(DistrictId district, String name, TeamId team) {
        PersonId id = accounts.addPerson(
                new PersonDraft(district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, PASSWORD));
        accounts.join(team, id);
        return accounts.person(id).orElseThrow();
    }

    @Test
    void built_exported_imported_elsewhere_and_held_there_with_the_right_that_was_built() {
        try (Crowd crowd = new Crowd(URI.create("http://localhost:" + port))) {
            Someone writer = crowd.atLaptop().signIn(ana.email(), PASSWORD).open("/protocols");
            build(writer);
            writer.isAccessibleInLight("editor");
            publish(writer);
            Path file = save(writer);

            Someone leader = crowd.atLaptop().signIn(zoe.email(), PASSWORD).open("/protocols/import");
            takeIn(leader, file);
            prepare(leader);
            Someone other = crowd.onPhone().signIn(yan.email(), PASSWORD);
            other.open(URI.create(leader.page().url()).getPath());
            hold(leader, other);

            assertThat(crowd.violations()).isEmpty();
        }
        RoomSummary room = rooms.roomsOf(zoe.id()).getFirst();
        assertThat(room.status()).isEqualTo(RoomSummary.Status.CLOSED);
        assertThat(rooms.find(room.id(), signedIn(ana))).isEmpty();
        Pack held = protocols.find(room.pack()).orElseThrow();
        Phase look = held.phases().get(1);
        assertThat(held.name().in(Locale.ENGLISH)).isEqualTo("Three looks");
        assertThat(look.name().in(Locale.ENGLISH)).isEqualTo("Look closely");
        assertThat(look.minutes()).isEqualTo(Minutes.of(2, 4, 6));
        assertThat(look.grants(Role.FACILITATOR, Action.POST)).isTrue();
        assertThat(look.grants(Role.PARTICIPANT, Action.POST)).isFalse();
        List<String> notes = rooms.read(room.id(), state -> state.everything()
                .filter(Entity.Note.class::isInstance)
                .map(note -> ((Entity.Note) note).text())
                .toList());
        assertThat(notes)
                .contains("The facilitator sees a graph", "We kept to the time")
                .doesNotContain("I may not");
    }

    private static SignedIn signedIn(Person person) {
        return new SignedIn(person.id(), person.name(), false, null, Locale.ENGLISH);
    }

    // Building

    private static void build(Someone writer) {
        Page page = writer.page();
        writer.button("Write a protocol").click();
        page.waitForURL(url -> url.contains("/edit"));
        fill(page, "Name of the protocol", "Three looks");
        writer.button("Add a step").click();
        assertThat(page.getByText("things are not right yet").first()).isVisible();
        // The way from what is missing leads to its field.
        page.locator(".problems .way").first().click();
        assertThat(page.locator(".edited-step.open vaadin-text-field").first()).hasAttribute("focused", "");
        page.keyboard().type("Look closely");
        fill(page, "The one thing to do now", "Look at the graph, and say what you see.");
        fill(page, "At least", "2", ".edited-step.open .minutes");
        fill(page, "Planned", "4", ".edited-step.open .minutes");
        fill(page, "At most", "6", ".edited-step.open .minutes");
        assertThat(page.getByText("Nothing is missing: this can be published.")).isVisible();
        Locator posts = page.getByRole(
                AriaRole.CHECKBOX,
                new Page.GetByRoleOptions().setName("Participant: Post notes").setExact(true));
        posts.uncheck();
        assertThat(saved(page)).isVisible();
        Locator up = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Move “Look closely” up").setExact(true));
        for (int i = 0; i < 3; i++) {
            // by keyboard, and the arrow keeps the focus on the step's way
            if (i == 0) {
                up.focus();
            }
            page.keyboard().press("Enter");
            assertThat(page.locator(".edited-step .step-toggle .name").nth(3 - i))
                    .hasText((4 - i) + ". Look closely");
            assertThat(up).isFocused();
        }
        Locator row = page.locator(".rights-table tbody tr", new Page.LocatorOptions().setHasText("Look closely"));
        assertThat(row).containsText("Post notes");
        assertThat(row.locator("td").nth(2)).not().containsText("Post notes");
        writer.picture("protocol-editor");
    }

    private static Locator saved(Page page) {
        return page.getByText("Saved.", new Page.GetByTextOptions().setExact(true));
    }

    private static void fill(Page page, String label, String value) {
        fill(page, label, value, "main");
    }

    private static void fill(Page page, String label, String value, String inside) {
        Locator field = page.locator(inside)
                .first()
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
        field.fill(value);
        field.blur();
    }

    private static void publish(Someone writer) {
        Page page = writer.page();
        writer.button("Publish a version").click();
        fill(page, "What is new?", "Our first", "vaadin-dialog");
        page.locator("vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Publish").setExact(true))
                .click();
        page.waitForURL(url -> url.matches(".*/protocols/own-[^/]*"));
        assertThat(page.getByText("Our first")).isVisible();
        writer.picture("protocol-read");
    }

    // Moving

    private Path save(Someone writer) {
        Download download = writer.page()
                .waitForDownload(
                        () -> writer.page().getByText("Save as a file (YAML)").click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertThat(file.getFileName().toString()).matches("own-.*\\.yaml");
        return file;
    }

    private static void takeIn(Someone reader, Path file) {
        Page page = reader.page();
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
        assertThat(page.getByText("The file is here.")).isVisible();
        reader.button("Take it in").click();
        page.waitForURL(url -> url.matches(".*/protocols/own-[^/]*"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Three looks")))
                .isVisible();
    }

    // Holding

    private static void prepare(Someone leader) {
        Page page = leader.page();
        page.getByText("Hold a meeting with it").click();
        page.waitForURL(url -> url.contains("/rooms/new"));
        assertThat(page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("Three looks"))
                                .setChecked(true)))
                .hasCount(1);
        fill(page, "How many will be there", "3");
        leader.button("Prepare the room").click();
        page.waitForURL(url -> url.matches(".*/rooms/[0-9a-f-]{36}.*"));
    }

    private static void hold(Someone leader, Someone other) {
        for (Someone each : List.of(leader, other)) {
            each.button("I agree").click();
        }
        goOn(leader, "Welcome");
        goOn(leader, "Look closely");
        write(leader, "The facilitator sees a graph");
        refused(other);
        other.picture("own-protocol-phone");
        goOn(leader, "Think alone");
        goOn(leader, "Talk");
        goOn(leader, "Debrief");
        write(other, "We kept to the time");
        leader.button("Close the room").click();
        leader.page().locator("vaadin-dialog vaadin-text-field input").fill("The bell rang");
        leader.page()
                .locator("vaadin-dialog")
                .getByText("Close the room", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(leader.page().locator(".closed-room a[href*='artifacts/']").first())
                .isVisible();
    }

    private static void goOn(Someone facilitator, String phase) {
        Locator button = facilitator.page().locator(".controls .go-on");
        assertThat(button).containsText(phase);
        button.click();
        assertThat(facilitator.page().locator(".phase h2")).hasText(phase);
    }

    private static void toTheBoard(Someone who) {
        Locator tab = who.page().locator(".room > .panes button", new Page.LocatorOptions().setHasText("Board"));
        if (tab.isVisible()) {
            tab.click();
        }
    }

    private static void write(Someone who, String text) {
        toTheBoard(who);
        Locator field = who.page().locator("tessera-room-board form.composer textarea");
        field.fill(text);
        field.press("Enter");
        assertThat(who.page()
                        .locator("tessera-room-board article", new Page.LocatorOptions().setHasText(text))
                        .first())
                .isVisible();
    }

    /** The page offers no way to post, so it is forced: the server says no in a sentence. */
    private static void refused(Someone participant) {
        Page page = participant.page();
        toTheBoard(participant);
        assertThat(page.locator("tessera-room-board article")).hasCount(1);
        page.evaluate(
                "text => document.querySelector('tessera-room-board')"
                        + ".send({type: 'add-note', note: crypto.randomUUID(), text})",
                "I may not");
        assertThat(page.getByText("The protocol does not give this to your role in this step.")
                        .first())
                .isVisible();
        page.reload();
        toTheBoard(participant);
        assertThat(page.locator("tessera-room-board article")).hasCount(1);
    }
}
