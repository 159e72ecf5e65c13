package org.tessera.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The pair of keys that packages are signed with: a file of two PEM blocks beside the database, made at the first start.
 * {@code tessera.package-key} names it; all nodes of one product need the same.
 */
@Component
final class PackageKey {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

    private final KeyPair pair;
    private final Manifest.Key named;

    /** @throws UncheckedIOException if the file can neither be read nor made */
    PackageKey(@Value("${tessera.package-key:data/package.key}") Path file) {
        pair = read(file.toAbsolutePath());
        named = Signing.named(pair.getPublic());
    }

    Manifest.Key named() {
        return named;
    }

    byte[] sign(byte[] manifest) {
        return Signing.sign(manifest, pair.getPrivate());
    }

    private static KeyPair read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return pair(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the key that packages are signed with cannot be used: " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file
                            + " holds no pair of Ed25519 keys. Bring back the one from the backup: with another, nobody can"
                            + " tell new packages from forged ones.",
                    e);
        }
    }

    private static KeyPair pair(String text) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance(Signing.ALGORITHM);
        KeyPair pair = new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY"))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY"))));
        if (!Signing.holds(PROBE, Signing.sign(PROBE, pair.getPrivate()), pair.getPublic())) {
            throw new IllegalArgumentException("the two keys are not of one pair");
        }
        return pair;
    }

    private static byte[] block(String text, String name) {
        Matcher block = Pattern.compile("-----BEGIN " + name + "-----([^-]+)-----END " + name + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + name);
        }
        return Base64.getMimeDecoder().decode(block.group(1).strip());
    }

    /** Whole or not at all, and readable by nobody else: another process may start at the same moment. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "package", ".key");
        try {
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
            }
            KeyPair pair = KeyPairGenerator.getInstance(Signing.ALGORITHM).generateKeyPair();
            String text = block("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + block("PUBLIC KEY", pair.getPublic().getEncoded());
            Files.writeString(fresh, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException _) {
            // Somebody else made it in the meantime: theirs is read.
            return;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        } finally {
            Files.delete(fresh);
        }
    }

    private static String block(String name, byte[] der) {
        return "-----BEGIN " + name + "-----\n" + LINES.encodeToString(der) + "\n-----END " + name + "-----\n";
    }
}
