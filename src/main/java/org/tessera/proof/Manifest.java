package org.tessera.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a package says of itself, and what is signed.
 *
 * @param made when, as ISO 8601 in UTC
 * @param about what a reader may want to know, by a word
 * @param logs the rooms whose commitments it holds
 * @param files every part but the manifest and its signature, in the order in which they follow
 */
record Manifest(
        String kind,
        String made,
        Map<String, String> about,
        Key key,
        List<Log> logs,
        List<Yield> artifacts,
        List<Entry> files) {

    /** What a package calls the form it has; another form would have another number. */
    static final String FORMAT = "tessera-package/1";

    static final String NAME = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /**
     * What it was signed with.
     *
     * @param id the first 32 hex digits of the SHA-256 of {@code spki}
     * @param spki the public key as X.509 writes it, in Base64
     */
    record Key(String id, String spki) {}

    /** The log of a room: how many entries it has, and the chain hash of the last. */
    record Log(String room, String path, long entries, String end) {}

    /**
     * An artifact.
     *
     * @param path the file that is its content; nothing where that was withheld
     * @param seq the place in the log that says its checksum, if that may be shown
     * @param shown the files that show something of it
     */
    record Yield(String id, String room, Optional<String> path, String sha256, Optional<Long> seq, List<String> shown) {
        Yield {
            shown = List.copyOf(shown);
        }
    }

    record Entry(String path, long bytes, String sha256) {}

    Manifest {
        about = Map.copyOf(about);
        logs = List.copyOf(logs);
        artifacts = List.copyOf(artifacts);
        files = List.copyOf(files);
    }

    /** The bytes that are signed, without the words that {@link Signing} puts before them. */
    byte[] bytes() {
        Map<String, Object> json = new HashMap<>();
        json.put("format", FORMAT);
        json.put("kind", kind);
        json.put("made", made);
        json.put("about", about);
        json.put("key", Map.of("algorithm", Signing.ALGORITHM, "id", key.id(), "public", key.spki()));
        json.put(
                "logs",
                logs.stream()
                        .map(log -> Map.of(
                                "room", log.room(), "path", log.path(), "entries", log.entries(), "end", log.end()))
                        .toList());
        json.put("artifacts", artifacts.stream().map(Manifest::json).toList());
        json.put(
                "files",
                files.stream()
                        .map(file -> Map.of("path", file.path(), "bytes", file.bytes(), "sha256", file.sha256()))
                        .toList());
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> json(Yield artifact) {
        Map<String, Object> json = new HashMap<>();
        json.put("id", artifact.id());
        json.put("room", artifact.room());
        artifact.path().ifPresent(path -> json.put("path", path));
        json.put("sha256", artifact.sha256());
        artifact.seq().ifPresent(seq -> json.put("seq", seq));
        if (!artifact.shown().isEmpty()) {
            json.put("shown", artifact.shown());
        }
        return json;
    }

    static Manifest of(byte[] bytes) throws BadLink {
        Object json;
        try {
            json = Json.readCanonical(bytes);
        } catch (Json.Unreadable e) {
            throw new BadLink("The manifest cannot be read: " + e.getMessage() + ".", e);
        }
        Fields root = Fields.of(json, "The manifest");
        if (!FORMAT.equals(root.text("format"))) {
            throw new BadLink("The manifest is of a form this verifier does not know: it reads " + FORMAT + ".");
        }
        Fields key = Fields.of(root.get("key"), "The key in the manifest");
        if (!Signing.ALGORITHM.equals(key.text("algorithm"))) {
            throw new BadLink("The manifest was signed in a way this verifier does not know.");
        }
        Map<String, String> about = new HashMap<>();
        Fields told = Fields.of(root.get("about"), "What the manifest tells about the package");
        for (String word : told.names()) {
            about.put(word, told.text(word));
        }
        List<Log> logs = new ArrayList<>();
        for (Fields log : root.list("logs")) {
            logs.add(new Log(log.text("room"), log.text("path"), log.number("entries"), hex(log, "end")));
        }
        List<Yield> artifacts = new ArrayList<>();
        for (Fields artifact : root.list("artifacts")) {
            Optional<Long> seq = artifact.has("seq") ? Optional.of(artifact.number("seq")) : Optional.empty();
            Optional<String> path = artifact.has("path") ? Optional.of(artifact.text("path")) : Optional.empty();
            artifacts.add(new Yield(
                    artifact.text("id"),
                    artifact.text("room"),
                    path,
                    hex(artifact, "sha256"),
                    seq,
                    artifact.has("shown") ? artifact.texts("shown") : List.of()));
        }
        List<Entry> files = new ArrayList<>();
        for (Fields file : root.list("files")) {
            files.add(new Entry(file.text("path"), file.number("bytes"), hex(file, "sha256")));
        }
        return new Manifest(
                root.text("kind"),
                root.text("made"),
                about,
                new Key(key.text("id"), key.text("public")),
                logs,
                artifacts,
                files);
    }

    private static String hex(Fields fields, String name) throws BadLink {
        String hex = fields.text(name);
        if (!HEX.matcher(hex).matches()) {
            throw new BadLink("The manifest holds a checksum that is none.");
        }
        return hex;
    }

    /** The fields of a map, each of the kind it must have. */
    private record Fields(Map<?, ?> map, String what) {

        static Fields of(Object json, String what) throws BadLink {
            if (json instanceof Map<?, ?> map) {
                return new Fields(map, what);
            }
            throw new BadLink(what + " is not what it should be.");
        }

        List<String> names() {
            return map.keySet().stream().map(String.class::cast).sorted().toList();
        }

        boolean has(String name) {
            return map.containsKey(name);
        }

        List<String> texts(String name) throws BadLink {
            List<String> texts = new ArrayList<>();
            if (get(name) instanceof List<?> list) {
                for (Object each : list) {
                    if (!(each instanceof String text)) {
                        throw new BadLink(what + " says \"" + name + "\" in a way that is not understood.");
                    }
                    texts.add(text);
                }
                return texts;
            }
            throw new BadLink(what + " says \"" + name + "\" in a way that is not understood.");
        }

        Object get(String name) throws BadLink {
            Object value = map.get(name);
            if (value == null) {
                throw new BadLink(what + " does not say \"" + name + "\".");
            }
            return value;
        }

        String text(String name) throws BadLink {
            if (get(name) instanceof String text) {
                return text;
            }
            throw new BadLink(what + " says \"" + name + "\" in a way that is not understood.");
        }

        long number(String name) throws BadLink {
            if (get(name) instanceof Long number && number >= 0) {
                return number;
            }
            throw new BadLink(what + " says \"" + name + "\" in a way that is not understood.");
        }

        List<Fields> list(String name) throws BadLink {
            if (!(get(name) instanceof List<?> list)) {
                throw new BadLink(what + " says \"" + name + "\" in a way that is not understood.");
            }
            List<Fields> all = new ArrayList<>();
            for (Object each : list) {
                all.add(of(each, "A line of \"" + name + "\" in the manifest"));
            }
            return all;
        }
    }
}
