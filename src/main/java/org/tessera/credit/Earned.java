package org.tessera.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tessera.badge.Standing;
import org.tessera.credential.CredentialId;

/**
 * A badge, as far as it matters to credit.
 *
 * @param begun when the work began: when the submission was begun, for a stack the first of them; where that is not known, when
 *     it was decided
 * @param decided when it was decided that it was earned
 */
record Earned(CredentialId achievement, boolean stack, String name, Instant begun, Instant decided, Standing standing) {

    LocalDate day() {
        return LocalDate.ofInstant(decided, ZoneOffset.UTC);
    }

    Thing thing() {
        return stack ? Thing.stack(achievement, name) : Thing.credential(achievement, name);
    }
}
