package org.tessera.support.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.tessera.support.TestBinaries;
import tools.jackson.databind.JsonNode;

/** The guest of {@code src/test/bot}, written from {@code docs/wire.md} alone: a process of its own that says what it sees. */
public final class Bot implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private Bot(Process process) {
        this.process = process;
        this.listener = Thread.ofVirtual().name("bot").start(this::listen);
    }

    /** Starts the bot, which joins the room of {@code code} as a guest called {@code name}. */
    public static Bot joins(URI server, String code, String name) {
        try {
            return new Bot(new ProcessBuilder(
                            TestBinaries.node().toString(),
                            Path.of("src/test/bot/bot.mjs").toString(),
                            server.toString(),
                            code,
                            name)
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(line -> {
                said.add(line);
                if (line.startsWith("{")) {
                    lines.add(Visitor.JSON.readTree(line));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says a word to the bot: {@code leave} or {@code return}. */
    public void tell(String word) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(word)
                    .append('\n')
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it has said of {@code what} so far, in order. */
    public List<JsonNode> lines(String what) {
        return lines.stream()
                .filter(line -> line.path("what").asString("").equals(what))
                .toList();
    }

    /** Waits for a line about {@code what} that {@code fits}. */
    public JsonNode await(String what, Predicate<JsonNode> fits) {
        Awaitility.await("the bot to say: " + what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !listener.isAlive() || lines(what).stream().anyMatch(fits));
        return lines(what).stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "the bot ended without a fitting line about " + what + ":\n" + String.join("\n", said)));
    }

    /** Waits until it has done all it wants to in the {@code run}th run of {@code phase}. */
    public void isThroughWith(String phase, int run) {
        await(
                "settled",
                line -> line.path("phase").asString().equals(phase)
                        && line.path("run").asInt() == run);
    }

    /** Waits until the bot ends by itself, without complaint, and gives the room as it holds it. */
    public JsonNode ends() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the bot ends by itself")
                    .isTrue();
            listener.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        assertThat(process.exitValue()).as(() -> String.join("\n", said)).isZero();
        JsonNode last = lines.getLast();
        assertThat(last.path("done").asBoolean(false)).isTrue();
        return last.path("fold");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
