package org.tessera.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A RabbitMQ of our own, with its own folder, ports and name, on loopback. */
public final class Rabbit implements AutoCloseable {

    /** Tenths of a second; a machine that has much to do needs a minute and more. */
    private static final int PATIENCE = 3_000;

    private final Path program;
    private final Path folder;
    private final int port = freePort();
    private final int epmdPort = freePort();
    private final int distribution = freePort();
    private final Process epmd;
    private Optional<Process> server = Optional.empty();

    private Rabbit(Path program, Path folder) throws IOException {
        this.program = program;
        this.folder = Files.createDirectories(folder);
        this.epmd = started(new ProcessBuilder("epmd", "-port", String.valueOf(epmdPort), "-address", "127.0.0.1"));
    }

    /** Whether this machine has one. */
    public static boolean isInstalled() {
        return installed().isPresent();
    }

    /** Where the machine has it. */
    private static Optional<Path> installed() {
        return Stream.concat(
                        // what Debian puts on the path wants another user
                        Stream.of(Path.of("/usr/lib/rabbitmq/bin")),
                        Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of))
                .map(place -> place.resolve("rabbitmq-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it and waits until it listens. */
    public static Rabbit start(Path folder) throws IOException, InterruptedException {
        Rabbit rabbit = new Rabbit(
                installed()
                        .orElseThrow(() -> new IllegalStateException("There is no RabbitMQ on this machine. Debian and"
                                + " Ubuntu bring it with: apt-get install rabbitmq-server")),
                folder);
        try {
            rabbit.starts();
        } catch (IOException | InterruptedException | RuntimeException e) {
            rabbit.close();
            throw e;
        }
        return rabbit;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Starts it on what it left. */
    public void starts() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("HOME", folder.toString()),
                        Map.entry("ERL_EPMD_PORT", String.valueOf(epmdPort)),
                        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                        Map.entry("RABBITMQ_NODENAME", "tessera-trial@localhost"),
                        Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                        Map.entry("RABBITMQ_NODE_PORT", String.valueOf(port)),
                        Map.entry("RABBITMQ_DIST_PORT", String.valueOf(distribution)),
                        Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString()),
                        Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                        Map.entry(
                                "RABBITMQ_CONFIG_FILE",
                                folder.resolve("rabbitmq").toString()),
                        Map.entry(
                                "RABBITMQ_ENABLED_PLUGINS_FILE",
                                folder.resolve("plugins").toString()),
                        Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString())));
        server = Optional.of(started(builder));
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("RabbitMQ did not start: see " + folder.resolve("output.log"));
    }

    /** Ends it at once, with everything it had in memory. */
    public void dies() throws InterruptedException {
        if (server.isPresent()) {
            List<ProcessHandle> all = Stream.concat(
                            server.get().descendants(), Stream.of(server.get().toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            server.get().waitFor();
            server = Optional.empty();
        }
    }

    private Process started(ProcessBuilder builder) throws IOException {
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()))
                .start();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        dies();
        epmd.destroyForcibly().waitFor();
    }
}
