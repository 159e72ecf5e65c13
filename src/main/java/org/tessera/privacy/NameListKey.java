package org.tessera.privacy;

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
import org.tessera.account.TeamId;

/**
 * The key that seals the names of students: a file beside the database, never in it. {@code tessera.name-list-key} names the
 * file; all nodes of one product need the same. Without it the lists have to be typed again.
 */
@Component
final class NameListKey {

    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom chance = new SecureRandom();

    /** @throws UncheckedIOException if the file can neither be read nor made */
    NameListKey(@Value("${tessera.name-list-key:${tessera.files:data/files}/names.key}") Path file) {
        this.key = new SecretKeySpec(read(file.toAbsolutePath()), "AES");
    }

    /** Seals a text for one team. */
    byte[] seal(TeamId team, String text) {
        byte[] nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, team, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** Opens what was sealed for this team. */
    String open(TeamId team, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] text = crypt(Cipher.DECRYPT_MODE, team, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, TeamId team, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(team.value().toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a team's list of names does not open with this key", e);
        }
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
            throw new UncheckedIOException("the key of the lists of names cannot be used: " + file, e);
        }
    }

    /** Whole or not at all, and readable by nobody else: another process may start at the same moment. */
    private void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] bytes = new byte[LENGTH];
        chance.nextBytes(bytes);
        Path fresh = Files.createTempFile(file.getParent(), "names", ".key");
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
