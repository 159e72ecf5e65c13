package org.tessera.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The chain of salted commitments: {@code payload_hash = SHA-256(salt ‖ payload)} and {@code chain_hash =
 * SHA-256(previous ‖ seq ‖ payload_hash)}. A payload can be withheld or erased and the chain still holds.
 */
final class LogKeeping {

    /** What the first entry follows. */
    static final byte[] START = new byte[32];

    static final int SALT = 32;

    private LogKeeping() {}

    static byte[] payloadHash(byte[] salt, String payload) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(payload.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] chainHash(byte[] previous, long seq, byte[] payloadHash) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        return digest.digest(payloadHash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
