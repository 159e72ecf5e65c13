package org.tessera.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code ./tessera bench}. */
final class Bench {

    private Bench() {}

    /** Arguments: the folders of the product, of MariaDB, of Node and of the peers. */
    public static void main(String[] args) throws Exception {
        Installation installation =
                new Installation(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
        Path folder = Files.createTempDirectory("tessera-bench");
        Duration warmUp = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 12));
        Duration window = Duration.ofSeconds(Integer.getInteger("bench.window", 8));
        List<FanOut> loads = List.of(System.getProperty("bench.loads", "1x30@200,20x20@200").split(",", -1)).stream()
                .map(load -> load.split("[x@]", -1))
                .map(parts -> new FanOut(
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]),
                        warmUp,
                        window))
                .toList();
        for (FanOut load : loads) {
            try (Tesseras product = Tesseras.start(
                    installation,
                    folder.resolve(load.rooms() + "x" + load.people() + "@" + load.updates()),
                    load.rooms(),
                    load.people())) {
                tell(load.run(product));
            }
            if (Boolean.getBoolean("bench.alone")) {
                continue;
            }
            for (Peer.Kind kind : Peer.Kind.values()) {
                try (Peer peer = Peer.start(kind, installation, folder)) {
                    tell(load.run(peer));
                }
            }
        }
    }

    private static void tell(FanOut.Run run) {
        System.out.printf(
                Locale.ROOT,
                "%-14s %3d x %-3d %5d/s  p50 %7.2f  p95 %7.2f  p99 %7.2f  worst %7.1f  ack95 %7.2f  cpu %5.1f + %5.1f %%"
                        + " (client %5.1f)  %6.1f us/delivery  %4d MB  deliveries %d missing %d refused %d breaks %d one"
                        + " order %s late99 %.2f%n",
                run.subject(),
                run.load().rooms(),
                run.load().people(),
                run.load().updates(),
                run.p50(),
                run.p95(),
                run.p99(),
                run.worst(),
                run.answer95(),
                run.serverCpu(),
                run.databaseCpu(),
                run.clientCpu(),
                run.cpuMicrosPerDelivery(),
                run.megabytes(),
                run.deliveries(),
                run.missing(),
                run.refused(),
                run.breaks(),
                run.oneOrder(),
                run.sentLate99());
    }
}
