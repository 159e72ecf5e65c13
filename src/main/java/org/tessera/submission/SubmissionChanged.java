package org.tessera.submission;

/**
 * Something happened to a submission. Published inside the transaction that keeps it.
 *
 * @param now the submission with it
 */
public record SubmissionChanged(Submission now, SubmissionEvent event) {}
