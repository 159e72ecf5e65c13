package org.tessera.room;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The rooms that are open on this node, as far as other nodes have something to tell them. */
@Service
public class OpenRooms {

    private final LiveRooms live;
    private final RoomStore store;

    OpenRooms(LiveRooms live, RoomStore store) {
        this.live = live;
        this.store = store;
    }

    /** Which rooms are open here. */
    public Set<RoomId> ids() {
        return live.ids();
    }

    /** The room's log has come to {@code seq}. Old news, and news of a room that is not open here, do nothing. */
    public void heard(RoomId room, long seq) {
        live.ifOpen(room).ifPresent(open -> open.heard(seq));
    }

    /** Looks in the database how far the logs of all open rooms have come; what was announced and got lost is made up for. */
    public void look() {
        Set<RoomId> open = live.ids();
        if (!open.isEmpty()) {
            store.heads(open).forEach(this::heard);
        }
    }

    /** These people are in the room over other nodes, line by line. */
    public void elsewhere(RoomId room, List<Set<MemberId>> lines) {
        live.ifOpen(room).ifPresent(open -> open.elsewhere(lines));
    }

    /** Ends the stays of those who sat at a node that has died, with when it was last seen. */
    public void endStaysOf(String node, Instant seen) {
        store.endStaysOf(node, seen);
    }
}
