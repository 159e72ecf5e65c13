package org.tessera.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tessera.bench.Preparation.Prepared;
import org.tessera.bench.fault.FaultyLine;
import org.tessera.bench.fault.Toxics;
import org.tessera.shell.database.EmbeddedDatabase;
import org.tessera.shell.database.EmbeddedDatabaseSettings;
import org.tessera.shell.database.MariaDbBinaries;
import org.tessera.support.Rabbit;

/**
 * Two nodes of the packed product, a MariaDB and a RabbitMQ that belong to neither, and in front of them what a load balancer
 * does: who sits at one node is sent to the other where that takes no connection.
 */
final class Cluster implements AutoCloseable {

    private static final int NODES = 2;

    private final Installation installation;
    private final Path folder;
    private final EmbeddedDatabase database;
    private final Rabbit rabbit;
    private final List<Process> nodes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<FaultyLine> lines = new ArrayList<>();
    private final FaultyLine any;
    private final HttpClient http = HttpClient.newHttpClient();

    private Cluster(Installation installation, Path folder) throws IOException, InterruptedException {
        this.installation = installation;
        this.folder = folder;
        this.database = EmbeddedDatabase.start(new EmbeddedDatabaseSettings(
                new MariaDbBinaries(installation.mariadb()), folder.resolve("database"), true));
        this.rabbit = Rabbit.start(folder.resolve("rabbitmq"));
        for (int node = 0; node < NODES; node++) {
            try (ServerSocket free = new ServerSocket(0)) {
                ports.add(free.getLocalPort());
            }
            nodes.add(process(node));
        }
        for (int node = 0; node < NODES; node++) {
            answers(node);
        }
        for (Toxics way : List.of(Toxics.NONE, Toxics.NONE.withoutSockets())) {
            for (int node = 0; node < NODES; node++) {
                FaultyLine line = new FaultyLine(List.of(address(node), address(1 - node)), lines.size() + 1L);
                line.suffers(way);
                lines.add(line);
            }
        }
        this.any = new FaultyLine(List.of(address(0), address(1)), 0);
    }

    /** Prepares a meeting of so many people and starts everything. */
    static Cluster start(Installation installation, Path folder, int people) throws Exception {
        installation.prepares(folder, 1, people, Meetings.PACK);
        return new Cluster(installation, folder);
    }

    Prepared room() throws IOException {
        return Preparation.read(folder).getFirst();
    }

    /** Whichever node answers. */
    URI address() {
        return any.address();
    }

    /** In turn to the one and to the other node; the second half where WebSockets are blocked. */
    List<FaultyLine> lines() {
        return lines;
    }

    Rabbit rabbit() {
        return rabbit;
    }

    private URI address(int node) {
        return URI.create("http://localhost:" + ports.get(node));
    }

    private Process process(int node) throws IOException {
        return installation.joins(
                folder.resolve("node-" + node + ".log"),
                ports.get(node),
                List.of(
                        "--spring.profiles.active=cluster",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.rabbitmq.host=127.0.0.1",
                        "--spring.rabbitmq.port=" + rabbit.port(),
                        "--tessera.files=" + folder.resolve("files")));
    }

    /** Ends a node as a failing machine would. */
    void kills(int node) throws InterruptedException {
        nodes.get(node).destroyForcibly().waitFor();
    }

    /** Asks a node to end, and waits until it has. */
    void ends(int node) throws InterruptedException {
        nodes.get(node).destroy();
        nodes.get(node).waitFor();
    }

    /** Starts a node again and waits until it answers. */
    void startsAgain(int node) throws IOException, InterruptedException {
        nodes.set(node, process(node));
        answers(node);
    }

    /** Who was sent to the other node comes back to this one. */
    void comeBackTo(int node) {
        for (int line = node; line < lines.size(); line += NODES) {
            lines.get(line).cut();
        }
    }

    private void answers(int node) throws InterruptedException {
        HttpRequest knock = HttpRequest.newBuilder(address(node).resolve("/api/csrf"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (int attempt = 0; attempt < 3_000; attempt++) {
            try {
                if (http.send(knock, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("node " + node + " did not start: see " + folder);
    }

    @Override
    public void close() throws Exception {
        for (Process node : nodes) {
            node.destroy();
        }
        for (Process node : nodes) {
            if (!node.waitFor(30, TimeUnit.SECONDS)) {
                node.destroyForcibly();
            }
        }
        any.close();
        rabbit.close();
        database.close();
        http.shutdownNow();
        Files.deleteIfExists(folder.resolve("seats"));
    }
}
