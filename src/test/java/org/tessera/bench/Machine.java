package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it was measured on. */
final class Machine {

    private Machine() {}

    static String told() throws IOException {
        String model = line(Path.of("/proc/cpuinfo"), "model name");
        long gigabytes =
                Long.parseLong(line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "")) / 1024 / 1024;
        return Runtime.getRuntime().availableProcessors() + " cores (" + model + "), " + gigabytes + " GB, Linux "
                + System.getProperty("os.version") + ", Java " + Runtime.version();
    }

    private static String line(Path file, String begins) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(begins))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
