package org.tessera.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.Officers;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.portfolio.Scene;
import org.tessera.submission.EvidenceLinks;
import org.tessera.submission.LinkAnswer;
import org.tessera.submission.LinkDraft;
import org.tessera.submission.Submission;
import org.tessera.submission.Submissions;
import org.tessera.support.AppTest;
import org.tessera.support.browser.Crowd;
import org.tessera.support.browser.Crowd.Someone;
import org.tessera.support.browser.Ear;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

/**
 * From two hand-ins to a badge that a stranger checks, in real browsers: one comes back, the other is rated by two who do not
 * know of each other; they differ, somebody decides, the earner hands in one row anew and earns the badge, and its issuer
 * revokes it. Of whose it is, no assessor’s browser receives a single byte.
 */
@AppTest
@Tag("browser")
@Tag("long")
class AssessmentBrowserTest {

    private static final CredentialId PLAN = new CredentialId("developing-a-plan-to-implement-pas");
    private static final String SUBMISSION = "/submissions/" + PLAN;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Officers officers;

    @Autowired
    private Panels panels;

    @Autowired
    private CaseRounds rounds;

    @Autowired
    private CaseStore cases;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Writings writings;

    @Autowired
    private EvidenceLinks links;

    @Autowired
    private Credentials credentials;

    private final Map<String, String> emails = new LinkedHashMap<>();
    private final Map<String, PersonId> panel = new LinkedHashMap<>();
    private final Map<String, Ear> ears = new LinkedHashMap<>();
    private final Map<String, Someone> open = new LinkedHashMap<>();
    private Scene scene;
    private Credential credential;
    private Crowd crowd;

    @BeforeEach
    void open() {
        scene = new Scene(application);
        credential = credentials.current(PLAN).orElseThrow();
        PersonId officer = member("Olive Officer");
        officers.install(scene.district, officer);
        Map<String, Set<Task>> tasks = new LinkedHashMap<>();
        tasks.put("Kofi Checker", Set.of(Task.CHECK));
        tasks.put("Lena Scorer", Set.of(Task.FIRST_SCORE, Task.SECOND_SCORE));
        tasks.put("Mateo Scorer", Set.of(Task.FIRST_SCORE, Task.SECOND_SCORE));
        tasks.put("Noor Decider", Set.of(Task.ADJUDICATION));
        tasks.forEach((name, may) ->
                assertThat(panels.name(officer, member(name), may)).isTrue());
        // a team-mate on the panel can never be drawn
        assertThat(panels.name(officer, scene.thandeka.id(), Set.of(Task.values())))
                .isTrue();
        assertThat(panels.assessBy(officer, new Scheme(PLAN, true, false, false, Scales.PASSING, Scales.DEMONSTRATED)))
                .isTrue();
        crowd = new Crowd(URI.create("http://localhost:" + port));
    }

    @AfterEach
    void close() {
        crowd.close();
    }

    private PersonId member(String name) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "-" + UUID.randomUUID() + "@example.net";
        PersonId person =
                accounts.addPerson(new PersonDraft(scene.district, null, name, email, Locale.ENGLISH, Scene.PASSWORD));
        emails.put(name, email);
        panel.put(name, person);
        return person;
    }

    @Test
    void from_two_hand_ins_to_a_badge_that_is_revoked() {
        prepares(scene.ana, "I lead a team that plans how performance assessment comes to our school.");
        prepares(scene.ben, "Benjamin here: our school wants a plan that holds for two years.");
        Someone ana = earner(scene.ana);
        Someone ben = earner(scene.ben);
        handsIn(ana);
        handsIn(ben);
        rounds.goRound();

        String anas = numberOf(scene.ana);
        String bens = numberOf(scene.ben);
        Someone kofi = assessor("Kofi Checker");
        kofi.open("/assessing");
        assertThat(kofi.page().locator(".task-item")).hasCount(2);
        sendsBack(kofi, bens);
        passesOn(kofi, anas);

        ben.open(SUBMISSION + "/result");
        assertThat(ben.page().getByText("the second year is only a heading")).isVisible();
        ben.picture("result-returned");
        ben.open(SUBMISSION);
        assertThat(ben.page().getByText("Incomplete").first()).isVisible();

        Someone lena = assessor("Lena Scorer");
        Someone mateo = assessor("Mateo Scorer");
        rates(lena, anas, "Demonstrated", "The steps have dates and people, and say how one would see them done.");
        rates(mateo, anas, "Progressing", "The second year names strands but not what of the first they rest on.");
        assertThat(ears.get("Lena Scorer").has("not what of the first they rest on"))
                .as("what the other scorer wrote")
                .isFalse();

        Someone noor = assessor("Noor Decider");
        openCase(noor, anas);
        assertThat(noor.page().getByText("Rating A:")).isVisible();
        assertThat(noor.page().getByText("Rating B:")).isVisible();
        assertThat(noor.page().locator(".row-card")).hasCount(1);
        noor.picture("workbench-adjudication");
        rate(
                noor.page().locator(".row-card").first(),
                "Progressing",
                "Say for each strand what it rests on in year one.");
        overTo(noor, "Hand in my ratings");

        ana.open(SUBMISSION + "/result");
        assertThat(ana.page().getByText("Say for each strand what it rests on in year one."))
                .isVisible();
        assertThat(ana.page().getByText("Only the rows that are not met are open again"))
                .isVisible();
        ana.isAccessible("result").picture("result-unmet");
        assertThat(ana.page().getByText("Lena")).hasCount(0);

        ana.open(SUBMISSION);
        ana.button("Try again").click();
        writings.replace(scene.ana.id(), place(WritingPlace.CHANGES), "Each strand now says what it rests on.");
        handsIn(ana);
        rounds.goRound();
        String again = numberOf(scene.ana);
        assertThat(again).isNotEqualTo(anas);
        passesOn(kofi, again);
        for (String scorer : List.of("Lena Scorer", "Mateo Scorer")) {
            Someone who = open.get(scorer);
            openCase(who, again);
            assertThat(who.page().locator(".row-card")).hasCount(1);
            rate(who.page().locator(".row-card").first(), "Demonstrated", "Every strand now says what it rests on.");
            overTo(who, "Hand in my ratings");
        }

        ana.open(SUBMISSION + "/result");
        assertThat(ana.page().getByText("Every row is met: the credential is earned."))
                .isVisible();
        assertThat(ana.page().getByText("Met in an earlier attempt")).hasCount(2);
        ana.picture("result-earned");
        strangerChecks(ana);
        noAssessorLearnsWhose();
        assertThat(crowd.violations()).isEmpty();
    }

    private void strangerChecks(Someone ana) {
        ana.open("/badges");
        ana.picture("badges-own");
        ana.button("Let everybody see it").click();
        assertThat(ana.page().getByText("Everybody who has the address can see it"))
                .isVisible();
        String page = ana.page().locator(".badge-card h2 a").getAttribute("href");
        Someone stranger = crowd.atLaptop();
        stranger.open("/" + page);
        stranger.button("Check this badge now").click();
        assertThat(stranger.page().getByText("This badge is valid")).isVisible();
        stranger.isAccessible("badge").picture("badge-valid");

        Someone olive = assessor("Olive Officer");
        olive.open("/issued-badges");
        olive.page().getByLabel("Reason").first().fill("Issued for the wrong version by mistake.");
        olive.button("Revoke for good").click();
        assertThat(olive.page().getByText("Revoked").first()).isVisible();

        stranger.open("/" + page);
        assertThat(stranger.page().getByText("Revoked").first()).isVisible();
        stranger.button("Check this badge now").click();
        assertThat(stranger.page().getByText("This badge is not valid")).isVisible();
        stranger.picture("badge-revoked");
    }

    private void noAssessorLearnsWhose() {
        List<String> secrets = new ArrayList<>(Scene.NAMES);
        for (SignedIn one : List.of(scene.ana, scene.ben, scene.thandeka)) {
            secrets.add(one.id().value().toString());
            secrets.add(accounts.person(one.id()).orElseThrow().email());
        }
        for (SignedIn one : List.of(scene.ana, scene.ben)) {
            Submission submission = submissions.find(one.id(), PLAN).orElseThrow();
            secrets.add(submission.id().value().toString());
        }
        secrets.add(scene.team.value().toString());
        secrets.add(scene.district.value().toString());
        secrets.add(scene.room.value().toString());
        application.getBean(Artifacts.class).ofRoom(scene.room).forEach(artifact -> Stream.of(
                        artifact.id().value().toString(), artifact.sha256())
                .forEach(secrets::add));
        for (String who : List.of("Kofi Checker", "Lena Scorer", "Mateo Scorer", "Noor Decider")) {
            Ear ear = ears.get(who);
            assertThat(ear.bytes()).as("what " + who + " received").isGreaterThan(100_000);
            assertThat(ear.whereIs(secrets)).as("what " + who + " received").isEmpty();
        }
        // the ear hears: what they should read is there
        assertThat(ears.get("Lena Scorer").has(Scene.OWN)).isTrue();
    }

    // ---- what people do
    // ----------------------------------------------------------------------------------------------

    private void prepares(SignedIn who, String overview) {
        assertThat(panels.assesses(who.id(), PLAN)).isTrue();
        writings.replace(who.id(), place("overview"), overview);
        writings.replace(
                who.id(),
                place("reflection"),
                who.equals(scene.ana)
                        ? "Planning backwards from what students should be able to do was new to me. I would begin with it."
                        : "What I take away is how long a second year is. Next time I would ask the parents first of all.");
        writings.replace(who.id(), place(WritingPlace.COLLABORATION), "I worked with colleagues in one meeting.");
        for (String row : List.of("need", "goals", "first-year", "second-year", "stakeholders", "team-and-lead")) {
            Artifact artifact = scene.observations;
            String says = who.equals(scene.ana)
                    ? "On this board stands what I asked of the group about " + row
                    : "My part here: reading aloud what we had for " + row;
            assertThat(links.link(who.id(), new LinkDraft(artifact.id(), credential.ref(), row, says)))
                    .isInstanceOf(LinkAnswer.Linked.class);
        }
    }

    private WritingPlace place(String part) {
        return new WritingPlace(credential.ref(), part);
    }

    private Someone earner(SignedIn who) {
        Someone earner = crowd.atLaptop();
        earner.signIn(accounts.person(who.id()).orElseThrow().email(), Scene.PASSWORD);
        earner.open("/submissions");
        earner.button("Begin with Developing").click();
        Locator dialog = earner.page().locator("vaadin-dialog");
        assertThat(dialog.getByLabel("district").first()).isChecked();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Begin"))
                .last()
                .click();
        earner.page().waitForURL(url -> url.endsWith(SUBMISSION));
        return earner;
    }

    private static void handsIn(Someone earner) {
        earner.open(SUBMISSION);
        for (String each : List.of("this is complete", "everybody who can be recognised", "this is my own work")) {
            earner.page().getByLabel(each).check();
        }
        earner.button("Hand in").click();
        assertThat(earner.page().getByText("Submitted").first()).isVisible();
    }

    private String numberOf(SignedIn who) {
        Submission submission = submissions.find(who.id(), PLAN).orElseThrow();
        return cases.of(submission.id()).getLast().id().number();
    }

    private Someone assessor(String name) {
        return open.computeIfAbsent(name, _ -> {
            Someone someone = crowd.atLaptop();
            ears.put(name, Ear.at(someone.page()));
            return someone.signIn(emails.get(name), Scene.PASSWORD);
        });
    }

    private static void openCase(Someone assessor, String number) {
        assessor.open("/assessing");
        assessor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("case " + number))
                .click();
        assertThat(assessor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("case " + number)))
                .isVisible();
    }

    private static void sendsBack(Someone checker, String number) {
        openCase(checker, number);
        checker.isAccessible("check").picture("workbench-check");
        Locator card = checker.page()
                .locator(".row-card")
                .filter(new Locator.FilterOptions().setHasText("second year"))
                .first();
        card.locator("vaadin-select").click();
        checker.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Evidence is missing or too little"))
                .click();
        card.locator("textarea").fill("Of the plan the second year is only a heading.");
        overTo(checker, "Send it back");
    }

    private static void passesOn(Someone checker, String number) {
        openCase(checker, number);
        overTo(checker, "Everything is there");
    }

    private void rates(Someone scorer, String number, String evidence, String feedback) {
        openCase(scorer, number);
        Locator cards = scorer.page().locator(".row-card");
        assertThat(cards).hasCount(3);
        scorer.button("Hand in my ratings").click();
        assertThat(scorer.page().getByText("Choose a level for")).isVisible();
        rate(cards.nth(0), "Passing", "The context is told so that one can follow it.");
        rate(cards.nth(1), evidence, feedback);
        rate(cards.nth(2), "Passing", "The reflection says what will be done differently.");
        scorer.isAccessible("workbench").picture("workbench-" + scorer.hashCode());
        assertThat(scorer.page().locator("tessera-replay").first()).isVisible();
        overTo(scorer, "Hand in my ratings");
    }

    private static void rate(Locator card, String level, String feedback) {
        card.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + level)))
                .check();
        card.locator(".row-rating textarea").fill(feedback);
    }

    private static void overTo(Someone assessor, String button) {
        assessor.button(button).click();
        assessor.page().waitForURL(url -> url.endsWith("/assessing"));
    }
}
