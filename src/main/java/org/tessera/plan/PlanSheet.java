package org.tessera.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** A plan as far as somebody has filled it in: what is empty there is empty here. */
public record PlanSheet(
        Optional<CredentialId> stack,
        List<PersonId> earners,
        Optional<LocalDate> start,
        Optional<LocalDate> end,
        Set<DayOfWeek> days,
        Optional<LocalTime> at,
        Optional<Integer> minutes,
        Optional<Integer> weeks,
        Optional<ZoneId> zone,
        Set<LocalDate> closed) {

    public PlanSheet {
        earners = List.copyOf(earners);
        days = Set.copyOf(days);
        closed = Collections.unmodifiableSet(new TreeSet<>(closed));
    }
}
