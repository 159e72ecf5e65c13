package org.tessera.badge;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.DistrictId;

/** Each district's keys: one that signs, and those that did before. */
@Component
class KeyRing implements Keys {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final BadgeKeyStore store;
    private final TokenKeyStore tokens;
    private final BadgeSeal seal;
    private final PublicAddress address;
    private final InstantSource clock;

    KeyRing(BadgeKeyStore store, TokenKeyStore tokens, BadgeSeal seal, PublicAddress address, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.seal = seal;
        this.address = address;
        this.clock = clock;
    }

    /** A key that signs. */
    record Signer(PublishedKey published, PrivateKey key) {}

    /**
     * The key that signs for a district. It is made when it is first needed, and anew when the product has moved to another
     * address or has lost the key of its file.
     */
    @Transactional
    Signer signer(DistrictId district) {
        Optional<BadgeKeyStore.Stored> current = store.current(district);
        if (current.isPresent() && isOfHere(district, current.get().published())) {
            try {
                PublishedKey published = current.get().published();
                return new Signer(
                        published,
                        read(seal.open(published.method(), current.get().sealed())));
            } catch (BadgeSeal.OtherKey e) {
                log.warn(
                        "The key {} was sealed with another file than {}; the badges of this district are signed with a"
                                + " new key from now on",
                        current.get().published().method(),
                        seal.file(),
                        e);
            }
        }
        return renew(district);
    }

    /**
     * Signs with a new key from now on, and tokens with one that is made when the next is wanted. What the ones before have
     * signed stays good.
     */
    @Transactional
    Signer renew(DistrictId district) {
        Instant now = clock.instant();
        KeyPair pair = made();
        Multikey key = Multikey.of(pair.getPublic());
        String controller = address.carriesDids() ? address.did(district.value()) : key.didKey();
        PublishedKey published =
                new PublishedKey(controller + "#" + key.text(), controller, key, now, Optional.empty());
        store.add(
                district,
                published,
                seal.seal(published.method(), pair.getPrivate().getEncoded()));
        store.retireOthers(district, published.method(), now);
        tokens.retire(district, now);
        return new Signer(published, pair.getPrivate());
    }

    /** The newest key of an issuer that can still be opened, to sign what concerns badges it issued. */
    @Transactional(readOnly = true)
    Optional<Signer> signerOf(String issuer) {
        for (BadgeKeyStore.Stored stored : store.storedOf(issuer)) {
            try {
                PublishedKey published = stored.published();
                return Optional.of(new Signer(published, read(seal.open(published.method(), stored.sealed()))));
            } catch (BadgeSeal.OtherKey e) {
                log.warn(
                        "The key {} was sealed with another file than {}",
                        stored.published().method(),
                        seal.file(),
                        e);
            }
        }
        return Optional.empty();
    }

    /** The keys that cannot be opened, because the file they were sealed with is not the one that is there. */
    @Transactional(readOnly = true)
    List<PublishedKey> unopened() {
        return store.all().stream()
                .filter(stored -> !opens(stored))
                .map(BadgeKeyStore.Stored::published)
                .toList();
    }

    private boolean opens(BadgeKeyStore.Stored stored) {
        try {
            seal.open(stored.published().method(), stored.sealed());
            return true;
        } catch (BadgeSeal.OtherKey _) {
            return false;
        }
    }

    @Override
    public Optional<PublishedKey> published(String method) {
        return store.find(method);
    }

    @Override
    public boolean isOurs(String issuer) {
        return !store.of(issuer).isEmpty();
    }

    /** All keys of an issuer, the newest first. */
    List<PublishedKey> of(String issuer) {
        return store.of(issuer);
    }

    /** Whether this is what the district is called where the product is now. */
    boolean isOfHere(DistrictId district, String issuer) {
        return address.carriesDids() && issuer.equals(address.did(district.value()));
    }

    private boolean isOfHere(DistrictId district, PublishedKey key) {
        return address.carriesDids()
                ? isOfHere(district, key.controller())
                : key.controller().equals(key.key().didKey());
    }

    private static KeyPair made() {
        try {
            return KeyPairGenerator.getInstance(Multikey.ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    private static PrivateKey read(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(Multikey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed as a key is none", e);
        }
    }
}
