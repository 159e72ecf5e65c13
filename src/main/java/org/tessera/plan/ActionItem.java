package org.tessera.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/**
 * Something somebody of a team took on. It comes up at every meeting until it is done.
 *
 * @param due until when, if that was said
 * @param doneAt when somebody said that it is done
 */
public record ActionItem(
        ActionItemId id,
        TeamId team,
        String words,
        PersonId owner,
        Optional<LocalDate> due,
        PersonId madeBy,
        Instant madeAt,
        Optional<Instant> doneAt) {

    /** The most characters of its words. */
    public static final int MOST = 500;

    /** Whether it still comes up. */
    public boolean open() {
        return doneAt.isEmpty();
    }
}
