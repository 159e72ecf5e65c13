package org.tessera.submission;

import java.time.Instant;
import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.artifact.ArtifactId;

/**
 * Somebody asks a colleague whether the colleague's words in an artifact may stand in the asker's evidence.
 *
 * @param author whose words they are
 */
public record WordConsent(UUID id, ArtifactId artifact, PersonId asker, PersonId author, State state, Instant askedAt) {

    /** What has come of it. */
    public enum State {
        ASKED,
        /** The words may be used; until they are handed in that can be taken back. */
        GIVEN,
        DECLINED,
        WITHDRAWN
    }
}
