package org.tessera.submission;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.artifact.Artifact;
import org.tessera.artifact.Artifacts;
import org.tessera.artifact.Participant;

/** Who knows an earner's work from beside them, and so can never judge it. */
@Service
public class Acquaintances {

    private final PickStore picks;
    private final SubmissionStore submissions;
    private final HelpStore help;
    private final Accounts accounts;
    private final Artifacts artifacts;

    Acquaintances(
            PickStore picks, SubmissionStore submissions, HelpStore help, Accounts accounts, Artifacts artifacts) {
        this.picks = picks;
        this.submissions = submissions;
        this.help = help;
        this.accounts = accounts;
        this.artifacts = artifacts;
    }

    /**
     * The earner, everybody who coaches them or was ever invited to a submission of theirs, whether or not the invitation
     * still holds, everybody in a team with them, and everybody who was at a meeting whose artifacts they can read.
     */
    @Transactional(readOnly = true)
    public Set<PersonId> of(PersonId earner) {
        Set<PersonId> around = new HashSet<>();
        around.add(earner);
        picks.find(earner).flatMap(PickSheet::coach).ifPresent(around::add);
        submissions.of(earner).stream()
                .flatMap(submission -> help.of(submission.id()).stream())
                .map(Invitation::invited)
                .forEach(around::add);
        for (Team team : accounts.teamsOf(earner)) {
            accounts.membersOf(team.id()).forEach(member -> around.add(member.id()));
        }
        metIn(artifacts.readableBy(earner)).forEach(around::add);
        return around;
    }

    private static Stream<PersonId> metIn(Collection<Artifact> left) {
        return left.stream().flatMap(artifact -> artifact.people().stream()).map(Participant::person);
    }
}
