package org.tessera.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.assessment.Anchors;
import org.tessera.assessment.Assessments;
import org.tessera.assessment.Consent;
import org.tessera.assessment.Desk;
import org.tessera.assessment.Finding;
import org.tessera.assessment.Panels;
import org.tessera.assessment.Stage;
import org.tessera.assessment.Task;
import org.tessera.assessment.Trials;
import org.tessera.badge.Badge;
import org.tessera.badge.Badges;
import org.tessera.badge.Report;
import org.tessera.clock.AlarmClock;
import org.tessera.credential.CredentialId;
import org.tessera.exhibit.Exhibits;
import org.tessera.mail.Mail;
import org.tessera.mail.Outbox;
import org.tessera.submission.Status;
import org.tessera.submission.Submissions;
import org.tessera.support.AppTest;

/** What people of the lived-in demo see of its panel: its officer, earners, assessors, and a stranger. */
@AppTest
@TestPropertySource(properties = "tessera.demo=true")
class DemoAssessmentTest {

    private static final CredentialId ENGAGING = new CredentialId("engaging-stakeholders-to-support-pas");
    private static final CredentialId PLAN = new CredentialId("developing-a-plan-to-implement-pas");

    @Autowired
    private Demo demo;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Panels panels;

    @Autowired
    private Desk desk;

    @Autowired
    private Assessments assessments;

    @Autowired
    private Anchors anchors;

    @Autowired
    private Trials trials;

    @Autowired
    private Badges badges;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AlarmClock clock;

    @Test
    void the_officer_has_a_panel_and_the_badge_it_led_to() {
        assertThat(panels.members(id("ivy")))
                .extracting(member -> member.person().name(), Panels.Member::open)
                .containsExactlyInAnyOrder(
                        tuple("Jun Takeda", 1),
                        tuple("Kai Sorensen", 1),
                        tuple("Lía Fuentes", 1),
                        tuple("Max Abernathy", 0),
                        tuple("Nia Boateng", 0));
        assertThat(badges.issued(id("ivy"))).extracting(Badge::earner).containsExactly(id("ana"));
        assertThat(anchors.of(id("ivy")))
                .extracting(Anchors.Line::consent)
                .containsExactlyInAnyOrder(Consent.GIVEN, Consent.ASKED);
    }

    @Test
    void one_earner_has_the_badge_and_another_one_row_to_do_again() {
        assertThat(submissions.find(id("ana"), ENGAGING).orElseThrow().status()).isEqualTo(Status.EARNED);
        Assessments.Hearing earned = hearing("ana", ENGAGING);
        assertThat(earned.findings()).hasSize(3).allMatch(Finding::isMet);
        // where the two differed, the word of who decided counts alone
        assertThat(earned.findings())
                .extracting(found -> found.feedback().size())
                .containsExactly(2, 1, 2);

        Assessments.Hearing unmet = hearing("ben", PLAN);
        assertThat(unmet.stage()).isEqualTo(Stage.DECIDED);
        assertThat(unmet.findings().stream().filter(found -> !found.isMet()).map(Finding::row))
                .containsExactly("rubric-evidence");
        assertThat(unmet.appealUntil()).isPresent();
        assertThat(outbox.of(id("ben"))).extracting(Mail::subject).anyMatch(subject -> subject.contains("Developing"));
    }

    @Test
    void everything_took_place_before_now_and_in_order() {
        for (Map.Entry<String, CredentialId> one :
                Map.of("ana", ENGAGING, "ben", PLAN).entrySet()) {
            var history = submissions
                    .find(id(one.getKey()), one.getValue())
                    .orElseThrow()
                    .history();
            assertThat(history.stream().map(event -> event.at()).toList()).isSorted();
            assertThat(history.getLast().at()).isBefore(clock.instant());
            assertThat(hearing(one.getKey(), one.getValue()).turnaround().settled())
                    .isPresent();
        }
        Badge badge = badges.of(id("ana")).getFirst();
        assertThat(badge.issued()).isBefore(clock.instant().minus(Duration.ofHours(5)));
        assertThat(badge.decided()).isBeforeOrEqualTo(badge.issued());
    }

    @Test
    void assessors_have_tasks_with_evidence_that_names_nobody() {
        Map<String, Task> waiting = Stream.of("jun", "kai", "lia")
                .collect(Collectors.toMap(
                        name -> name, name -> desk.of(id(name)).getFirst().task()));
        assertThat(waiting.get("jun")).isEqualTo(Task.CHECK);
        assertThat(List.of(waiting.get("kai"), waiting.get("lia")))
                .containsExactlyInAnyOrder(Task.FIRST_SCORE, Task.SECOND_SCORE);
        for (String name : waiting.keySet()) {
            Person assessor = person(name);
            SignedIn reader = new SignedIn(assessor.id(), assessor.name(), false, null, Locale.ENGLISH);
            Desk.Sheet sheet =
                    desk.sheet(reader, desk.of(assessor.id()).getFirst().on()).orElseThrow();
            assertThat(sheet.copy().evidence()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(sheet.copy().replays()).isNotEmpty();
            assertThat(sheet.copy().toString())
                    .contains(name.equals("jun") ? "scored the same lab report" : "Writing down what people say")
                    .doesNotContain("Okafor", "Hye-jin", "Ortega", "Cedar", "Lindqvist");
        }
    }

    @Test
    void a_panel_member_has_tried_an_anchor_and_another_can() {
        assertThat(trials.of(id("nia"))).singleElement().matches(Trials.Errand::isDone);
        assertThat(trials.of(id("max"))).singleElement().matches(errand -> !errand.isDone());
        assertThat(trials.of(id("kai"))).isEmpty();
    }

    @Test
    void a_stranger_sees_the_badge_and_finds_it_valid() {
        Badge badge = badges.of(id("ana")).getFirst();

        assertThat(badges.shown(badge.id())).isPresent();
        assertThat(badges.nameOn(badge)).contains("Ana Ortega");
        byte[] credential =
                badges.credential(badge.id(), Optional.empty()).orElseThrow().getBytes(StandardCharsets.UTF_8);
        assertThat(badges.verify(credential).outcome()).isEqualTo(Report.Outcome.VALID);
    }

    @Test
    void a_second_start_changes_nothing() {
        List<Object> before = all();

        demo.fill();

        assertThat(all()).isEqualTo(before);
    }

    private List<Object> all() {
        return Stream.of("ana", "ben", "cho", "dee", "jun", "kai", "lia", "max", "nia", "ivy")
                .<Object>flatMap(name -> Stream.of(
                        submissions.of(id(name)),
                        exhibits.of(id(name)),
                        badges.of(id(name)),
                        desk.of(id(name)),
                        trials.of(id(name)),
                        outbox.of(id(name))))
                .toList();
    }

    private Assessments.Hearing hearing(String name, CredentialId credential) {
        return assessments.report(id(name), credential).orElseThrow().hearings().getFirst();
    }

    private PersonId id(String name) {
        return person(name).id();
    }

    private Person person(String name) {
        return accounts.personByEmail(Demo.email(name)).orElseThrow();
    }
}
