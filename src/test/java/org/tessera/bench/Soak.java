package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tessera.bench.Pages.Page;
import org.tessera.bench.Preparation.Prepared;

/**
 * Half a district for hours: fifty rooms of twenty at a hundred updates a second, half of the people with the room's page
 * open as well, and every other second one of those closes the tab and opens it again. What stays in memory is counted
 * again and again.
 */
final class Soak implements Counted {

    private static final int ROOMS = 50;
    private static final int PEOPLE = 20;
    private static final int UPDATES = 100;
    private static final int SAMPLES = 24;
    private static final Duration TAB = Duration.ofSeconds(2);
    private static final String UI = "com.vaadin.flow.component.UI";
    private static final Duration LAST_ONES = Duration.ofSeconds(20);

    private final int minutes;

    /** For so many minutes. */
    Soak(int minutes) {
        this.minutes = minutes;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public Soak times(int count) {
        return new Soak(count);
    }

    /** What there was at one moment, in hours since the beginning. */
    private record Sample(double hours, double megabytes, int threads, long pages) {}

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        Score score = new Score(ROOMS, PEOPLE, (minutes * 60 + 10) * UPDATES);
        try (Tesseras product = Tesseras.start(installation, folder, ROOMS, PEOPLE);
                Sockets sockets = new Sockets()) {
            product.seat(ROOMS, PEOPLE, score, sockets);
            Watched server = product.processes().getFirst();
            List<Sample> samples = new ArrayList<>();
            AtomicBoolean isOver = new AtomicBoolean();
            AtomicInteger reopened = new AtomicInteger();
            try (Tabs tabs = new Tabs(product, folder, sockets)) {
                tabs.open();
                Thread coming = Thread.ofVirtual().start(() -> tabs.comeAndGo(isOver, reopened));
                long begin = System.nanoTime();
                Thread looking = Thread.ofVirtual().start(() -> {
                    for (int sample = 1; sample <= SAMPLES; sample++) {
                        sleepUntil(begin + TimeUnit.MINUTES.toNanos(minutes) * sample / SAMPLES);
                        Watched.Heap heap = server.heap();
                        samples.add(new Sample(
                                (System.nanoTime() - begin) / 3.6e12,
                                heap.kilobytes() / 1024.0,
                                server.threads(),
                                heap.instances().getOrDefault(UI, 0L)));
                        System.out.println("    " + samples.getLast());
                    }
                });
                sends(product, score, begin);
                looking.join();
                isOver.set(true);
                coming.join();
                // the first quarter fills caches and is when the compiler works
                List<Sample> settled = samples.subList(SAMPLES / 4, SAMPLES);
                figures.accept(new Figures.Gathering()
                        .and("minutes", minutes)
                        .and("live heap MB at first", settled.getFirst().megabytes())
                        .and("at last", settled.getLast().megabytes())
                        .and("slope MB an hour", slope(settled))
                        .and(
                                "threads, fewest",
                                settled.stream().mapToInt(Sample::threads).min().orElse(0))
                        .and(
                                "threads, most",
                                settled.stream().mapToInt(Sample::threads).max().orElse(0))
                        .and("pages open", tabs.count())
                        .and("pages the server keeps", settled.getLast().pages())
                        .and("closed and opened again", reopened.get())
                        .and("p95 ms", score.delivery().getValueAtPercentile(95) / 1e6)
                        .and("deliveries", score.arrived())
                        .and("lost", score.missing())
                        .and("out of order", score.breaks())
                        .of(name(), "Tessera", ROOMS + " x " + PEOPLE + " at " + UPDATES));
            }
        }
    }

    private void sends(Subject product, Score score, long begin) throws InterruptedException {
        Random lot = new Random(9);
        score.begins(begin);
        int total = minutes * 60 * UPDATES;
        for (int number = 0; number < total; number++) {
            long due = begin + number * 1_000_000_000L / UPDATES;
            sleepUntil(due);
            int room = number % ROOMS;
            int person = lot.nextInt(PEOPLE);
            product.send(room, person, score.sends(room, person, due));
        }
        long last = System.nanoTime() + LAST_ONES.toNanos();
        while (score.missing() > 0 && System.nanoTime() < last) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void sleepUntil(long when) {
        for (long left = when - System.nanoTime(); left > 0; left = when - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** By least squares, in megabytes an hour. */
    private static double slope(List<Sample> samples) {
        double hours = samples.stream().mapToDouble(Sample::hours).average().orElse(0);
        double megabytes =
                samples.stream().mapToDouble(Sample::megabytes).average().orElse(0);
        double above = 0;
        double below = 0;
        for (Sample sample : samples) {
            above += (sample.hours() - hours) * (sample.megabytes() - megabytes);
            below += (sample.hours() - hours) * (sample.hours() - hours);
        }
        return above / below;
    }

    /** The open pages of every second person. */
    private static final class Tabs implements AutoCloseable {

        private final Pages pages;
        private final List<Prepared> rooms;
        private final List<Page> open = new ArrayList<>();

        Tabs(Tesseras product, Path folder, Sockets sockets) throws IOException {
            pages = new Pages(product.address(), sockets);
            rooms = Preparation.read(folder);
        }

        int count() {
            return ROOMS * PEOPLE / 2;
        }

        void open() throws IOException, InterruptedException {
            for (int tab = 0; tab < count(); tab++) {
                Prepared room = rooms.get(tab % ROOMS);
                open.add(opened(tab, room.sessions().get(tab / ROOMS * 2)));
            }
        }

        private Page opened(int tab, String cookies) throws IOException, InterruptedException {
            return pages.open("/rooms/" + rooms.get(tab % ROOMS).room(), cookies, (_, _) -> {});
        }

        void comeAndGo(AtomicBoolean isOver, AtomicInteger reopened) {
            try {
                for (int tab = 0; !isOver.get(); tab = (tab + 1) % count()) {
                    pages.close(open.get(tab));
                    open.set(tab, opened(tab, open.get(tab).cookies()));
                    reopened.incrementAndGet();
                    TimeUnit.NANOSECONDS.sleep(TAB.toNanos());
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("a page could not be opened again", e);
            }
        }

        @Override
        public void close() {
            open.forEach(page -> page.push().close());
        }
    }
}
