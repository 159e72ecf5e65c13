package org.tessera.submission;

/** What comes of asking something of a submission. */
public sealed interface SubmissionAnswer {

    /** Done; the submission as it is now. */
    record Done(Submission now) implements SubmissionAnswer {}

    /** Not done, and why. */
    record Refused(SubmissionRefusal why) implements SubmissionAnswer {}
}
