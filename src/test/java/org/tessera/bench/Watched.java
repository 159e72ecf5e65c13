package org.tessera.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process as the system sees it.
 *
 * @param name what it is in tables
 */
record Watched(String name, long id) {

    /** The kernel counts in hundredths of a second, on every Linux there is. */
    private static final double TICKS = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /** Seconds of a core it has used so far. */
    double cpuSeconds() {
        String stat = read("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
    }

    /** Writes down what all threads of a JVM are at, the virtual ones too. */
    void writesThreads(Path file) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(id),
                        "Thread.dump_to_file",
                        "-overwrite",
                        file.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Megabytes it holds in memory. */
    long megabytes() {
        return read("status")
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    /** How many threads the system runs for it. */
    int threads() {
        return read("status")
                .lines()
                .filter(line -> line.startsWith("Threads:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    /**
     * What lives on a JVM's heap, counted after a full collection.
     *
     * @param instances how many of each class, by its whole name
     */
    record Heap(long kilobytes, Map<String, Long> instances) {}

    /** Collects a JVM's heap and counts what is left. */
    Heap heap() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        run(List.of(jcmd, String.valueOf(id), "GC.run"));
        String histogram = run(List.of(jcmd, String.valueOf(id), "GC.class_histogram"));
        Map<String, Long> instances = new HashMap<>();
        long bytes = -1;
        for (String line : histogram.lines().toList()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].equals("Total")) {
                bytes = Long.parseLong(words[2]);
            } else if (words[0].endsWith(":") && words.length > 3) {
                instances.merge(words[3], Long.parseLong(words[1]), Long::sum);
            }
        }
        if (bytes < 0) {
            throw new IllegalStateException("no histogram of " + id);
        }
        return new Heap(bytes / 1024, instances);
    }

    /** Kilobytes of live objects on a JVM's heap, counted after a full collection. */
    long liveHeapKilobytes() {
        return heap().kilobytes();
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(id), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
