package org.tessera.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tessera.account.PersonId;

/** What was paid or recorded, for good. */
record Settled(
        RuleId rule,
        int version,
        PersonId person,
        Thing thing,
        LocalDate earned,
        Optional<Hours> hours,
        Optional<Money> money,
        PersonId by,
        Instant at) {}
