package org.tessera.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tessera.clock.HandClock;

/** A package with one room, one artifact and two files, and the hands of somebody who knows the format to change it. */
final class SmallPackage {

    private static final byte[] SALT = new byte[32];

    private final Packages packages;
    private final UUID room;
    private final UUID artifact = UUID.nameUUIDFromBytes(new byte[] {7});
    private final List<LoggedEntry> log = new ArrayList<>();
    private final String content;

    private SmallPackage(Path key, String word) {
        packages = new Packages(new PackageKey(key), HandClock.going());
        room = UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
        content = "{\"notes\":[\"" + word + "\"]}";
        add("2026-10-14T20:15:30Z", "{\"type\":\"phase-started\",\"phase\":\"describe\"}", true);
        add("2026-10-14T20:16:30Z", "{\"type\":\"note-added\",\"text\":\"a secret\"}", false);
        add("2026-10-14T20:17:30Z", "{\"type\":\"phase-ended\",\"phase\":\"describe\"}", true);
        add(
                "2026-10-14T20:17:30Z",
                "{\"type\":\"artifact-yielded\",\"artifact\":\"" + artifact + "\",\"sha256\":\"" + sha256() + "\"}",
                true);
        add("2026-10-14T20:20:30Z", "{\"type\":\"room-closed\"}", true);
    }

    static SmallPackage signedWith(Path key) {
        return new SmallPackage(key, "word");
    }

    /** Another one of the same server. */
    static SmallPackage signedWith(Path key, String word) {
        return new SmallPackage(key, word);
    }

    String logName() {
        return "logs/" + room + ".jsonl";
    }

    String artifactName() {
        return "artifacts/" + artifact + ".json";
    }

    String keyId() {
        return packages.keyId();
    }

    byte[] bytes() {
        return packages.pack(draft());
    }

    PackageDraft draft() {
        return new PackageDraft(
                "meeting",
                Map.of("protocol", "looking-at-student-work@1.0"),
                List.of(new PackageDraft.RoomLog(room, log)),
                List.of(new PackageDraft.Artifact(artifact, room, content, sha256())),
                List.of(
                        new PackageDraft.File("minutes.txt", Content.of("What was said.")),
                        new PackageDraft.File("board.csv", Content.of("kind,text"))));
    }

    private String sha256() {
        return Hashing.hex(Hashing.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void add(String at, String event, boolean opened) {
        String payload = "{\"at\":\"" + at + "\",\"by\":null,\"event\":" + event + "}";
        byte[] hash = Hashing.payload(SALT, payload);
        byte[] before = log.isEmpty() ? Hashing.START : log.getLast().chainHash();
        log.add(new LoggedEntry(
                log.size() + 1,
                hash,
                Hashing.chain(before, log.size() + 1, hash),
                opened ? Optional.of(new LoggedEntry.Opened(SALT, payload)) : Optional.empty()));
    }

    /** A part as somebody found it in a package. */
    record Part(String name, byte[] bytes) {
        Part reading(String text) {
            return new Part(name, text.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static List<Part> parts(Path file) {
        try (Archive archive = Archive.open(file)) {
            List<Part> parts = new ArrayList<>();
            for (ZipForm.Placed part : archive.parts()) {
                parts.add(new Part(part.name(), archive.bytes(part)));
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadLink e) {
            throw new AssertionError(e);
        }
    }

    /** A container as sound as any around {@code parts}. */
    static byte[] packed(List<Part> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackageWriter writer = new PackageWriter(bytes);
        try {
            for (Part part : parts) {
                Content content = Content.of(part.bytes());
                writer.add(part.name(), content, PackageWriter.measured(content));
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
