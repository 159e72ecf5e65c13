package org.tessera.badge;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.DistrictId;

/** Each issuer's keys for tokens: one that signs, and those that did before. */
@Component
class TokenRing {

    private static final Logger log = LoggerFactory.getLogger(TokenRing.class);

    /** In bits. Badges outlast the years for which 2048 are thought to be enough. */
    private static final int SIZE = 3072;

    private final TokenKeyStore store;
    private final KeyRing keys;
    private final BadgeSeal seal;
    private final InstantSource clock;

    TokenRing(TokenKeyStore store, KeyRing keys, BadgeSeal seal, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.seal = seal;
        this.clock = clock;
    }

    /** A key that signs tokens. */
    record Signer(TokenKey published, PrivateKey key) {}

    /**
     * The key that signs tokens of what this issuer issued. It is made when it is first needed, and anew when the key file does
     * not open it. Nothing for an issuer that has lost its keys: a new key for tokens cannot speak for it any more than a new
     * key for badges.
     */
    @Transactional
    Optional<Signer> signer(DistrictId district, String issuer) {
        Optional<TokenKeyStore.Stored> current = store.current(district, issuer);
        Optional<Signer> opened = current.flatMap(this::opened);
        if (opened.isPresent()) {
            return opened;
        }
        if (!keys.isOfHere(district, issuer) && keys.signerOf(issuer).isEmpty()) {
            return Optional.empty();
        }
        Signer made = make(district, issuer);
        // only the one that is lost: somebody else may have made one at the same moment, and signed with it
        current.ifPresent(
                lost -> store.retire(lost.published(), made.published().from()));
        return Optional.of(made);
    }

    private Optional<Signer> opened(TokenKeyStore.Stored stored) {
        TokenKey published = stored.published();
        try {
            return Optional.of(new Signer(published, read(seal.open(published.method(), stored.sealed()))));
        } catch (BadgeSeal.OtherKey e) {
            log.warn("The key {} was sealed with another file than {}", published.method(), seal.file(), e);
            return Optional.empty();
        }
    }

    private Signer make(DistrictId district, String issuer) {
        KeyPair pair = made();
        TokenKey key = TokenKey.of(issuer, new JsonWebKey((RSAPublicKey) pair.getPublic()), clock.instant());
        store.add(district, key, seal.seal(key.method(), pair.getPrivate().getEncoded()));
        return new Signer(key, pair.getPrivate());
    }

    /** The keys that cannot be opened, because the file they were sealed with is not the one that is there. */
    @Transactional(readOnly = true)
    List<TokenKey> unopened() {
        return store.all().stream()
                .filter(stored -> !opens(stored))
                .map(TokenKeyStore.Stored::published)
                .toList();
    }

    private boolean opens(TokenKeyStore.Stored stored) {
        try {
            seal.open(stored.published().method(), stored.sealed());
            return true;
        } catch (BadgeSeal.OtherKey _) {
            return false;
        }
    }

    private static KeyPair made() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance(JsonWebKey.ALGORITHM);
            rsa.initialize(SIZE);
            return rsa.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static PrivateKey read(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(JsonWebKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed as a key is none", e);
        }
    }
}
