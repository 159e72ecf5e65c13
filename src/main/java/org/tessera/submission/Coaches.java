package org.tessera.submission;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.privacy.SecondPeople;

/** A coach may be asked for the second look: who picks together with somebody, or was invited by them as a coach. */
@Component
class Coaches implements SecondPeople {

    private final PickStore picks;
    private final SubmissionStore submissions;
    private final HelpStore help;

    Coaches(PickStore picks, SubmissionStore submissions, HelpStore help) {
        this.picks = picks;
        this.submissions = submissions;
        this.help = help;
    }

    @Override
    public Set<PersonId> of(PersonId owner) {
        Set<PersonId> coaches = new HashSet<>();
        picks.find(owner).flatMap(PickSheet::coach).ifPresent(coaches::add);
        submissions.of(owner).stream()
                .flatMap(submission -> help.of(submission.id()).stream())
                .filter(invitation -> invitation.holds() && invitation.kind() == Invitation.Kind.COACH)
                .map(Invitation::invited)
                .forEach(coaches::add);
        return coaches;
    }
}
