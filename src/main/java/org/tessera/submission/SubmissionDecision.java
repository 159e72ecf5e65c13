package org.tessera.submission;

/** The rulebook's answer. */
sealed interface SubmissionDecision {

    /** It happens. */
    record Happens(SubmissionEvent event) implements SubmissionDecision {}

    /** It does not. */
    record Refused(SubmissionRefusal why) implements SubmissionDecision {}
}
