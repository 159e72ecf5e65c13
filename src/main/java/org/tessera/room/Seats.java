package org.tessera.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everybody who is told what happens in an open room, and what they are told when they come back. On the room's own thread. */
final class Seats {

    /** So many events back somebody may have been away and still be told each; after more, a snapshot comes. */
    private static final int HISTORY = 200;
    /** So many events are held as trees, for who is in this process. */
    private static final int FRESH = 8;

    private final Cursor cursor;
    private final Portraits portraits;
    private final Set<Mailbox> taken = new LinkedHashSet<>();
    private final Deque<Telling> history = new ArrayDeque<>();
    /** The last of them, which some may not have heard yet. */
    private final Deque<Telling> fresh = new ArrayDeque<>();

    Seats(Cursor cursor, Names names) {
        this.cursor = cursor;
        this.portraits = new Portraits(names);
    }

    /** Tells the new seat what it has missed since {@code since}, and from now on everything. */
    void add(Mailbox seat, Optional<String> since, Room room) {
        catchUp(seat, since, room);
        taken.add(seat);
    }

    void remove(Mailbox seat) {
        taken.remove(seat);
    }

    private void catchUp(Mailbox seat, Optional<String> since, Room room) {
        Optional<Long> seen = since.flatMap(text -> cursor.read(text, seat.member()));
        long oldest = history.isEmpty() ? room.seq() + 1 : history.getFirst().seq();
        if (seen.isEmpty() || Anonymous.isWriting(room) || seen.get() + 1 < oldest || seen.get() > room.seq()) {
            snapshot(seat, room);
            return;
        }
        seat.upToDate(seen.get());
        history.stream().filter(telling -> telling.seq() > seen.get()).forEach(seat::tell);
    }

    /** Tells what has brought the room to where it is. */
    void tell(Step step, Room room) {
        if (!step.isSilent()) {
            history.addLast(step.telling());
        }
        if (Anonymous.hasEnded(room, step.recorded().event())) {
            // Who was away while anonymous notes were written cannot catch up: what came to them has no place in the
            // log.
            history.clear();
        }
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        taken.forEach(seat -> seat.tell(step.telling()));
        if (!step.isSilent()) {
            fresh.addLast(step.telling());
        }
        if (fresh.size() > FRESH) {
            fresh.removeFirst().keep();
        }
        step.changes().forEach(change -> {
            if (change.is() == null) {
                portraits.forget(change.ref());
            }
        });
    }

    /** The room was read anew; who has missed something of it gets a snapshot. */
    void show(Room told, Room room) {
        if (room.seq() != told.seq()) {
            history.clear();
            taken.forEach(seat -> snapshot(seat, room));
        } else if (Anonymous.isWriting(room)) {
            // a snapshot out of turn would tell everybody that somebody is writing
            taken.forEach(seat -> showAgain(seat, told, room));
        }
    }

    private void showAgain(Mailbox seat, Room told, Room room) {
        ObjectNode fresh = Projection.snapshot(room, seat.member(), portraits);
        if (!fresh.equals(Projection.snapshot(told, seat.member(), portraits))) {
            seat.snapshot(fresh, room.seq());
        }
    }

    private void snapshot(Mailbox seat, Room room) {
        seat.snapshot(Projection.snapshot(room, seat.member(), portraits), room.seq());
    }

    void frame(String json) {
        Told frame = Told.of(json);
        taken.forEach(seat -> seat.frame(frame));
    }

    void gesture(Mailbox from, String json, Room room) {
        Told frame = Told.of(json);
        others(from)
                .filter(seat -> Projection.isGestureSeen(room, from.member(), seat.member()))
                .forEach(seat -> seat.gesture(frame));
    }

    private Stream<Mailbox> others(Mailbox but) {
        return taken.stream().filter(seat -> seat != but);
    }

    /** Tells that a material was stopped, where everybody sees it. */
    void held(UUID material, Room room) {
        if (room.material(material).filter(brought -> !brought.locked()).isPresent()) {
            Told frame = Told.of(
                    JsonNodeFactory.instance.objectNode().put("frame", "held").put("material", material.toString()));
            taken.forEach(seat -> seat.frame(frame));
        }
    }

    void close() {
        taken.forEach(Mailbox::close);
    }
}
