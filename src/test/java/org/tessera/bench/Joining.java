package org.tessera.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.tessera.bench.Preparation.Prepared;

/**
 * Forty people come into one room within ten seconds, on whose board two hundred notes lie: each opens the page, its push
 * channel and the board’s socket, and has everything the board draws from.
 */
final class Joining implements Trial {

    private static final int PEOPLE = 40;
    private static final int NOTES_EACH = 5;
    private static final long WITHIN = TimeUnit.SECONDS.toNanos(10);

    @Override
    public String name() {
        return "join";
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Tesseras product = Tesseras.start(installation, folder, 2, PEOPLE);
                Sockets sockets = new Sockets()) {
            List<Prepared> rooms = Preparation.read(folder);
            // the other room warms the server up, as the rooms before this one would have
            for (int room = 0; room < 2; room++) {
                try (Sockets before = new Sockets()) {
                    new Meetings(product.address(), List.of(rooms.get(room)))
                            .seat(1, PEOPLE, new Score(1, PEOPLE, 1), before);
                }
                Figures come = come(product.address(), rooms.get(room), sockets);
                if (room == 1) {
                    figures.accept(come);
                }
            }
        }
    }

    private Figures come(URI server, Prepared room, Sockets sockets) throws Exception {
        Histogram page = new Histogram(3);
        Histogram board = new Histogram(3);
        AtomicInteger payload = new AtomicInteger();
        Pages pages = new Pages(server, sockets);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<? extends Future<?>> coming = IntStream.range(0, PEOPLE)
                    .mapToObj(person -> people.submit(() -> {
                        long due = begin + WITHIN * person / PEOPLE;
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        String cookie = "tessera=" + room.cookies().get(person);
                        pages.open("/rooms/" + room.room(), cookie, (message, nanos) -> {});
                        long drawn = System.nanoTime() - due;
                        CountDownLatch snapshot = new CountDownLatch(1);
                        sockets.open(
                                        URI.create("ws://" + server.getAuthority() + "/live/rooms/" + room.room()
                                                + "?as=bytes"),
                                        Map.of("Cookie", cookie),
                                        (ByteBuf message, long nanos) -> {
                                            if (Mark.find(message, "\"frame\":\"snapshot\"") >= 0) {
                                                payload.set(message.readableBytes());
                                                snapshot.countDown();
                                            }
                                        })
                                .get(30, TimeUnit.SECONDS);
                        if (!snapshot.await(30, TimeUnit.SECONDS)) {
                            throw new IllegalStateException("no snapshot came");
                        }
                        long whole = System.nanoTime() - due;
                        synchronized (page) {
                            page.recordValue(drawn);
                            board.recordValue(whole);
                        }
                        return true;
                    }))
                    .toList();
            for (Future<?> one : coming) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        return new Figures.Gathering()
                .and("page p50 ms", page.getValueAtPercentile(50) / 1e6)
                .and("page p95 ms", page.getValueAtPercentile(95) / 1e6)
                .and("board p50 ms", board.getValueAtPercentile(50) / 1e6)
                .and("board p95 ms", board.getValueAtPercentile(95) / 1e6)
                .and("board worst ms", board.getMaxValue() / 1e6)
                .and("board's first frame, kB", payload.get() / 1000.0)
                .of(name(), "Tessera", PEOPLE + " in 10 s, " + PEOPLE * NOTES_EACH + " notes");
    }
}
