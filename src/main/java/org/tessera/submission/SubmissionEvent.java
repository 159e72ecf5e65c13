package org.tessera.submission;

import java.time.Instant;
import java.util.Set;
import org.tessera.account.PersonId;

/** What happened to a submission. */
public sealed interface SubmissionEvent {

    Instant at();

    /** The earner began to work. */
    record Begun(Platform platform, Instant at) implements SubmissionEvent {}

    /** The earner handed in; {@code attempt} counts from 1 and stays the same after an incomplete one. */
    record HandedIn(int attempt, HandIn what, Set<Attestation> attested, String changes, String context, Instant at)
            implements SubmissionEvent {
        public HandedIn {
            attested = Set.copyOf(attested);
        }
    }

    /** It came back unscored. */
    record SentBack(String why, Instant at) implements SubmissionEvent {}

    /** It was found complete. */
    record Accepted(Instant at) implements SubmissionEvent {}

    /** It was scored; empty if everything is met. */
    record Scored(Set<String> unmet, Instant at) implements SubmissionEvent {
        public Scored {
            unmet = Set.copyOf(unmet);
        }
    }

    /** The earner asked for another look at what was found. */
    record Appealed(Instant at) implements SubmissionEvent {}

    /** Somebody else looked; what is not met now, empty if everything is. */
    record AppealHeard(Set<String> unmet, Instant at) implements SubmissionEvent {
        public AppealHeard {
            unmet = Set.copyOf(unmet);
        }
    }

    /** The earner went on. */
    record Reopened(Instant at) implements SubmissionEvent {}

    /** Coach and earner talked. */
    record Talked(PersonId coach, String about, Instant at) implements SubmissionEvent {}
}
