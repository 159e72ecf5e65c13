package org.tessera.room;

import java.util.List;

/** One accepted event on its way: as recorded, what it changes, and what it tells. */
record Step(Recorded recorded, List<Change> changes, Telling telling) {

    /** Whether the log must not know of it: nothing has changed but what somebody is writing anonymously. */
    boolean isSilent() {
        return !changes.isEmpty() && changes.stream().allMatch(Change::isSilent);
    }
}
