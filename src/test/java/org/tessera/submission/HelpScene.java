package org.tessera.submission;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tessera.account.PersonId;
import org.tessera.clock.AlarmClock;

/** What a helper says about a submission, for tests that it stays between the two. */
public final class HelpScene {

    private HelpScene() {}

    /** A comment about a passage, and one that is only begun. */
    public static void comment(
            ApplicationContext application,
            Submission submission,
            PersonId helper,
            String passage,
            String text,
            String begun) {
        HelpStore store = application.getBean(HelpStore.class);
        AlarmClock clock = application.getBean(AlarmClock.class);
        InvitationId invitation = new InvitationId(UUID.randomUUID());
        store.insert(new Invitation(
                invitation, submission.id(), helper, Invitation.Kind.PEER, clock.instant(), Optional.empty()));
        Spot spot = new Spot.OfPart("reflection");
        store.insert(
                invitation,
                new Comment(UUID.randomUUID(), helper, spot, passage, text, clock.instant(), Optional.empty(), true));
        store.keep(invitation, spot, new CommentDraft(passage, begun), clock.instant());
    }
}
