package org.tessera.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a room's own steps cost, without a server around them: JMH, in a process of its own. */
final class Rules implements Trial {

    private static final String BENCHMARK = "org.tessera.room.RoomBenchmark";

    private static final List<String> STEPS = List.of("decide", "apply", "project", "encode", "frame", "snapshot");

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        Collection<RunResult> results =
                new Runner(new OptionsBuilder().include(BENCHMARK).build()).run();
        for (String notes : List.of("20", "200")) {
            Figures.Gathering gathering = new Figures.Gathering();
            for (String step : STEPS) {
                RunResult result = results.stream()
                        .filter(one -> one.getParams().getBenchmark().equals(BENCHMARK + "." + step)
                                && one.getParams().getParam("notes").equals(notes))
                        .findFirst()
                        .orElseThrow();
                gathering
                        .and(step + " µs", result.getPrimaryResult().getScore())
                        .and(step + " ±", result.getPrimaryResult().getScoreError());
            }
            figures.accept(gathering.of(name(), "Tessera", notes + " notes on the board"));
        }
    }
}
