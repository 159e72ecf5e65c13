package org.tessera.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lots for one room: what is drawn looks random to everybody who has not the room's secret, and is the same when it is
 * drawn again. So the rulebook can shuffle and still be pure.
 */
final class Lots {

    /** Lots anybody could draw, for rooms in which nobody lives. */
    static final Lots OPEN = new Lots(new byte[32]);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Lots(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The lot for {@code what}, as a random UUID. */
    UUID draw(String what) {
        ByteBuffer lot = ByteBuffer.wrap(hash(secret, what));
        long high = (lot.getLong() & ~0xF000L) | 0x4000L;
        long low = (lot.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** A key for {@code what} that follows from {@code master} and leads nowhere back. */
    static byte[] derived(byte[] master, String what) {
        return hash(new SecretKeySpec(master, ALGORITHM), what);
    }

    private static byte[] hash(SecretKeySpec key, String what) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
