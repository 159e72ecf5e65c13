package org.tessera.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What other nodes have added to a room, ready to be told here event by event like what was decided here.
 *
 * @param after the room with all of it
 * @param steps in the order of the log
 * @param chain the log's new end; nothing where nothing was added
 */
record Followed(Room after, List<Step> steps, Optional<byte[]> chain) {

    /**
     * Applies what {@code ledger} says after {@code room}.
     *
     * @param known is told who is who in the room when somebody has joined
     * @return nothing where the log does not tell all, and the room has to be read anew
     */
    static Optional<Followed> of(Room room, RoomLedger ledger, Names names, Consumer<RoomStore.Known> known) {
        Missed missed = ledger.since(room.id(), room.seq());
        List<Step> steps = new ArrayList<>();
        Room after = room;
        for (Recorded recorded : missed.events()) {
            Room before = after;
            after = before.apply(recorded);
            if (recorded.event() instanceof RoomEvent.PayloadErased
                    || Anonymous.isWriting(before)
                    || Anonymous.isWriting(after)) {
                return Optional.empty();
            }
            if (recorded.event() instanceof RoomEvent.MemberJoined) {
                ledger.who(room.id()).forEach(known);
            }
            List<Change> changes = Change.between(before, after);
            steps.add(new Step(recorded, changes, Projection.of(before, recorded, after, changes, names)));
        }
        return Optional.of(new Followed(after, List.copyOf(steps), missed.chain()));
    }
}
