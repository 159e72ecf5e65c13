package org.tessera.room;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a room's own steps cost by themselves, when somebody rewrites a note: {@code ./tessera bench rules}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RoomBenchmark {

    private static final List<String> WRITERS = List.of("eva", "rosa", "tim");
    private static final String WORDS = "Three of the five graphs have axes without labels. ".repeat(4);

    /** How many notes are on the board. */
    @Param({"20", "200"})
    public int notes;

    private final Names names = new Names();
    private final MemberId reader = Ids.person("ana");
    private Room before;
    private Room after;
    private Recorded recorded;
    private Instant now;
    private RoomCommand rewrite;
    private Actor writer;
    private List<Change> changes;
    private Utf8 event;
    private Cursor.Maker cursors;
    private Portraits portraits;

    /** A full board, and a note on it that is rewritten. */
    @Setup
    public void fill() {
        Rehearsal meeting = Gatherings.lookingIn("describe");
        for (int note = 0; note < notes; note++) {
            meeting = meeting.does(WRITERS.get(note % WRITERS.size()), Commands.addNote("note " + note, WORDS));
        }
        before = meeting.room();
        now = meeting.now();
        rewrite = Commands.editNote("note 0", WORDS + "All of them.");
        writer = new Actor.Person(Ids.person(WRITERS.getFirst()));
        Decision.Accepted accepted = (Decision.Accepted) Rulebook.decide(before, rewrite, writer, now);
        recorded = new Recorded(
                before.seq() + 1,
                new UUID(0, 1),
                now,
                Optional.of(Ids.person(WRITERS.getFirst())),
                accepted.events().getFirst());
        after = before.apply(recorded);
        changes = Change.between(before, after);
        event = Projection.of(before, recorded, after, changes, names)
                .to(reader)
                .orElseThrow();
        cursors = new Cursor("a key of 16 byte".getBytes(StandardCharsets.US_ASCII)).makerFor(reader);
        portraits = new Portraits(names);
    }

    /** Whether the rules allow it, and what happens then. */
    @Benchmark
    public Object decide() {
        return Rulebook.decide(before, rewrite, writer, now);
    }

    /** The room after it. */
    @Benchmark
    public Object apply() {
        return before.apply(recorded);
    }

    /** What has changed, and who is told what of it. */
    @Benchmark
    public Object project() {
        return Projection.of(before, recorded, after, Change.between(before, after), names);
    }

    /** The event as text, once for everybody who is told the same. */
    @Benchmark
    public Object encode() {
        return Projection.of(before, recorded, after, changes, names).to(reader);
    }

    /** One seat's frame around an event that is text already, with its cursor. */
    @Benchmark
    public Object frame() {
        return Utf8.list(
                "{\"frame\":\"events\",\"n\":1,\"cursor\":\"" + cursors.at(recorded.seq()) + "\",\"events\":[",
                List.of(event),
                "]}");
    }

    /** The whole board as text, for somebody who comes in after others. */
    @Benchmark
    public Object snapshot() {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        SnapshotJson.put(frame, Projection.snapshot(before, reader, portraits));
        return EntityJson.JSON.writeValueAsBytes(frame);
    }
}
