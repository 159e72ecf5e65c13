package org.tessera.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Files of the data folder that nobody else on the machine may read. */
final class Secrets {

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder if it is not there, for its owner only. */
    static Secrets in(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, forOwner(folder, "rwx------"));
        }
        return new Secrets(folder);
    }

    /** The application's password: made at random at the first call, then always the same. */
    String password() throws IOException {
        var file = folder.resolve("password");
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            write("password", HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    /** Writes a file that only its owner may read. */
    Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, forOwner(folder, "rw-------"));
        return Files.writeString(file, content);
    }

    private static FileAttribute<?>[] forOwner(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
