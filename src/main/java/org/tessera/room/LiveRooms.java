package org.tessera.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tessera.clock.AlarmClock;
import org.tessera.material.MaterialHeld;

/** The rooms open on this node. A room whose meeting runs is opened at start-up, so that its clock goes on. */
@Component
class LiveRooms implements AutoCloseable {

    private final RoomStore store;
    private final AlarmClock clock;
    private final ObjectProvider<YieldKeeper> keepers;
    private final Announcements announcements;
    private final ConcurrentMap<RoomId, LiveRoom> open = new ConcurrentHashMap<>();

    @Autowired
    LiveRooms(RoomStore store, AlarmClock clock, ObjectProvider<YieldKeeper> keepers, Announcements announcements) {
        this.store = store;
        this.clock = clock;
        this.keepers = keepers;
        this.announcements = announcements;
    }

    LiveRooms(RoomStore store, AlarmClock clock, ObjectProvider<YieldKeeper> keepers) {
        this(store, clock, keepers, Announcements.NONE);
    }

    @EventListener(ApplicationReadyEvent.class)
    void openRunning() {
        store.running().forEach(this::find);
    }

    /** Pages that were stopped are off every screen at once, in whatever meeting. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(MaterialHeld held) {
        open.values().forEach(room -> room.held(held.material().value()));
    }

    /** The open room, opened now if need be; empty if there is no such room. */
    Optional<LiveRoom> find(RoomId id) {
        LiveRoom live = open.computeIfPresent(id, (room, there) -> there.isOpen() ? there : null);
        return live != null
                ? Optional.of(live)
                : Optional.ofNullable(open.computeIfAbsent(id, room -> store.load(room)
                        .map(loaded -> new LiveRoom(
                                loaded,
                                store,
                                clock,
                                List.copyOf(keepers.orderedStream().toList()),
                                announcements,
                                new Receipts(Receipts.LATEST),
                                Threads.VIRTUAL))
                        .orElse(null)));
    }

    /** The room, if it is open on this node. */
    Optional<LiveRoom> ifOpen(RoomId id) {
        return Optional.ofNullable(open.get(id)).filter(LiveRoom::isOpen);
    }

    /** The rooms that are open on this node. */
    Set<RoomId> ids() {
        return Set.copyOf(open.keySet());
    }

    @Override
    public void close() {
        open.values().forEach(LiveRoom::close);
        open.clear();
    }
}
