package org.tessera.room;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A place in a room's log that a client can hand back but not read: AES-GCM under the room's key with a fresh nonce, so
 * that two cursors never compare and nobody counts what others write. It is good for one person only.
 */
final class Cursor {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    Cursor(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String at(long seq, MemberId member) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(
                Cipher.ENCRYPT_MODE,
                nonce,
                ByteBuffer.allocate(24).putLong(seq).put(bytes(member)).array());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** The place {@code cursor} means for {@code member}; empty if it is foreign, forged or of another room. */
    Optional<Long> read(String cursor, MemberId member) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(cursor);
            if (raw.length <= NONCE) {
                return Optional.empty();
            }
            ByteBuffer open = ByteBuffer.wrap(
                    run(Cipher.DECRYPT_MODE, Arrays.copyOf(raw, NONCE), Arrays.copyOfRange(raw, NONCE, raw.length)));
            long seq = open.getLong();
            UUID owner = new UUID(open.getLong(), open.getLong());
            return owner.equals(member.value()) ? Optional.of(seq) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a cursor of this room", e);
        }
    }

    private static byte[] bytes(MemberId member) {
        return ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
    }
}
