package org.tessera.material;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * A process of one piece of work: a main class of ours with a small heap, one folder, no environment, no secret and no
 * database. What it says comes line by line; it dies with this process.
 */
record OwnProcess(Process process, BlockingQueue<String> lines) {

    private static final Logger LOG = LoggerFactory.getLogger(OwnProcess.class);
    private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    /** What a process cannot do without on some systems; it gets no other variable, so no password either. */
    private static final Set<String> VARIABLES = Set.of("SystemRoot", "LANG");
    /** Stands for the end of what it says. */
    static final String END = "";

    /**
     * Starts it.
     *
     * @param settings of the Java process, beside those that bound it
     * @param variables its environment
     */
    static OwnProcess start(
            Class<?> main,
            DataSize memory,
            Path folder,
            List<String> settings,
            Map<String, String> variables,
            List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                // The libraries have a lot to say about hostile files, and nobody to say it to.
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog"));
        command.addAll(settings);
        command.addAll(program(main));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(VARIABLES);
        builder.environment().putAll(variables);
        Process process = builder.start();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> read(process, lines));
        return new OwnProcess(process, lines);
    }

    /** Ends it, whatever it is doing. */
    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The class path and main class; out of the packed jar only Boot's own launcher can start a class. */
    private static List<String> program(Class<?> main) {
        boolean packed = main.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .contains("nested:");
        return packed
                ? List.of("-Dloader.main=" + main.getName(), "-cp", classPath(), BOOT_LAUNCHER)
                : List.of("-cp", classPath(), main.getName());
    }

    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void read(Process process, BlockingQueue<String> lines) {
        try (BufferedReader reader = process.inputReader()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.add(text);
            }
        } catch (IOException e) {
            LOG.debug("a process of one piece of work broke off", e);
        }
        lines.add(END);
    }
}
