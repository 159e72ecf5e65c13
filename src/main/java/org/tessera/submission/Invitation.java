package org.tessera.submission;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;

/**
 * Somebody may read a draft and comment on it, until the earner takes that back.
 *
 * @param submission whose drafts it is about
 * @param withdrawnAt when the earner took it back
 */
public record Invitation(
        InvitationId id,
        SubmissionId submission,
        PersonId invited,
        Kind kind,
        Instant at,
        Optional<Instant> withdrawnAt) {

    /** As what somebody is invited. Both read and comment; a coach's conversation opens a further attempt. */
    public enum Kind {
        COACH,
        PEER
    }

    /** Whether it still holds. */
    public boolean holds() {
        return withdrawnAt.isEmpty();
    }
}
