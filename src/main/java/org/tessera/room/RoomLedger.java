package org.tessera.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an open room needs of the place where it is kept. */
interface RoomLedger {

    /** The room as it is kept; empty if there is none. */
    Optional<RoomStore.Loaded> load(RoomId room);

    /**
     * Keeps steps and accepted commands, together with what {@code besides} does: all of it, or nothing.
     *
     * @return the chain's new end
     * @throws org.springframework.dao.DuplicateKeyException if another writer has taken one of the places in the log, or one
     *     of the commands was accepted before
     */
    byte[] append(RoomId room, byte[] chain, List<Step> steps, List<AcceptedCommand> commands, List<Runnable> besides);

    /** What the log says after position {@code seq}. */
    Missed since(RoomId room, long seq);

    /** Those of {@code commands} that were accepted, whenever and on whatever node. */
    Set<CommandKey> accepted(RoomId room, Set<CommandKey> commands);

    /** Who is who in the room. */
    List<RoomStore.Known> who(RoomId room);

    /**
     * Besides what is being kept: notes nobody may know the writer of are counted, because they stand in no log.
     *
     * @param adds whether such notes are written
     * @param known how many are known of by whoever is adding to the log, and thereby may be showing them
     * @throws org.springframework.dao.DuplicateKeyException if there are others
     */
    void unheard(RoomId room, boolean adds, Optional<Long> known);

    /** The log from position {@code from} to {@code to}, both included; erased payloads come as tombstones. */
    List<Recorded> log(RoomId room, long from, long to);

    /** The accepted commands of {@code member} that did something, the latest first and {@code most} at most. */
    List<AcceptedCommand> lastCommands(RoomId room, MemberId member, int most);

    /** {@code member} is there from now on. */
    void came(RoomId room, MemberId member, Instant at);

    /** {@code member} is there no more. */
    void went(RoomId room, MemberId member, Instant at);

    /** Ends the stays that this node left open when it died, with what the log says last. */
    void endLeftStays(Room room);
}
