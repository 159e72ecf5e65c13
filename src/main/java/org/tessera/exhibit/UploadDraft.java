package org.tessera.exhibit;

import org.tessera.account.TeamId;

/**
 * A file as it is announced.
 *
 * @param title what people will call it; the file's own name never comes here
 * @param isStated whether the person confirmed that no student can be made out, or that there is consent
 */
record UploadDraft(TeamId team, String title, ExhibitKind kind, long bytes, boolean isStated) {}
