package org.tessera.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of dots whose note leaves the board. */
final class Dots {

    private Dots() {}

    /**
     * The ballots with a dot on {@code note}, without it: whoever gave it has it again. A note whose dots have been counted
     * never leaves the board.
     */
    static List<Entity.Ballot> givenBack(Room room, NoteId note) {
        return room.ballotsOn(note.value())
                .map(ballot -> without(ballot, note.value()))
                .toList();
    }

    private static Entity.Ballot without(Entity.Ballot ballot, UUID target) {
        Map<UUID, Integer> marks = new HashMap<>(ballot.marks());
        marks.remove(target);
        return new Entity.Ballot(ballot.by(), ballot.phase(), Map.copyOf(marks));
    }
}
