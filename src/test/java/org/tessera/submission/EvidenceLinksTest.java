package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tessera.artifact.YieldedFixture.aYield;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.tessera.artifact.Artifact;
import org.tessera.artifact.ArtifactId;
import org.tessera.artifact.YieldedFixture;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.material.MaterialId;
import org.tessera.privacy.Alarm;
import org.tessera.privacy.Brought;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Subject;
import org.tessera.protocol.Role;
import org.tessera.room.RoomId;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.support.AppTest;

@AppTest
class EvidenceLinksTest {

    private static final CredentialRef BUILDING =
            new CredentialRef(new CredentialId("building-a-pa-learning-community"), "1");
    private static final CredentialRef PLAN =
            new CredentialRef(new CredentialId("developing-a-plan-to-implement-pas"), "1");
    private static final Duration LED = Duration.ofMinutes(40);

    @Autowired
    EvidenceLinks links;

    @Autowired
    Credentials credentials;

    @Autowired
    YieldKeeper keeper;

    @Autowired
    Brought brought;

    @Autowired
    Clearances clearances;

    @Autowired
    Accounts accounts;

    private TeamId team;
    private PersonId ana;
    private PersonId ben;
    private PersonId stranger;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = aPerson(district, "Ana");
        ben = aPerson(district, "Ben");
        stranger = aPerson(district, "Eva");
        accounts.join(team, ana);
        accounts.join(team, ben);
    }

    @Nested
    class Linking {

        @Test
        void ties_an_artifact_to_several_rows_and_a_row_to_several_artifacts() {
            ArtifactId one = keep(aYield(team));
            ArtifactId two = keep(aYield(team));
            linked(link(ana, one, BUILDING, "discussions", "I led it"));
            linked(link(ana, one, PLAN, "need", "It shows the need"));
            linked(link(ana, two, BUILDING, "discussions", "I led this too"));
            assertThat(links.of(ana))
                    .extracting(EvidenceLink::piece, EvidenceLink::criterion)
                    .containsExactlyInAnyOrder(
                            tuple(Piece.of(one), "discussions"),
                            tuple(Piece.of(one), "need"),
                            tuple(Piece.of(two), "discussions"));
        }

        @Test
        void keeps_the_words_without_the_space_around_them() {
            EvidenceLink link = linked(link(ana, keep(aYield(team)), BUILDING, "discussions", "  I led it \n"));
            assertThat(links.of(ana)).containsExactly(link);
            assertThat(link.annotation()).isEqualTo("I led it");
        }

        @Test
        void to_a_rubric_row_works_like_to_a_requirement() {
            linked(link(ana, keep(aYield(team)), BUILDING, "rubric-evidence", "It answers the row"));
        }

        @Test
        void is_refused_for_a_foreign_artifact_exactly_as_for_an_unknown_one() {
            ArtifactId foreign = keep(aYield(team));
            LinkAnswer refused = link(stranger, foreign, BUILDING, "discussions", "Mine?");
            LinkAnswer unknown = link(stranger, new ArtifactId(UUID.randomUUID()), BUILDING, "discussions", "Mine?");
            assertThat(refused).isEqualTo(unknown).isEqualTo(new LinkAnswer.Refused(LinkRefusal.ARTIFACT_UNKNOWN));
        }

        @Test
        void is_refused_to_a_row_the_credential_does_not_have() {
            ArtifactId artifact = keep(aYield(team));
            assertThat(link(ana, artifact, BUILDING, "need", "A row of another credential"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.CRITERION_UNKNOWN));
            assertThat(link(ana, artifact, new CredentialRef(BUILDING.id(), "9"), "discussions", "No such version"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.CRITERION_UNKNOWN));
        }

        @Test
        void is_refused_without_words_and_with_too_many() {
            ArtifactId artifact = keep(aYield(team));
            assertThat(link(ana, artifact, BUILDING, "discussions", " \n "))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.ANNOTATION_EMPTY));
            assertThat(link(ana, artifact, BUILDING, "discussions", "x".repeat(2001)))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.ANNOTATION_TOO_LONG));
            linked(link(ana, artifact, BUILDING, "discussions", "ñ".repeat(2000)));
        }

        @Test
        void is_refused_a_second_time_for_the_same_cell() {
            ArtifactId artifact = keep(aYield(team));
            EvidenceLink first = linked(link(ana, artifact, BUILDING, "discussions", "Once"));
            assertThat(link(ana, artifact, BUILDING, "discussions", "Twice"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.ALREADY_LINKED));
            assertThat(links.of(ana)).containsExactly(first);
        }

        @Test
        void is_refused_to_a_guest_who_was_in_the_room() {
            PersonId guest = new PersonId(UUID.randomUUID());
            ArtifactId artifact = keep(aYield(team).byGuest(guest, Role.PARTICIPANT, Duration.ZERO));
            assertThat(link(guest, artifact, BUILDING, "discussions", "I was there"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.GUEST));
        }
    }

    @Nested
    class A_link_as_an_edge {

        private static final CredentialRef DESIGN =
                new CredentialRef(new CredentialId("performance-assessment-design"), "1");
        private static final Subject WORK =
                Subject.of(new MaterialId(UUID.fromString("7f9465e1-3b32-46b9-afdb-f323db2d99c8")));
        private static final UUID MATERIAL = UUID.fromString("7f9465e1-3b32-46b9-afdb-f323db2d99c8");
        private static final String ON_A_PAGE = """
                {"notes":[{"anchor":{"h":0.1,"material":"7f9465e1-3b32-46b9-afdb-f323db2d99c8","page":2,"w":0.3,"x":0.2,\
                "y":0.4},"id":"n1","kind":"observation","text":"The axes carry no units"}]}""";

        @Test
        void says_in_which_role_its_person_was_there() {
            ArtifactId artifact = keep(aYield(team).by(ana, Role.PRESENTER, Duration.ZERO));
            assertThat(linked(link(ana, artifact, BUILDING, "discussions", "Mine"))
                            .role())
                    .contains(Role.PRESENTER);
            linked(link(ben, artifact, BUILDING, "discussions", "I was ill that day"));
            assertThat(links.of(ben)).singleElement().satisfies(link -> assertThat(link.role())
                    .isEmpty());
        }

        @Test
        void may_mean_a_place_on_a_page_that_the_artifact_points_to() {
            ArtifactId artifact = keep(aYield(team).content(ON_A_PAGE));
            assertThat(links.pointersIn(artifact, ana)).singleElement().satisfies(pointer -> assertThat(pointer.words())
                    .isEqualTo("The axes carry no units"));
            Part place = links.pointersIn(artifact, ana).getFirst().region();
            brought.clear(WORK, team, ben, ana, 2);
            linked(links.link(ana, draft(artifact, BUILDING, "discussions", Optional.empty(), place)));
            assertThat(links.of(ana)).extracting(EvidenceLink::part).containsExactly(place);
            assertThat(links.pointersIn(artifact, stranger)).isEmpty();
        }

        @Test
        void to_a_page_of_student_work_waits_until_that_is_cleared() {
            brought.forget(WORK);
            ArtifactId artifact = keep(aYield(team).content(ON_A_PAGE));
            Part place = links.pointersIn(artifact, ana).getFirst().region();
            LinkDraft draft = draft(artifact, BUILDING, "discussions", Optional.empty(), place);
            assertThat(links.link(ana, draft)).isEqualTo(new LinkAnswer.Refused(LinkRefusal.NOT_CLEARED));
            assertThat(links.of(ana)).isEmpty();
        }

        @Test
        void to_a_page_that_is_reported_later_counts_for_nothing_and_is_listed() {
            ArtifactId artifact = keep(aYield(team).content(ON_A_PAGE));
            brought.clear(WORK, team, ben, ana, 2);
            Part place = links.pointersIn(artifact, ana).getFirst().region();
            EvidenceLink link =
                    linked(links.link(ana, draft(artifact, BUILDING, "discussions", Optional.empty(), place)));
            assertThat(linksInMatrix()).containsExactly(link);
            assertThat(links.suspended(ana)).isEmpty();

            clearances.report(ben, WORK, Alarm.NAME_SEEN);

            assertThat(linksInMatrix()).isEmpty();
            assertThat(links.suspended(ana)).containsExactly(link);
        }

        private List<EvidenceLink> linksInMatrix() {
            return links.matrix(
                            ana,
                            credentials
                                    .stack(new CredentialId("leading-a-pa-community"))
                                    .orElseThrow())
                    .row(BUILDING, "discussions")
                    .map(Coverage::links)
                    .orElse(List.of());
        }

        @Test
        void is_refused_for_a_page_the_artifact_does_not_point_to_and_for_a_stretch_of_what_is_no_recording() {
            ArtifactId artifact = keep(aYield(team).content(ON_A_PAGE));
            LinkAnswer refused = new LinkAnswer.Refused(LinkRefusal.PART_UNKNOWN);
            Part elsewhere = new Part.Region(MATERIAL, 3, 0, 0, 1, 1);
            assertThat(links.link(ana, draft(artifact, BUILDING, "discussions", Optional.empty(), elsewhere)))
                    .isEqualTo(refused);
            Part stretch = new Part.TimeRange(Duration.ZERO, Duration.ofSeconds(9));
            assertThat(links.link(ana, draft(artifact, BUILDING, "discussions", Optional.empty(), stretch)))
                    .isEqualTo(refused);
        }

        @Test
        void says_which_part_of_a_package_it_is_and_one_artifact_may_be_two() {
            ArtifactId artifact = keep(aYield(team));
            linked(links.link(ana, draft(artifact, DESIGN, "package", Optional.of("rubric"), Part.WHOLE)));
            linked(links.link(ana, draft(artifact, DESIGN, "package", Optional.of("instructions"), Part.WHOLE)));
            assertThat(links.link(ana, draft(artifact, DESIGN, "package", Optional.of("rubric"), Part.WHOLE)))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.ALREADY_LINKED));
            Finding finding = links.matrix(
                            ana,
                            credentials
                                    .stack(new CredentialId("basic-pa-design"))
                                    .orElseThrow())
                    .row(DESIGN, "package")
                    .flatMap(Coverage::finding)
                    .orElseThrow();
            assertThat(finding).isInstanceOf(Finding.Declared.class);
            assertThat(finding.count()).isEqualTo(2);
            EvidenceMatrix basic = links.matrix(
                    ana, credentials.stack(new CredentialId("basic-pa-design")).orElseThrow());
            assertThat(basic.free(basic.row(DESIGN, "package").orElseThrow()))
                    .extracting(Linkable::piece)
                    .containsExactly(Piece.of(artifact));
            linked(link(ana, artifact, DESIGN, "embedded", "It is"));
            EvidenceMatrix later = links.matrix(
                    ana, credentials.stack(new CredentialId("basic-pa-design")).orElseThrow());
            assertThat(later.free(later.row(DESIGN, "embedded").orElseThrow())).isEmpty();
            assertThat(finding.misses()).singleElement().satisfies(miss -> assertThat(((Miss.ItemsNeeded) miss).items())
                    .extracting(item -> item.id())
                    .containsExactly("planning-template", "validation-checklist"));
        }

        @Test
        void is_one_of_the_pieces_a_row_asks_for() {
            CredentialRef rubrics = new CredentialRef(new CredentialId("competency-based-rubric-design"), "1");
            linked(link(ana, keep(aYield(team)), rubrics, "three-rubrics", "The first"));
            linked(link(ana, keep(aYield(team)), rubrics, "three-rubrics", "The second"));
            assertThat(degree(rubrics, "three-rubrics")).isEqualTo(Coverage.Degree.THIN);
            linked(link(ana, keep(aYield(team)), rubrics, "three-rubrics", "The third"));
            assertThat(degree(rubrics, "three-rubrics")).isEqualTo(Coverage.Degree.COVERED);
        }

        private Coverage.Degree degree(CredentialRef credential, String row) {
            return links.matrix(
                            ana,
                            credentials
                                    .stack(new CredentialId("basic-pa-design"))
                                    .orElseThrow())
                    .row(credential, row)
                    .orElseThrow()
                    .degree();
        }

        @Test
        void is_refused_as_no_part_of_a_package_and_as_a_part_of_what_is_none() {
            ArtifactId artifact = keep(aYield(team));
            LinkAnswer refused = new LinkAnswer.Refused(LinkRefusal.ITEM_UNKNOWN);
            assertThat(links.link(ana, draft(artifact, DESIGN, "package", Optional.empty(), Part.WHOLE)))
                    .isEqualTo(refused);
            assertThat(links.link(ana, draft(artifact, DESIGN, "package", Optional.of("hat"), Part.WHOLE)))
                    .isEqualTo(refused);
            assertThat(links.link(ana, draft(artifact, BUILDING, "discussions", Optional.of("rubric"), Part.WHOLE)))
                    .isEqualTo(refused);
        }

        private static LinkDraft draft(
                ArtifactId artifact, CredentialRef credential, String row, Optional<String> item, Part part) {
            return new LinkDraft(Piece.of(artifact), credential, row, item, part, "It shows it");
        }
    }

    @Nested
    class A_validation_meeting {

        private static final CredentialRef VALIDATION =
                new CredentialRef(new CredentialId("performance-assessment-validation"), "1");

        @Test
        void serves_its_presenter_and_its_participants_in_two_rows_and_its_facilitator_in_another_credential() {
            PersonId cho = new PersonId(UUID.randomUUID());
            PersonId dee = new PersonId(UUID.randomUUID());
            ArtifactId checklist = keep(aYield(team)
                    .on("validity")
                    .yield("checklist")
                    .by(ana, Role.FACILITATOR, LED)
                    .by(ben, Role.PRESENTER, Duration.ZERO)
                    .byGuest(cho, Role.PARTICIPANT, Duration.ZERO)
                    .byGuest(dee, Role.PARTICIPANT, Duration.ZERO));
            linked(link(ana, checklist, VALIDATION, "colleagues-task", "I gave feedback"));
            linked(link(ana, checklist, BUILDING, "discussions", "I facilitated"));
            linked(link(ben, checklist, VALIDATION, "own-task", "My task"));
            assertThat(degree(ana, "colleagues-task")).isEqualTo(Coverage.Degree.COVERED);
            assertThat(degree(ben, "own-task")).isEqualTo(Coverage.Degree.COVERED);
            assertThat(matrix(ana).row(BUILDING, "discussions").flatMap(Coverage::finding))
                    .hasValueSatisfying(finding -> assertThat(finding.count()).isEqualTo(1));
            linked(link(ben, checklist, VALIDATION, "colleagues-task", "Not this one"));
            assertThat(degree(ben, "colleagues-task")).isEqualTo(Coverage.Degree.THIN);
        }

        private Coverage.Degree degree(PersonId person, String row) {
            return links.matrix(
                            person,
                            credentials
                                    .stack(new CredentialId("basic-pa-design"))
                                    .orElseThrow())
                    .row(VALIDATION, row)
                    .orElseThrow()
                    .degree();
        }
    }

    @Nested
    class A_link_of_ones_own {

        @Test
        void can_be_reworded() {
            EvidenceLink link = linked(link(ana, keep(aYield(team)), BUILDING, "discussions", "First words"));
            EvidenceLink reworded = linked(links.reword(ana, link.id(), link.version(), "Better words"));
            assertThat(reworded.annotation()).isEqualTo("Better words");
            assertThat(links.of(ana)).containsExactly(reworded);
        }

        @Test
        void is_not_overwritten_from_a_window_that_shows_old_words() {
            EvidenceLink link = linked(link(ana, keep(aYield(team)), BUILDING, "discussions", "First words"));
            linked(links.reword(ana, link.id(), link.version(), "From one window"));
            assertThat(links.reword(ana, link.id(), link.version(), "From the other"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.STALE));
            assertThat(links.unlink(ana, link.id(), link.version()))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.STALE));
            assertThat(links.of(ana)).extracting(EvidenceLink::annotation).containsExactly("From one window");
        }

        @Test
        void can_be_removed() {
            EvidenceLink link = linked(link(ana, keep(aYield(team)), BUILDING, "discussions", "Words"));
            assertThat(links.unlink(ana, link.id(), link.version())).isEqualTo(new LinkAnswer.Unlinked());
            assertThat(links.of(ana)).isEmpty();
            assertThat(links.reword(ana, link.id(), link.version(), "Gone"))
                    .isEqualTo(new LinkAnswer.Refused(LinkRefusal.LINK_UNKNOWN));
        }
    }

    @Nested
    class A_team_mates_link {

        @Test
        void is_not_seen_although_the_artifact_is_shared() {
            ArtifactId artifact = keep(aYield(team));
            linked(link(ana, artifact, BUILDING, "discussions", "Ana’s words"));
            assertThat(links.of(ben)).isEmpty();
            assertThat(matrix(ben).row(BUILDING, "discussions").orElseThrow().links())
                    .isEmpty();
        }

        @Test
        void can_be_neither_changed_nor_removed() {
            EvidenceLink link = linked(link(ana, keep(aYield(team)), BUILDING, "discussions", "Ana’s words"));
            LinkAnswer unknown = new LinkAnswer.Refused(LinkRefusal.LINK_UNKNOWN);
            assertThat(links.reword(ben, link.id(), link.version(), "Ben’s words"))
                    .isEqualTo(unknown);
            assertThat(links.unlink(ben, link.id(), link.version())).isEqualTo(unknown);
            assertThat(links.of(ana)).containsExactly(link);
        }
    }

    @Nested
    class The_matrix {

        @Test
        void has_all_rows_of_the_stack_and_everything_one_may_link() {
            ArtifactId early = keep(aYield(team));
            ArtifactId late = keep(aYield(team).daysLater(3));
            EvidenceMatrix matrix = matrix(ana);
            assertThat(matrix.sections()).hasSize(3);
            assertThat(matrix.size())
                    .isEqualTo(credentials.membersOf(credentials.stacks().getFirst()).stream()
                            .mapToInt(credential -> credential.criteria().size())
                            .sum());
            assertThat(matrix.artifacts()).extracting(Artifact::id).containsExactly(late, early);
            assertThat(matrix(stranger).artifacts()).isEmpty();
        }

        @Test
        void tells_rows_without_evidence_thin_rows_and_covered_ones() {
            ArtifactId artifact = keep(aYield(team).by(ana, Role.FACILITATOR, LED));
            linked(link(ana, artifact, BUILDING, "discussions", "One of three"));
            linked(link(ana, artifact, PLAN, "need", "It shows the need"));
            EvidenceMatrix matrix = matrix(ana);
            assertThat(matrix.row(BUILDING, "discussions").orElseThrow().degree())
                    .isEqualTo(Coverage.Degree.THIN);
            assertThat(matrix.row(PLAN, "need").orElseThrow().degree()).isEqualTo(Coverage.Degree.COVERED);
            assertThat(matrix.row(PLAN, "goals").orElseThrow().degree()).isEqualTo(Coverage.Degree.NOTHING);
            assertThat(matrix.count(Coverage.Degree.THIN)).isEqualTo(1);
        }

        @Test
        void counts_the_discussions_one_facilitated_from_the_record_of_the_rooms() {
            for (String aspect : List.of("student-work", "validity", "task-tuning")) {
                ArtifactId artifact = keep(aYield(team)
                        .on(aspect)
                        .by(ana, Role.FACILITATOR, LED)
                        .by(ben, Role.PARTICIPANT, Duration.ofMinutes(5)));
                linked(link(ana, artifact, BUILDING, "discussions", "I led it"));
                linked(link(ben, artifact, BUILDING, "discussions", "I helped"));
            }
            assertThat(finding(ana).met()).isTrue();
            assertThat(finding(ben).counted()).isEmpty();
            assertThat(finding(ben).misses())
                    .filteredOn(Miss.NotFacilitated.class::isInstance)
                    .hasSize(3);
        }

        @Test
        void looks_at_the_whole_meeting_even_if_an_early_artifact_is_linked() {
            RoomId room = new RoomId(UUID.randomUUID());
            ArtifactId early = keep(aYield(team).in(room).by(ana, Role.FACILITATOR, Duration.ofMinutes(10)));
            keep(aYield(team)
                    .in(room)
                    .yield("debrief")
                    .by(ana, Role.PARTICIPANT, Duration.ofMinutes(10))
                    .by(ben, Role.FACILITATOR, Duration.ofMinutes(35)));
            linked(link(ana, early, BUILDING, "discussions", "I began"));
            assertThat(finding(ana).counted()).isEmpty();
        }

        private Finding.Recorded finding(PersonId person) {
            return (Finding.Recorded) matrix(person)
                    .row(BUILDING, "discussions")
                    .orElseThrow()
                    .finding()
                    .orElseThrow();
        }
    }

    private EvidenceMatrix matrix(PersonId person) {
        return links.matrix(person, credentials.stacks().getFirst());
    }

    private LinkAnswer link(PersonId person, ArtifactId artifact, CredentialRef credential, String row, String words) {
        return links.link(person, new LinkDraft(artifact, credential, row, words));
    }

    private static EvidenceLink linked(LinkAnswer answer) {
        assertThat(answer).isInstanceOf(LinkAnswer.Linked.class);
        return ((LinkAnswer.Linked) answer).link();
    }

    private ArtifactId keep(YieldedFixture fixture) {
        Yielded yielded = fixture.handedOver();
        keeper.keep(yielded);
        return new ArtifactId(yielded.artifact());
    }

    private PersonId aPerson(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }
}
