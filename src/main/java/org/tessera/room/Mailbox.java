package org.tessera.room;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Delivers a seat's frames in order, putting together what is waiting while the end is taking, so that a slow client
 * delays nobody. A client that falls too far behind is let go: it comes back with its cursor.
 */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int LIMIT = 5_000;
    private static final int BATCH = 200;

    private sealed interface Item {
        record Snapshot(ObjectNode room, long seq) implements Item {}

        record Event(Told told, long seq) implements Item {}

        /** Nothing was missed: the client learns so by an empty events frame. */
        record UpToDate(long seq) implements Item {}

        record Frame(Told told) implements Item {}
    }

    private final MemberId member;
    private final Cursor.Maker cursors;
    private final InstantSource clock;
    private final SeatEnd end;
    private final Threads threads;
    private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>(LIMIT);
    private final Pump<List<Item>> pump = new Pump<>(this::next, this::hand);
    private volatile boolean open = true;
    private boolean ended;
    private int n;

    Mailbox(MemberId member, Cursor cursor, InstantSource clock, SeatEnd end, Threads threads) {
        this.member = member;
        this.threads = threads;
        this.cursors = cursor.makerFor(member);
        this.clock = clock;
        this.end = end;
    }

    MemberId member() {
        return member;
    }

    boolean isOpen() {
        return open;
    }

    void snapshot(ObjectNode room, long seq) {
        if (add(new Item.Snapshot(room, seq))) {
            // A large board takes a while to write down: not on the room's time.
            threads.aside("snapshot", pump::wake);
        }
    }

    void tell(Telling telling) {
        telling.toldTo(member).ifPresent(told -> put(new Item.Event(told, telling.seq())));
    }

    void upToDate(long seq) {
        put(new Item.UpToDate(seq));
    }

    /** A frame that is not part of the room's history: an answer, presence. */
    void frame(String json) {
        frame(Told.of(json));
    }

    /** The same, of which others are told too. */
    void frame(Told told) {
        put(new Item.Frame(told));
    }

    /** What somebody is just doing, which is drawn by boards alone. */
    void gesture(Told told) {
        if (!(end instanceof InnerEnd)) {
            frame(told);
        }
    }

    /**
     * Delivers nothing more. What is on its way arrives whole: to break it off would break the line, on which other people
     * of a shared device may sit.
     */
    void close() {
        open = false;
        waiting.clear();
        pump.wake();
    }

    private void put(Item item) {
        if (add(item)) {
            pump.wake();
        }
    }

    private boolean add(Item item) {
        if (open && !waiting.offer(item)) {
            LOG.info("a seat fell {} frames behind and was let go", LIMIT);
            close();
        }
        return open;
    }

    /** What goes out together; nothing at all where the mailbox has been closed, once. */
    private Optional<List<Item>> next() {
        if (!open) {
            boolean first = !ended;
            ended = true;
            return first ? Optional.of(List.of()) : Optional.empty();
        }
        List<Item> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch);
    }

    private void hand(List<Item> batch, Runnable taken) {
        if (batch.isEmpty()) {
            waiting.clear();
            threads.aside("mailbox-end", end::close);
            return;
        }
        if (end instanceof InnerEnd inner) {
            inner.hear(trees(batch));
            taken.run();
            return;
        }
        end.deliver(frames(batch), new SeatEnd.Taken() {
            @Override
            public void all() {
                taken.run();
            }

            @Override
            public void failed(Exception cause) {
                LOG.debug("a seat's end is gone: {}", cause.toString());
                open = false;
                taken.run();
            }
        });
    }

    private List<Utf8> frames(List<Item> batch) {
        List<Utf8> frames = new ArrayList<>();
        List<Utf8> events = new ArrayList<>();
        long seq = 0;
        for (Item item : batch) {
            if (item instanceof Item.Event event) {
                events.add(event.told().text());
                seq = event.seq();
                continue;
            }
            flush(events, seq, frames);
            switch (item) {
                case Item.Snapshot snapshot -> frames.add(snapshotFrame(snapshot));
                case Item.UpToDate upToDate -> frames.add(eventsFrame(List.of(), upToDate.seq()));
                case Item.Frame frame -> frames.add(frame.told().text());
                case Item.Event event -> throw new IllegalStateException("events were gathered above");
            }
        }
        flush(events, seq, frames);
        return frames;
    }

    private void flush(List<Utf8> events, long seq, List<Utf8> frames) {
        if (!events.isEmpty()) {
            frames.add(eventsFrame(events, seq));
            events.clear();
        }
    }

    private Utf8 eventsFrame(List<Utf8> events, long seq) {
        return Utf8.list(
                "{\"frame\":\"events\",\"n\":" + n++ + ",\"cursor\":\"" + cursors.at(seq) + "\",\"events\":[",
                events,
                "]}");
    }

    /** The same for who is in this process, who never comes back with a cursor. */
    private List<JsonNode> trees(List<Item> batch) {
        return batch.stream()
                .map(item -> switch (item) {
                    case Item.Event event -> {
                        ObjectNode frame = tree("events");
                        frame.putArray("events").add(event.told().tree());
                        yield frame;
                    }
                    case Item.Snapshot snapshot -> {
                        ObjectNode frame = tree("snapshot").put("you", member.toString());
                        frame.set("room", snapshot.room());
                        yield frame;
                    }
                    case Item.UpToDate _ -> tree("events");
                    case Item.Frame frame -> frame.told().tree();
                })
                .toList();
    }

    private static ObjectNode tree(String frame) {
        return JsonNodeFactory.instance.objectNode().put("frame", frame);
    }

    private Utf8 snapshotFrame(Item.Snapshot snapshot) {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        frame.put("frame", "snapshot")
                .put("n", n++)
                .put("cursor", cursors.at(snapshot.seq()))
                .put("now", clock.instant().toString())
                .put("you", member.toString());
        if (end.isTerse()) {
            SnapshotJson.put(frame, snapshot.room());
        } else {
            frame.set("room", snapshot.room());
        }
        return Utf8.of(EntityJson.JSON.writeValueAsBytes(frame));
    }
}
