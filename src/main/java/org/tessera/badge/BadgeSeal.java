package org.tessera.badge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals the private keys that badges are signed with, by a key in a file beside the database, never in it.
 * {@code tessera.badge-key} names the file; all nodes of one product need the same. Without it badges can still be checked,
 * and new ones are signed with a new key.
 */
@Component
final class BadgeSeal {

    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecretKeySpec key;
    private final SecureRandom chance = new SecureRandom();

    /** @throws UncheckedIOException if the file can neither be read nor made */
    BadgeSeal(@Value("${tessera.badge-key:data/badge.key}") Path file) {
        this.file = file.toAbsolutePath();
        this.key = new SecretKeySpec(read(this.file), "AES");
    }

    /** Thrown when something was sealed with another key. */
    static final class OtherKey extends Exception {
        private static final long serialVersionUID = 1L;

        OtherKey(GeneralSecurityException cause) {
            super(cause);
        }
    }

    /** The file of the key, to be named to who runs the product. */
    Path file() {
        return file;
    }

    /** Seals bytes so that they open only as what they are. */
    byte[] seal(String what, byte[] bytes) {
        byte[] nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        try {
            byte[] sealed = crypt(Cipher.ENCRYPT_MODE, what, nonce, bytes);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    byte[] open(String what, byte[] sealed) throws OtherKey {
        try {
            return crypt(
                    Cipher.DECRYPT_MODE,
                    what,
                    Arrays.copyOf(sealed, NONCE),
                    Arrays.copyOfRange(sealed, NONCE, sealed.length));
        } catch (GeneralSecurityException e) {
            throw new OtherKey(e);
        }
    }

    private byte[] crypt(int mode, String what, byte[] nonce, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(what.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(bytes);
    }

    private byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != LENGTH) {
                throw new IllegalStateException(file + " is not a key of " + LENGTH + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the key that seals the keys of badges cannot be used: " + file, e);
        }
    }

    /** Whole or not at all, and readable by nobody else: another process may start at the same moment. */
    private void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] bytes = new byte[LENGTH];
        chance.nextBytes(bytes);
        Path fresh = Files.createTempFile(file.getParent(), "badge", ".key");
        try {
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(fresh, bytes, StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
