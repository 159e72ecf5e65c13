package org.tessera.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.support.wire.Visitor;
import org.tessera.support.wire.Wire;

/**
 * The server, its database, or both are killed in the middle of a phase while four people write. Afterwards the room is
 * where it was, its clock is right, and every acknowledged command is there exactly once.
 */
class KillTest {

    private static final List<String> WRITERS = List.of("ana", "ben", "cho", "dee");
    private static final int BEFORE_THE_KILL = 25;

    @TempDir
    private Path folder;

    private RoomProcess server;

    @BeforeEach
    void start() throws Exception {
        server = new RoomProcess(folder);
        server.start();
    }

    /** What one person has sent: note ids by command id, and whether they were acknowledged. */
    private static final class Writer {
        final Map<String, UUID> sent = new ConcurrentHashMap<>();
        final Map<String, UUID> acknowledged = new ConcurrentHashMap<>();
    }

    @Test
    @Tag("long")
    void a_killed_server_comes_back_with_everything_it_acknowledged() throws Exception {
        survives(server::killServer, true);
    }

    @Test
    @Tag("long")
    void a_killed_database_is_brought_back_while_the_server_lives() throws Exception {
        survives(server::killDatabase, false);
    }

    @Test
    void both_killed_at_once_come_back_together() throws Exception {
        survives(server::killBoth, true);
    }

    private void survives(Runnable kill, boolean isServerGone) throws Exception {
        Map<String, Wire> wires = openAll();
        wires.get("ana").does("start-phase", Map.of("phase", "words"));
        String endsAt = words(wires.get("ana")).path("endsAt").asString();

        Map<String, Writer> writers = new LinkedHashMap<>();
        CountDownLatch warm = new CountDownLatch(BEFORE_THE_KILL);
        List<Thread> threads = new ArrayList<>();
        Map<String, Boolean> going = new ConcurrentHashMap<>();
        for (String name : WRITERS) {
            Writer writer = new Writer();
            writers.put(name, writer);
            going.put(name, true);
            threads.add(Thread.ofVirtual().start(() -> write(wires.get(name), writer, warm, going, name)));
        }
        assertThat(warm.await(60, TimeUnit.SECONDS)).isTrue();
        kill.run();
        going.clear();
        for (Thread thread : threads) {
            thread.join(java.time.Duration.ofSeconds(60));
        }
        wires.forEach((name, wire) -> writers.get(name).sent.forEach((command, note) -> {
            if (wire.answerSoFar(command)
                    .filter(a -> a.path("frame").asString().equals("ack"))
                    .isPresent()) {
                writers.get(name).acknowledged.put(command, note);
            }
        }));
        if (isServerGone) {
            server.start();
        }

        wires.forEach((name, wire) -> {
            Wire back = comeBack(name);
            assertThat(back.phase()).isEqualTo("words");
            assertThat(words(back).path("endsAt").asString()).as("the clock").isEqualTo(endsAt);
            Writer writer = writers.get(name);
            assertThat(back.collection("notes").keySet())
                    .as("%s finds every acknowledged note", name)
                    .containsAll(writer.acknowledged.values().stream()
                            .map(UUID::toString)
                            .toList());
            resendAll(back, writer);
            assertThat(back.collection("notes").keySet())
                    .as("%s finds every note once, and none that was never sent", name)
                    .containsExactlyInAnyOrderElementsOf(
                            writer.sent.values().stream().map(UUID::toString).toList());
            assertThat(open(name, Optional.empty()).folded()).isEqualTo(back.folded());
        });
        int acknowledged =
                writers.values().stream().mapToInt(w -> w.acknowledged.size()).sum();
        assertThat(acknowledged)
                .as("the kill came under load")
                .isGreaterThanOrEqualTo(BEFORE_THE_KILL - WRITERS.size());
    }

    private static void write(Wire wire, Writer writer, CountDownLatch warm, Map<String, Boolean> going, String name) {
        while (going.containsKey(name) && !wire.isClosed()) {
            UUID note = UUID.randomUUID();
            String command = UUID.randomUUID().toString();
            writer.sent.put(command, note);
            try {
                wire.send(command, "add-note", Map.of("note", note.toString(), "text", name + " " + note));
            } catch (CompletionException e) {
                return;
            }
            Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(45))
                    .pollInterval(java.time.Duration.ofMillis(5))
                    .until(() -> wire.answerSoFar(command).isPresent() || wire.isClosed() || !going.containsKey(name));
            warm.countDown();
        }
    }

    /** As the browser does: what was not acknowledged is sent again under its old id, until it is. */
    private static void resendAll(Wire back, Writer writer) {
        writer.sent.forEach((command, note) -> Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .pollInterval(java.time.Duration.ofMillis(200))
                .until(() -> {
                    back.forget(command);
                    back.send(command, "add-note", Map.of("note", note.toString(), "text", "again " + note));
                    return back.answer(command).path("frame").asString().equals("ack");
                }));
        Wire.await("all notes", () -> back.collection("notes").size() >= writer.sent.size());
    }

    private static tools.jackson.databind.JsonNode words(Wire wire) {
        Wire.await("the phase", () -> wire.phase().equals("words"));
        return wire.collection("phases").get("words");
    }

    private Wire comeBack(String name) {
        return Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .pollInterval(java.time.Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> open(name, Optional.empty()), wire -> !wire.folded()
                        .isEmpty());
    }

    private Map<String, Wire> openAll() {
        Map<String, Wire> wires = new LinkedHashMap<>();
        WRITERS.forEach(name -> wires.put(name, open(name, Optional.empty())));
        return wires;
    }

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    /** The cookies of before the kill are still good: a sign-in survives the server. */
    private Wire open(String name, Optional<String> since) {
        Visitor visitor = visitors.computeIfAbsent(
                name, n -> Visitor.person(server.address(), server.email(n), server.password()));
        return visitor.open(server.room(), since);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }
}
