package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.OVERVIEW;
import static org.tessera.assessment.PanelScene.REFLECTION;
import static org.tessera.assessment.PanelScene.done;
import static org.tessera.assessment.PanelScene.levels;
import static org.tessera.assessment.PanelScene.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.submission.Gap;
import org.tessera.submission.Platform;
import org.tessera.submission.Status;
import org.tessera.support.AppTest;
import org.tessera.writing.SaveAnswer;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.WritingRefusal;

/** What earners learn of their assessment, and how they appeal. */
@AppTest
@ActiveProfiles("test")
class AssessmentsTest {

    private static final String WHY = "My second piece shows all four points.";
    private static final SaveAnswer CLOSED = new SaveAnswer.Refused(WritingRefusal.PLACE_UNKNOWN);

    @Autowired
    ApplicationContext application;

    private PanelScene scene;

    @BeforeEach
    void a_district() {
        scene = new PanelScene(application);
        scene.members(4);
    }

    @Test
    void a_report_says_how_far_it_is_and_until_when_there_will_be_a_result() {
        CaseId id = scene.handIn();
        Assessments.Hearing hearing = scene.hearing();
        assertThat(hearing.stage()).isEqualTo(Stage.CHECK);
        assertThat(hearing.findings()).isEmpty();
        assertThat(hearing.appealUntil()).isEmpty();
        BusinessDays calendar = scene.panels.calendarOf(scene.district);
        assertThat(hearing.turnaround().resultDue())
                .isEqualTo(calendar.due(scene.now(id).brief().at(), 5));
    }

    @Test
    void a_report_is_the_earners_own() {
        scene.handIn();
        assertThat(scene.assessments.report(scene.officer, PanelScene.BUILDING)).isEmpty();
        assertThat(scene.assessments.report(new PanelScene(application).ana, PanelScene.BUILDING))
                .isEmpty();
    }

    @Test
    void a_report_tells_nothing_of_a_result_that_waits_for_its_approval() {
        scene.assessBy(false, true);
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, levels("passing", "progressing", "passing"));
        assertThat(scene.hearing().stage()).isEqualTo(Stage.APPROVE);
        assertThat(scene.hearing().findings()).isEmpty();
        assertThat(scene.hearing().appealUntil()).isEmpty();
        assertThat(scene.submission().status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_report_tells_nothing_of_assessors() {
        CaseId id = scene.handIn();
        PersonId checker = scene.holder(id, Task.CHECK);
        scene.passOn(id);
        PersonId scorer = scene.rate(id, Task.FIRST_SCORE, levels("passing", "progressing", "passing"));
        assertThat(scene.report().toString())
                .doesNotContain("Member")
                .doesNotContain(checker.value().toString())
                .doesNotContain(scorer.value().toString());
    }

    @Test
    void an_appeal_is_made_with_what_was_written_and_without_names() {
        scene.unmet();
        assertThat(scene.hearing().appealUntil()).isPresent();
        done(scene.appeal(1, "I am Anabel Ortiz and my second piece shows it.", EVIDENCE));
        assertThat(scene.hearing().appeal().orElseThrow().why())
                .doesNotContain("Anabel", "Ortiz")
                .contains("my second piece shows it.");
        assertThat(scene.hearing().stage()).isEqualTo(Stage.APPEAL);
        assertThat(scene.hearing().findings()).hasSize(3);
        assertThat(scene.hearing().appealUntil()).isEmpty();
        // the words themselves are the earner's, and stay
        assertThat(scene.hearing().appealText().text()).contains("Anabel Ortiz");
        assertThat(scene.writings.replace(scene.ana, place(1), "More.")).isEqualTo(CLOSED);
    }

    @Test
    void an_appeal_needs_words_and_rows_that_were_not_met() {
        scene.unmet();
        refused(scene.appeal(1, "No.", EVIDENCE), new CaseRefusal.WhyMissing());
        refused(scene.appeal(1, WHY), new CaseRefusal.NothingToAppeal());
        refused(scene.appeal(1, WHY, OVERVIEW), new CaseRefusal.NothingToAppeal());
        refused(scene.appeal(2, WHY, EVIDENCE), new CaseRefusal.Unknown());
        assertThat(scene.hearing().stage()).isEqualTo(Stage.DECIDED);
    }

    @Test
    void an_appeal_is_the_earners_own() {
        scene.unmet();
        refused(
                scene.assessments.appeal(scene.officer, PanelScene.BUILDING, 1, Set.of(EVIDENCE)),
                new CaseRefusal.Unknown());
        assertThat(scene.writings.replace(scene.officer, place(1), WHY)).isEqualTo(CLOSED);
    }

    @Test
    void an_appeal_that_nobody_could_hear_is_refused_and_the_earner_can_go_on() {
        CaseId id = scene.unmet();
        scene.writings.replace(scene.ana, place(1), WHY);
        scene.panels
                .members(scene.officer)
                .forEach(member ->
                        scene.panels.name(scene.officer, member.person().id(), Set.of(Task.CHECK)));
        refused(
                scene.assessments.appeal(scene.ana, PanelScene.BUILDING, 1, Set.of(EVIDENCE)),
                new CaseRefusal.NobodyToHear());
        assertThat(scene.hearing().stage()).isEqualTo(Stage.DECIDED);
        // what is wrong with the appeal itself is said first
        refused(
                scene.assessments.appeal(scene.ana, PanelScene.BUILDING, 1, Set.of(OVERVIEW)),
                new CaseRefusal.NothingToAppeal());
        PersonId late = scene.member("Lou Late", Task.APPEAL);
        done(scene.assessments.appeal(scene.ana, PanelScene.BUILDING, 1, Set.of(EVIDENCE)));
        assertThat(scene.holder(id, Task.APPEAL)).isEqualTo(late);
    }

    @Test
    void an_appeal_is_made_once_and_says_so() {
        CaseId id = scene.unmet();
        done(scene.appeal(1, WHY, EVIDENCE));
        refused(
                scene.assessments.appeal(scene.ana, PanelScene.BUILDING, 1, Set.of(EVIDENCE)),
                new CaseRefusal.AppealedBefore());
        scene.rate(id, Task.APPEAL, levels("", "progressing", ""));
        refused(
                scene.assessments.appeal(scene.ana, PanelScene.BUILDING, 1, Set.of(EVIDENCE)),
                new CaseRefusal.AppealedBefore());
        assertThat(scene.hearing().appealUntil()).isEmpty();
    }

    @Test
    void an_appeal_that_comes_too_late_hears_until_when_it_could_be_made() {
        scene.unmet();
        Instant until = scene.hearing().appealUntil().orElseThrow();
        scene.writings.replace(scene.ana, place(1), WHY);
        scene.clock.advance(Duration.between(scene.clock.instant(), until).plusSeconds(1));
        assertThat(scene.hearing().appealUntil()).isEmpty();
        refused(
                scene.assessments.appeal(scene.ana, PanelScene.BUILDING, 1, Set.of(EVIDENCE)),
                new CaseRefusal.AppealTooLate(until));
    }

    @Test
    void an_appeal_is_over_when_the_next_attempt_has_begun() {
        scene.unmet();
        scene.tryAgain();
        assertThat(scene.hearing().appealUntil()).isEmpty();
        refused(scene.appeal(1, WHY, EVIDENCE), new CaseRefusal.Unknown());
        CaseId second = scene.handInAgain();
        scene.passOn(second);
        scene.rate(second, Task.FIRST_SCORE, levels("", "not-met", ""));
        refused(scene.appeal(1, WHY, EVIDENCE), new CaseRefusal.Unknown());
        done(scene.appeal(2, WHY, EVIDENCE));
    }

    @Test
    void what_was_earned_cannot_be_appealed() {
        CaseId id = scene.handIn();
        scene.passOn(id);
        scene.rate(id, Task.FIRST_SCORE, PanelScene.ALL_MET);
        assertThat(scene.hearing().appealUntil()).isEmpty();
        assertThat(scene.assessments.appeal(scene.ana, PanelScene.BUILDING, 1, Set.of(REFLECTION)))
                .isInstanceOf(CaseAnswer.Refused.class);
        assertThat(scene.writings.isOpenTo(scene.ana, place(1))).isFalse();
    }

    @Test
    void a_hearing_says_which_rows_were_carried() {
        scene.unmet();
        scene.tryAgain();
        scene.handInAgain();
        assertThat(scene.report().hearings())
                .extracting(Assessments.Hearing::carried)
                .isEqualTo(List.of(Set.of(OVERVIEW, REFLECTION), Set.of()));
    }

    @Test
    void what_is_written_in_an_appeal_is_compared_with_no_team_mates_text() {
        scene.unmet();
        String words = "Holding my colleagues to description for nine minutes proved me wrong about all that I believed"
                + " before the October meeting, and each time somebody guessed I asked where on the page that could be seen.";
        assertThat(scene.writings.replace(scene.ana, place(1), words)).isInstanceOf(SaveAnswer.Saved.class);
        PersonId ben = scene.person("Ben");
        TeamId team = scene.accounts.addTeam(scene.accounts.addSchool(scene.district, "High"), "Grade 9");
        scene.accounts.join(team, scene.ana);
        scene.accounts.join(team, ben);
        scene.submissions.begin(ben, PanelScene.BUILDING, Platform.BLOOMBOARD);
        scene.writings.replace(ben, new WritingPlace(scene.credential(), "reflection"), words);
        assertThat(scene.submissions
                        .draft(ben, PanelScene.BUILDING)
                        .orElseThrow()
                        .gaps())
                .noneMatch(Gap.TooAlike.class::isInstance);
    }

    private WritingPlace place(int handIn) {
        return new WritingPlace(scene.credential(), "appeal." + handIn);
    }
}
