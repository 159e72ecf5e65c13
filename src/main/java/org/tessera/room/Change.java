package org.tessera.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tessera.room.Entity.Ref;

/**
 * One entity that an event changed. What is stored and what is told both follow from these, so a new kind of event
 * needs neither store nor projection to know it.
 *
 * @param was the entity before, null where there was none
 * @param is the entity after, null where it is gone
 */
record Change(Ref ref, @Nullable Entity was, @Nullable Entity is) {

    /** Whether only a note has changed that is being written anonymously. */
    boolean isSilent() {
        return isAnonymous(was) && isAnonymous(is);
    }

    private static boolean isAnonymous(@Nullable Entity entity) {
        return entity == null || (entity instanceof Entity.Note note && note.state() == Entity.Note.State.ANONYMOUS);
    }

    /** What differs between two moments of one room; shelves that are the same object are passed over. */
    static List<Change> between(Room before, Room after) {
        List<Change> changes = new ArrayList<>();
        for (Shelf shelf : Shelf.values()) {
            Map<String, Entity> old = before.shelf(shelf);
            Map<String, Entity> fresh = after.shelf(shelf);
            if (before.holdsSame(after, shelf)) {
                continue;
            }
            fresh.forEach((id, entity) -> {
                Entity was = old.get(id);
                if (was != entity && !entity.equals(was)) {
                    changes.add(new Change(new Ref(shelf, id), was, entity));
                }
            });
            old.forEach((id, entity) -> {
                if (!fresh.containsKey(id)) {
                    changes.add(new Change(new Ref(shelf, id), entity, null));
                }
            });
        }
        return changes;
    }
}
