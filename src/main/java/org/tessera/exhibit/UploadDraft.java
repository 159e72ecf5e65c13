package org.tessera.exhibit;

import java.util.Optional;
import org.tessera.account.TeamId;

/**
 * A file as it is announced.
 *
 * @param title what people will call it; the file's own name never comes here
 * @param ends a digest of its first and last part, as its sender counts it
 * @param isStated whether the person confirmed that no student can be made out, or that there is consent
 */
record UploadDraft(
        TeamId team,
        String title,
        ExhibitKind kind,
        ExhibitOrigin origin,
        long bytes,
        Optional<String> ends,
        boolean isStated) {

    /** A file somebody brings. */
    UploadDraft(TeamId team, String title, ExhibitKind kind, long bytes, boolean isStated) {
        this(team, title, kind, ExhibitOrigin.BROUGHT, bytes, Optional.empty(), isStated);
    }
}
