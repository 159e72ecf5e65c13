package org.tessera.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.bench.Preparation.Prepared;
import org.tessera.bench.fault.Fault;
import org.tessera.bench.fault.FaultyLine;
import org.tessera.bench.fault.JudgedMeeting;
import org.tessera.bench.fault.Tab;
import org.tessera.bench.fault.Toxics;

/**
 * A meeting on the packed product to which something is done while people write, and what came of it. Each person, or all
 * together, sits behind a line that can be made a bad one.
 */
final class Ordeal implements AutoCloseable {

    /** How long nobody’s page gives up. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final AutoCloseable served;
    private final List<FaultyLine> lines;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JudgedMeeting meeting;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> sinceAnswer = new ArrayList<>();
    private long acknowledgedBefore;

    private Ordeal(AutoCloseable served, URI address, List<FaultyLine> lines, Prepared room) {
        this.served = served;
        this.lines = lines;
        this.meeting = new JudgedMeeting(
                http,
                address,
                lines.stream().map(FaultyLine::address).toList(),
                room.room(),
                room.sessions(),
                System.nanoTime());
    }

    /** Begins a meeting of so many people, who sit in turn behind lines that suffer from these. */
    static Ordeal begins(Installation installation, Path folder, int people, List<Toxics> lines) throws Exception {
        Tesseras product = Tesseras.start(installation, folder, 1, people);
        List<FaultyLine> all = new ArrayList<>();
        for (Toxics toxics : lines) {
            FaultyLine line = new FaultyLine(product.address(), all.size() + 1L);
            line.suffers(toxics);
            all.add(line);
        }
        Ordeal ordeal = new Ordeal(
                product, product.address(), all, Preparation.read(folder).getFirst());
        ordeal.meeting.begins(Meetings.PHASES);
        return ordeal;
    }

    /** Begins a meeting on several nodes. */
    static Ordeal begins(Cluster cluster) throws Exception {
        Ordeal ordeal = new Ordeal(cluster, cluster.address(), cluster.lines(), cluster.room());
        ordeal.meeting.begins(Meetings.PHASES);
        return ordeal;
    }

    Tesseras product() {
        return (Tesseras) served;
    }

    JudgedMeeting meeting() {
        return meeting;
    }

    List<FaultyLine> lines() {
        return lines;
    }

    /** Whatever was done began to be over at {@code since}, and was over for everybody at {@code until}. */
    void wasOver(long since, long until) {
        seconds.add((until - since) / 1e9);
        System.out.printf("    %.2f s%n", seconds.getLast());
    }

    /** The same, with when the server that had been away answered again. */
    void wasOver(long since, long answered, long until) {
        wasOver(since, until);
        sinceAnswer.add(Math.max(0, until - answered) / 1e9);
    }

    /** Waits until everything is answered, and looks at the boards. */
    void looks() throws Exception {
        meeting.stopWriting();
        finds(meeting.judgedSoFar(PATIENCE));
    }

    /** Waits until everything is answered, and judges all of it. */
    void judges() throws Exception {
        meeting.stopWriting();
        finds(meeting.judged(PATIENCE));
    }

    private void finds(List<Fault> found) {
        found.stream().filter(faults::add).forEach(fault -> System.out.println("    " + fault));
    }

    /** What was found since it was asked last, and how long it took each time. */
    Figures.Gathering figures() {
        Figures.Gathering figures = new Figures.Gathering();
        if (!seconds.isEmpty()) {
            List<Double> sorted = seconds.stream().sorted().toList();
            figures.and("times", sorted.size())
                    .and("back p50 s", at(sorted, 0.5))
                    .and("back p95 s", at(sorted, 0.95))
                    .and("back worst s", Collections.max(sorted));
        }
        if (!sinceAnswer.isEmpty()) {
            List<Double> sorted = sinceAnswer.stream().sorted().toList();
            figures.and("after the server answers, p50 s", at(sorted, 0.5)).and("worst s", Collections.max(sorted));
        }
        long acknowledged = meeting.acknowledged();
        figures.and("acknowledged", acknowledged - acknowledgedBefore);
        Map<Fault.Kind, Long> counts = faults.stream()
                .collect(Collectors.groupingBy(
                        Fault::kind, () -> new EnumMap<>(Fault.Kind.class), Collectors.counting()));
        acknowledgedBefore = acknowledged;
        seconds.clear();
        sinceAnswer.clear();
        faults.clear();
        return figures.and("lost", of(counts, Fault.Kind.LOST, Fault.Kind.TAKEN_BACK))
                .and("twice", of(counts, Fault.Kind.TWICE))
                .and("out of order", of(counts, Fault.Kind.ORDER, Fault.Kind.HOLE))
                .and("unequal", of(counts, Fault.Kind.UNEQUAL))
                .and("leaked", of(counts, Fault.Kind.LEAK))
                .and("unanswered or refused", of(counts, Fault.Kind.UNANSWERED, Fault.Kind.REFUSED));
    }

    private static double of(Map<Fault.Kind, Long> counts, Fault.Kind... kinds) {
        return List.of(kinds).stream()
                .mapToLong(kind -> counts.getOrDefault(kind, 0L))
                .sum();
    }

    /** The value below or at which so much of them lies. */
    static double at(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    @Override
    public void close() throws Exception {
        meeting.close();
        for (FaultyLine line : lines) {
            line.close();
        }
        served.close();
        // what a page still asks may hang on a line that is gone
        http.shutdownNow();
    }

    /** Somebody’s page. */
    Tab tab(int person) {
        return meeting.tabs().get(person);
    }
}
