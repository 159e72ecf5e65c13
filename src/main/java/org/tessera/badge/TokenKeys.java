package org.tessera.badge;

import java.util.Optional;

/** The keys that tokens of ours were ever signed with. */
interface TokenKeys {

    /** The one that tokens call by this name. */
    Optional<TokenKey> named(String method);

    /** The one that is this very key. */
    Optional<TokenKey> same(JsonWebKey key);
}
