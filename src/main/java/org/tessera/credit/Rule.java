package org.tessera.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;

/**
 * A line of a district's table, in one version that never changes.
 *
 * @param version from 1
 */
public record Rule(
        RuleId id, int version, DistrictId district, RuleTerms terms, PersonId writtenBy, Instant writtenAt) {

    /** Of one rule's versions, the one that counts what was done on {@code day}: the latest that had begun, unless it was over. */
    static Optional<Rule> at(Collection<Rule> versions, LocalDate day) {
        return versions.stream()
                .filter(rule -> !rule.terms().from().isAfter(day))
                .max(Comparator.comparingInt(Rule::version))
                .filter(rule -> rule.terms().until().filter(day::isAfter).isEmpty());
    }

    /** Whether it counts nothing after {@code day}, because it ends then or before. */
    public boolean isOverOn(LocalDate day) {
        return terms.until().filter(day::isAfter).isPresent();
    }

    /** Whether one can register for it on {@code day}. */
    public boolean takesRegistrations(LocalDate day) {
        return terms.needsRegistration()
                && !isOverOn(day)
                && terms.registerUntil().filter(day::isAfter).isEmpty();
    }
}
