package org.tessera.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ./tessera bench}: the product as users run it, and its peers, under load from outside. Speaks the real wire; no
 * figure it prints is one of a test.
 */
final class Bench {

    /** Long enough for the compiler: a server runs for weeks. The same for everybody who is measured. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private static final List<Trial> TRIALS = List.of(
            new Relay(
                    "relay",
                    List.of(load(1, 30, 200), load(20, 20, 200)),
                    List.of(Peer.Kind.HOCUSPOCUS, Peer.Kind.SOCKET_IO, Peer.Kind.STOMP)),
            new Relay("commands", List.of(load(20, 20, 1_000)), List.of()),
            new Relay("district", List.of(load(100, 20, 200)), List.of(Peer.Kind.HOCUSPOCUS)),
            new Relay("large-room", List.of(load(1, 40, 80), load(1, 150, 30)), List.of()),
            new Relay("many-rooms", List.of(load(10, 5, 200), load(100, 5, 200), load(1_000, 5, 200)), List.of()),
            new LongLog(),
            new Soak(120),
            new Schoolday(100, 8, WARM_UP, Duration.ofSeconds(60)),
            new Pushing(60, 20, Duration.ofMillis(300), WARM_UP, WINDOW),
            new Joining(),
            new Starting(),
            new Rules(),
            Killing.server(15),
            Killing.database(10),
            Killing.stall(3),
            Killing.deploy(5),
            new FullDisk(2),
            new MachineClock(6),
            new BadNetwork(Duration.ofSeconds(20)),
            new SharedAddress(5),
            new Vanishing(5),
            new Sleeping(Duration.ofMinutes(1)),
            new Deadline(60),
            new SeveralNodes(4));

    private Bench() {}

    private static Optional<Trial> trial(String word) {
        String[] parts = word.split("=", 2);
        return TRIALS.stream()
                .filter(trial -> trial.name().equals(parts[0]))
                .findFirst()
                .map(trial -> parts.length > 1 && trial instanceof Counted counted
                        ? counted.times(Integer.parseInt(parts[1]))
                        : trial);
    }

    private static FanOut load(int rooms, int people, int updates) {
        return new FanOut(rooms, people, updates, WARM_UP, WINDOW);
    }

    /**
     * Arguments: the folders of the product, of MariaDB, of Node and of the peers; the page to write to, or {@code -}; how
     * many runs; the trials’ names, or none for all. {@code kill-server=200} tries 200 times what the trial tries.
     */
    public static void main(String[] args) throws Exception {
        Installation installation =
                new Installation(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
        int times = Integer.parseInt(args[5]);
        List<String> wanted = Arrays.asList(args).subList(6, args.length);
        List<Trial> trials = wanted.isEmpty()
                ? TRIALS
                : wanted.stream().flatMap(word -> trial(word).stream()).toList();
        if (trials.size() < wanted.size()) {
            System.err.println("There is no such trial; there are: "
                    + TRIALS.stream().map(Trial::name).collect(Collectors.joining(" ")));
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("tessera-bench");
        for (Trial trial : trials) {
            List<Figures> runs = new ArrayList<>();
            for (int time = 1; time <= times; time++) {
                System.out.println(trial.name() + ", run " + time + " of " + times);
                trial.run(installation, folder.resolve(trial.name() + "-" + time), figures -> {
                    runs.add(figures);
                    System.out.println("  " + figures.load() + "  " + figures.subject() + "  " + figures.values());
                });
            }
            System.out.println(Ledger.table(runs));
            if (!args[4].equals("-")) {
                Path page = Path.of(args[4]);
                new Ledger(page, page.resolveSibling("reliability"))
                        .write(trial.name(), runs, Machine.told(), LocalDate.now(ZoneOffset.UTC));
            }
        }
    }
}
