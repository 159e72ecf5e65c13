package org.tessera.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tessera.account.PersonId;

/**
 * A member of the panel, as the lot sees them for one task of one case.
 *
 * @param may the tasks the member does at all
 * @param isClose whether they are the earner, or know the work from beside the earner
 * @param hasConflict whether they have declared one for this submission, or tried it as an anchor
 * @param isCertified whether they are certified for the credential today
 * @param done the tasks they have or had on this case
 * @param lapsed the tasks on this case they let lapse or gave back
 * @param open how many tasks they have on their desk
 * @param last when they were drawn last
 */
record Candidate(
        PersonId person,
        Set<Task> may,
        boolean isClose,
        boolean hasConflict,
        boolean isCertified,
        Set<Task> done,
        Set<Task> lapsed,
        int open,
        Optional<Instant> last) {

    Candidate {
        may = Set.copyOf(may);
        done = Set.copyOf(done);
        lapsed = Set.copyOf(lapsed);
    }
}
