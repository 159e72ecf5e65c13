package org.tessera.room;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A place in a room's log that a client can hand back but not read: AES-GCM under the room's key with a nonce of its own, so
 * that two cursors never compare and nobody counts what others write. It is good for one person only.
 */
final class Cursor {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** Place and person, eight and sixteen bytes, with the tag behind them. */
    private static final int SEALED = 24 + TAG_BITS / Byte.SIZE;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    Cursor(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** What makes the cursors of one person's line; for one thread at a time. */
    Maker makerFor(MemberId member) {
        return new Maker(member);
    }

    /**
     * Makes one person's cursors. It begins at a nonce drawn by lot and counts on from there: no nonce comes twice, and
     * whoever compares two of them learns how many frames lay between, which the frames' own numbers say.
     */
    final class Maker {

        private final Cipher cipher;
        private final byte[] nonce = new byte[NONCE];
        private final ByteBuffer text = ByteBuffer.allocate(24);

        private Maker(MemberId member) {
            RANDOM.nextBytes(nonce);
            text.putLong(Long.BYTES, member.value().getMostSignificantBits());
            text.putLong(2 * Long.BYTES, member.value().getLeastSignificantBits());
            try {
                cipher = Cipher.getInstance(TRANSFORMATION);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String at(long seq) {
            for (int place = NONCE - 1; place >= 0 && ++nonce[place] == 0; place--) {}
            text.putLong(0, seq);
            byte[] sealed = new byte[NONCE + SEALED];
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            try {
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.doFinal(text.array(), 0, text.capacity(), sealed, NONCE);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            return BASE64.encodeToString(sealed);
        }
    }

    /** The place {@code cursor} means for {@code member}; empty if it is foreign, forged or of another room. */
    Optional<Long> read(String cursor, MemberId member) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(cursor);
            if (raw.length <= NONCE) {
                return Optional.empty();
            }
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, raw, 0, NONCE));
            ByteBuffer open = ByteBuffer.wrap(cipher.doFinal(raw, NONCE, raw.length - NONCE));
            long seq = open.getLong();
            UUID owner = new UUID(open.getLong(), open.getLong());
            return owner.equals(member.value()) ? Optional.of(seq) : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
