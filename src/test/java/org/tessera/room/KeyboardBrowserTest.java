package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;
import static org.tessera.protocol.Role.RECORDER;
import static org.tessera.protocol.Role.TIMEKEEPER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/**
 * Both protocols from sign-in to the closed room by keyboard alone: no pointer touches a page here. What a screen reader
 * was given to say is kept in {@code target/announcements} and compared with what it should have said.
 */
@AppTest
@Tag("browser")
@Tag("long")
class KeyboardBrowserTest {

    private static final Path HEARD = Path.of("target/announcements");

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

    private final Map<String, ByKeyboard> people = new LinkedHashMap<>();
    private Crowd crowd;

    @BeforeEach
    void open() {
        crowd = new Crowd(URI.create("http://localhost:" + port));
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void looking_at_student_work() {
        Meeting m = preparing()
                .with("ana", FACILITATOR)
                .with("ben", PRESENTER)
                .with("cho", PARTICIPANT)
                .bringing(materials, MaterialKind.WORK, "water-student-work.pdf", "Three pages")
                .bringing(materials, MaterialKind.CONTEXT, "water-assignment.pdf", "The assignment")
                .running("looking-at-student-work");
        everybodyEnters(m);
        ByKeyboard ana = people.get("ana");
        ByKeyboard ben = people.get("ben");
        ByKeyboard cho = people.get("cho");
        people.values().forEach(each -> each.presses("I agree"));
        everybodyGoesOnTo("Norms");
        everybodyGoesOnTo("The work");
        everybodyGoesOnTo("Examine");
        cho.writes("alone: the table adds up to less");
        everybodyGoesOnTo("Describe");
        Page page = cho.page();
        cho.keys()
                .to(cho.board().locator("tessera-pages [tabindex='0'].page"))
                .press("r", "ArrowDown", "ArrowRight", "Shift+ArrowRight", "Enter");
        assertThat(cho.board().locator("form.composer").getByText("page 1").first())
                .isVisible();
        cho.writes("A table with four rows");
        ana.who().hears("New note by cho: A table with four rows");
        cho.onNote("A table with four rows", "Enter");
        page.keyboard().press("End");
        cho.keys().type(", the last one empty").press("Enter");
        assertThat(ana.note("the last one empty")).isVisible();
        ben.writes("mine: they see the empty row");
        ana.presses("Add one minute");
        ana.presses("Pause");
        ana.presses("Go on");
        everybodyGoesOnTo("Interpret");
        cho.writes("Maybe nobody measured the fourth tap");
        cho.keys().press("Control+z");
        assertThat(ana.note("Maybe nobody measured")).hasCount(0);
        cho.writes("The fourth tap may not have dripped");
        everybodyGoesOnTo("Implications");
        ana.writes("Ask which data are missing, and why");
        everybodyGoesOnTo("The presenter speaks");
        everybodyGoesOnTo("Debrief");
        ben.writes("Ten minutes of only seeing");
        closes(ana);
        links(ana);
        kept("looking-at-student-work");
        assertThat(m.live().shelf(Shelf.ARTIFACTS)).hasSize(4);
        assertThat(cho.who().heard())
                .anyMatch(words -> words.contains("Examine. 7 minutes. Read the work in silence."))
                .anyMatch(words -> words.contains("Describe. 10 minutes."))
                .anyMatch(words -> words.contains("Debrief. 7 minutes."))
                .anyMatch(words -> words.contains("Observations"))
                .anyMatch(words -> words.contains("closed"))
                .noneMatch(words -> words.contains("mine: they see"));
        assertThat(ben.who().heard()).anyMatch(words -> words.contains("private notes only"));
    }

    @Test
    void post_it_vision() {
        Meeting m = preparing()
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", RECORDER)
                .with("dee", TIMEKEEPER)
                .running("post-it-vision");
        everybodyEnters(m);
        ByKeyboard ana = people.get("ana");
        ByKeyboard ben = people.get("ben");
        ByKeyboard cho = people.get("cho");
        ByKeyboard dee = people.get("dee");
        everybodyGoesOn();
        everybodyGoesOn();
        Map<String, String> words = Map.of(
                "ana", "students revise", "ben", "real work", "cho", "explain your thinking", "dee", "quiet mornings");
        words.forEach((name, word) -> people.get(name).writes(word));
        everybodyGoesOn();
        words.forEach((name, word) -> people.get(name).onNote(word, "p"));
        words.values().forEach(word -> assertThat(ana.note(word)).isVisible());
        everybodyGoesOn();
        ana.onNote("students revise", "g");
        ana.keys()
                .to(ana.board().locator("dialog[data-dialog=group] [data-group-choice=new]"))
                .press("Enter");
        ben.onNote("real work", "g");
        ben.keys()
                .to(ben.board()
                        .locator("dialog[data-dialog=group] [data-group-choice]")
                        .first())
                .press("Enter");
        everybodyGoesOn();
        everybodyGoesOn();
        everybodyGoesOn();
        people.values().forEach(each -> each.onNote("explain your thinking", "v"));
        ana.keys().to(ana.page().locator(".controls .go-on")).press("Enter");
        ana.presses("Suggest pairs").presses("Form these pairs");
        people.values()
                .forEach(each -> assertThat(each.page().locator(".phase h2")).containsText("raft"));
        writesText(ben, "Students revise real work.");
        everybodyGoesOn();
        writesText(cho, "Students revise real work and explain it.");
        assertThat(text(dee)).hasValue("Students revise real work and explain it.");
        everybodyGoesOn();
        for (ByKeyboard each : people.values()) {
            Locator fingers = each.board().locator(".fingers input");
            each.keys().to(each.board().locator(".fingers")).press("Space", "ArrowRight");
            assertThat(fingers.nth(1)).isChecked();
            each.who().hears("Your answer: 4.");
        }
        everybodyGoesOn();
        dee.keys()
                .to(dee.board().locator(".goals textarea"))
                .type("One shared task by March")
                .press("Enter");
        assertThat(ana.board()
                        .locator(".goals")
                        .getByText("One shared task by March")
                        .first())
                .isVisible();
        everybodyGoesOn();
        closes(ana);
        kept("post-it-vision");
        assertThat(m.live().shelf(Shelf.STATEMENTS).values())
                .extracting(statement -> ((Entity.Statement) statement).text())
                .contains("Students revise real work and explain it.");
        assertThat(dee.who().heard()).noneMatch(heard -> heard.contains("Students revise real work."));
    }

    private Meeting.Preparing preparing() {
        return new Meeting.Preparing(rooms, live, store, accounts, protocols);
    }

    private void everybodyEnters(Meeting m) {
        m.names()
                .forEach(name -> people.put(
                        name,
                        new ByKeyboard(crowd.atLaptop())
                                .signsIn(m.email(name), m.password())
                                .enters(m.id)));
    }

    private void everybodyGoesOnTo(String phase) {
        people.get("ana").goesOnTo(phase);
        people.values().forEach(each -> each.isIn(phase));
    }

    private void everybodyGoesOn() {
        String next = people.get("ana").page().locator(".controls .go-on").innerText();
        everybodyGoesOnTo(next.replaceFirst("^[^:]*: *", "").strip());
    }

    private static void closes(ByKeyboard facilitator) {
        facilitator.presses("Close the room");
        assertThat(facilitator.page().locator("vaadin-dialog vaadin-text-field"))
                .isVisible();
        facilitator
                .keys()
                .to(facilitator.page().locator("vaadin-dialog vaadin-text-field"))
                .type("The bell rang");
        facilitator.presses("Close the room");
        assertThat(facilitator
                        .page()
                        .locator(".closed-room a[href*='artifacts/']")
                        .first())
                .isVisible();
    }

    /** An artifact's page, the matrix, one of its cells, a sentence of one's own. */
    private static void links(ByKeyboard facilitator) {
        Page page = facilitator.page();
        facilitator
                .keys()
                .to(page.locator(".closed-room a[href*='artifacts/']").first())
                .press("Enter");
        page.waitForURL(url -> url.contains("/artifacts/"));
        facilitator.keys().to(page.getByText("Link as evidence").first()).press("Enter");
        page.waitForURL(url -> url.contains("/evidence"));
        Locator cell = page.locator(".cell[data-artifact]:not([disabled])").first();
        facilitator.keys().to(cell).press("Enter");
        facilitator
                .keys()
                .to(page.locator(".link-dialog textarea, vaadin-text-area textarea")
                        .first())
                .type("I kept the describing free of judgement.");
        facilitator.presses("Save");
        assertThat(page.locator(".cell[data-annotation*='free of judgement']").first())
                .isVisible();
    }

    private static Locator text(ByKeyboard who) {
        return who.board()
                .locator("textarea.field:not(form textarea):not([readonly])")
                .first();
    }

    private static void writesText(ByKeyboard who, String text) {
        who.keys().to(text(who)).type(text);
        assertThat(who.board().locator(".state .saved").first()).isVisible();
    }

    /** Keeps what was heard, for people to read. */
    private void kept(String protocol) {
        people.forEach((name, person) -> {
            try {
                Files.createDirectories(HEARD);
                Files.write(
                        HEARD.resolve(protocol + "-" + name + ".txt"),
                        person.who().heard());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
