package org.tessera.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the launcher has built and brought: the packed product, MariaDB, Node with the peers.
 *
 * @param product the folder of the unpacked product
 * @param mariadb the folder of MariaDB’s programs
 * @param node the folder of Node
 * @param peers the folder of the peers’ packages
 * @param surroundings what the product finds in its environment beside what is there
 */
record Installation(Path product, Path mariadb, Path node, Path peers, Map<String, String> surroundings) {

    private static final List<String> JVM =
            List.of("-Duser.timezone=UTC", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

    Installation(Path product, Path mariadb, Path node, Path peers) {
        this(product, mariadb, node, peers, Map.of());
    }

    /** The same, whose product finds this in its environment. */
    Installation in(Map<String, String> surroundings) {
        return new Installation(product, mariadb, node, peers, surroundings);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Prepares meetings in {@code folder}, in a process of its own. */
    void prepares(Path folder, int rooms, int people, String pack) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Preparation.class.getName(),
                folder.toString(),
                mariadb.toString(),
                String.valueOf(rooms),
                String.valueOf(people),
                pack));
        Process process = start(command, folder.resolve("preparation.log"));
        if (!process.waitFor(20, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("nothing was prepared: see " + folder.resolve("preparation.log"));
        }
    }

    /** Starts the packed product as {@code ./tessera run} does. */
    Process serves(Path folder, int port) throws IOException {
        return serves(folder, port, true);
    }

    /** The same, with or without what the build keeps of a trial start. */
    Process serves(Path folder, int port, boolean quickly) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        Path cache = product.resolve("tessera.aot");
        if (quickly && Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of(
                "-jar",
                product.resolve("tessera.jar").toString(),
                "--server.port=" + port,
                "--tessera.database.binaries=" + mariadb,
                "--tessera.database.folder=" + folder.resolve("database"),
                "--tessera.files=" + folder.resolve("files")));
        return start(command, log(folder), surroundings);
    }

    /** Starts the packed product as one of several nodes. */
    Process joins(Path log, int port, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        Path cache = product.resolve("tessera.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-jar", product.resolve("tessera.jar").toString(), "--server.port=" + port));
        command.addAll(settings);
        return start(command, log);
    }

    /** Starts another class of this class path as a process of its own. */
    Process runs(Class<?> main, Path log, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(command, log);
    }

    /** Starts a peer that runs in Node. */
    Process runsInNode(String script, int port, Path log) throws IOException {
        return start(
                List.of(
                        node.resolve("bin").resolve("node").toString(),
                        peers.resolve(script).toString(),
                        String.valueOf(port)),
                log);
    }

    Path log(Path folder) {
        return folder.resolve("server.log");
    }

    /** The process of the database whose files are in {@code folder}. */
    long databaseOf(Path folder) {
        try {
            return Long.parseLong(Files.readString(folder.resolve("database").resolve("server"))
                    .strip()
                    .split(" ", -1)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(List<String> command, Path log) throws IOException {
        return start(command, log, Map.of());
    }

    private static Process start(List<String> command, Path log, Map<String, String> surroundings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(surroundings);
        return builder.start();
    }
}
