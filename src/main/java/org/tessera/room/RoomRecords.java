package org.tessera.room;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tessera.account.SignedIn;

/** What may leave a room at any moment: what everybody in it was told, and its log as salted commitments. */
@Service
public class RoomRecords {

    private final Rooms rooms;
    private final LiveRooms live;
    private final RoomStore store;

    RoomRecords(Rooms rooms, LiveRooms live, RoomStore store) {
        this.rooms = rooms;
        this.live = live;
        this.store = store;
    }

    /**
     * What everybody in the room may know now, in the form of the {@code room} of a snapshot on the wire. Nothing is in it
     * that only some may know, not even of what the visitor alone may know.
     *
     * @return empty if there is no such room for {@code visitor}
     */
    public Optional<String> told(RoomId id, SignedIn visitor) {
        // Somebody who is no member is in no smaller audience: what such a person is told, everybody is.
        MemberId nobodyInParticular = new MemberId(UUID.randomUUID());
        return rooms.find(id, visitor)
                .flatMap(known -> live.find(id))
                .map(room -> rooms.read(id, state -> Projection.snapshot(state, nobodyInParticular, room.names())
                        .toString()));
    }

    /**
     * The entries of the room's log from the first up to where a step last began or ended.
     *
     * @return empty if there is no such room for {@code visitor}
     */
    public Optional<List<LogEntry>> log(RoomId id, SignedIn visitor) {
        return rooms.find(id, visitor).map(known -> store.commitments(id));
    }

    /**
     * A step as everybody in the room was told of it, moment by moment. The caller has made sure that it may be read.
     *
     * @param from the place in the log at which the step began, {@code to} the one at which it had ended
     */
    public List<RoomMoment> moments(RoomId id, String phase, long from, long to) {
        return live.find(id)
                .map(_ -> rooms.read(id, Room::written))
                .map(pack -> Playback.of(id, pack, store.log(id, 1, to), phase, from))
                .orElseGet(List::of);
    }
}
