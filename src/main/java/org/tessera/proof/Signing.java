package org.tessera.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 over a manifest. The words before it keep a signature made for anything else from passing for one of a package. */
final class Signing {

    static final String ALGORITHM = "Ed25519";
    static final int LENGTH = 64;
    private static final byte[] BEFORE = "tessera-package-signature/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_DIGITS = 32;

    private Signing() {}

    static byte[] sign(byte[] manifest, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(BEFORE);
            signature.update(manifest);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a package could not be signed", e);
        }
    }

    /** Whether {@code signature} over {@code manifest} was made with the private half of {@code key}. */
    static boolean holds(byte[] manifest, byte[] signature, PublicKey key) {
        if (signature.length != LENGTH) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(BEFORE);
            check.update(manifest);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** The name of a public key: the first 32 hex digits of the SHA-256 of its X.509 form. */
    static String idOf(byte[] spki) {
        return Hashing.hex(Hashing.sha256(spki)).substring(0, ID_DIGITS);
    }

    static Manifest.Key named(PublicKey key) {
        byte[] spki = key.getEncoded();
        return new Manifest.Key(idOf(spki), Base64.getEncoder().encodeToString(spki));
    }

    /** The key a manifest carries. */
    static PublicKey key(Manifest.Key key) throws BadLink {
        try {
            byte[] spki = Base64.getDecoder().decode(key.spki());
            if (!idOf(spki).equals(key.id())) {
                throw new BadLink("The key in the manifest has not the name it is given there.");
            }
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadLink("The key in the manifest is none.", e);
        }
    }
}
