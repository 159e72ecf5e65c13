package org.tessera.badge;

import java.util.Optional;

/** The keys that badges of ours were ever signed with. */
interface Keys {

    Optional<PublishedKey> published(String method);

    /** Whether badges by this issuer are ours. */
    boolean isOurs(String issuer);
}
