package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonDraft;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.artifact.ArtifactId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitAnswer;
import org.tessera.exhibit.ExhibitRefusal;
import org.tessera.exhibit.ExhibitUse;
import org.tessera.exhibit.Exhibits;
import org.tessera.exhibit.Recorded;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.Brought;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.protocol.Role;
import org.tessera.record.Paper;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.support.AppTest;

/** Evidence that no meeting left. */
@AppTest
class OwnEvidenceTest {

    private static final CredentialRef BUILDING =
            new CredentialRef(new CredentialId("building-a-pa-learning-community"), "1");
    private static final CredentialRef RUBRICS =
            new CredentialRef(new CredentialId("competency-based-rubric-design"), "1");
    private static final CredentialRef DESIGN =
            new CredentialRef(new CredentialId("performance-assessment-design"), "1");

    @Autowired
    EvidenceLinks links;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Recorded recorded;

    @Autowired
    Brought brought;

    @Autowired
    Clearances clearances;

    @Autowired
    Submissions submissions;

    @Autowired
    SubmissionStore submissionStore;

    @Autowired
    Help help;

    @Autowired
    Credentials credentials;

    @Autowired
    YieldKeeper keeper;

    @Autowired
    Accounts accounts;

    private TeamId team;
    private PersonId ana;
    private PersonId ben;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana");
        ben = aPerson(district, "Ben");
        accounts.join(team, ana);
        accounts.join(team, ben);
    }

    @Nested
    class Linking {

        @Test
        void ties_an_own_exhibit_to_rows_and_says_no_role() {
            Exhibit record = record(ana, "The rubric");
            EvidenceLink link = linked(link(ana, record, BUILDING, "community"));
            assertThat(link.role()).isEmpty();
            assertThat(links.of(ana)).containsExactly(link);
            assertThat(matrix(BUILDING, "community").links()).containsExactly(link);
            assertThat(matrix(BUILDING, "community").degree()).isEqualTo(Coverage.Degree.COVERED);
        }

        @Test
        void is_refused_for_a_colleagues_exhibit_even_where_it_is_shown() {
            Exhibit bens = record(ben, "Mine alone");
            assertThat(link(ana, bens, BUILDING, "community"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.EXHIBIT_UNKNOWN));
            linked(link(ben, bens, BUILDING, "community"));
            invite(ben, ana);
            assertThat(exhibits.find(bens.id(), ana)).isPresent();
            assertThat(link(ana, bens, BUILDING, "community"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.EXHIBIT_UNKNOWN));
        }

        @Test
        void is_refused_a_second_time_for_the_same_cell() {
            Exhibit record = record(ana, "The rubric");
            linked(link(ana, record, BUILDING, "community"));
            assertThat(link(ana, record, BUILDING, "community"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.ALREADY_LINKED));
        }

        @Test
        void is_refused_for_a_page_or_a_stretch_of_what_has_none() {
            Exhibit record = record(ana, "The rubric");
            for (Part part : List.of(
                    new Part.Region(UUID.randomUUID(), 1, 0, 0, 1, 1),
                    new Part.TimeRange(Duration.ZERO, Duration.ofSeconds(9)))) {
                assertThat(links.link(
                                ana,
                                new LinkDraft(
                                        Piece.of(record.id()), BUILDING, "community", Optional.empty(), part, "It is")))
                        .isEqualTo(new LinkAnswer.Refused(LinkRefusal.PART_UNKNOWN));
            }
        }
    }

    @Nested
    class A_recording {

        @Test
        void is_evidence_only_once_a_second_person_has_cleared_it_and_no_longer_once_it_is_stopped() {
            Exhibit hum = recorded.hum(team, ana, "A discussion", 2);
            Subject subject = Subject.recording(hum.id().value());
            Part stretch = new Part.TimeRange(Duration.ZERO, Duration.ofSeconds(1));
            LinkDraft whole =
                    new LinkDraft(Piece.of(hum.id()), BUILDING, "community", Optional.empty(), Part.WHOLE, "It is");
            LinkDraft part =
                    new LinkDraft(Piece.of(hum.id()), BUILDING, "community", Optional.empty(), stretch, "It is");
            assertThat(links.link(ana, whole)).isEqualTo(new LinkAnswer.Refused(LinkRefusal.RECORDING_NOT_CLEARED));
            assertThat(links.link(ana, part)).isEqualTo(new LinkAnswer.Refused(LinkRefusal.RECORDING_NOT_CLEARED));
            brought.clear(subject, team, ana, ben, 1);
            EvidenceLink link = linked(links.link(ana, part));
            assertThat(matrix(BUILDING, "community").links()).containsExactly(link);
            clearances.report(ben, subject, Alarm.FACE_OR_VOICE);
            assertThat(matrix(BUILDING, "community").links()).isEmpty();
            assertThat(links.suspended(ana)).containsExactly(link);
        }

        @Test
        void is_played_to_a_helper_as_long_as_it_is_cleared() {
            Exhibit hum = recorded.hum(team, ana, "A discussion", 2);
            Subject subject = Subject.recording(hum.id().value());
            brought.clear(subject, team, ana, ben, 1);
            linked(link(ana, hum, BUILDING, "community"));
            invite(ana, ben);
            assertThat(exhibits.find(hum.id(), ben)).isPresent();
            clearances.report(ana, subject, Alarm.NAME_SEEN);
            assertThat(exhibits.find(hum.id(), ben)).isEmpty();
            assertThat(exhibits.find(hum.id(), ana)).isPresent();
        }
    }

    @Nested
    class Rules {

        @Test
        void that_count_pieces_count_exhibits_beside_artifacts() {
            linked(link(ana, record(ana, "One"), RUBRICS, "three-rubrics"));
            linked(link(ana, record(ana, "Two"), RUBRICS, "three-rubrics"));
            assertThat(matrix(RUBRICS, "three-rubrics").degree()).isEqualTo(Coverage.Degree.THIN);
            Yielded yielded =
                    aYield(team).by(ana, Role.FACILITATOR, Duration.ZERO).handedOver();
            keeper.keep(yielded);
            linked(links.link(
                    ana, new LinkDraft(new ArtifactId(yielded.artifact()), RUBRICS, "three-rubrics", "The third")));
            assertThat(matrix(RUBRICS, "three-rubrics").degree()).isEqualTo(Coverage.Degree.COVERED);
        }

        @Test
        void that_ask_for_parts_of_a_package_take_exhibits() {
            linked(links.link(
                    ana,
                    new LinkDraft(
                            Piece.of(record(ana, "R").id()),
                            DESIGN,
                            "package",
                            Optional.of("rubric"),
                            Part.WHOLE,
                            "It")));
            assertThat(matrix(DESIGN, "package").finding().orElseThrow().count())
                    .isEqualTo(1);
        }

        @Test
        void that_count_meetings_do_not_and_say_why() {
            linked(link(ana, record(ana, "About a meeting"), BUILDING, "discussions"));
            Finding finding = matrix(BUILDING, "discussions").finding().orElseThrow();
            assertThat(finding.count()).isZero();
            assertThat(finding.misses()).contains(new Miss.NoMeeting(1));
        }
    }

    @Nested
    class An_exhibit_that_is_used {

        @Test
        void may_be_opened_by_an_invited_helper_as_long_as_the_invitation_holds() {
            Exhibit record = record(ana, "The rubric");
            linked(link(ana, record, BUILDING, "community"));
            Exhibit unlinked = record(ana, "Not in it");
            assertThat(exhibits.find(record.id(), ben)).isEmpty();
            SubmissionId submission = invite(ana, ben);
            assertThat(exhibits.find(record.id(), ben)).contains(record);
            assertThat(exhibits.find(unlinked.id(), ben)).isEmpty();
            help.withdraw(
                    ana,
                    submission,
                    help.invitations(ana, submission).getFirst().id());
            assertThat(exhibits.find(record.id(), ben)).isEmpty();
        }

        @Test
        void goes_with_its_links_as_long_as_nothing_was_handed_in() {
            Exhibit record = record(ana, "The rubric");
            linked(link(ana, record, BUILDING, "community"));
            assertThat(exhibits.useOf(record)).isEqualTo(ExhibitUse.Degree.LINKED);
            assertThat(exhibits.remove(ana, record.id())).isEqualTo(new ExhibitAnswer.Removed());
            assertThat(links.of(ana)).isEmpty();
            assertThat(exhibits.of(ana)).isEmpty();
        }

        @Test
        void stays_once_it_was_handed_in_even_if_the_link_is_gone() {
            Exhibit record = record(ana, "The rubric");
            EvidenceLink link = linked(link(ana, record, BUILDING, "community"));
            SubmissionDraft draft = draftOf(ana);
            assertThat(draft.handIn().evidence()).singleElement().satisfies(piece -> {
                assertThat(piece.piece()).isEqualTo(Piece.of(record.id()));
                assertThat(piece.sha256()).isEqualTo(record.sha256());
                assertThat(piece.room()).isEmpty();
                assertThat(piece.isShared()).isFalse();
            });
            SubmissionEvent.HandedIn handed = new SubmissionEvent.HandedIn(
                    1, draft.handIn(), Set.of(), "", "", Instant.parse("2026-10-14T20:15:30Z"));
            submissionStore.append(draft.submission().id(), 2, handed);
            links.unlink(ana, link.id(), link.version());
            assertThat(exhibits.useOf(record)).isEqualTo(ExhibitUse.Degree.FIXED);
            assertThat(exhibits.remove(ana, record.id()))
                    .isEqualTo(new ExhibitAnswer.Refused(ExhibitRefusal.HANDED_IN));
            assertThat(exhibits.find(record.id(), ana)).isPresent();
            assertThat(submissionStore
                            .find(draft.submission().id())
                            .orElseThrow()
                            .history())
                    .contains(handed);
        }
    }

    private SubmissionDraft draftOf(PersonId person) {
        submissions.begin(person, BUILDING.id(), Platform.BLOOMBOARD);
        return submissions.draft(person, BUILDING.id()).orElseThrow();
    }

    private SubmissionId invite(PersonId earner, PersonId helper) {
        SubmissionId submission = draftOf(earner).submission().id();
        assertThat(help.invite(earner, submission, helper, Invitation.Kind.COACH))
                .isEqualTo(new HelpAnswer.Done());
        return submission;
    }

    private Coverage matrix(CredentialRef credential, String row) {
        return links.matrix(ana, credentials.stackOf(credential.id()).orElseThrow())
                .row(credential, row)
                .orElseThrow();
    }

    private Exhibit record(PersonId owner, String title) {
        ExhibitAnswer answer =
                exhibits.record(owner, team, new Paper(title, Locale.ENGLISH, List.of(new Paper.Words("It says so."))));
        return ((ExhibitAnswer.Kept) answer).exhibit();
    }

    private LinkAnswer link(PersonId person, Exhibit exhibit, CredentialRef credential, String row) {
        return links.link(person, new LinkDraft(Piece.of(exhibit.id()), credential, row, "It shows what I did there."));
    }

    private static EvidenceLink linked(LinkAnswer answer) {
        assertThat(answer).isInstanceOf(LinkAnswer.Linked.class);
        return ((LinkAnswer.Linked) answer).link();
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }
}
