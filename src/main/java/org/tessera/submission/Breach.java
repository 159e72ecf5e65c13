package org.tessera.submission;

import org.tessera.credential.CredentialRef;
import org.tessera.privacy.Stop;
import org.tessera.privacy.Subject;

/**
 * Something that was handed in shows student work which was stopped afterwards. What was handed in never changes, so its
 * earner has to see to whoever has it.
 *
 * @param piece what was handed in
 * @param work what was stopped in it
 * @param stop what happened
 */
public record Breach(SubmissionId submission, CredentialRef credential, Piece piece, Subject work, Stop stop) {}
