package org.tessera.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.tessera.proof.ZipForm.Placed;

/**
 * Checks a package without a server: its container, its signature, that it holds exactly what was signed, each room's log
 * from the first entry to the last, each file, and that the logs announce the artifacts.
 */
final class Verifier {

    private static final int LARGEST_MANIFEST = 32 << 20;

    private final List<String> held = new ArrayList<>();
    private final Optional<String> trusted;

    private Verifier(Optional<String> trusted) {
        this.trusted = trusted;
    }

    /**
     * Checks {@code file}.
     *
     * @param trusted the name of the only key that will do; any if empty
     * @throws IOException if the file cannot be read
     */
    static Verdict verify(Path file, Optional<String> trusted) throws IOException {
        Verifier verifier = new Verifier(trusted);
        try {
            verifier.check(file);
            return new Verdict(verifier.held, Optional.empty());
        } catch (BadLink link) {
            return new Verdict(verifier.held, Optional.of(link.sentence()));
        }
    }

    private void check(Path file) throws IOException, BadLink {
        try (Archive archive = Archive.open(file)) {
            List<Placed> parts = archive.parts();
            held.add("The container holds " + parts.size() + " parts and nothing else.");
            Manifest manifest = signed(archive);
            inventory(manifest, parts);
            Map<String, Placed> byName = new HashMap<>();
            parts.forEach(part -> byName.put(part.name(), part));
            Map<String, LogCheck> logs = new HashMap<>();
            for (Manifest.Log log : manifest.logs()) {
                logs.put(log.room(), follow(log, archive, byName));
            }
            for (Manifest.Entry entry : manifest.files()) {
                file(entry, archive, part(byName, entry.path()));
            }
            held.add("Each of the " + manifest.files().size() + " files is byte for byte what was signed.");
            Map<String, String> checksums = new HashMap<>();
            manifest.files().forEach(entry -> checksums.put(entry.path(), entry.sha256()));
            for (Manifest.Yield artifact : manifest.artifacts()) {
                artifact(artifact, checksums, logs);
            }
        }
    }

    private Manifest signed(Archive archive) throws IOException, BadLink {
        List<Placed> parts = archive.parts();
        if (parts.size() < 2
                || !parts.get(0).name().equals(Manifest.NAME)
                || !parts.get(1).name().equals(Manifest.SIGNATURE)) {
            throw new BadLink("The package does not begin with a manifest and its signature.");
        }
        if (parts.get(0).size() > LARGEST_MANIFEST || parts.get(1).size() != Signing.LENGTH) {
            throw new BadLink("The manifest or its signature has a size it cannot have.");
        }
        byte[] bytes = archive.bytes(parts.get(0));
        Manifest manifest = Manifest.of(bytes);
        if (!Signing.holds(bytes, archive.bytes(parts.get(1)), Signing.key(manifest.key()))) {
            throw new BadLink("The manifest is not what was signed with the key it names.");
        }
        for (Placed part : parts.subList(0, 2)) {
            crc(part, archive);
        }
        String id = manifest.key().id();
        if (trusted.isPresent() && !trusted.get().equals(id)) {
            throw new BadLink("The manifest was signed with the key " + id + ", not with " + trusted.get() + ".");
        }
        held.add("The manifest, made " + manifest.made() + ", is signed with the key " + id
                + (trusted.isPresent() ? ", the one you named." : "."));
        return manifest;
    }

    /** That the parts are those of the manifest, in its order. */
    private void inventory(Manifest manifest, List<Placed> parts) throws BadLink {
        List<Placed> rest = parts.subList(2, parts.size());
        for (int i = 0; i < Math.max(rest.size(), manifest.files().size()); i++) {
            if (i >= rest.size()) {
                throw new BadLink("The file \"" + manifest.files().get(i).path() + "\", which was signed, is missing.");
            }
            String name = rest.get(i).name();
            if (i >= manifest.files().size()) {
                throw new BadLink("The manifest does not name the file \"" + name + "\".");
            }
            String expected = manifest.files().get(i).path();
            if (!expected.equals(name)) {
                boolean known =
                        manifest.files().stream().anyMatch(file -> file.path().equals(name));
                throw new BadLink(
                        known
                                ? "Where the file \"" + expected + "\" belongs stands \"" + name + "\"."
                                : "The manifest does not name the file \"" + name + "\".");
            }
        }
        held.add("The files are those the manifest names, in its order.");
    }

    private LogCheck follow(Manifest.Log log, Archive archive, Map<String, Placed> byName) throws IOException, BadLink {
        try (InputStream in = archive.open(part(byName, log.path()))) {
            LogCheck check = LogCheck.follow(log, in);
            held.add("The log of room " + log.room() + " has " + check.entries()
                    + " entries, each of which follows from the one before; " + check.opened()
                    + " show what they say, and say what they committed to.");
            return check;
        }
    }

    private static void file(Manifest.Entry entry, Archive archive, Placed part) throws IOException, BadLink {
        if (part.size() != entry.bytes()) {
            throw new BadLink("The file \"" + entry.path() + "\" has " + part.size() + " bytes; " + entry.bytes()
                    + " were signed.");
        }
        MessageDigest digest = Hashing.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = archive.open(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        if (!Hashing.hex(digest.digest()).equals(entry.sha256())) {
            throw new BadLink("The file \"" + entry.path() + "\" is not what was signed.");
        }
        crc(part, archive);
    }

    /** The container's own checksum, which other programs look at. */
    private static void crc(Placed part, Archive archive) throws IOException, BadLink {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = archive.open(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        if ((int) crc.getValue() != part.crc()) {
            throw new BadLink("The head of the part \"" + part.name() + "\" says a checksum its content has not.");
        }
    }

    private void artifact(Manifest.Yield artifact, Map<String, String> checksums, Map<String, LogCheck> logs)
            throws BadLink {
        String what = "The artifact " + artifact.id();
        Optional<String> path = artifact.path();
        if (path.isPresent() && !artifact.sha256().equals(checksums.get(path.get()))) {
            throw new BadLink(what + " is not in the package under its own checksum.");
        }
        for (String file : artifact.shown()) {
            if (!checksums.containsKey(file)) {
                throw new BadLink(what + " is said to be shown in \"" + file + "\", which the package does not have.");
            }
        }
        String shown =
                artifact.shown().isEmpty() ? "" : " \"" + String.join("\", \"", artifact.shown()) + "\" shows of it.";
        if (artifact.seq().isEmpty()) {
            held.add(
                    what + " is the one that was signed; the entry of the log that announced it is not shown." + shown);
            return;
        }
        long seq = artifact.seq().get();
        Optional<Announced> said = Optional.ofNullable(logs.get(artifact.room()))
                .flatMap(log -> Optional.ofNullable(log.announced().get(seq)));
        if (said.filter(new Announced(artifact.id(), artifact.sha256())::equals).isEmpty()) {
            throw new BadLink(what + " is not the one that entry " + seq + " of its room's log announced.");
        }
        held.add(
                path.isPresent()
                        ? what + " is the one that entry " + seq + " of its room's log announced." + shown
                        : what + " was announced by entry " + seq
                                + " of its room's log; all of it is only with the server." + shown);
    }

    private static Placed part(Map<String, Placed> byName, String path) throws BadLink {
        Placed part = byName.get(path);
        if (part == null) {
            throw new BadLink("The manifest speaks of \"" + path + "\" but does not name it as a file.");
        }
        return part;
    }
}
