package org.tessera.submission;

import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.exhibit.Exhibit;
import org.tessera.exhibit.ExhibitUse;

/**
 * What is linked as evidence and what was handed in. Whoever was invited to help with a submission may open the exhibits that
 * are linked in it.
 */
@Component
class EvidenceUse implements ExhibitUse {

    private final EvidenceLinkStore links;
    private final SubmissionStore submissions;
    private final HelpStore help;
    private final HandedIn handedIn;

    EvidenceUse(EvidenceLinkStore links, SubmissionStore submissions, HelpStore help, HandedIn handedIn) {
        this.links = links;
        this.submissions = submissions;
        this.help = help;
        this.handedIn = handedIn;
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
                .anyMatch(submission -> links.credentialsOf(exhibit.id()).contains(submission.credential()));
    }
}
