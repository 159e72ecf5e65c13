package org.tessera.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What waits to be done on an open room's own thread. */
sealed interface Job {

    record Give(RoomCommand command, @Nullable UUID id, Actor actor, Consumer<Outcome> reply) implements Job {

        /** What tells it from all others; empty where it is the product's own, which sends nothing twice. */
        Optional<CommandKey> key() {
            return actor.who().flatMap(who -> Optional.ofNullable(id).map(command -> new CommandKey(who, command)));
        }
    }

    record Sit(Mailbox mailbox, Optional<String> since, boolean present) implements Job {}

    record Stand(Mailbox mailbox) implements Job {}

    /** From now on these people are there over this line; nobody once it is closed. */
    record Attend(Object line, Set<MemberId> people) implements Job {}

    record Gesture(Mailbox from, String json) implements Job {}

    record Held(UUID material) implements Job {}

    record Look(Consumer<Room> reader) implements Job {}

    record Reload() implements Job {}

    record SetAlarms() implements Job {}

    /** The log has come so far, which may be by another node. */
    record Heard(long seq) implements Job {}

    /** Who is there over other nodes, line by line. */
    record Elsewhere(List<Set<MemberId>> lines) implements Job {}
}
