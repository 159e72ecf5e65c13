package org.tessera.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tessera.account.PersonId;
import org.tessera.account.SignedIn;
import org.tessera.writing.WritingPlace;

/** A district with anchors, and members who have had nothing to do with them. */
public final class AnchorScene {

    final PanelScene panel;
    public final Anchors anchors;
    public final Trials trials;
    public final Certificates certificates;
    public final Agreements agreements;

    public AnchorScene(ApplicationContext application) {
        panel = new PanelScene(application);
        anchors = application.getBean(Anchors.class);
        trials = application.getBean(Trials.class);
        certificates = application.getBean(Certificates.class);
        agreements = application.getBean(Agreements.class);
    }

    public PersonId officer() {
        return panel.officer;
    }

    /** Somebody who hands in. */
    public PersonId earner(String name) {
        return panel.person(name);
    }

    /** Somebody new on the panel. */
    public PersonId member(String name) {
        return panel.member(name, Task.values());
    }

    /** A decided case of somebody, all of whose rows are met. */
    public CaseId decided(PersonId earner) {
        return decided(earner, PanelScene.ALL_MET);
    }

    CaseId decided(PersonId earner, Map<String, String> levels) {
        CaseId id = panel.handIn(earner);
        panel.passOn(id);
        panel.rate(id, Task.FIRST_SCORE, levels);
        assertThat(panel.now(id).stage()).isEqualTo(Stage.DECIDED);
        return id;
    }

    /** An anchor whose earner has said yes. */
    public CaseId anchor(PersonId earner) {
        CaseId id = decided(earner);
        assertThat(anchors.propose(panel.officer, id)).isTrue();
        assertThat(anchors.answer(earner, id, true)).isTrue();
        return id;
    }

    /** Two people who do what is asked of them, so that whoever comes later has had nothing to do with it. */
    public void scorers() {
        panel.member("Checker", Task.CHECK);
        panel.member("Scorer", Task.FIRST_SCORE);
    }

    public Optional<Trials.Sheet> sheet(PersonId member, CaseId id) {
        return trials.sheet(new SignedIn(member, panel.accounts.nameOf(member), false, null, Locale.ENGLISH), id);
    }

    public TrialAnswer tries(PersonId member, CaseId id, Map<String, String> levels) {
        levels.forEach((row, level) -> trials.choose(member, id, row, level));
        return trials.finish(member, id);
    }

    /** Nothing of an anchor can be had, as if it were not there. */
    void assertNothing(PersonId person, CaseId id) {
        assertThat(sheet(person, id)).isEmpty();
        assertThat(trials.of(person)).noneMatch(errand -> errand.anchor().equals(id));
        assertThat(trials.picture(person, id, 0)).isEmpty();
        assertThat(tries(person, id, PanelScene.ALL_MET)).isEqualTo(new TrialAnswer.Unknown());
        assertThat(trials.isOpenTo(person, place(id, 0))).isFalse();
    }

    WritingPlace place(CaseId id, int number) {
        return new WritingPlace(panel.credential(), "trial." + id + "." + number);
    }

    boolean isCertified(PersonId member) {
        return certificates.holds(member, PanelScene.BUILDING, panel.now());
    }

    /** A certificate of this person, given at {@code from}. */
    Certificate certificate(PersonId member, Instant from) {
        Certificate certificate = new Certificate(
                UUID.randomUUID(),
                member,
                PanelScene.BUILDING,
                from,
                Certifying.yearAfter(from),
                90,
                Optional.of(0.8),
                Optional.empty());
        panel.application.getBean(CertificateStore.class).add(certificate);
        return certificate;
    }

    static List<CaseId> anchorsOf(List<Trials.Errand> errands) {
        return errands.stream().map(Trials.Errand::anchor).toList();
    }
}
