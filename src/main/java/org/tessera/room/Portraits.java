package org.tessera.room;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tessera.protocol.Pack;
import org.tessera.room.Entity.Ref;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entities of one room as snapshots show them. Notes and phases, which are most of it, are drawn once for everybody and
 * shared, so that a full board costs the ninth person who comes in, and the memory of the page that person opens, next to
 * nothing. On the room's own thread.
 */
final class Portraits {

    private record Portrait(Entity of, ObjectNode json) {}

    private final Names names;
    private final Map<Ref, Portrait> drawn = new HashMap<>();
    private @Nullable Pack pack;

    Portraits(Names names) {
        this.names = names;
    }

    /** How {@code member} is shown an entity that he or she may know of. */
    ObjectNode of(Entity entity, Room room, MemberId member) {
        return switch (entity) {
            case Entity.PhaseRun run -> {
                Exceptions.Known known = Exceptions.to(room, run, member);
                yield known.equals(Exceptions.Known.NONE) ? shared(run, room) : EntityJson.phase(run, room, known);
            }
            case Entity.Note note -> shared(note, room);
            default -> EntityJson.of(entity, room, names);
        };
    }

    private ObjectNode shared(Entity entity, Room room) {
        if (room.pack() != pack) {
            // what a phase says follows from the protocol as it is held, which changes with the number of people
            drawn.clear();
            pack = room.pack();
        }
        Portrait before = drawn.get(entity.ref());
        if (before != null && before.of() == entity) {
            return before.json();
        }
        ObjectNode json = EntityJson.of(entity, room, names);
        drawn.put(entity.ref(), new Portrait(entity, json));
        return json;
    }

    /** What is not in the room any more is forgotten. */
    void forget(Ref gone) {
        drawn.remove(gone);
    }
}
