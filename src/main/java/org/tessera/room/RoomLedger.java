package org.tessera.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an open room needs of the place where it is kept. */
interface RoomLedger {

    /** The room as it is kept; empty if there is none. */
    Optional<RoomStore.Loaded> load(RoomId room);

    /**
     * Keeps steps and accepted commands, together with what {@code besides} does: all of it, or nothing.
     *
     * @return the chain's new end
     * @throws org.springframework.dao.DuplicateKeyException if another writer has taken one of the places in the log
     */
    byte[] append(RoomId room, byte[] chain, List<Step> steps, List<AcceptedCommand> commands, List<Runnable> besides);

    /** The log from position {@code from} to {@code to}, both included; erased payloads come as tombstones. */
    List<Recorded> log(RoomId room, long from, long to);

    /** The accepted commands of {@code member} that did something, the latest first and {@code most} at most. */
    List<AcceptedCommand> lastCommands(RoomId room, MemberId member, int most);

    /** {@code member} is there from now on. */
    void came(RoomId room, MemberId member, Instant at);

    /** {@code member} is there no more. */
    void went(RoomId room, MemberId member, Instant at);

    /** Ends the stays that a server which died has left open, with what the log says last. */
    void endLeftStays(Room room);
}
