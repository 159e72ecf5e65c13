package org.tessera.room;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tessera.room.RoomEvent.TakenBack;

/**
 * What one person has done in a room, and which of it can be taken back: the latest that still stands, so that asking
 * again takes back the one before; or, if the very last was taking something back, that.
 */
final class Deeds {

    /** How many commands back somebody may go. */
    static final int REACH = 100;

    private Deeds() {}

    /**
     * The command {@code named}, if it may be taken back now.
     *
     * @param latestFirst one person's accepted commands that did something, the latest first
     * @param log what a command did
     */
    static Optional<AcceptedCommand> named(
            UUID named, List<AcceptedCommand> latestFirst, Function<AcceptedCommand, List<RoomEvent>> log) {
        Set<UUID> takenBack = new HashSet<>();
        for (AcceptedCommand each : latestFirst) {
            UUID command = each.key().command();
            if (takenBack.contains(command)) {
                continue;
            }
            Optional<UUID> undone = undoneBy(log.apply(each));
            boolean isLast = each.equals(latestFirst.getFirst());
            if (undone.isEmpty() || (isLast && command.equals(named))) {
                return Optional.of(each).filter(deed -> command.equals(named));
            }
            takenBack.add(undone.get());
        }
        return Optional.empty();
    }

    private static Optional<UUID> undoneBy(List<RoomEvent> events) {
        return events.stream()
                .flatMap(event -> event instanceof TakenBack back ? Stream.of(back.command()) : Stream.empty())
                .findFirst();
    }
}
