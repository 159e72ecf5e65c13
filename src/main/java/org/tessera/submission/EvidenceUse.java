package org.tessera.submission;

import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.attachment.Attachments;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitUse;

/**
 * What is linked as evidence and what was handed in. Whoever was invited to help with a submission may open the exhibits that
 * are linked in it, and what stands beside its texts.
 */
@Component
class EvidenceUse implements ExhibitUse {

    private final EvidenceLinkStore links;
    private final SubmissionStore submissions;
    private final HelpStore help;
    private final HandedIn handedIn;
    private final Attachments attachments;

    EvidenceUse(
            EvidenceLinkStore links,
            SubmissionStore submissions,
            HelpStore help,
            HandedIn handedIn,
            Attachments attachments) {
        this.links = links;
        this.submissions = submissions;
        this.help = help;
        this.handedIn = handedIn;
        this.attachments = attachments;
    }

    @Override
    public Degree of(Exhibit exhibit) {
        if (handedIn.uses(exhibit.owner(), Piece.of(exhibit.id()))) {
            return Degree.FIXED;
        }
        return links.to(exhibit.id()) > 0 ? Degree.LINKED : Degree.FREE;
    }

    @Override
    public void letGo(Exhibit exhibit) {
        links.unlink(exhibit.id());
    }

    @Override
    public boolean shows(Exhibit exhibit, PersonId reader) {
        return help.to(reader).stream()
                .filter(Invitation::holds)
                .flatMap(invitation -> submissions.find(invitation.submission()).stream())
                .filter(submission -> submission.earner().equals(exhibit.owner()))
                .anyMatch(submission -> links.credentialsOf(exhibit.id()).contains(submission.credential())
                        || standsBeside(exhibit, submission));
    }

    /** What stands beside a text, as far as it may be handed in. */
    private boolean standsBeside(Exhibit exhibit, Submission submission) {
        return attachments
                .find(exhibit.id())
                .filter(one -> one.isUsed() && one.place().credential().equals(submission.credential()))
                .filter(attachments::isCleared)
                .isPresent();
    }
}
