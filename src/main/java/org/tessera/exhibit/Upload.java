package org.tessera.exhibit;

import java.time.Instant;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * A file on its way.
 *
 * @param id of the exhibit it becomes
 * @param bytes how long the whole file is
 * @param ends a digest of its first and last part, as its sender counts it
 * @param refusal why it did not become an exhibit once all of it had come
 * @param expiresAt when it goes, if nothing more comes
 */
public record Upload(
        ExhibitId id,
        PersonId owner,
        TeamId team,
        String title,
        ExhibitKind kind,
        ExhibitOrigin origin,
        long bytes,
        Optional<String> ends,
        Optional<UploadRefusal> refusal,
        Instant begunAt,
        Instant expiresAt) {}
