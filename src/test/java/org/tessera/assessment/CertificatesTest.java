package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.assessment.PanelScene.ALL_MET;
import static org.tessera.assessment.PanelScene.EVIDENCE;
import static org.tessera.assessment.PanelScene.levels;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.tessera.account.PersonId;
import org.tessera.mail.Mail;
import org.tessera.mail.Outbox;
import org.tessera.support.AppTest;

/** How certificates end, and who hears of it. */
@AppTest
@ActiveProfiles("test")
class CertificatesTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Outbox outbox;

    private AnchorScene scene;

    @BeforeEach
    void a_district() {
        scene = new AnchorScene(application);
    }

    private List<String> lettersTo(PersonId person) {
        return outbox.of(person).stream().map(Mail::subject).toList();
    }

    @Test
    void who_drifts_too_far_loses_it_at_once_and_the_other_scorer_does_not() {
        scene.panel.assessBy(true, false);
        scene.panel.member("Checker", Task.CHECK);
        PersonId pia = scene.panel.member("Pia", Task.FIRST_SCORE);
        PersonId quin = scene.panel.member("Quin", Task.SECOND_SCORE);
        scene.panel.member("Third", Task.ADJUDICATION);
        scene.certificate(pia, scene.panel.now().minus(Duration.ofDays(9)));
        scene.certificate(quin, scene.panel.now().minus(Duration.ofDays(9)));
        for (int i = 1; i <= 6; i++) {
            scoredTwice("Earner " + i);
        }
        assertThat(scene.isCertified(pia)).isTrue();
        scoredTwice("Earner 7");
        assertThat(scene.isCertified(pia)).isFalse();
        assertThat(scene.isCertified(quin)).isTrue();
        assertThat(lettersTo(pia))
                .filteredOn(letter -> letter.startsWith("Please renew"))
                .hasSize(1);
        assertThat(lettersTo(quin)).noneMatch(letter -> letter.startsWith("Please renew"));
        assertThat(scene.agreements.own(pia))
                .singleElement()
                .returns(20, own -> own.drift().rows())
                .matches(own -> own.drift().isTooLow());
        assertThat(scene.agreements.drifts(scene.officer()))
                .extracting(named -> named.assessor().name())
                .containsExactly("Pia", "Quin");
        assertThat(scene.agreements.drifts(pia)).isEmpty();
        assertThat(scene.agreements.of(pia)).isEmpty();
        assertThat(scene.agreements.of(new AnchorScene(application).officer())).isEmpty();
        assertThat(scene.agreements.of(scene.officer())).singleElement().satisfies(line -> assertThat(line.rows())
                .filteredOn(row -> row.id().equals(EVIDENCE))
                .singleElement()
                .matches(row -> row.whole().handIns() == 7 && row.whole().exact() == 0));
    }

    /** Pia is beside what counts in two rows of three. */
    private void scoredTwice(String earner) {
        CaseId id = scene.panel.handIn(scene.earner(earner));
        scene.panel.passOn(id);
        scene.panel.rate(id, Task.FIRST_SCORE, levels("not-passing", "not-met", "passing"));
        scene.panel.rate(id, Task.SECOND_SCORE, ALL_MET);
        scene.panel.rate(id, Task.ADJUDICATION, ALL_MET);
    }

    @Test
    void who_has_one_that_ends_within_thirty_days_is_told_once() {
        PersonId soon = scene.member("Soon");
        PersonId late = scene.member("Late");
        scene.certificate(soon, endingIn(30));
        scene.certificate(late, endingIn(31));
        scene.certificates.remind();
        scene.certificates.remind();
        assertThat(lettersTo(soon))
                .filteredOn(letter -> letter.contains("ends on"))
                .hasSize(1);
        assertThat(lettersTo(late)).noneMatch(letter -> letter.contains("ends on"));
    }

    @Test
    void who_has_renewed_it_is_not_told() {
        PersonId soon = scene.member("Soon");
        scene.certificate(soon, endingIn(20));
        scene.certificate(soon, scene.panel.now());
        scene.certificates.remind();
        assertThat(lettersTo(soon)).noneMatch(letter -> letter.contains("ends on"));
    }

    private Instant endingIn(int days) {
        return scene.panel
                .now()
                .plus(Duration.ofDays(days))
                .atZone(ZoneOffset.UTC)
                .minusMonths(12)
                .toInstant();
    }

    @Test
    void an_earner_is_asked_by_letter() {
        scene.scorers();
        PersonId ana = scene.earner("Ana");
        CaseId id = scene.decided(ana);
        scene.anchors.propose(scene.officer(), id);
        assertThat(lettersTo(ana))
                .filteredOn(letter -> letter.startsWith("May assessors practise"))
                .hasSize(1);
    }
}
