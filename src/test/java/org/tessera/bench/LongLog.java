package org.tessera.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tessera.bench.Preparation.Prepared;

/**
 * A meeting whose log grows and grows: what a delivery costs when it holds a hundred events and when it holds a hundred
 * thousand, and how long a newcomer waits for the board. Another room warms the server up before.
 */
final class LongLog implements Trial {

    private static final int PEOPLE = 20;
    private static final int WARMING = 0;
    private static final int GROWING = 1;
    private static final List<Integer> LENGTHS = List.of(100, 1_000, 10_000, 100_000);

    /** People together may give twenty a second each; this is a little less. */
    private static final int FILLING = 300;

    private static final int MEASURED = 50;
    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration LAST_ONES = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "long-log";
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        int most = LENGTHS.getLast() + LENGTHS.size() * MEASURED * (int) WINDOW.toSeconds() + 1_000;
        Score score = new Score(2, PEOPLE, most + FILLING * (int) WARM_UP.toSeconds());
        try (Tesseras product = Tesseras.start(installation, folder, 2, PEOPLE);
                Sockets sockets = new Sockets()) {
            product.seat(2, PEOPLE, score, sockets);
            Prepared grown = Preparation.read(folder).get(GROWING);
            sends(product, score, WARMING, FILLING, FILLING * (int) WARM_UP.toSeconds());
            int length = 0;
            for (int wanted : LENGTHS) {
                sends(product, score, GROWING, FILLING, wanted - length);
                figures.accept(measure(product, score, sockets, grown, wanted));
                length = wanted + MEASURED * (int) WINDOW.toSeconds();
            }
            product.killed();
            product.startsAgain();
            // whoever comes first brings the room back from what is stored of it
            double first = millisToTheBoard(product.address(), sockets, grown);
            figures.accept(new Figures.Gathering()
                    .and("first board ms", first)
                    .of(name(), "Tessera", label("the server started again,", length)));
        }
    }

    private Figures measure(Tesseras product, Score score, Sockets sockets, Prepared room, int length)
            throws Exception {
        Watched server = product.processes().getFirst();
        Watched database = product.processes().getLast();
        score.forgets();
        score.begins(System.nanoTime());
        double before = server.cpuSeconds();
        double stored = database.cpuSeconds();
        int updates = MEASURED * (int) WINDOW.toSeconds();
        sends(product, score, GROWING, MEASURED, updates);
        double used = server.cpuSeconds() - before;
        double storing = database.cpuSeconds() - stored;
        return new Figures.Gathering()
                .and("p50 ms", score.delivery().getValueAtPercentile(50) / 1e6)
                .and("p95 ms", score.delivery().getValueAtPercentile(95) / 1e6)
                .and("server µs per delivery", 1e6 * used / Math.max(1, score.measured()))
                .and("database µs per command", 1e6 * storing / updates)
                .and("first board ms", millisToTheBoard(product.address(), sockets, room))
                .and("lost", score.missing())
                .and("refused", score.refused())
                .of(name(), "Tessera", label("after", length));
    }

    private static String label(String when, int length) {
        return "1 x " + PEOPLE + ", " + when + " " + String.format("%,d", length) + " events";
    }

    /** Sends updates at a steady rate and waits until all have arrived. */
    private static void sends(Subject product, Score score, int room, int perSecond, int updates) throws Exception {
        Random lot = new Random(updates);
        long begin = System.nanoTime();
        for (int number = 0; number < updates; number++) {
            long due = begin + number * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int person = lot.nextInt(PEOPLE);
            product.send(room, person, score.sends(room, person, due));
        }
        long last = System.nanoTime() + LAST_ONES.toNanos();
        while (score.missing() > 0 && System.nanoTime() < last) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static double millisToTheBoard(URI server, Sockets sockets, Prepared room) throws Exception {
        CountDownLatch snapshot = new CountDownLatch(1);
        long begin = System.nanoTime();
        URI address = URI.create("ws://" + server.getAuthority() + "/live/rooms/" + room.room() + "?as=bytes");
        Sockets.Socket socket = sockets.open(
                        address, Map.of("Cookie", room.sessions().getLast()), (message, _) -> {
                            if (Mark.find(message, "\"frame\":\"snapshot\"") >= 0) {
                                snapshot.countDown();
                            }
                        })
                .get(60, TimeUnit.SECONDS);
        if (!snapshot.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no snapshot came");
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        socket.close();
        return millis;
    }
}
