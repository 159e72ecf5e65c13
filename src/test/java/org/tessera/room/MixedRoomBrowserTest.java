package org.tessera.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.protocol.Role.FACILITATOR;
import static org.tessera.protocol.Role.PARTICIPANT;
import static org.tessera.protocol.Role.PRESENTER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tessera.account.Accounts;
import org.tessera.protocol.Protocols;
import org.tessera.protocol.Role;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;

/** A mixed room: seven people share two laptops, from the first step to the closed room. */
@AppTest
@Tag("browser")
@Tag("long")
class MixedRoomBrowserTest {

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

    private final Map<String, SharedLaptop> laptops = new LinkedHashMap<>();
    private Meeting m;

    /** Ana and Ben bring a laptop each; Cho and Fay sit down with accounts, Dee, Eli and Gus with a name. */
    private void gather(Crowd crowd, String pack, Role bens) {
        m = new Meeting.Preparing(rooms, live, store, accounts, protocols)
                .with("Ana", FACILITATOR)
                .with("Ben", bens)
                .with("Cho", PARTICIPANT)
                .with("Fay", PARTICIPANT)
                .running(pack);
        SharedLaptop anas = new SharedLaptop(
                crowd.atLaptop().signIn(m.email("Ana"), m.password()).open("/rooms/" + m.id), "Ana", "1111");
        anas.person("Cho", m.email("Cho"), m.password(), "2222");
        anas.guest("Dee", "33333");
        anas.guest("Eli", "444444");
        SharedLaptop bens2 = new SharedLaptop(
                crowd.atLaptop().signIn(m.email("Ben"), m.password()).open("/rooms/" + m.id), "Ben", "55555555");
        bens2.person("Fay", m.email("Fay"), m.password(), "6666");
        bens2.guest("Gus", "7777");
        for (SharedLaptop laptop : List.of(anas, bens2)) {
            laptop.people().forEach(person -> laptops.put(person, laptop));
        }
    }

    private List<String> everybody() {
        return List.copyOf(laptops.keySet());
    }

    private SharedLaptop has(String person) {
        SharedLaptop laptop = laptops.get(person);
        laptop.passTo(person);
        return laptop;
    }

    private void goOn() {
        SharedLaptop anas = has("Ana");
        Locator button = anas.at.page().locator(".controls .go-on");
        String next = button.innerText().replaceFirst("^[^:]*: *", "").strip();
        button.click();
        Page page = anas.at.page();
        Early.ends(page, page.locator(".phase h2", new Page.LocatorOptions().setHasText(next)));
        laptops.values().stream().distinct().forEach(laptop -> assertThat(
                        laptop.at.page().locator(".phase h2"))
                .hasText(next));
    }

    private String writerOf(String text) {
        Room room = m.live();
        MemberId by = room.notes().stream()
                .filter(note -> note.text().equals(text))
                .findFirst()
                .orElseThrow()
                .by();
        return live.find(m.id).orElseThrow().names().of(by);
    }

    @Test
    void looks_at_student_work_and_everything_is_the_one_persons_who_made_it() {
        try (Crowd crowd = new Crowd(URI.create("http://localhost:" + port))) {
            gather(crowd, "looking-at-student-work", PRESENTER);
            Map<String, String> written = new LinkedHashMap<>();
            goOn();
            goOn();
            goOn();
            List<String> alone = new ArrayList<>();
            for (String person : everybody()) {
                SharedLaptop laptop = has(person);
                String words = "alone, as " + person;
                laptop.write(words);
                written.put(words, person);
                assertThat(laptop.remembers(alone.toArray(String[]::new)))
                        .as("what others wrote alone, while %s has the laptop", person)
                        .isEmpty();
                alone.add(words);
            }
            goOn();
            for (String person : List.of("Ana", "Cho", "Dee", "Eli", "Fay", "Gus")) {
                has(person).write("seen by " + person);
                written.put("seen by " + person, person);
            }
            assertThat(has("Ben")
                            .at
                            .page()
                            .getByText("Listening: private notes only")
                            .first())
                    .isVisible();
            has("Ana").at.picture("mixed-room");
            for (String step : List.of("read by ", "meant by ")) {
                goOn();
                for (String person : List.of("Eli", "Gus")) {
                    has(person).write(step + person);
                    written.put(step + person, person);
                }
            }
            goOn();
            goOn();
            for (String person : List.of("Dee", "Ben")) {
                has(person).write("kept by " + person);
                written.put("kept by " + person, person);
            }
            SharedLaptop anas = has("Ana");
            anas.at.button("Close the room").click();
            anas.at.page().locator("vaadin-dialog vaadin-text-field input").fill("The bell rang");
            anas.at
                    .page()
                    .locator("vaadin-dialog")
                    .getByText("Close the room", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(anas.at.page().locator("a[href*='artifacts/']").first()).isVisible();

            written.forEach((text, person) -> assertThat(writerOf(text)).isEqualTo(person));
            assertThat(m.live().notes()).hasSize(written.size());
        }
        assertThat(m.live().setting().status()).isEqualTo(Entity.Status.CLOSED);
        m.isConsistent();
    }

    @Test
    void makes_a_vision_and_everybody_has_three_words_and_three_dots_of_their_own() {
        try (Crowd crowd = new Crowd(URI.create("http://localhost:" + port))) {
            gather(crowd, "post-it-vision", PARTICIPANT);
            goOn();
            goOn();
            for (String person : everybody()) {
                has(person).write("word of " + person);
            }
            goOn();
            for (String person : everybody()) {
                Locator note = has(person).note("word of " + person);
                note.focus();
                note.press("p");
                assertThat(note).not().containsText("Only you");
            }
            Stream.of("sort", "name", "aside", "vote").forEach(phase -> goOn());
            for (String person : everybody()) {
                SharedLaptop laptop = has(person);
                Locator dots = laptop.at.page().locator("tessera-room-board").getByLabel("Give");
                for (int i = 0; i < 3; i++) {
                    dots.nth(i).click();
                }
                assertThat(dots.and(laptop.at.page().locator(":not([aria-disabled])")))
                        .hasCount(0);
            }
            assertThat(m.live().ballots("vote")).hasSize(7).allSatisfy(ballot -> assertThat(ballot.spent())
                    .isEqualTo(3));
            everybody()
                    .forEach(person -> assertThat(writerOf("word of " + person)).isEqualTo(person));
        }
        m.isConsistent();
    }
}
