package org.tessera.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.writing.WritingPlace;

/**
 * Help on the earner's side: a coach or colleague who was invited reads the drafts and comments on them in place. Nothing
 * of it is ever handed in, and the earner can take every invitation back.
 */
@Service
public class Help {

    private final HelpStore store;
    private final SubmissionStore submissions;
    private final Submissions rulebook;
    private final Drafts drafts;
    private final EvidenceLinks links;
    private final Credentials credentials;
    private final Accounts accounts;
    private final InstantSource clock;

    Help(
            HelpStore store,
            SubmissionStore submissions,
            Submissions rulebook,
            Drafts drafts,
            EvidenceLinks links,
            Credentials credentials,
            Accounts accounts,
            InstantSource clock) {
        this.store = store;
        this.submissions = submissions;
        this.rulebook = rulebook;
        this.drafts = drafts;
        this.links = links;
        this.credentials = credentials;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whom an earner can invite: everybody else with an account in the district, by name. */
    @Transactional(readOnly = true)
    public List<Person> candidates(PersonId earner) {
        return accounts.person(earner).map(me -> accounts.peopleOf(me.district())).orElse(List.of()).stream()
                .filter(person -> !person.id().equals(earner))
                .toList();
    }

    /** Lets somebody read and comment. */
    @Transactional
    public HelpAnswer invite(PersonId earner, SubmissionId submission, PersonId whom, Invitation.Kind kind) {
        if (own(earner, submission).isEmpty()) {
            return refused(HelpRefusal.UNKNOWN);
        }
        if (whom.equals(earner)) {
            return refused(HelpRefusal.YOURSELF);
        }
        if (candidates(earner).stream().noneMatch(person -> person.id().equals(whom))) {
            return refused(HelpRefusal.NOBODY);
        }
        if (holding(submission).stream().anyMatch(one -> one.invited().equals(whom))) {
            return refused(HelpRefusal.ALREADY_INVITED);
        }
        store.insert(
                new Invitation(new InvitationId(UUID.randomUUID()), submission, whom, kind, now(), Optional.empty()));
        return new HelpAnswer.Done();
    }

    /** Takes an invitation back: from now on nothing of the draft is shown to that person. */
    @Transactional
    public HelpAnswer withdraw(PersonId earner, SubmissionId submission, InvitationId invitation) {
        boolean done = own(earner, submission).isPresent() && store.withdraw(submission, invitation, now());
        return done ? new HelpAnswer.Done() : refused(HelpRefusal.UNKNOWN);
    }

    /** The invitations to a submission that hold, as its earner sees them. */
    @Transactional(readOnly = true)
    public List<Invitation> invitations(PersonId earner, SubmissionId submission) {
        return own(earner, submission).isPresent() ? holding(submission) : List.of();
    }

    /** All that was said about a submission, as its earner sees it. */
    @Transactional(readOnly = true)
    public List<Comment> comments(PersonId earner, SubmissionId submission) {
        return own(earner, submission).map(this::standing).orElse(List.of());
    }

    /** The earner is done with a comment. */
    @Transactional
    public HelpAnswer resolve(PersonId earner, SubmissionId submission, UUID comment) {
        boolean done = own(earner, submission).isPresent() && store.resolve(submission, comment, now());
        return done ? new HelpAnswer.Done() : refused(HelpRefusal.UNKNOWN);
    }

    /** What somebody was invited to read and may read now. */
    @Transactional(readOnly = true)
    public List<HelpDesk> desksOf(PersonId helper) {
        return store.to(helper).stream()
                .filter(Invitation::holds)
                .flatMap(invitation -> desk(helper, invitation.id()).stream())
                .toList();
    }

    /** A draft as {@code helper} may read it; nothing without an invitation that holds. */
    @Transactional(readOnly = true)
    public Optional<HelpDesk> desk(PersonId helper, InvitationId id) {
        return store.find(id)
                .filter(invitation -> invitation.holds() && invitation.invited().equals(helper))
                .flatMap(invitation ->
                        submissions.find(invitation.submission()).flatMap(submission -> desk(invitation, submission)));
    }

    /** Says something about a draft; {@code passage} is what it is about, blank for the whole spot. */
    @Transactional
    public HelpAnswer comment(PersonId helper, InvitationId id, Spot spot, String passage, String text) {
        Optional<HelpDesk> desk = desk(helper, id);
        if (desk.isEmpty()) {
            return refused(HelpRefusal.UNKNOWN);
        }
        if (!desk.get().mayComment()) {
            return refused(HelpRefusal.HANDED_IN);
        }
        if (text.isBlank()) {
            return refused(HelpRefusal.EMPTY);
        }
        if (text.length() > Comment.MOST || passage.length() > Comment.LONGEST_PASSAGE) {
            return refused(HelpRefusal.TOO_LONG);
        }
        List<String> words = desk.get().wordsAt(spot);
        if (words.stream().noneMatch(there -> Comment.stands(passage, there))) {
            return refused(HelpRefusal.PASSAGE_GONE);
        }
        store.insert(
                id,
                new Comment(
                        UUID.randomUUID(), helper, spot, passage.strip(), text.strip(), now(), Optional.empty(), true));
        store.clear(id, spot);
        return new HelpAnswer.Done();
    }

    /** Keeps what a helper is still writing about a spot; what is too long for a comment is not kept. */
    @Transactional
    public void keep(PersonId helper, InvitationId id, Spot spot, CommentDraft draft) {
        boolean open = store.find(id)
                .filter(invitation -> invitation.holds() && invitation.invited().equals(helper))
                .isPresent();
        if (open && draft.isBlank()) {
            store.clear(id, spot);
        } else if (open && draft.fits()) {
            store.keep(id, spot, draft, now());
        }
    }

    /** All that was said, with whether its passages are still in the text. */
    private List<Comment> standing(Submission submission) {
        return store.comments(submission.id()).stream()
                .map(comment -> comment.standing(comment.passage().isBlank()
                        || wordsAt(submission, comment.spot()).stream()
                                .anyMatch(there -> Comment.stands(comment.passage(), there))))
                .toList();
    }

    private List<String> wordsAt(Submission submission, Spot spot) {
        return switch (spot) {
            case Spot.OfCollaboration _ -> List.of(drafts.text(submission, WritingPlace.COLLABORATION));
            case Spot.OfPart(var part) -> List.of(drafts.text(submission, part));
            case Spot.OfRow(var row) ->
                links.of(submission.earner()).stream()
                        .filter(link -> link.credential().equals(submission.credential())
                                && link.criterion().equals(row))
                        .map(EvidenceLink::annotation)
                        .toList();
        };
    }

    /** A coach writes down that they have talked, so that a further attempt is possible. */
    @Transactional
    public SubmissionAnswer noteTalk(PersonId helper, InvitationId id, String about) {
        return store.find(id)
                .filter(invitation -> invitation.holds()
                        && invitation.invited().equals(helper)
                        && invitation.kind() == Invitation.Kind.COACH)
                .map(invitation -> rulebook.noteTalk(helper, invitation.submission(), about))
                .orElseGet(() -> new SubmissionAnswer.Refused(new SubmissionRefusal.Unknown()));
    }

    private Optional<HelpDesk> desk(Invitation invitation, Submission submission) {
        Credential credential = credentials.find(submission.credential()).orElseThrow();
        PersonId earner = submission.earner();
        List<WrittenAnswer> texts = credential.submission().stream()
                .filter(part -> !part.id().equals(HandIn.EVIDENCE))
                .map(part -> new WrittenAnswer(part.id(), drafts.text(submission, part.id())))
                .toList();
        List<HelpDesk.Linked> evidence = links.of(earner).stream()
                .filter(link -> link.credential().equals(submission.credential()))
                .map(link -> new HelpDesk.Linked(
                        link.criterion(), link.annotation(), links.find(link.piece(), invitation.invited())))
                .toList();
        return accounts.person(earner)
                .map(person -> new HelpDesk(
                        invitation,
                        person,
                        credential,
                        submission.status(),
                        submission.needsTalk(),
                        texts,
                        drafts.beside(submission),
                        drafts.text(submission, WritingPlace.COLLABORATION),
                        evidence,
                        standing(submission),
                        store.drafts(invitation.id()),
                        submission.status().isOpen()));
    }

    private List<Invitation> holding(SubmissionId submission) {
        return store.of(submission).stream().filter(Invitation::holds).toList();
    }

    private Optional<Submission> own(PersonId earner, SubmissionId submission) {
        return submissions.find(submission).filter(one -> one.earner().equals(earner));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static HelpAnswer refused(HelpRefusal why) {
        return new HelpAnswer.Refused(why);
    }
}
