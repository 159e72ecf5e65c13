package org.tessera.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;
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

    /** The same, and whoever listens is told of it, as when somebody hands in on a page. */
    public static Submission told(
            ApplicationContext application,
            PersonId earner,
            CredentialRef credential,
            Platform platform,
            HandIn what,
            Instant at) {
        return inTransaction(application, () -> {
            Submission submission = handedIn(application, earner, credential, platform, what, at);
            application.publishEvent(
                    new SubmissionChanged(submission, submission.handedIn().getLast()));
            return submission;
        });
    }

    /** A submission that has come back is handed in once more, and whoever listens is told of it. */
    public static Submission toldAgain(ApplicationContext application, SubmissionId id, HandIn what, Instant at) {
        return inTransaction(application, () -> {
            SubmissionStore store = application.getBean(SubmissionStore.class);
            Submission before = store.find(id).orElseThrow();
            assertThat(before.status().isOpen()).as("can be handed in").isTrue();
            SubmissionEvent event = new SubmissionEvent.HandedIn(
                    before.attempt(), what, EnumSet.allOf(Attestation.class), "Clearer.", "", at);
            assertThat(store.append(id, before.history().size() + 1, event)).isTrue();
            application.publishEvent(new SubmissionChanged(before.after(event), event));
            return before.after(event);
        });
    }

    private static Submission inTransaction(ApplicationContext application, Supplier<Submission> work) {
        return Objects.requireNonNull(
                application.getBean(TransactionOperations.class).execute(_ -> work.get()));
    }
}
