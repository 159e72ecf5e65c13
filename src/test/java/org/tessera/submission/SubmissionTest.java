package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tessera.account.PersonId;
import org.tessera.artifact.ArtifactId;
import org.tessera.attachment.Way;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;

class SubmissionTest {

    private static final Instant AT = Instant.parse("2026-11-20T15:00:00Z");
    private static final PersonId ANA = new PersonId(UUID.randomUUID());
    private static final PersonId GIL = new PersonId(UUID.randomUUID());
    private static final RoomId FIRST = new RoomId(UUID.randomUUID());
    private static final RoomId OTHER = new RoomId(UUID.randomUUID());
    private static final ArtifactId BOARD = new ArtifactId(UUID.randomUUID());
    private static final Set<Attestation> ALL = EnumSet.allOf(Attestation.class);
    private static final HandIn FULL = handIn("I learned a lot.", piece("discussions", FIRST, "I led it."));

    private Submission submission = new Submission(
            new SubmissionId(UUID.randomUUID()),
            ANA,
            new CredentialRef(new CredentialId("building-a-pa-learning-community"), "1"),
            List.of());

    @Nested
    class Beginning {

        @Test
        void is_what_nothing_comes_before() {
            assertThat(submission.status()).isEqualTo(Status.NOT_STARTED);
            does(ANA, new SubmissionCommand.Begin(Platform.NEA));
            assertThat(submission.status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(submission.platform()).isEqualTo(Platform.NEA);
            refused(
                    ANA,
                    new SubmissionCommand.Begin(Platform.NEA),
                    new SubmissionRefusal.WrongStatus(Status.IN_PROGRESS));
        }

        @Test
        void is_the_earners() {
            refused(GIL, new SubmissionCommand.Begin(Platform.NEA), new SubmissionRefusal.NotYours());
        }

        @Test
        void comes_before_handing_in() {
            refused(ANA, over(FULL), new SubmissionRefusal.WrongStatus(Status.NOT_STARTED));
        }
    }

    @Nested
    class Handing_in {

        @Test
        void freezes_what_was_handed_in() {
            begin();
            does(ANA, over(FULL));
            assertThat(submission.status()).isEqualTo(Status.SUBMITTED);
            assertThat(submission.handedIn()).singleElement().satisfies(handed -> {
                assertThat(handed.what()).isEqualTo(FULL);
                assertThat(handed.attempt()).isEqualTo(1);
                assertThat(handed.attested()).isEqualTo(ALL);
            });
            refused(ANA, over(FULL), new SubmissionRefusal.WrongStatus(Status.SUBMITTED));
        }

        @Test
        void needs_all_three_attestations() {
            begin();
            refused(
                    ANA,
                    new SubmissionCommand.HandOver(FULL, Set.of(Attestation.READY), "", "", 0),
                    new SubmissionRefusal.Unattested(Set.of(Attestation.RELEASED, Attestation.ORIGINAL)));
        }

        @Test
        void waits_until_nothing_would_come_back() {
            begin();
            refused(ANA, new SubmissionCommand.HandOver(FULL, ALL, "", "", 2), new SubmissionRefusal.WouldComeBack(2));
        }

        @Test
        void is_the_earners() {
            begin();
            refused(GIL, over(FULL), new SubmissionRefusal.NotYours());
        }
    }

    @Nested
    class An_incomplete_one {

        @Test
        void comes_back_unscored_with_everything_open_and_is_the_same_attempt() {
            begin();
            does(ANA, over(FULL));
            refused(GIL, new SubmissionCommand.SendBack(" "), new SubmissionRefusal.Unreadable());
            does(GIL, new SubmissionCommand.SendBack("The second picture cannot be opened."));
            assertThat(submission.status()).isEqualTo(Status.INCOMPLETE);
            does(ANA, over(handIn("All new.", piece("discussions", OTHER, "Another meeting."))));
            assertThat(submission.handedIn())
                    .extracting(SubmissionEvent.HandedIn::attempt)
                    .containsExactly(1, 1);
            assertThat(submission.notYetEarned()).isZero();
        }
    }

    @Nested
    class Scoring {

        @Test
        void comes_after_it_was_found_complete() {
            begin();
            does(ANA, over(FULL));
            refused(GIL, score(), new SubmissionRefusal.WrongStatus(Status.SUBMITTED));
            does(GIL, new SubmissionCommand.Accept());
            assertThat(submission.status()).isEqualTo(Status.PASSED);
            does(GIL, score());
            assertThat(submission.status()).isEqualTo(Status.EARNED);
            refused(ANA, over(FULL), new SubmissionRefusal.WrongStatus(Status.EARNED));
            refused(ANA, new SubmissionCommand.TryAgain(), new SubmissionRefusal.WrongStatus(Status.EARNED));
        }

        @Test
        void with_a_row_unmet_is_not_yet_earned() {
            scoredOnce("rubric-reflection");
            assertThat(submission.status()).isEqualTo(Status.NOT_YET_EARNED);
            does(ANA, new SubmissionCommand.TryAgain());
            assertThat(submission.status()).isEqualTo(Status.RESUBMISSION);
            assertThat(submission.attempt()).isEqualTo(2);
        }
    }

    @Nested
    class A_further_attempt {

        @Test
        void says_what_is_different() {
            again("rubric-reflection");
            HandIn better = handIn("I learned this.", piece("discussions", FIRST, "I led it."));
            refused(
                    ANA,
                    new SubmissionCommand.HandOver(better, ALL, " ", "", 0),
                    new SubmissionRefusal.ChangesUnsaid());
            does(ANA, over(better));
            assertThat(submission.handedIn())
                    .extracting(SubmissionEvent.HandedIn::what)
                    .containsExactly(FULL, better);
        }

        @Test
        void opens_only_what_was_not_met() {
            again("rubric-reflection");
            refused(
                    ANA,
                    over(handIn("I learned this.", piece("discussions", FIRST, "I led it well."))),
                    new SubmissionRefusal.ClosedRow("discussions"));
            submission = fresh();
            again("discussions");
            refused(
                    ANA,
                    over(handIn("I learned this.", piece("discussions", FIRST, "I led it well."))),
                    new SubmissionRefusal.ClosedRow("reflection"));
            does(ANA, over(handIn("I learned a lot.", piece("discussions", FIRST, "I led it well."))));
        }

        @Test
        void with_part_2_unmet_opens_all_evidence() {
            again("rubric-evidence");
            does(ANA, over(handIn("I learned a lot.", piece("community", FIRST, "Who we are."))));
        }

        @Test
        void with_another_meeting_needs_a_word_about_it() {
            again("discussions");
            HandIn replaced = handIn("I learned a lot.", piece("discussions", OTHER, "I led another."));
            refused(ANA, over(replaced), new SubmissionRefusal.ContextUnsaid());
            does(ANA, new SubmissionCommand.HandOver(replaced, ALL, "Another meeting.", "With another grade.", 0));
        }

        @Test
        void keeps_what_is_closed_when_a_draft_has_moved_on() {
            again("rubric-reflection");
            HandIn moved = handIn("Better.", piece("discussions", OTHER, "Reworded since."));
            assertThat(moved.keeping(FULL, submission.openRows()))
                    .isEqualTo(handIn("Better.", piece("discussions", FIRST, "I led it.")));
        }
    }

    @Nested
    class An_appeal {

        @Test
        void is_the_earners_and_about_what_is_not_yet_earned() {
            begin();
            refused(ANA, new SubmissionCommand.Appeal(), new SubmissionRefusal.WrongStatus(Status.IN_PROGRESS));
            submission = fresh();
            scoredOnce("rubric-reflection");
            refused(GIL, new SubmissionCommand.Appeal(), new SubmissionRefusal.NotYours());
            does(ANA, new SubmissionCommand.Appeal());
            assertThat(submission.hasOpenAppeal()).isTrue();
            assertThat(submission.status()).isEqualTo(Status.NOT_YET_EARNED);
            submission = fresh();
            scoredOnce();
            refused(ANA, new SubmissionCommand.Appeal(), new SubmissionRefusal.WrongStatus(Status.EARNED));
        }

        @Test
        void that_is_open_keeps_everything_else_waiting() {
            scoredOnce("rubric-reflection");
            does(ANA, new SubmissionCommand.Appeal());
            refused(ANA, new SubmissionCommand.TryAgain(), new SubmissionRefusal.AppealOpen());
            refused(ANA, new SubmissionCommand.Appeal(), new SubmissionRefusal.AppealOpen());
            refused(ANA, over(FULL), new SubmissionRefusal.WrongStatus(Status.NOT_YET_EARNED));
            refused(GIL, score(), new SubmissionRefusal.WrongStatus(Status.NOT_YET_EARNED));
        }

        @Test
        void that_was_heard_may_earn_the_credential() {
            scoredOnce("rubric-reflection");
            does(ANA, new SubmissionCommand.Appeal());
            does(GIL, new SubmissionCommand.HearAppeal(Set.of()));
            assertThat(submission.status()).isEqualTo(Status.EARNED);
            assertThat(submission.hasOpenAppeal()).isFalse();
            assertThat(submission.notYetEarned()).isEqualTo(1);
        }

        @Test
        void that_was_heard_opens_what_is_still_unmet_and_nothing_else() {
            scoredOnce("rubric-reflection", "discussions");
            does(ANA, new SubmissionCommand.Appeal());
            does(GIL, new SubmissionCommand.HearAppeal(Set.of("rubric-reflection")));
            assertThat(submission.status()).isEqualTo(Status.NOT_YET_EARNED);
            does(ANA, new SubmissionCommand.TryAgain());
            refused(
                    ANA,
                    over(handIn("I learned this.", piece("discussions", FIRST, "I led it well."))),
                    new SubmissionRefusal.ClosedRow("discussions"));
            does(ANA, over(handIn("I learned this.", piece("discussions", FIRST, "I led it."))));
            // it is one attempt and not two
            assertThat(submission.notYetEarned()).isEqualTo(1);
        }

        @Test
        void is_heard_only_where_there_is_one() {
            scoredOnce("rubric-reflection");
            refused(
                    GIL,
                    new SubmissionCommand.HearAppeal(Set.of()),
                    new SubmissionRefusal.WrongStatus(Status.NOT_YET_EARNED));
            does(ANA, new SubmissionCommand.Appeal());
            does(GIL, new SubmissionCommand.HearAppeal(Set.of("rubric-reflection")));
            refused(
                    GIL,
                    new SubmissionCommand.HearAppeal(Set.of()),
                    new SubmissionRefusal.WrongStatus(Status.NOT_YET_EARNED));
        }
    }

    @Test
    void appeals_that_were_stored_can_be_read_for_good() {
        assertThat(SubmissionJson.read("""
                {"type":"appealed","at":"2026-11-20T15:00:00Z"}""")).isEqualTo(new SubmissionEvent.Appealed(AT));
        assertThat(SubmissionJson.read("""
                {"type":"appeal-heard","unmet":["rubric-reflection"],"at":"2026-11-20T15:00:00Z"}"""))
                .isEqualTo(new SubmissionEvent.AppealHeard(Set.of("rubric-reflection"), AT));
        assertThat(SubmissionJson.read("""
                {"type":"begun","platform":"PANEL","at":"2026-11-20T15:00:00Z"}""")).isEqualTo(new SubmissionEvent.Begun(Platform.PANEL, AT));
    }

    @Nested
    class After_the_third {

        @Test
        void coach_and_earner_talk_before_each_further_one() {
            again("rubric-reflection");
            for (int attempt = 2; attempt <= 3; attempt++) {
                does(ANA, over(FULL));
                does(GIL, new SubmissionCommand.Accept());
                does(GIL, score("rubric-reflection"));
                if (attempt < 3) {
                    does(ANA, new SubmissionCommand.TryAgain());
                }
            }
            assertThat(submission.needsTalk()).isTrue();
            refused(ANA, new SubmissionCommand.TryAgain(), new SubmissionRefusal.TalkFirst(3));
            refused(ANA, new SubmissionCommand.NoteTalk("With myself"), new SubmissionRefusal.OwnCoach());
            does(GIL, new SubmissionCommand.NoteTalk("We read the rubric together."));
            does(ANA, new SubmissionCommand.TryAgain());
            assertThat(submission.attempt()).isEqualTo(4);

            does(ANA, over(FULL));
            does(GIL, new SubmissionCommand.Accept());
            does(GIL, score("rubric-reflection"));
            assertThat(submission.needsTalk()).isTrue();
        }

        @Test
        void a_talk_before_that_counts_for_nothing() {
            again("rubric-reflection");
            does(GIL, new SubmissionCommand.NoteTalk("Early."));
            for (int attempt = 2; attempt <= 3; attempt++) {
                does(ANA, over(FULL));
                does(GIL, new SubmissionCommand.Accept());
                does(GIL, score("rubric-reflection"));
                if (attempt < 3) {
                    does(ANA, new SubmissionCommand.TryAgain());
                }
            }
            refused(ANA, new SubmissionCommand.TryAgain(), new SubmissionRefusal.TalkFirst(3));
        }
    }

    @Test
    void what_was_stored_before_there_were_exhibits_can_still_be_read() {
        SubmissionEvent event = SubmissionJson.read("""
                {"type":"handed-in","attempt":1,"what":{"answers":[],"collaboration":"","evidence":[{"criterion":\
                "community","item":"rubric","artifact":{"value":"7f9465e1-3b32-46b9-afdb-f323db2d99c8"},"sha256":"abab",\
                "room":{"value":"11111111-3b32-46b9-afdb-f323db2d99c8"},"part":"whole","role":"FACILITATOR",\
                "annotation":"I led it.","isShared":true}],"references":[]},"attested":[],"changes":"","context":"",\
                "at":"2026-10-14T20:15:30Z"}""");
        assertThat(((SubmissionEvent.HandedIn) event).what().evidence())
                .containsExactly(new FrozenEvidence(
                        "community",
                        Optional.of("rubric"),
                        Piece.of(new ArtifactId(UUID.fromString("7f9465e1-3b32-46b9-afdb-f323db2d99c8"))),
                        "abab",
                        Optional.of(new RoomId(UUID.fromString("11111111-3b32-46b9-afdb-f323db2d99c8"))),
                        "whole",
                        Optional.of(Role.FACILITATOR),
                        "I led it.",
                        true));
        assertThat(((SubmissionEvent.HandedIn) event).what().attachments()).isEmpty();
    }

    @Test
    void what_stands_beside_a_text_comes_back_and_stays_as_it_was_where_the_row_is_closed() {
        FrozenAttachment first = beside("overview", "First");
        FrozenAttachment second = beside("reflection", "Second");
        HandIn before = new HandIn(FULL.answers(), "", List.of(), List.of(), List.of(first, second));
        SubmissionEvent event =
                new SubmissionEvent.HandedIn(1, before, ALL, "", "", Instant.parse("2026-10-14T20:15:30Z"));
        assertThat(SubmissionJson.read(SubmissionJson.write(event))).isEqualTo(event);

        HandIn now = new HandIn(
                FULL.answers(),
                "",
                List.of(),
                List.of(),
                List.of(beside("overview", "Changed"), beside("reflection", "Better")));
        assertThat(now.keeping(before, new OpenRows(Set.of("rubric-reflection")))
                        .attachments())
                .extracting(FrozenAttachment::description)
                .containsExactlyInAnyOrder("First", "Better");
    }

    private static FrozenAttachment beside(String part, String says) {
        return new FrozenAttachment(part, UUID.randomUUID(), "ab".repeat(32), Way.VOICE, says, "I said it.", 65_000);
    }

    @Test
    void every_event_comes_back_from_its_stored_form() {
        again("rubric-reflection");
        does(GIL, new SubmissionCommand.NoteTalk("We talked."));
        does(ANA, over(FULL));
        does(GIL, new SubmissionCommand.SendBack("Something is missing."));
        does(ANA, over(FULL));
        does(GIL, new SubmissionCommand.Accept());
        does(GIL, score("rubric-reflection"));
        does(ANA, new SubmissionCommand.Appeal());
        does(GIL, new SubmissionCommand.HearAppeal(Set.of()));
        assertThat(submission.history().stream().map(SubmissionJson::typeOf))
                .contains(
                        "begun",
                        "handed-in",
                        "sent-back",
                        "accepted",
                        "scored",
                        "reopened",
                        "talked",
                        "appealed",
                        "appeal-heard");
        assertThat(submission.history().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(SubmissionEvent.class.getPermittedSubclasses());
        assertThat(submission.history().stream().map(SubmissionJson::write).map(SubmissionJson::read))
                .isEqualTo(submission.history());
    }

    private void begin() {
        does(ANA, new SubmissionCommand.Begin(Platform.BLOOMBOARD));
    }

    private void scoredOnce(String... unmet) {
        begin();
        does(ANA, over(FULL));
        does(GIL, new SubmissionCommand.Accept());
        does(GIL, score(unmet));
    }

    private void again(String... unmet) {
        scoredOnce(unmet);
        does(ANA, new SubmissionCommand.TryAgain());
    }

    private Submission fresh() {
        return new Submission(submission.id(), ANA, submission.credential(), List.of());
    }

    private void does(PersonId actor, SubmissionCommand command) {
        assertThat(submission.decide(command, actor, AT))
                .isInstanceOfSatisfying(
                        SubmissionDecision.Happens.class, happens -> submission = submission.after(happens.event()));
    }

    private void refused(PersonId actor, SubmissionCommand command, SubmissionRefusal why) {
        assertThat(submission.decide(command, actor, AT)).isEqualTo(new SubmissionDecision.Refused(why));
    }

    private static SubmissionCommand over(HandIn what) {
        return new SubmissionCommand.HandOver(what, ALL, "Clearer.", "", 0);
    }

    private static SubmissionCommand score(String... unmet) {
        return new SubmissionCommand.Score(Set.of(unmet));
    }

    private static HandIn handIn(String reflection, FrozenEvidence... evidence) {
        return new HandIn(
                List.of(new WrittenAnswer("overview", "We are six."), new WrittenAnswer("reflection", reflection)),
                "With five colleagues.",
                List.of(evidence),
                List.of());
    }

    private static FrozenEvidence piece(String row, RoomId room, String words) {
        return new FrozenEvidence(
                row,
                Optional.of("rubric"),
                Piece.of(BOARD),
                "ab".repeat(32),
                Optional.of(room),
                "whole",
                Optional.of(Role.FACILITATOR),
                words,
                true);
    }
}
