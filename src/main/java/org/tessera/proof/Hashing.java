package org.tessera.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as packages use it. */
final class Hashing {

    /** What the first entry of a log follows. */
    static final byte[] START = new byte[32];

    private static final HexFormat HEX = HexFormat.of();

    private Hashing() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** {@code SHA-256(salt ‖ payload)}: what an entry of a log commits to. */
    static byte[] payload(byte[] salt, String payload) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code SHA-256(previous ‖ seq ‖ payload hash)}, {@code seq} as eight bytes, the highest first. */
    static byte[] chain(byte[] previous, long seq, byte[] payloadHash) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        return digest.digest(payloadHash);
    }

    /** Lower-case hex. */
    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }
}
