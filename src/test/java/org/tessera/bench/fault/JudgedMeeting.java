package org.tessera.bench.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tessera.bench.fault.Judge.Witness;
import tools.jackson.databind.JsonNode;

/** A meeting in which everybody writes over a line that may be a bad one, and what the judge makes of it at the end. */
public final class JudgedMeeting implements AutoCloseable {

    private final HttpClient http;
    private final URI server;
    private final UUID room;
    private final List<String> cookies;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private volatile boolean isWriting;
    private Optional<Thread> writing = Optional.empty();

    /**
     * Opens a page for everybody.
     *
     * @param server where fresh snapshots come from
     * @param line each person’s end of the line to it, in turn
     * @param cookies of each session, with their name; the first facilitates
     */
    public JudgedMeeting(HttpClient http, URI server, List<URI> line, UUID room, List<String> cookies, long seed) {
        this.http = http;
        this.server = server;
        this.room = room;
        this.cookies = cookies;
        for (int person = 0; person < cookies.size(); person++) {
            Tab tab = new Tab(
                    http,
                    line.get(person % line.size()),
                    room,
                    cookies.get(person),
                    new Diary("person " + person),
                    seed * 1_000 + person);
            tabs.add(tab.start());
            writers.add(new Writer(tab, seed * 1_000 + 500 + person));
        }
    }

    /** Everybody’s page, the facilitator’s first. */
    public List<Tab> tabs() {
        return tabs;
    }

    /** Goes through these steps up to the last, in which everybody may write. */
    public void begins(List<String> phases) throws InterruptedException {
        await("everybody is there", Duration.ofSeconds(30), () -> tabs.stream().allMatch(Tab::isLive));
        for (String phase : phases) {
            tabs.getFirst().give("start-phase", Map.of("phase", phase, "reason", "a trial"));
        }
        await("the step begins", Duration.ofSeconds(30), () -> tabs.stream()
                .allMatch(tab -> isIn(tab, phases.getLast())));
    }

    private void check() {
        tabs.forEach(tab -> tab.broken().ifPresent(cause -> {
            throw new IllegalStateException(tab.diary().name() + "’s page broke", cause);
        }));
    }

    private static boolean isIn(Tab tab, String phase) {
        return tab.diary().fold().collection("room").values().stream()
                .anyMatch(state -> state.path("phase").asString("").equals(phase));
    }

    /** Lets somebody write, in turn, so often a second, until it is stopped. */
    public void startWriting(double perSecond) {
        isWriting = true;
        writing = Optional.of(Thread.ofVirtual().name("writing").start(() -> {
            long begin = System.nanoTime();
            for (int number = 0; isWriting; number++) {
                long left = begin + (long) (number * 1e9 / perSecond) - System.nanoTime();
                try {
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
                } catch (InterruptedException e) {
                    return;
                }
                writers.get(number % writers.size()).writes();
            }
        }));
    }

    /** From now on everything that is written is about so many characters long. */
    public void writesAtLength(int characters) {
        writers.forEach(writer -> writer.writesAtLength(characters));
    }

    /** Nobody writes any more. */
    public void stopWriting() throws InterruptedException {
        isWriting = false;
        if (writing.isPresent()) {
            writing.get().join();
        }
    }

    /** Lets everybody write for so long. */
    public void writes(Duration time, double perSecond) throws InterruptedException {
        startWriting(perSecond);
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        stopWriting();
    }

    /**
     * Waits, for {@code patience} at the most, until everything given is answered and everybody’s screen is what a fresh
     * page would show, and then judges everything from the beginning.
     */
    public List<Fault> judged(Duration patience) throws Exception {
        return Judge.judge(settled(patience));
    }

    /** The same, but judges only what stands on the boards, not everything that was told since the beginning. */
    public List<Fault> judgedSoFar(Duration patience) throws Exception {
        return Judge.judgeSoFar(settled(patience));
    }

    private List<Witness> settled(Duration patience) throws Exception {
        long until = System.nanoTime() + patience.toNanos();
        while (!isSettled() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        check();
        List<Witness> witnesses = witnesses();
        while (!areEqual(witnesses) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(500);
            witnesses = witnesses();
        }
        return witnesses;
    }

    private boolean isSettled() {
        return tabs.stream().allMatch(tab -> tab.isLive() && tab.waiting() == 0);
    }

    private static boolean areEqual(List<Witness> witnesses) {
        return witnesses.stream()
                .allMatch(witness ->
                        witness.diary().fold().all().equals(witness.fresh().all()));
    }

    private List<Witness> witnesses() throws Exception {
        List<CompletableFuture<Fold>> fresh =
                IntStream.range(0, tabs.size()).mapToObj(this::snapshot).toList();
        List<Witness> witnesses = new ArrayList<>();
        for (int person = 0; person < tabs.size(); person++) {
            witnesses.add(
                    new Witness(tabs.get(person).diary(), fresh.get(person).get(30, TimeUnit.SECONDS)));
        }
        return witnesses;
    }

    private CompletableFuture<Fold> snapshot(int person) {
        CompletableFuture<Fold> fresh = new CompletableFuture<>();
        Ways.Way way = new Ways(http, server, room, cookies.get(person)).socket(Optional.empty(), new Ways.Ear() {
            @Override
            public void opened() {
                // the snapshot comes by itself
            }

            @Override
            public void heard(String text) {
                JsonNode frame = Tab.JSON.readTree(text);
                if (frame.path("frame").asString("").equals("snapshot")) {
                    Fold fold = new Fold();
                    fold.take(frame);
                    fresh.complete(fold);
                }
            }

            @Override
            public void failed(String command) {
                throw new IllegalStateException("nothing was said");
            }

            @Override
            public void seatGone() {
                closed();
            }

            @Override
            public void closed() {
                fresh.completeExceptionally(new IllegalStateException("no snapshot came"));
            }
        });
        return fresh.whenComplete((fold, failure) -> way.close());
    }

    /** When everybody’s page had been told where the room is on a connection later than those in {@code lines}. */
    public long backAfter(List<Integer> lines, Duration patience) throws InterruptedException {
        return whenAll("everybody comes back", patience, person -> tabs.get(person)
                .diary()
                .backAfter(lines.get(person)));
    }

    /** When something that everybody gave after {@code since} had been acknowledged. */
    public long acknowledgedAfter(long since, Duration patience) throws InterruptedException {
        return whenAll("everybody is heard", patience, person -> tabs.get(person)
                .diary()
                .acknowledgedAfter(since));
    }

    private long whenAll(String what, Duration patience, IntFunction<OptionalLong> when) throws InterruptedException {
        long[] latest = new long[1];
        await(what, patience, () -> {
            latest[0] = 0;
            for (int person = 0; person < tabs.size(); person++) {
                OptionalLong at = when.apply(person);
                if (at.isEmpty()) {
                    return false;
                }
                latest[0] = Math.max(latest[0], at.getAsLong());
            }
            return true;
        });
        return latest[0];
    }

    /** Everybody’s connections so far, to ask {@link #backAfter} with. */
    public List<Integer> lines() {
        return tabs.stream().map(tab -> tab.diary().lines()).toList();
    }

    /**
     * How long, in milliseconds, the words that were given between two moments took to each of the other pages, in order of
     * length; between all but {@code without}.
     */
    public List<Double> deliveries(long from, long until, int without) {
        Map<String, Long> given = new HashMap<>();
        List<Diary> diaries = IntStream.range(0, tabs.size())
                .filter(person -> person != without)
                .mapToObj(person -> tabs.get(person).diary())
                .toList();
        diaries.forEach(diary -> diary.given().stream()
                .filter(command -> command.at() >= from && command.at() < until)
                .filter(command -> !command.text("text").isEmpty()
                        && !command.text("private").equals("true"))
                .forEach(command -> given.put(command.text("text"), command.at())));
        List<Double> took = new ArrayList<>();
        for (Diary diary : diaries) {
            Set<String> seen = new HashSet<>();
            diary.heard().stream()
                    .filter(frame -> frame.is("events") && frame.at() >= from)
                    .forEach(frame -> frame.frame()
                            .path("events")
                            .forEach(event -> event.path("put").path("notes").forEach(note -> {
                                String text = note.path("text").asString("");
                                if (given.containsKey(text) && seen.add(text)) {
                                    took.add((frame.at() - given.getOrDefault(text, 0L)) / 1e6);
                                }
                            })));
        }
        return took.stream().sorted().toList();
    }

    /** Frames that one page was told in the mean between two moments, without answers and the time it asked for. */
    public double told(long from, long until) {
        return tabs.stream()
                .mapToLong(tab -> tab.diary().heard().stream()
                        .filter(frame -> frame.at() >= from && frame.at() < until)
                        .filter(frame -> !frame.frame().has("t0") && !frame.is("ack"))
                        .count())
                .average()
                .orElse(0);
    }

    /** Commands acknowledged so far. */
    public long acknowledged() {
        return tabs.stream()
                .mapToLong(tab -> tab.diary().given().stream()
                        .filter(command -> tab.diary().isAcknowledged(command.id()))
                        .count())
                .sum();
    }

    /** Waits, polling. */
    public void await(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            check();
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not within " + patience + ": " + what + "; " + tabs);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopWriting();
        tabs.forEach(Tab::close);
    }
}
