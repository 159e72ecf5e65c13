package org.tessera.badge;

import java.time.Instant;
import java.util.Optional;
import org.tessera.badge.Report.State;
import org.tessera.badge.Report.State.Fails;
import org.tessera.badge.Report.State.Holds;
import org.tessera.badge.Report.State.NotChecked;

/**
 * Whose key a token was signed with, as far as that can be told without asking anybody. Whoever makes a token writes its header:
 * what it says of the key counts only where it leads to a key that we published.
 */
final class TokenTrust {

    private final Keys keys;
    private final TokenKeys tokenKeys;

    TokenTrust(Keys keys, TokenKeys tokenKeys) {
        this.keys = keys;
        this.tokenKeys = tokenKeys;
    }

    /**
     * What was found.
     *
     * @param state whether it is its issuer's
     * @param key the key to check the signature with, if there is one
     * @param isOurs whether it is one of ours
     */
    record Found(State state, Optional<JsonWebKey> key, boolean isOurs) {}

    /** Looks at the header of a token that says it is of this issuer. */
    Found find(WebToken token, String issuer) throws Unsound {
        Optional<String> kid = token.kid();
        Optional<JsonWebKey> carried = token.key();
        Optional<TokenKey> own = kid.isPresent() ? tokenKeys.named(kid.get()) : carried.flatMap(tokenKeys::same);
        String where = kid.orElse("");
        if (own.isPresent()) {
            return new Found(ours(token, own.get(), carried, issuer), own.map(TokenKey::key), true);
        }
        if (keys.isOurs(issuer)) {
            return new Found(new Fails(Reason.KEY_NOT_OURS, where), Optional.empty(), false);
        }
        return new Found(
                new NotChecked(carried.isPresent() ? Reason.KEY_IN_TOKEN : Reason.FOREIGN_KEY, where), carried, false);
    }

    private static State ours(WebToken token, TokenKey key, Optional<JsonWebKey> carried, String issuer)
            throws Unsound {
        if (!key.controller().equals(issuer)) {
            return new Fails(Reason.KEY_NOT_OF_ISSUER, key.method());
        }
        if (carried.filter(one -> !one.equals(key.key())).isPresent()) {
            return new Fails(Reason.KEY_NOT_OURS, key.method());
        }
        Optional<Instant> signed = token.second("iat");
        // tokens say whole seconds
        if (signed.isEmpty() || signed.get().plusSeconds(1).isBefore(key.from())) {
            return new Fails(Reason.KEY_NOT_YET, key.method());
        }
        return key.until().filter(signed.get()::isAfter).isPresent()
                ? new Fails(Reason.KEY_RETIRED, key.method())
                : new Holds();
    }
}
