package org.tessera.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * From the start of the packed server, its database beside it, to the first page it serves: with what the build keeps of a
 * trial start, and without it.
 */
final class Starting implements Trial {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        installation.prepares(folder, 1, 2, Meetings.PACK);
        // the first start finds the disk's cache cold; whoever starts a second time does not
        start(installation, folder, true);
        figures.accept(start(installation, folder, true));
        figures.accept(start(installation, folder, false));
    }

    private Figures start(Installation installation, Path folder, boolean quickly) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        long begin = System.nanoTime();
        Process process = installation.serves(folder, port, quickly);
        try {
            double answered = secondsUntil(URI.create("http://localhost:" + port + "/login"), begin);
            Watched server = new Watched("server", process.pid());
            return new Figures.Gathering()
                    .and("seconds to the first page", answered)
                    .and("seconds of CPU", server.cpuSeconds())
                    .and("memory MB", server.megabytes())
                    .of(name(), "Tessera", quickly ? "with the AOT cache" : "without it");
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static double secondsUntil(URI page, long begin) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        while (System.nanoTime() - begin < LONGEST.toNanos()) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return (System.nanoTime() - begin) / 1e9;
                }
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        throw new IllegalStateException("the server did not start");
    }
}
