package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialRef;

/** Submissions as if they had gone through the check, for tests of what comes after that. */
public final class HandIns {

    private HandIns() {}

    /** A submission that was handed in. */
    public static Submission handedIn(
            ApplicationContext application,
            PersonId earner,
            CredentialRef credential,
            Platform platform,
            HandIn what,
            Instant at) {
        SubmissionStore store = application.getBean(SubmissionStore.class);
        Submission submission = new Submission(new SubmissionId(UUID.randomUUID()), earner, credential, List.of());
        store.insert(submission, at);
        assertThat(store.append(submission.id(), 1, new SubmissionEvent.Begun(platform, at)))
                .isTrue();
        assertThat(store.append(
                        submission.id(),
                        2,
                        new SubmissionEvent.HandedIn(1, what, EnumSet.allOf(Attestation.class), "", "", at)))
                .isTrue();
        return store.find(submission.id()).orElseThrow();
    }

    /** The same submission after it had come back unscored and something else was handed in. */
    public static Submission handedInAgain(
            ApplicationContext application, Submission submission, HandIn what, Instant at) {
        SubmissionStore store = application.getBean(SubmissionStore.class);
        int next = submission.history().size() + 1;
        assertThat(store.append(submission.id(), next, new SubmissionEvent.SentBack("Not yet.", at)))
                .isTrue();
        assertThat(store.append(
                        submission.id(),
                        next + 1,
                        new SubmissionEvent.HandedIn(1, what, EnumSet.allOf(Attestation.class), "", "", at)))
                .isTrue();
        return store.find(submission.id()).orElseThrow();
    }
}
