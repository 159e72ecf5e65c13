package org.tessera.badge;

import java.time.Instant;
import java.util.Optional;

/**
 * A key of ours that anybody may check tokens with.
 *
 * @param method what tokens call it by; of a {@code did:web}, the address that leads to it
 * @param controller the issuer whose key it is
 * @param until since when it signs nothing any more; what it signed before stays good
 */
record TokenKey(String method, String controller, JsonWebKey key, Instant from, Optional<Instant> until) {

    private static final String DID_WEB = "did:web:";

    /** The key of an issuer from {@code from} on. */
    static TokenKey of(String controller, JsonWebKey key, Instant from) {
        return new TokenKey(method(controller, key), controller, key, from, Optional.empty());
    }

    /**
     * Open Badges have a key looked for by https, and a {@code did:web} says where. The key that a {@code did:key} spells is of
     * another kind, so there is nowhere to look for this one.
     */
    private static String method(String controller, JsonWebKey key) {
        if (!isFoundByAddress(controller)) {
            return controller + "#" + key.thumbprint();
        }
        String[] parts = controller.substring(DID_WEB.length()).split(":", -1);
        parts[0] = parts[0].replace("%3A", ":");
        return "https://" + String.join("/", parts) + "/keys/" + key.thumbprint();
    }

    /** Whether its tokens can name it by its address; otherwise they carry it. */
    boolean isFoundByAddress() {
        return isFoundByAddress(controller);
    }

    /** The id it has in the document of its issuer. */
    String didUrl() {
        return controller + "#" + key.thumbprint();
    }

    private static boolean isFoundByAddress(String controller) {
        return controller.startsWith(DID_WEB);
    }
}
