package org.tessera.badge;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A public Ed25519 key and its spelling as Multikey, {@code z6Mk…}. */
record Multikey(String text, PublicKey key) {

    static final String ALGORITHM = "Ed25519";
    static final int SIGNATURE_LENGTH = 64;
    private static final int LENGTH = 32;

    /** What stands before the bytes of the key: the multicodec of Ed25519, and the head of its X.509 form. */
    private static final byte[] CODEC = {(byte) 0xed, 0x01};

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    static Multikey of(PublicKey key) {
        byte[] spki = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(spki, spki.length - LENGTH, spki.length);
        return new Multikey(Multibase.base58(joined(CODEC, raw)), key);
    }

    /** The key spelled so; nothing if the text is no Ed25519 key. */
    static Optional<Multikey> read(String text) {
        Optional<byte[]> bytes = Multibase.readBase58(text)
                .filter(all -> all.length == CODEC.length + LENGTH
                        && Arrays.equals(all, 0, CODEC.length, CODEC, 0, CODEC.length));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        byte[] raw = Arrays.copyOfRange(bytes.get(), CODEC.length, CODEC.length + LENGTH);
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(joined(SPKI, raw)));
            return Optional.of(new Multikey(text, key));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    String didKey() {
        return "did:key:" + text;
    }

    /** Whether {@code signature} over {@code data} was made with the private half. */
    boolean signed(byte[] data, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(data);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static byte[] sign(byte[] data, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a badge could not be signed", e);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
