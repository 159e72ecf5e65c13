package org.tessera.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A meeting whose people sit at two nodes: one of them dies while everybody writes, RabbitMQ dies and comes back, and the
 * nodes are replaced one after the other. The pages go on to the other node by what a load balancer does.
 */
final class SeveralNodes implements Counted {

    private static final int PEOPLE = 8;
    private static final double PER_SECOND = 20;
    private static final long WRITING_MILLIS = 3_000;
    private static final long AWAY_SECONDS = 6;
    private static final int NOBODY = -1;

    private final int times;
    private final Random lot = new Random();

    /** @param times how often a node is killed */
    SeveralNodes(int times) {
        this.times = times;
    }

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public SeveralNodes times(int count) {
        return new SeveralNodes(count);
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        Cluster cluster = Cluster.start(installation, folder, PEOPLE);
        try (Ordeal ordeal = Ordeal.begins(cluster)) {
            figures.accept(told(goesOn(ordeal, () -> {}), "nothing happens"));
            for (int time = 0; time < times; time++) {
                int node = time % 2;
                ordeal.meeting().startWriting(PER_SECOND);
                TimeUnit.MILLISECONDS.sleep(300 + lot.nextLong(WRITING_MILLIS));
                long at = System.nanoTime();
                cluster.kills(node);
                ordeal.wasOver(at, ordeal.meeting().acknowledgedAfter(at, Ordeal.PATIENCE));
                ordeal.looks();
                cluster.startsAgain(node);
                cluster.comeBackTo(node);
            }
            ordeal.judges();
            figures.accept(told(ordeal.figures(), "kill -9 of a node"));
            figures.accept(told(
                    goesOn(ordeal, () -> cluster.rabbit().dies()),
                    "RabbitMQ killed, and away for " + AWAY_SECONDS + " s"));
            figures.accept(told(goesOn(ordeal, () -> cluster.rabbit().starts()), "RabbitMQ started again"));
            ordeal.meeting().startWriting(PER_SECOND);
            for (int node = 0; node < 2; node++) {
                long at = System.nanoTime();
                cluster.ends(node);
                ordeal.wasOver(at, ordeal.meeting().acknowledgedAfter(at, Ordeal.PATIENCE));
                cluster.startsAgain(node);
                cluster.comeBackTo(node);
                TimeUnit.MILLISECONDS.sleep(WRITING_MILLIS);
            }
            ordeal.judges();
            figures.accept(told(ordeal.figures(), "the nodes are replaced, one after the other"));
        }
    }

    /** Something that must not fail the trial by itself. */
    private interface Event {
        void happens() throws Exception;
    }

    /** Everybody writes while it happens; how long the words took to the other pages. */
    private static Figures.Gathering goesOn(Ordeal ordeal, Event event) throws Exception {
        ordeal.meeting().startWriting(PER_SECOND);
        event.happens();
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(AWAY_SECONDS);
        long until = System.nanoTime();
        ordeal.judges();
        List<Double> took = ordeal.meeting().deliveries(from, until, NOBODY);
        return ordeal.figures()
                .and("delivered p50 ms", Ordeal.at(took, 0.5))
                .and("delivered p95 ms", Ordeal.at(took, 0.95));
    }

    private Figures told(Figures.Gathering gathered, String load) {
        return gathered.of(name(), "Tessera", PEOPLE + " people at two nodes, " + load);
    }
}
