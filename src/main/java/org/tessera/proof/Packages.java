package org.tessera.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tessera.clock.AlarmClock;

/** Makes packages that an outsider can check without this server. */
@Service
public class Packages {

    private static final String YIELDED = "artifact-yielded";

    private final PackageKey key;
    private final InstantSource clock;

    Packages(PackageKey key, AlarmClock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The name of the key that packages are signed with. */
    public String keyId() {
        return key.named().id();
    }

    /** The public key that packages are signed with, as X.509 writes it, in Base64. */
    public String publicKey() {
        return key.named().spki();
    }

    /** The package in memory; for what holds no large files. */
    public byte[] pack(PackageDraft draft) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(draft, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a package in memory could not be made", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the package and signs it.
     *
     * @throws IllegalArgumentException if a file has a name packages do not use, or all of them are too large
     * @throws IOException if a file cannot be read or {@code out} cannot be written
     */
    public void write(PackageDraft draft, OutputStream out) throws IOException {
        List<Part> parts = parts(draft);
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Part part : parts) {
            PackageWriter.Measured measured = part.measured();
            entries.add(new Manifest.Entry(part.name(), measured.size(), Hashing.hex(measured.sha256())));
        }
        byte[] manifest = new Manifest(
                        draft.kind(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        draft.about(),
                        key.named(),
                        draft.logs().stream().map(Packages::log).toList(),
                        draft.artifacts().stream()
                                .map(artifact -> announced(artifact, draft))
                                .toList(),
                        entries)
                .bytes();
        PackageWriter writer = new PackageWriter(out);
        for (Part part : List.of(
                Part.of(Manifest.NAME, Content.of(manifest)),
                Part.of(Manifest.SIGNATURE, Content.of(key.sign(manifest))))) {
            writer.add(part.name(), part.content(), part.measured());
        }
        for (Part part : parts) {
            writer.add(part.name(), part.content(), part.measured());
        }
        writer.finish();
    }

    private record Part(String name, Content content, PackageWriter.Measured measured) {
        static Part of(String name, Content content) throws IOException {
            return new Part(name, content, PackageWriter.measured(content));
        }
    }

    private static List<Part> parts(PackageDraft draft) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (PackageDraft.RoomLog log : draft.logs()) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (LoggedEntry entry : log.entries()) {
                lines.writeBytes(LogLine.bytes(entry));
            }
            parts.add(Part.of(path(log), Content.of(lines.toByteArray())));
        }
        for (PackageDraft.Artifact artifact : draft.artifacts()) {
            if (artifact.content().isPresent()) {
                parts.add(Part.of(path(artifact), Content.of(artifact.content().get())));
            }
        }
        for (PackageDraft.File file : draft.files()) {
            parts.add(Part.of(file.path(), file.content()));
        }
        return parts;
    }

    private static String path(PackageDraft.RoomLog log) {
        return "logs/" + log.room() + ".jsonl";
    }

    private static String path(PackageDraft.Artifact artifact) {
        return "artifacts/" + artifact.id() + ".json";
    }

    private static Manifest.Log log(PackageDraft.RoomLog log) {
        byte[] end = log.entries().isEmpty()
                ? Hashing.START
                : log.entries().getLast().chainHash();
        return new Manifest.Log(log.room().toString(), path(log), log.entries().size(), Hashing.hex(end));
    }

    private static Manifest.Yield announced(PackageDraft.Artifact artifact, PackageDraft draft) {
        Optional<Long> seq = draft.logs().stream()
                .filter(log -> log.room().equals(artifact.room()))
                .flatMap(log -> log.entries().stream())
                .filter(entry -> entry.opened()
                        .filter(opened -> isOf(opened.payload(), artifact))
                        .isPresent())
                .map(LoggedEntry::seq)
                .findFirst();
        return new Manifest.Yield(
                artifact.id().toString(),
                artifact.room().toString(),
                artifact.content().map(_ -> path(artifact)),
                artifact.sha256(),
                seq,
                artifact.shown());
    }

    private static boolean isOf(String payload, PackageDraft.Artifact artifact) {
        return payload.contains(YIELDED)
                && Announced.of(payload)
                        .filter(said -> said.artifact().equals(artifact.id().toString()))
                        .isPresent();
    }
}
