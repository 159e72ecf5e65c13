package org.tessera.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tessera.bench.fault.FaultyLine;
import org.tessera.bench.fault.Tab;
import org.tessera.bench.fault.Toxics;
import org.tessera.bench.fault.Toxics.Deaf;

/** People write while their line is bad in one way after another; a line of figures for each. */
final class BadNetwork implements Counted {

    private static final int PEOPLE = 6;
    private static final double OFTEN = 20;
    private static final double SELDOM = 4;

    /**
     * One way to be bad.
     *
     * @param perSecond how much is written; not more than such a line can carry
     * @param isBroken whether nobody has a connection at its end, so that all must come back
     * @param isNoticed whether the browsers know when it is over, as where the network itself went away
     */
    private record Weather(String name, Toxics toxics, double perSecond, boolean isBroken, boolean isNoticed) {}

    private static Weather bad(String name, Toxics toxics) {
        return new Weather(name, toxics, OFTEN, false, false);
    }

    private static Weather broken(String name, Toxics toxics) {
        return new Weather(name, toxics, OFTEN, true, false);
    }

    private static final Toxics BLOCKED = Toxics.NONE.withoutSockets();

    private static final List<Weather> SOCKETS = List.of(
            bad("300 ± 200 ms", Toxics.NONE.slow(Duration.ofMillis(300), Duration.ofMillis(200))),
            bad("1 % of the pieces reset", Toxics.NONE.resetting(0.01)),
            bad("slices of 97 bytes", Toxics.NONE.slicing(97)),
            new Weather("64 kbit/s", Toxics.NONE.narrow(8_000), SELDOM, false, false),
            broken("the server hears nothing", Toxics.NONE.halfOpen(Deaf.SERVER)),
            broken("nobody hears the server", Toxics.NONE.halfOpen(Deaf.CLIENT)),
            broken("silence", Toxics.NONE.halfOpen(Deaf.BOTH)),
            broken("no network", Toxics.NONE.gone()),
            new Weather("no network, and the browser knows", Toxics.NONE.gone(), OFTEN, true, true));

    private static final List<Weather> STREAMS = List.of(
            bad("no WebSockets", BLOCKED),
            bad("no WebSockets, 1 % reset", BLOCKED.resetting(0.01)),
            broken("no WebSockets, silence", BLOCKED.halfOpen(Deaf.BOTH)),
            broken("no WebSockets, no network", BLOCKED.gone()));

    private final Duration each;

    /** Each for so long. */
    BadNetwork(Duration each) {
        this.each = each;
    }

    @Override
    public String name() {
        return "network";
    }

    /** So many seconds each. */
    @Override
    public BadNetwork times(int count) {
        return new BadNetwork(Duration.ofSeconds(count));
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        try (Ordeal ordeal = Ordeal.begins(installation, folder, PEOPLE, List.of(Toxics.NONE))) {
            for (Weather weather : SOCKETS) {
                figures.accept(endures(ordeal, weather, Toxics.NONE));
            }
            ordeal.lines().getFirst().suffers(BLOCKED);
            changesOver(ordeal);
            for (Weather weather : STREAMS) {
                figures.accept(endures(ordeal, weather, BLOCKED));
            }
            ordeal.judges();
            figures.accept(ordeal.figures().of(name(), "Tessera", "all of it, judged once more"));
        }
    }

    /** From one moment to the next sockets are blocked; how long it takes counts with what comes then. */
    private static void changesOver(Ordeal ordeal) throws InterruptedException {
        long at = System.nanoTime();
        ordeal.lines().getFirst().cut();
        ordeal.meeting().await("everybody takes the other way", Ordeal.PATIENCE, () -> ordeal.meeting().tabs().stream()
                .allMatch(tab -> tab.isOverStream() && tab.isLive()));
        ordeal.wasOver(at, System.nanoTime());
    }

    private Figures endures(Ordeal ordeal, Weather weather, Toxics afterwards) throws Exception {
        System.out.println("    " + weather.name());
        FaultyLine line = ordeal.lines().getFirst();
        ordeal.meeting().startWriting(weather.perSecond());
        TimeUnit.SECONDS.sleep(1);
        List<Integer> before = ordeal.meeting().lines();
        line.suffers(weather.toxics());
        TimeUnit.NANOSECONDS.sleep(each.toNanos());
        long over = System.nanoTime();
        line.suffers(afterwards);
        if (weather.isNoticed()) {
            ordeal.meeting().tabs().forEach(Tab::wake);
        }
        if (weather.isBroken()) {
            ordeal.wasOver(over, ordeal.meeting().backAfter(before, Ordeal.PATIENCE));
        }
        ordeal.looks();
        return ordeal.figures().of(name(), "Tessera", PEOPLE + " people, " + weather.name());
    }
}
