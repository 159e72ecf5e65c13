package org.tessera.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;

/**
 * That somebody was drawn for a task.
 *
 * @param until until when it is held for them
 */
record Held(
        UUID id,
        CaseId on,
        Task task,
        PersonId person,
        Instant drawn,
        Instant until,
        Optional<Instant> ended,
        Optional<Ending> ending) {

    /** How holding a task ends. */
    enum Ending {
        DONE,
        /** The time was over. */
        LAPSED,
        GIVEN_BACK,
        /** The assessor has something to do with whoever this may be. */
        CONFLICT
    }

    boolean isOpen() {
        return ended.isEmpty();
    }
}
