package org.tessera.assessment;

import java.time.Instant;
import java.time.ZoneId;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialRef;

/** Something about a case that somebody should hear of. Published inside the transaction that keeps it. */
public sealed interface CaseNews {

    CaseId about();

    CredentialRef credential();

    /**
     * A task is on somebody’s desk.
     *
     * @param at when it was drawn: what comes back to the same desk is drawn anew
     * @param zone where the district’s clock hangs
     */
    record Drawn(
            CaseId about,
            CredentialRef credential,
            Task task,
            PersonId assessor,
            Instant at,
            Instant until,
            ZoneId zone)
            implements CaseNews {}

    /** A task was taken from a desk, because its time was over. */
    record Lapsed(CaseId about, CredentialRef credential, Task task, PersonId assessor, Instant at)
            implements CaseNews {}

    /** A task has nobody who may do it. */
    record Nobody(CaseId about, CredentialRef credential, Task task, DistrictId district) implements CaseNews {}

    /** It went back to the earner, unscored. */
    record Returned(CaseId about, CredentialRef credential, PersonId earner) implements CaseNews {}

    /** There is a result for the earner, at first or after an appeal. */
    record Decided(CaseId about, CredentialRef credential, PersonId earner, boolean isEarned, boolean isAppeal)
            implements CaseNews {}
}
