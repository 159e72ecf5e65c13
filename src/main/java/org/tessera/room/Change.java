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
            if (!inStep(shelf, old, fresh, changes)) {
                compare(shelf, old, fresh, changes);
            }
        }
        return changes;
    }

    /**
     * Walks both shelves at once, which is most of what there is to do when somebody rewrites a note: the same keys, in the
     * same order. Leaves {@code changes} alone and says false where they are not.
     */
    private static boolean inStep(
            Shelf shelf, Map<String, Entity> old, Map<String, Entity> fresh, List<Change> changes) {
        if (old.size() != fresh.size()) {
            return false;
        }
        List<Change> found = new ArrayList<>();
        var before = old.entrySet().iterator();
        for (Map.Entry<String, Entity> after : fresh.entrySet()) {
            Map.Entry<String, Entity> was = before.next();
            if (!was.getKey().equals(after.getKey())) {
                return false;
            }
            if (was.getValue() != after.getValue() && !was.getValue().equals(after.getValue())) {
                found.add(new Change(new Ref(shelf, after.getKey()), was.getValue(), after.getValue()));
            }
        }
        changes.addAll(found);
        return true;
    }

    private static void compare(Shelf shelf, Map<String, Entity> old, Map<String, Entity> fresh, List<Change> changes) {
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
}
