package org.tessera.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SchoolId;
import org.tessera.account.TeamId;
import org.tessera.clock.HandClock;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;
import tools.jackson.databind.JsonNode;

/**
 * One term: a plan is made from the stack, a team of five holds its five meetings, and two of them hand in what the same
 * meetings left, without bringing a file. Copying the other's reflection does not pass.
 */
@AppTest
@ActiveProfiles("test")
@Tag("browser")
@Tag("long")
class TermBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String SUBMISSION = "/submissions/building-a-pa-learning-community";

    /** What an earner writes in their own words. */
    private record Words(String overview, String led, String community, String reflection) {

        Words copying(String reflection) {
            return new Words(overview, led, community, reflection);
        }
    }

    private static final Words ANAS = new Words(
            "We are a team of five in the ninth grade who began with performance assessment a year ago.",
            "I led this discussion from the first step to the last, as the record of it says.",
            "Here the group looked back together on how it works with performance assessment.",
            """
            When I led the validation I wanted to explain the task instead of letting the checklist ask. The silence taught \
            me to wait. By the calibration in December I asked each of us to point at the page before we spoke, and the \
            scores moved closer together without anybody giving way. What I will do differently is to send the reading a \
            week ahead, since two of us had not seen it and the first ten minutes went to catching up.""");
    private static final Words BENS = new Words(
            "Our school asked each grade for a common task last spring, and mine took on the ninth.",
            "The clock and the turns were mine that afternoon; my part shows in who spoke and when.",
            "What helped us and what to change next time is written down at the end of every meeting.",
            """
            My first conference went too fast: I moved on as soon as somebody had spoken. In the charrette I held each step to \
            its last minute, and the quiet people began to talk in the second half of it. I have come to think that a \
            facilitator mostly guards time for others. Next term I hand the clock to a timekeeper and only watch faces.""");

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final List<String> TEAM = List.of("Ana", "Ben", "Cho", "Dee", "Eli");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private HandClock clock;

    private final Map<String, String> emails = new LinkedHashMap<>();
    private URI server;
    private TeamId team;
    private Crowd crowd;

    @BeforeEach
    void open() {
        DistrictId district = accounts.addDistrict("North");
        SchoolId school = accounts.addSchool(district, "High");
        team = accounts.addTeam(school, "Grade 9");
        for (String name : TEAM) {
            String email = name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@example.org";
            emails.put(name, email);
            PersonId person = accounts.addPerson(
                    new PersonDraft(district, school, name + " Example", email, Locale.ENGLISH, PASSWORD));
            accounts.join(team, person);
        }
        server = URI.create("http://localhost:" + port);
        crowd = new Crowd(server);
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void from_the_plan_to_two_submissions() {
        Someone ana = signedIn("Ana");
        makesAPlan(ana);
        List<UUID> rooms = preparesEveryMeeting(ana);
        assertThat(rooms)
                .as("a protocol in each of five meetings, two in the first")
                .hasSize(6);
        rooms.forEach(this::meets);

        Someone earner = signedIn("Ana");
        prepares(earner, ANAS);
        assertThat(check(earner)).containsText("Nothing stands in the way of handing in.");
        handsIn(earner);

        Someone other = signedIn("Ben");
        prepares(other, BENS.copying(ANAS.reflection()));
        assertThat(check(other)).containsText("One thing would come straight back");
        assertThat(check(other)).containsText("words are much like a colleague’s text");
        attests(other);
        other.button("Hand in").click();
        assertThat(other.page().getByText("One thing would come straight back. Put it right first"))
                .isVisible();
        other.open(SUBMISSION);
        assertThat(other.page().getByText("In progress").first()).isVisible();
        writes(other, "Part 3: reflection", BENS.reflection());
        assertThat(check(other)).containsText("Nothing stands in the way of handing in.");
        handsIn(other);
    }

    /** All that belongs to a submission, from what the meetings left; nobody brings a file. */
    private static void prepares(Someone earner, Words words) {
        links(earner, words);
        begins(earner);
        writes(earner, "Part 1: overview", words.overview());
        writes(earner, "Part 3: reflection", words.reflection());
        earner.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write: Working together"))
                .click();
        earner.button("Take it into the text").click();
        isSaved(earner.page());
        earner.open(SUBMISSION);
    }

    private static Locator check(Someone earner) {
        return earner.page().locator(".gaps");
    }

    private static Locator heading(Someone who, String name) {
        return who.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static void attests(Someone earner) {
        for (String each : List.of("this is complete", "everybody who can be recognised", "this is my own work")) {
            earner.page().getByLabel(each).check();
        }
    }

    private static void handsIn(Someone earner) {
        attests(earner);
        earner.button("Hand in").click();
        assertThat(heading(earner, "What you handed in")).isVisible();
        assertThat(earner.page().getByText("Submitted").first()).isVisible();
    }

    private static void links(Someone earner, Words words) {
        earner.open("/evidence");
        Page page = earner.page();
        for (int i = 0; i < 3; i++) {
            Locator suggestions = page.locator(".suggestions");
            suggestions.getByText("Link it").first().click();
            saysWhatItShows(page, words.led());
            assertThat(page.locator("[data-row*='discussions']")).containsText((i + 1) + " of 3 discussions");
        }
        for (String row : List.of("The group is a professional", "I reflected on the varied practice")) {
            page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(row))
                    .getByRole(AriaRole.BUTTON)
                    .first()
                    .click();
            saysWhatItShows(page, words.community());
        }
    }

    private static void isSaved(Page page) {
        assertThat(page.locator("tessera-writing")).containsText("Everything is saved.");
    }

    private static void begins(Someone earner) {
        earner.open("/submissions");
        earner.button("Begin with Building").click();
        earner.page()
                .locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Begin"))
                .last()
                .click();
        earner.page().waitForURL(url -> url.endsWith(SUBMISSION));
    }

    private static void writes(Someone earner, String part, String text) {
        Page page = earner.open(SUBMISSION).page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(part))
                .first()
                .click();
        Locator field = page.locator("tessera-writing textarea");
        field.fill(text);
        isSaved(page);
        earner.open(SUBMISSION);
        assertThat(page.locator(".handin-part").filter(new Locator.FilterOptions().setHasText(part)))
                .containsText(text.substring(0, 30));
    }

    private static void saysWhatItShows(Page page, String words) {
        page.getByLabel("In your own words: what does this show?").fill(words);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator("vaadin-dialog")).hasCount(0);
    }

    private Someone signedIn(String name) {
        return crowd.atLaptop().signIn(emails.get(name), PASSWORD);
    }

    /** Five Tuesdays, for herself and Ben. */
    private void makesAPlan(Someone ana) {
        Page page = ana.open(plan()).page();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        page.getByLabel("Ben Example").check();
        fill(page.getByLabel("Last day of the term"), today.plusWeeks(5).format(AMERICAN));
        fill(page.getByLabel("Minutes for each meeting"), "120");
        assertThat(page.locator(".plan-preview")).containsText("5 meetings");
        ana.button("Make this plan").click();
        assertThat(page.locator(".plan-said")).containsText("The plan is made.");
    }

    private String plan() {
        return "/teams/" + team.value() + "/plan";
    }

    private static void fill(Locator field, String text) {
        field.fill(text);
        field.press("Enter");
    }

    private static List<UUID> preparesEveryMeeting(Someone ana) {
        String plan = ana.page().url();
        List<UUID> rooms = new ArrayList<>();
        while (true) {
            Locator folded = ana.page().locator(".plan-meeting vaadin-details:not([opened]) .plan-summary");
            while (folded.count() > 0) {
                folded.first().click();
            }
            Locator prepare =
                    ana.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prepare this meeting"));
            if (prepare.count() == 0) {
                return rooms;
            }
            prepare.first().click();
            ana.page().waitForURL(url -> url.contains("/rooms/"));
            rooms.add(UUID.fromString(ana.page().url().replaceAll(".*/rooms/([0-9a-f-]{36}).*", "$1")));
            ana.page().navigate(plan);
            assertThat(ana.page().locator(".plan-meeting").first()).isVisible();
        }
    }

    /** Holds a prepared meeting from its first step to its last, everybody at their own socket. */
    private void meets(UUID room) {
        Map<String, Wire> seats = new LinkedHashMap<>();
        Wire first = visitor("Ana").open(room);
        Instant begins = Instant.parse(only(first, "room").path("scheduledAt").asString());
        first.close();
        clock.advance(Duration.between(clock.instant(), begins));
        TEAM.forEach(name -> seats.put(name, visitor(name).open(room)));
        Wire facilitator = seats.values().stream()
                .filter(seat -> seat.collection("people")
                        .get(seat.you())
                        .path("role")
                        .asString()
                        .equals("facilitator"))
                .findFirst()
                .orElseThrow();
        for (JsonNode phase = ahead(facilitator); phase != null; phase = ahead(facilitator)) {
            String id = phase.path("id").asString();
            if (!phase.path("grouping").asString().equals("all")) {
                facilitator.ask("form-groups", Map.of("random", true));
            }
            facilitator.does("start-phase", Map.of("phase", id));
            Wire.await(id, () -> facilitator.phase().equals(id));
            contribute(seats, phase);
            clock.advance(Duration.ofSeconds((long) (60
                    * facilitator.collection("phases").get(id).path("planned").asDouble(0))));
        }
        facilitator.does("close-room", Map.of("reason", "Everything is done."));
        assertThat(facilitator.collection("artifacts")).hasSizeGreaterThanOrEqualTo(3);
        seats.values().forEach(Wire::close);
    }

    /** Everybody says something of each kind; whoever may not just now is refused, and that is well. */
    private static void contribute(Map<String, Wire> seats, JsonNode phase) {
        for (JsonNode kind : phase.path("kinds")) {
            seats.forEach((name, seat) -> seat.ask(
                    "add-note",
                    Map.of(
                            "note",
                            UUID.randomUUID().toString(),
                            "text",
                            "%s by %s: page two is where I see it.".formatted(kind.asString(), name.charAt(0)),
                            "kind",
                            kind.asString())));
        }
    }

    private static @Nullable JsonNode ahead(Wire seat) {
        return seat.collection("phases").values().stream()
                .filter(phase -> phase.path("state").asString().equals("ahead"))
                .filter(phase -> !phase.path("optional").asBoolean()
                        || phase.path("planned").asDouble() > 0)
                .min(Comparator.comparingInt(phase -> phase.path("ordinal").asInt()))
                .orElse(null);
    }

    private static JsonNode only(Wire seat, String collection) {
        return seat.collection(collection).values().iterator().next();
    }

    private Visitor visitor(String name) {
        return Visitor.person(server, emails.get(name), PASSWORD);
    }
}
