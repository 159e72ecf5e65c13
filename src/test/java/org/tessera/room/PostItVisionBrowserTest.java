package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.RECORDER;
import static org.tessera.protocol.Role.TIMEKEEPER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.support.wire.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Post-It vision in four real browsers, from single words to one statement with its lineage, and goals. */
@AppTest
@Tag("browser")
class PostItVisionBrowserTest {

    private static final String VISION = "Students revise real work, and explain their thinking to our town.";

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

    private final Map<String, Someone> people = new LinkedHashMap<>();

    @Test
    void four_people_come_from_words_to_a_vision_and_goals() {
        Meeting m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("ana", FACILITATOR)
                .with("ben", PARTICIPANT)
                .with("cho", RECORDER)
                .with("dee", TIMEKEEPER)
                .running("post-it-vision");
        URI server = URI.create("http://localhost:" + port);
        try (Crowd crowd = new Crowd(server)) {
            m.names()
                    .forEach(name -> people.put(
                            name,
                            crowd.atLaptop().signIn(m.email(name), m.password()).open("/rooms/" + m.id)));
            goOn();
            Someone ana = people.get("ana");
            goOn();
            Map<String, String> words = Map.of(
                    "ana", "students revise",
                    "ben", "real work",
                    "cho", "explain your thinking",
                    "dee", "quiet mornings");
            words.forEach((name, word) -> {
                write(people.get(name), word);
                assertThat(note(people.get(name), word)).containsText("Only you");
            });
            assertThat(note(ana, "real work")).hasCount(0);
            assertThat(ana.page().locator(".room-chain li[aria-current=step] .name"))
                    .hasText("Words");
            assertThat(ana.page().locator(".room-chain li[aria-current=step]")).isInViewport();
            people.get("ben").button("Raise hand").click();
            Locator benThere = ana.page()
                    .locator(".person")
                    .filter(new Locator.FilterOptions().setHas(ana.page().locator(".mark.hand")));
            assertThat(benThere.locator(".name")).hasText("ben");
            assertThat(benThere.locator(".role")).hasText("Participant");
            assertThat(benThere.locator(".mark.hand")).hasAttribute("title", "hand raised");
            people.get("ben").button("Lower hand").click();
            assertThat(ana.page().locator(".person .mark.hand")).hasCount(0);
            goOn();
            words.forEach((name, word) -> key(people.get(name), word, "p"));
            words.values().forEach(word -> assertThat(note(ana, word)).isVisible());
            goOn();
            group(ana, "students revise", "new");
            group(people.get("cho"), "real work", "with");
            ana.picture("vision-sorted");
            goOn();
            goOn();
            goOn();
            for (Someone each : people.values()) {
                Locator dot = each.page()
                        .locator("tessera-room-board")
                        .getByLabel("Give", new Locator.GetByLabelOptions().setExact(false))
                        .first();
                dot.click();
            }
            formPairs(ana);
            assertThat(name(ana))
                    .containsText(
                            "draft",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setIgnoreCase(true));
            writeText(people.get("ben"), "Students revise real work.");
            goOn();
            writeText(people.get("cho"), VISION);
            assertThat(text(people.get("dee"))).hasValue(VISION);
            ana.picture("vision-statement");
            goOn();
            for (Someone each : people.values()) {
                each.page().locator("tessera-room-board .fingers label").nth(1).click();
            }
            goOn();
            Page dee = people.get("dee").page();
            dee.locator("tessera-room-board .goals textarea").first().fill("One shared task by March");
            dee.locator("tessera-room-board .goals textarea").first().press("Enter");
            assertThat(ana.page()
                            .locator("tessera-room-board .goals")
                            .getByText("One shared task by March")
                            .first())
                    .isVisible();
            goOn();
            ana.button("Close the room").click();
            ana.page().locator("vaadin-dialog vaadin-text-field input").fill("The bell rang");
            ana.page()
                    .locator("vaadin-dialog")
                    .getByText("Close the room", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(ana.page().locator("a[href*='artifacts/']").first()).isVisible();
            ana.picture("vision-closed");
        }
        isAllThere(m, Visitor.person(server, m.email("dee"), m.password()));
    }

    /** The vision's artifact opens to the draft and the words behind every phrase, and keeps the words that were not used. */
    private static void isAllThere(Meeting m, Visitor reader) {
        Map<String, String> byPhase = new LinkedHashMap<>();
        m.live().shelf(Shelf.ARTIFACTS).forEach((id, left) -> byPhase.put(((Entity.Left) left).phase(), id));
        assertThat(byPhase).containsKeys("statement", "goals");
        JsonNode vision = content(reader, byPhase.get("statement"));
        assertThat(vision.at("/statements/0/text").asString()).isEqualTo(VISION);
        JsonNode first = vision.at("/lineage/0");
        assertThat(first.path("phrase").asString()).isEqualTo("Students revise real work");
        assertThat(first.path("drafts")).hasSize(1);
        assertThat(first.path("notes")).hasSizeGreaterThanOrEqualTo(2);
        String quiet = vision.path("notes")
                .valueStream()
                .filter(note -> note.path("text").asString().equals("quiet mornings"))
                .map(note -> note.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(vision.path("unused").valueStream().map(JsonNode::asString)).contains(quiet);
        assertThat(content(reader, byPhase.get("goals")).at("/goals/0/text").asString())
                .isEqualTo("One shared task by March");
        m.isConsistent();
    }

    private static JsonNode content(Visitor reader, String artifact) {
        JsonNode answer = JsonMapper.shared()
                .readTree(reader.get("/api/artifacts/" + artifact).body());
        JsonNode content = answer.path("content");
        return content.isString() ? JsonMapper.shared().readTree(content.stringValue()) : content;
    }

    /** The facilitator's one big button; then everybody is in the next phase. */
    private void goOn() {
        Someone ana = people.get("ana");
        Locator button = ana.page().locator(".controls .go-on");
        String next = button.innerText().replaceFirst("^[^:]*: *", "").strip();
        button.click();
        Early.ends(ana.page(), ana.page().locator(".phase h2", new Page.LocatorOptions().setHasText(next)));
        people.values().forEach(each -> assertThat(name(each)).hasText(next));
    }

    private static Locator name(Someone who) {
        return who.page().locator(".phase h2");
    }

    private static Locator note(Someone who, String text) {
        return who.page()
                .locator("tessera-room-board article")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static void write(Someone who, String text) {
        Locator field = who.page().locator("tessera-room-board form.composer textarea");
        field.fill(text);
        field.press("Enter");
        assertThat(note(who, text)).isVisible();
    }

    /** Presses a key while a note has the focus. */
    private static void key(Someone who, String text, String key) {
        Locator note = note(who, text);
        note.focus();
        note.press(key);
    }

    private static void group(Someone who, String text, String choice) {
        key(who, text, "g");
        Locator dialog = who.page().locator("tessera-room-board dialog[data-dialog=group]");
        Locator options = dialog.locator("[data-group-choice]");
        if (choice.equals("new")) {
            dialog.locator("[data-group-choice=new]").click();
        } else {
            options.first().click();
        }
        assertThat(dialog).isHidden();
    }

    private static void formPairs(Someone facilitator) {
        Page page = facilitator.page();
        page.locator(".controls .go-on").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Suggest pairs"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Form these pairs"))
                .click();
    }

    private static Locator text(Someone who) {
        return who.page()
                .locator("tessera-room-board textarea.field:not(form textarea):not([readonly])")
                .first();
    }

    private static void writeText(Someone who, String text) {
        text(who).fill(text);
        assertThat(who.page().locator("tessera-room-board .state .saved").first())
                .isVisible();
    }
}
