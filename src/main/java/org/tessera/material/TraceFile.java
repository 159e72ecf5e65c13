package org.tessera.material;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Traces on their way from a process of its own to the server: a file in the work folder, gone with it. */
final class TraceFile {

    /** More than a class's book of essays; the rest of a file that has more is not looked at, and that is said. */
    private static final int MOST = 200_000;

    private TraceFile() {}

    static void write(Path file, List<Trace> traces) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Trace trace : traces.subList(0, Math.min(MOST, traces.size()))) {
                out.write(trace.word());
                out.write('\n');
            }
            if (traces.size() > MOST) {
                out.write(Trace.loose(Trace.Source.BROKEN, 1, "").word());
                out.write('\n');
            }
        }
    }

    /** The traces in a file; none if there is no file. */
    static List<Trace> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Trace> traces = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.limit(MOST + 1L).map(Trace::of).forEach(traces::add);
        }
        return traces;
    }
}
