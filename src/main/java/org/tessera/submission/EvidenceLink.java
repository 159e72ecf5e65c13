package org.tessera.submission;

import java.time.Instant;
import org.tessera.account.PersonId;
import org.tessera.artifact.ArtifactId;
import org.tessera.credential.CredentialRef;

/**
 * One person's claim that an artifact is evidence for a requirement or rubric row.
 *
 * @param credential the exact version the person works towards
 * @param criterion id of the requirement or rubric row in it
 * @param annotation the person's own words on why, 1 to {@value #MOST} characters
 * @param version counts the rewordings, for optimistic locking
 */
public record EvidenceLink(
        EvidenceLinkId id,
        PersonId person,
        ArtifactId artifact,
        CredentialRef credential,
        String criterion,
        String annotation,
        int version,
        Instant at) {

    /** The longest annotation, in characters. */
    public static final int MOST = 2000;
}
