package org.tessera.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tessera.account.PersonId;

/**
 * That an assessor rates an anchor.
 *
 * @param done nothing while it is open
 * @param rows what was chosen so far; once it is done every row, with the true level beside it
 */
record Trial(UUID id, CaseId anchor, PersonId person, Optional<Instant> done, List<Row> rows) {

    Trial {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param truth what was found in the case, as it was when the trial was done; nothing before
     */
    record Row(String row, String level, Optional<Truth> truth) {

        boolean isAlike() {
            return truth.filter(one -> one.level().equals(level)).isPresent();
        }
    }

    /**
     * The true level of a row.
     *
     * @param height how high the chosen level is on the scale, from 0 for the lowest
     * @param trueHeight how high the true one is
     */
    record Truth(String level, int height, int trueHeight) {}
}
