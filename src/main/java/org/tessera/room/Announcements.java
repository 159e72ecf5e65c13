package org.tessera.room;

import java.util.List;
import java.util.Set;

/**
 * What one node tells the others of its rooms. Nothing of it may hold up a room or fail it, and any of it may get lost:
 * others look for themselves now and then.
 *
 * @see OpenRooms
 * @see "Decision: docs/decisions/several-nodes.md"
 */
public interface Announcements {

    /** There is one node, and nobody to tell. */
    Announcements NONE = new Announcements() {
        @Override
        public String node() {
            return "";
        }

        @Override
        public boolean areHeard() {
            return false;
        }

        @Override
        public void written(RoomId room, long seq) {}

        @Override
        public void attended(RoomId room, List<Set<MemberId>> lines) {}
    };

    /** The name of this node, which no other has ever had; empty where there is only one. */
    String node();

    /** Whether there may be other nodes. */
    boolean areHeard();

    /** The room's log has come to {@code seq}, and everything up to there is durable. */
    void written(RoomId room, long seq);

    /** These people are in the room over this node, line by line (a device several people sit at is one line). */
    void attended(RoomId room, List<Set<MemberId>> lines);
}
