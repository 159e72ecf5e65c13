package org.tessera.support.hostile;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** All hostile files of one run, in a fixed order. */
public final class HostileFiles {

    /** What is kept for the next door instead of being made again: packing takes its time, and what is packed is small. */
    private static final int SMALL = 1 << 20;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("html", "text/html"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("zip", "application/zip"),
            Map.entry("json", "application/json"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("csv", "text/csv"));

    private final List<HostileFile> files = new ArrayList<>();
    private final String mark;
    private final String trap;

    private HostileFiles(String mark, URI trap) {
        this.mark = mark;
        this.trap = trap.toString();
    }

    /**
     * Makes them.
     *
     * @param mark a word nobody else uses: it stands in every script and in the names of what programs would leave behind
     * @param trap an address that notices when it is asked; everything that can point elsewhere points there
     */
    public static List<HostileFile> all(String mark, URI trap) {
        HostileFiles all = new HostileFiles(mark, trap);
        Polyglots.into(all);
        Markup.into(all);
        Programs.into(all);
        Packed.into(all);
        HostilePdfs.into(all);
        HostilePictures.into(all);
        HostileRecordings.into(all);
        Torn.into(all);
        Misnamed.into(all);
        return List.copyOf(all.files);
    }

    /** A script that tells on itself: by the trap, and in every text it stands in. */
    String script() {
        return "<script>/*" + mark + "*/fetch('" + trap + "/script')</script>";
    }

    /** What a shell would do with it. */
    String command() {
        return "touch /tmp/" + mark + "; curl " + trap + "/shell";
    }

    String mark() {
        return mark;
    }

    String trap() {
        return trap;
    }

    void add(String what, String name, Supplier<byte[]> content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        add(what, name, TYPES.getOrDefault(ending, "application/octet-stream"), content);
    }

    void add(String what, String name, String type, Supplier<byte[]> content) {
        AtomicReference<byte[]> made = new AtomicReference<>();
        files.add(new HostileFile(what, name, type, () -> {
            byte[] bytes = made.get();
            if (bytes == null) {
                bytes = content.get();
                if (bytes.length < SMALL) {
                    made.set(bytes);
                }
            }
            return bytes;
        }));
    }

    void text(String what, String name, String content) {
        add(what, name, () -> Bytes.of(content));
    }

    /** The same text under its own name and under an innocent one, with an innocent type. */
    void disguised(String what, String ending, String content) {
        disguised(what, ending, Bytes.of(content));
    }

    void disguised(String what, String ending, byte[] content) {
        add(what, "work." + ending, () -> content);
        String innocent = List.of("png", "pdf", "jpg", "mp4").get(Math.floorMod(ending.hashCode(), 4));
        add(what + ", called " + innocent, "work." + innocent, () -> content);
    }
}
