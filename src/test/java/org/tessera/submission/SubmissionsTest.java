package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.artifact.YieldedFixture.aYield;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
import org.tessera.artifact.YieldedFixture;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.credential.Credentials;
import org.tessera.protocol.Role;
import org.tessera.room.YieldKeeper;
import org.tessera.room.Yielded;
import org.tessera.support.AppTest;
import org.tessera.writing.Source;
import org.tessera.writing.SourceDraft;
import org.tessera.writing.Sources;
import org.tessera.writing.WritingPlace;
import org.tessera.writing.Writings;

@AppTest
class SubmissionsTest {

    private static final CredentialId BUILDING = new CredentialId("building-a-pa-learning-community");
    private static final Set<Attestation> ALL = EnumSet.allOf(Attestation.class);
    private static final String ANAS_OVERVIEW =
            "I teach science in grade nine and lead a design team that meets every second week to look at tasks.";
    private static final String BENS_OVERVIEW =
            "My subject is mathematics. Our group has been together since August, and each of us brings work in turn.";
    private static final String ANAS_REFLECTION = """
            Before the October meeting I believed that describing student work was the easy part. Holding my colleagues to
            description for nine minutes proved me wrong. Each time somebody guessed at what the student had meant, I asked
            where on the page that could be seen. By the end the group had found a second graph which none of us had
            noticed at first, and it changed what we thought the student understood about evaporation.
            """;
    private static final String BENS_REFLECTION = """
            I presented the water lab in October and was not allowed to speak while the others described it. That silence
            was hard for me. I had marked this paper a week before and thought I knew it, but the group saw that the second
            graph contradicted the first. My lesson will change: I now ask students to explain each graph in one sentence.
            """;

    @Autowired
    Accounts accounts;

    @Autowired
    Submissions submissions;

    @Autowired
    Help help;

    @Autowired
    EvidenceLinks links;

    @Autowired
    Credentials credentials;

    @Autowired
    Writings writings;

    @Autowired
    Sources sources;

    @Autowired
    YieldKeeper keeper;

    private PersonId ana;
    private PersonId ben;
    private PersonId gil;
    private TeamId team;

    @BeforeEach
    void people() {
        DistrictId district = accounts.addDistrict("North");
        team = accounts.addTeam(accounts.addSchool(district, "High"), "Grade 9");
        ana = person(district, "Anabel Ortiz");
        ben = person(district, "Benjamin Hall");
        gil = person(district, "Gilberto Stone");
        accounts.join(team, ana);
        accounts.join(team, ben);
    }

    @Nested
    class Beginning {

        @Test
        void happens_once_for_each_person() {
            Submission begun = begin(ana);
            assertThat(begun.status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(submissions.begin(ana, BUILDING, Platform.NEA))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.WrongStatus(Status.IN_PROGRESS)));
            assertThat(submissions.find(ana, BUILDING)).contains(begun);
            assertThat(submissions.find(ben, BUILDING)).isEmpty();
        }

        @Test
        void on_the_own_panel_needs_one() {
            assertThat(submissions.begin(ana, BUILDING, Platform.PANEL))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.NoPanel()));
            assertThat(submissions.find(ana, BUILDING)).isEmpty();
            assertThat(submissions.platformsFor(ana, BUILDING)).doesNotContain(Platform.PANEL);
        }

        @Test
        void needs_a_credential_that_exists() {
            assertThat(submissions.begin(ana, new CredentialId("unknown"), Platform.NEA))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.Unknown()));
        }
    }

    @Nested
    class The_pre_check {

        @Test
        void lists_what_is_missing_at_first() {
            begin(ana);
            assertThat(gaps(ana))
                    .contains(
                            new Gap.AnswerMissing(new Spot.OfPart("overview")),
                            new Gap.AnswerMissing(new Spot.OfPart("reflection")),
                            new Gap.EvidenceMissing(new Spot.OfRow("discussions"), true));
        }

        @Test
        void lets_two_people_pass_with_the_same_meetings_and_no_file() {
            twoWhoMetThreeTimes();
            assertThat(comingBack(ana)).isEmpty();
            assertThat(comingBack(ben)).isEmpty();
        }

        @Test
        void tells_a_copied_reflection_without_the_colleagues_name_or_words() {
            twoWhoMetThreeTimes();
            write(ben, "reflection", "A line of my own. " + ANAS_REFLECTION);
            assertThat(comingBack(ben)).singleElement().isInstanceOfSatisfying(Gap.TooAlike.class, gap -> {
                assertThat(gap.spot()).isEqualTo(new Spot.OfPart("reflection"));
                assertThat(gap.passages()).allMatch(ANAS_REFLECTION::contains);
                assertThat(gap.toString())
                        .doesNotContain("Anabel")
                        .doesNotContain(ana.value().toString());
            });
            assertThat(submissions.handIn(ben, submission(ben).id(), 1, ALL))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.WouldComeBack(1)));
        }

        @Test
        void tells_a_copied_annotation_too() {
            twoWhoMetThreeTimes();
            EvidenceLink mine = links.of(ben).getFirst();
            EvidenceLink theirs = links.of(ana).getFirst();
            links.reword(ben, mine.id(), mine.version(), theirs.annotation());
            assertThat(comingBack(ben)).hasAtLeastOneElementOfType(Gap.TooAlike.class);
        }

        @Test
        void lets_a_quotation_pass_whose_source_is_listed() {
            twoWhoMetThreeTimes();
            sources.add(
                    ben, new SourceDraft(Source.Kind.BOOK, "Dweck, Carol S.", "2006", "Mindset", "Random House", ""));
            write(
                    ben,
                    "reflection",
                    BENS_REFLECTION + "\n> The view you adopt for yourself shapes it. (Dweck, 2006, p. 6)");
            assertThat(comingBack(ben)).isEmpty();
            assertThat(draft(ben).handIn().references()).containsExactly("Dweck, C. S. (2006). Mindset. Random House.");
        }

        @Test
        void finds_names_links_bare_quotations_and_unknown_letters() {
            twoWhoMetThreeTimes();
            write(
                    ana,
                    "reflection",
                    ANAS_REFLECTION
                            + " Benjamin Hall agreed, and Gilberto too; see https://example.org/board. Our PLC and PBL (project-based"
                            + " learning) went on.\n> Words of somebody");
            assertThat(gaps(ana))
                    .contains(
                            new Gap.PersonNamed(new Spot.OfPart("reflection"), "Benjamin Hall", true),
                            new Gap.LinkForbidden(new Spot.OfPart("reflection"), "https://example.org/board."),
                            new Gap.QuotationUncited(new Spot.OfPart("reflection"), "> Words of somebody"),
                            new Gap.AcronymUndefined(new Spot.OfPart("reflection"), "PLC"))
                    .doesNotContain(
                            new Gap.AcronymUndefined(new Spot.OfPart("reflection"), "PBL"),
                            // somebody of another team, by the first name alone, may be anybody
                            new Gap.PersonNamed(new Spot.OfPart("reflection"), "Gilberto", false));
        }

        @Test
        void asks_for_a_word_about_working_together() {
            twoWhoMetThreeTimes();
            write(ana, WritingPlace.COLLABORATION, "");
            assertThat(comingBack(ana)).containsExactly(new Gap.CollaborationUnsaid(new Spot.OfCollaboration()));
        }
    }

    @Nested
    class Handing_in {

        @Test
        void freezes_texts_and_evidence() {
            twoWhoMetThreeTimes();
            Submission handed = done(submissions.handIn(ana, submission(ana).id(), 1, ALL));
            write(ana, "reflection", "Something else.");
            EvidenceLink link = links.of(ana).getFirst();
            links.unlink(ana, link.id(), link.version());

            HandIn kept = submission(ana).lastHandIn().orElseThrow();
            assertThat(submission(ana)).isEqualTo(handed);
            assertThat(kept.answer("reflection")).contains(ANAS_REFLECTION);
            assertThat(kept.evidence()).anySatisfy(piece -> {
                assertThat(piece.piece()).isEqualTo(link.piece());
                assertThat(piece.sha256()).hasSize(64);
                assertThat(piece.isShared()).isTrue();
            });
        }

        @Test
        void is_refused_to_whoever_has_not_seen_how_things_stand() {
            twoWhoMetThreeTimes();
            assertThat(submissions.handIn(ana, submission(ana).id(), 0, ALL))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.Stale()));
        }

        @Test
        void is_refused_to_everybody_else_as_if_there_were_none() {
            twoWhoMetThreeTimes();
            assertThat(submissions.handIn(ben, submission(ana).id(), 1, ALL))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.Unknown()));
        }

        @Test
        void again_changes_only_what_was_not_met() {
            twoWhoMetThreeTimes();
            SubmissionId id = submission(ana).id();
            done(submissions.handIn(ana, id, 1, ALL));
            done(submissions.accept(gil, id));
            done(submissions.score(gil, id, Set.of("rubric-reflection")));
            done(submissions.tryAgain(ana, id));
            write(ana, "overview", "Changed although it was met.");
            write(ana, "reflection", ANAS_REFLECTION + " Next time I will leave more silence.");
            write(ana, WritingPlace.CHANGES, "The reflection says what I will do next.");
            Submission again = done(submissions.handIn(ana, id, 5, ALL));
            HandIn kept = again.lastHandIn().orElseThrow();
            assertThat(kept.answer("overview")).contains(ANAS_OVERVIEW);
            assertThat(kept.answer("reflection").orElseThrow()).endsWith("more silence.");
            assertThat(again.handedIn())
                    .extracting(SubmissionEvent.HandedIn::attempt)
                    .containsExactly(1, 2);
        }

        @Test
        void is_scored_by_rows_the_credential_has() {
            twoWhoMetThreeTimes();
            SubmissionId id = submission(ana).id();
            done(submissions.handIn(ana, id, 1, ALL));
            done(submissions.accept(gil, id));
            assertThat(submissions.score(gil, id, Set.of("beauty")))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.Unreadable()));
        }
    }

    @Nested
    class Help_from_others {

        private SubmissionId id;

        @BeforeEach
        void drafts() {
            id = begin(ana).id();
            write(ana, "reflection", ANAS_REFLECTION);
        }

        @Test
        void is_for_whoever_was_invited_until_that_is_taken_back() {
            assertThat(help.desksOf(gil)).isEmpty();
            assertThat(help.invite(ana, id, gil, Invitation.Kind.COACH)).isEqualTo(new HelpAnswer.Done());
            HelpDesk desk = help.desksOf(gil).getFirst();
            assertThat(desk.wordsAt(new Spot.OfPart("reflection"))).containsExactly(ANAS_REFLECTION);
            InvitationId invitation = desk.invitation().id();
            assertThat(help.desk(ben, invitation)).isEmpty();

            assertThat(help.withdraw(ana, id, invitation)).isEqualTo(new HelpAnswer.Done());
            assertThat(help.desksOf(gil)).isEmpty();
            assertThat(help.desk(gil, invitation)).isEmpty();
            assertThat(comment(invitation, "", "Too late")).isEqualTo(new HelpAnswer.Refused(HelpRefusal.UNKNOWN));
        }

        @Test
        void invites_people_of_the_district_once_and_never_oneself() {
            PersonId stranger = person(accounts.addDistrict("South"), "Far Away");
            assertThat(help.invite(ana, id, stranger, Invitation.Kind.PEER))
                    .isEqualTo(new HelpAnswer.Refused(HelpRefusal.NOBODY));
            assertThat(help.invite(ana, id, ana, Invitation.Kind.PEER))
                    .isEqualTo(new HelpAnswer.Refused(HelpRefusal.YOURSELF));
            assertThat(help.invite(ben, id, gil, Invitation.Kind.PEER))
                    .isEqualTo(new HelpAnswer.Refused(HelpRefusal.UNKNOWN));
            help.invite(ana, id, gil, Invitation.Kind.PEER);
            assertThat(help.invite(ana, id, gil, Invitation.Kind.COACH))
                    .isEqualTo(new HelpAnswer.Refused(HelpRefusal.ALREADY_INVITED));
        }

        @Test
        void is_said_about_words_that_are_there_and_resolved_by_the_earner() {
            InvitationId invitation = invited(Invitation.Kind.PEER);
            assertThat(comment(invitation, "proved me wrong", "How did you notice?"))
                    .isEqualTo(new HelpAnswer.Done());
            assertThat(comment(invitation, "words nobody wrote", "?"))
                    .isEqualTo(new HelpAnswer.Refused(HelpRefusal.PASSAGE_GONE));
            assertThat(comment(invitation, "", " ")).isEqualTo(new HelpAnswer.Refused(HelpRefusal.EMPTY));
            Comment comment = help.comments(ana, id).getFirst();
            assertThat(comment.passage()).isEqualTo("proved me wrong");
            assertThat(help.comments(gil, id)).isEmpty();
            assertThat(help.resolve(gil, id, comment.id())).isEqualTo(new HelpAnswer.Refused(HelpRefusal.UNKNOWN));
            assertThat(help.resolve(ana, id, comment.id())).isEqualTo(new HelpAnswer.Done());
            assertThat(help.comments(ana, id)).noneMatch(Comment::isOpen);
        }

        @Test
        void keeps_its_quote_and_says_when_it_no_longer_stands_in_the_text() {
            InvitationId invitation = invited(Invitation.Kind.PEER);
            comment(invitation, "proved me wrong", "How did you notice?");
            write(ana, "reflection", ANAS_REFLECTION.replace("proved me wrong", "proved  me\nwrong") + " More.");
            assertThat(help.comments(ana, id)).singleElement().matches(Comment::stands);

            write(ana, "reflection", ANAS_REFLECTION.replace("proved me wrong", "surprised me"));
            for (List<Comment> seen : List.of(
                    help.comments(ana, id),
                    help.desk(gil, invitation).orElseThrow().comments())) {
                assertThat(seen).singleElement().satisfies(comment -> {
                    assertThat(comment.stands()).isFalse();
                    assertThat(comment.passage()).isEqualTo("proved me wrong");
                });
            }
        }

        @Test
        void is_kept_as_it_is_typed_for_who_types_it_until_it_is_said() {
            InvitationId invitation = invited(Invitation.Kind.PEER);
            Spot reflection = new Spot.OfPart("reflection");
            CommentDraft half = new CommentDraft("proved me wrong", "How did");
            help.keep(gil, invitation, reflection, half);
            assertThat(help.desk(gil, invitation).orElseThrow().written()).containsEntry(reflection, half);
            help.keep(ben, invitation, reflection, new CommentDraft("", "somebody else"));
            assertThat(help.desk(gil, invitation).orElseThrow().written()).containsEntry(reflection, half);
            assertThat(help.comments(ana, id)).isEmpty();

            comment(invitation, "proved me wrong", "How did you notice?");
            assertThat(help.desk(gil, invitation).orElseThrow().written()).isEmpty();
        }

        @Test
        void never_reaches_what_is_handed_in_and_ends_with_it() {
            twoWhoMetThreeTimes();
            InvitationId invitation = invited(Invitation.Kind.PEER);
            comment(invitation, "", "XYZZY");
            help.keep(gil, invitation, new Spot.OfPart("reflection"), new CommentDraft("", "half an XYZZY"));
            Submission handed = done(submissions.handIn(ana, id, 1, ALL));
            assertThat(handed.history().toString()).doesNotContain("XYZZY");
            assertThat(comment(invitation, "", "One more")).isEqualTo(new HelpAnswer.Refused(HelpRefusal.HANDED_IN));
        }

        @Test
        void a_conversation_is_noted_by_a_coach_only() {
            InvitationId peer = invited(Invitation.Kind.PEER);
            assertThat(help.noteTalk(gil, peer, "We talked"))
                    .isEqualTo(new SubmissionAnswer.Refused(new SubmissionRefusal.Unknown()));
            help.withdraw(ana, id, peer);
            InvitationId coach = invited(Invitation.Kind.COACH);
            done(help.noteTalk(gil, coach, "We talked"));
            assertThat(submission(ana).history().getLast()).isInstanceOf(SubmissionEvent.Talked.class);
        }

        private InvitationId invited(Invitation.Kind kind) {
            help.invite(ana, id, gil, kind);
            return help.desksOf(gil).getFirst().invitation().id();
        }

        private HelpAnswer comment(InvitationId invitation, String passage, String text) {
            return help.comment(gil, invitation, new Spot.OfPart("reflection"), passage, text);
        }
    }

    /** Ana led three meetings and Ben three others; both were at all six, and each wrote for themselves. */
    private void twoWhoMetThreeTimes() {
        List<String> aspects = List.of("student-work", "validity", "task-tuning");
        for (String aspect : aspects) {
            meeting(aspect, ana, ben, "My part in " + aspect + " was to keep time and to ask for one more look.");
            meeting(aspect, ben, ana, "I wrote down what the others saw in " + aspect + " and read it back slowly.");
        }
        for (PersonId person : List.of(ana, ben)) {
            EvidenceLink any = links.of(person).getFirst();
            boolean isAna = person.equals(ana);
            for (String row : List.of("community", "reflection-on-practice", "rubric-evidence")) {
                links.link(
                        person,
                        new LinkDraft(
                                any.piece(),
                                any.credential(),
                                row,
                                isAna
                                        ? "For " + row + " the board shows who was there and what they agreed to try."
                                        : "Look at the debrief: it tells how " + row + " was on my mind that day."));
            }
            if (submissions.find(person, BUILDING).isEmpty()) {
                begin(person);
            }
            write(person, "overview", isAna ? ANAS_OVERVIEW : BENS_OVERVIEW);
            write(person, "reflection", isAna ? ANAS_REFLECTION : BENS_REFLECTION);
            write(person, WritingPlace.COLLABORATION, "I worked with one colleague in six meetings.");
        }
    }

    private void meeting(String aspect, PersonId leads, PersonId joins, String words) {
        ArtifactId artifact = keep(aYield(team)
                .on(aspect)
                .by(leads, Role.FACILITATOR, Duration.ofMinutes(40))
                .by(joins, Role.PARTICIPANT, Duration.ZERO));
        links.link(leads, new LinkDraft(artifact, version(), "discussions", words));
    }

    private ArtifactId keep(YieldedFixture fixture) {
        Yielded yielded = fixture.handedOver();
        keeper.keep(yielded);
        return new ArtifactId(yielded.artifact());
    }

    private Submission begin(PersonId person) {
        return done(submissions.begin(person, BUILDING, Platform.BLOOMBOARD));
    }

    private CredentialRef version() {
        return credentials.current(BUILDING).orElseThrow().ref();
    }

    private Submission submission(PersonId person) {
        return submissions.find(person, BUILDING).orElseThrow();
    }

    private SubmissionDraft draft(PersonId person) {
        return submissions.draft(person, BUILDING).orElseThrow();
    }

    private List<Gap> gaps(PersonId person) {
        return draft(person).gaps();
    }

    private List<Gap> comingBack(PersonId person) {
        return gaps(person).stream().filter(Gap::comesBack).toList();
    }

    private void write(PersonId person, String part, String text) {
        writings.replace(person, new WritingPlace(submission(person).credential(), part), text);
    }

    private static Submission done(SubmissionAnswer answer) {
        assertThat(answer).isInstanceOf(SubmissionAnswer.Done.class);
        return ((SubmissionAnswer.Done) answer).now();
    }

    private PersonId person(DistrictId district, String name) {
        return accounts.addPerson(new PersonDraft(
                district, null, name, UUID.randomUUID() + "@example.org", Locale.ENGLISH, "correct horse battery"));
    }
}
