package org.tessera.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.support.LongFigures;

/** Whatever is handed in to the check: it answers, within its memory and time, and reaches for nothing outside. */
class UnderFireTest {

    /** For everything the program holds, 64 MiB of zeros it makes at its start included. */
    private static final String MEMORY = "-Xmx160m";

    /** Generous, because tests share the machine; what it took is in the figures. */
    private static final long SLOWEST_MILLIS = 10_000;

    @TempDir
    Path folder;

    @Test
    void four_hundred_inputs_are_answered() throws Exception {
        assertAnswered(400, 11);
    }

    @Test
    @Tag("long")
    void ten_thousand_inputs_are_answered() throws Exception {
        Map<String, Long> figures = assertAnswered(10_000, 12);
        LongFigures.leave(
                "Ten thousand things that are no badges",
                figures.get("checked")
                        + " made inputs (bytes at random, badges and pictures with bytes changed, terms put in"
                        + " place of others, huge, deep, cyclic contexts, knots of nameless nodes, bombs in PNG and SVG) were"
                        + " checked in " + figures.get("all") / 1_000 + " s within 160 MB of heap: "
                        + figures.get("invalid") + " invalid, " + figures.get("undecided") + " undecided, "
                        + figures.get("valid") + " valid; the slowest took " + figures.get("slowest")
                        + " ms. Connections asked for: " + figures.get("outward") + ".");
    }

    private Map<String, Long> assertAnswered(int inputs, long seed) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        MEMORY,
                        "-Xss512k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnderFire.class.getName(),
                        Integer.toString(inputs),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES))
                    .as("it came to an end")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String words = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(words).isZero();
        Map<String, Long> figures = new HashMap<>();
        for (String figure :
                words.strip().lines().reduce((_, last) -> last).orElse("").split(" ")) {
            String[] parts = figure.split("=");
            figures.put(parts[0], Long.valueOf(parts[1]));
        }
        assertThat(figures).as(words).containsEntry("checked", (long) inputs);
        // each has a status list of an issuer that is not asked, so that even an unchanged one is undecided
        assertThat(figures).as(words).containsEntry("valid", 0L).containsEntry("outward", 0L);
        assertThat(figures.get("undecided")).as(words).isLessThan(inputs / 10);
        assertThat(figures.get("slowest")).as(words).isLessThan(SLOWEST_MILLIS);
        return figures;
    }
}
