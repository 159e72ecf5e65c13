package org.tessera.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.Recorded;
import org.tessera.mail.Mail;
import org.tessera.mail.Outbox;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.Brought;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.submission.Breach;
import org.tessera.submission.Breaches;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.HandIn;
import org.tessera.submission.HandIns;
import org.tessera.submission.Help;
import org.tessera.submission.HelpAnswer;
import org.tessera.submission.Invitation;
import org.tessera.submission.Part;
import org.tessera.submission.Piece;
import org.tessera.submission.Platform;
import org.tessera.submission.Submission;
import org.tessera.support.AppTest;
import org.tessera.support.OpenPage;

/** Student work that is stopped after it was handed in. */
@AppTest
class BreachViewTest {

    private static final CredentialRef BUILDING =
            new CredentialRef(new CredentialId("building-a-pa-learning-community"), "1");
    private static final CredentialRef DESIGN =
            new CredentialRef(new CredentialId("performance-assessment-design"), "1");
    private static final String PAGE = "submissions/building-a-pa-learning-community";

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Brought brought;

    @Autowired
    Recorded recorded;

    @Autowired
    Clearances clearances;

    @Autowired
    Breaches breaches;

    @Autowired
    Help help;

    @Autowired
    Outbox outbox;

    private Brought.Teachers people;
    private Exhibit hum;
    private Subject subject;
    private Submission submission;
    private Optional<OpenPage> page = Optional.empty();

    @BeforeEach
    void ben_has_handed_in_a_recording() {
        people = brought.teachers();
        hum = recorded.hum(people.team(), people.ben(), "A discussion of water", 2);
        subject = Subject.recording(hum.id().value());
        brought.clear(subject, people.team(), people.ben(), people.ana(), 1);
        submission = HandIns.handedIn(
                application,
                people.ben(),
                BUILDING,
                Platform.BLOOMBOARD,
                new HandIn(List.of(), "", List.of(frozen(hum)), List.of()),
                Instant.parse("2026-01-10T10:00:00Z"));
    }

    @AfterEach
    void close() {
        page.ifPresent(OpenPage::close);
    }

    @Test
    void its_earner_is_told_what_happened_and_what_to_do_on_the_page_in_the_list_and_by_mail() {
        assertThat(said(go(people.ben(), PAGE))).doesNotContain("Stopped after it was handed in");
        assertThat(outbox.of(people.ben())).isEmpty();
        clearances.report(people.ana(), subject, Alarm.NAME_SEEN, "at the end");
        assertThat(said(go(people.ben(), PAGE)))
                .contains(
                        "Stopped after it was handed in",
                        "A discussion of water",
                        "somebody saw what should not be there",
                        "tell whoever assesses it today",
                        "See to the work")
                .doesNotContain("Ana Torres", "at the end");
        assertThat(said(go(people.ben(), "submissions"))).contains("student work in it was stopped");
        assertThat(outbox.of(people.ben())).singleElement().satisfies(mail -> assertThat(mail.body())
                .contains("Dear Benjamin Okafor", "tell whoever assesses it today")
                .doesNotContain("Ana Torres", "A discussion of water"));
    }

    @Test
    void it_says_so_when_the_work_was_cleared_again_and_stays_listed() {
        clearances.report(people.ana(), subject, Alarm.NAME_SEEN);
        brought.clear(subject, people.team(), people.ben(), people.ana(), 1);
        assertThat(breaches.of(people.ben()))
                .singleElement()
                .satisfies(breach -> assertThat(breach.stop().isOver()).isTrue());
        assertThat(said(go(people.ben(), PAGE))).contains("It has been cleared again since.");
    }

    @Test
    void what_was_stopped_before_it_was_handed_in_or_never_handed_in_is_none() {
        Exhibit early = recorded.hum(people.team(), people.ben(), "Handed in later", 1);
        HandIns.handedIn(
                application,
                people.ben(),
                DESIGN,
                Platform.BLOOMBOARD,
                new HandIn(List.of(), "", List.of(frozen(early)), List.of()),
                Instant.parse("2999-01-10T10:00:00Z"));
        clearances.report(people.ana(), Subject.recording(early.id().value()), Alarm.NAME_SEEN);
        Exhibit other = recorded.hum(people.team(), people.ben(), "Never handed in", 1);
        Subject never = Subject.recording(other.id().value());
        clearances.report(people.ana(), never, Alarm.NAME_SEEN);
        assertThat(breaches.of(people.ben())).isEmpty();
        assertThat(breaches.of(people.ana())).isEmpty();
        assertThat(outbox.of(people.ana())).isEmpty();
    }

    @Test
    void a_helper_is_told_as_long_as_they_help_and_a_stranger_never() {
        assertThat(help.invite(people.ben(), submission.id(), people.stranger(), Invitation.Kind.COACH))
                .isEqualTo(new HelpAnswer.Done());
        Invitation invitation = help.invitations(people.ben(), submission.id()).getFirst();
        clearances.report(people.ana(), subject, Alarm.NAME_SEEN);
        assertThat(breaches.seenBy(people.stranger(), invitation.id()))
                .extracting(Breach::work)
                .containsExactly(subject);
        assertThat(breaches.seenBy(people.ana(), invitation.id())).isEmpty();
        assertThat(said(go(people.stranger(), "helping/" + invitation.id())))
                .contains("Stopped after it was handed in", "Next: talk with the earner")
                .doesNotContain("A discussion of water");
        assertThat(outbox.of(people.stranger()))
                .extracting(Mail::body)
                .singleElement()
                .asString()
                .contains("you help Benjamin Okafor");
        help.withdraw(people.ben(), submission.id(), invitation.id());
        assertThat(breaches.seenBy(people.stranger(), invitation.id())).isEmpty();
    }

    private static FrozenEvidence frozen(Exhibit hum) {
        return new FrozenEvidence(
                "community",
                Optional.empty(),
                Piece.of(hum.id()),
                hum.sha256(),
                Optional.empty(),
                Part.WHOLE.word(),
                Optional.empty(),
                "It is",
                false);
    }

    private OpenPage go(PersonId person, String address) {
        page.ifPresent(OpenPage::close);
        OpenPage opened = OpenPage.of(application, accounts.person(person).orElseThrow(), Locale.ENGLISH)
                .go(address);
        page = Optional.of(opened);
        return opened;
    }

    private static String said(OpenPage page) {
        return String.join("\n", page.words());
    }
}
