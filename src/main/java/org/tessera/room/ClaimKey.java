package org.tessera.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret behind anonymous notes: a file beside the database, never in it, so that whoever holds the database alone
 * learns no writer from it. {@code tessera.claim-key} names the file; all nodes of one product need the same.
 */
@Component
final class ClaimKey {

    private static final int LENGTH = 32;

    private final byte[] master;

    /** @throws UncheckedIOException if the file can neither be read nor made */
    ClaimKey(@Value("${tessera.claim-key:data/claim.key}") Path file) {
        this.master = read(file.toAbsolutePath());
    }

    /** What decides about chance in {@code room}. */
    Lots lots(RoomId room) {
        return new Lots(Lots.derived(master, "lots:" + room));
    }

    /** The key under which {@code member}'s claims in {@code room} are kept. */
    byte[] of(RoomId room, MemberId member) {
        return Lots.derived(master, "claims:" + room + ":" + member);
    }

    /** The key under which what {@code member} was typing in {@code room} waits for the person. */
    byte[] leftWords(RoomId room, MemberId member) {
        return Lots.derived(master, "left-words:" + room + ":" + member);
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH) {
                throw new IllegalStateException(file + " is not a key of " + LENGTH
                        + " bytes. Bring back the one from the backup: without it nobody can claim an anonymous note.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of anonymous notes cannot be used: " + file, e);
        }
    }

    /** Whole or not at all, and readable by nobody else: another process may start at the same moment. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(file.getParent(), "claim", ".key");
        try {
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(fresh, key, StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
