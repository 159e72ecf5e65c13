package org.tessera.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.account.PersonId;
import org.tessera.badge.Standing;
import org.tessera.credit.CreditLine.Outcome;
import org.tessera.credit.CreditLine.Why;

/**
 * What one person gets. What was paid or recorded stays as it is and counts first towards the most of its year; then come the
 * other things in the order in which they were earned.
 *
 * @param rules all versions of all rules of the person's district
 */
record Reckoning(
        PersonId person,
        List<Rule> rules,
        List<Registration> registrations,
        List<Earned> badges,
        List<AttendedMeeting> meetings,
        List<Settled> settled) {

    /** Something a rule may count. */
    private record Candidate(Thing thing, LocalDate day, Instant begun, Standing standing) {}

    /** The lines up to {@code today}, the oldest first. */
    List<CreditLine> on(LocalDate today) {
        List<CreditLine> lines = new ArrayList<>();
        Map<RuleId, List<Rule>> byRule =
                rules.stream().collect(Collectors.groupingBy(Rule::id, LinkedHashMap::new, Collectors.toList()));
        byRule.forEach((rule, versions) -> lines.addAll(by(rule, versions, today)));
        lines.sort(Comparator.comparing(CreditLine::earned)
                .thenComparing(line -> line.thing().key()));
        return List.copyOf(lines);
    }

    private List<CreditLine> by(RuleId rule, List<Rule> versions, LocalDate today) {
        List<CreditLine> lines = new ArrayList<>();
        for (Settled one : settled) {
            if (one.rule().equals(rule)) {
                lines.add(done(one));
            }
        }
        Counts counts = versions.getFirst().terms().counts();
        List<Candidate> candidates = candidates(counts)
                .filter(one -> !one.day().isAfter(today))
                .filter(one -> lines.stream()
                        .noneMatch(line -> line.thing().key().equals(one.thing().key())))
                .sorted(Comparator.comparing(Candidate::begun))
                .sorted(Comparator.comparing(Candidate::day))
                .toList();
        for (Candidate candidate : candidates) {
            Rule.at(versions, candidate.day()).ifPresent(version -> lines.add(line(version, candidate, lines)));
        }
        return lines;
    }

    private CreditLine done(Settled one) {
        boolean revoked = badges.stream()
                        .anyMatch(
                                badge -> badge.thing().key().equals(one.thing().key()))
                && badges.stream()
                        .filter(badge -> badge.thing().key().equals(one.thing().key()))
                        .allMatch(badge -> badge.standing() == Standing.REVOKED);
        return new CreditLine(
                one.rule(),
                one.version(),
                one.person(),
                one.thing(),
                one.earned(),
                one.hours(),
                one.money(),
                new Outcome.Done(LocalDate.ofInstant(one.at(), ZoneOffset.UTC), one.by(), revoked));
    }

    private Stream<Candidate> candidates(Counts counts) {
        return switch (counts) {
            case Counts.OfCredential(var id) ->
                best(badges.stream()
                        .filter(badge -> !badge.stack() && badge.achievement().equals(id)));
            case Counts.OfStack(var id) ->
                best(badges.stream()
                        .filter(badge -> badge.stack() && badge.achievement().equals(id)));
            case Counts.OfMeetings(var protocol, int _) ->
                meetings.stream()
                        .filter(AttendedMeeting::over)
                        .filter(meeting -> protocol.filter(only -> !only.equals(meeting.protocol()))
                                .isEmpty())
                        .filter(meeting -> meeting.minutes() > 0)
                        .map(meeting -> new Candidate(
                                Thing.meeting(meeting.room(), meeting.minutes()),
                                meeting.day(),
                                meeting.begun(),
                                Standing.ACTIVE));
        };
    }

    /** Who earned a credential anew gets credit once: for the first that stands, else for one that may stand again. */
    private static Stream<Candidate> best(Stream<Earned> same) {
        return same
                .min(Comparator.comparing(Earned::standing).thenComparing(Earned::decided))
                .map(badge -> new Candidate(badge.thing(), badge.day(), badge.begun(), badge.standing()))
                .stream();
    }

    private CreditLine line(Rule rule, Candidate candidate, List<CreditLine> before) {
        Optional<Outcome> no = hindrance(rule, candidate);
        RuleTerms terms = rule.terms();
        Optional<Hours> full =
                terms.hours().map(hours -> new Hours(share(terms, candidate, hours.amount(), 2), hours.unit()));
        Optional<Money> paid = terms.money()
                .map(money -> Money.down(
                        share(terms, candidate, money.amount(), money.amount().scale()), money.currency()));
        boolean isTooShort = full.map(Hours::amount).orElse(BigDecimal.ZERO).signum() == 0
                && paid.map(Money::amount).orElse(BigDecimal.ZERO).signum() == 0;
        List<CreditLine> year = before.stream()
                .filter(CreditLine::takesFromTheMost)
                .filter(line -> SchoolYear.of(line.earned()).equals(SchoolYear.of(candidate.day())))
                .toList();
        Optional<Hours> hours = full.map(each ->
                        new Hours(left(each.amount(), terms.mostHours(), usedHours(year, each.unit())), each.unit()))
                .filter(each -> each.amount().signum() > 0);
        Optional<Money> money = paid.map(each ->
                        new Money(left(each.amount(), terms.mostMoney(), usedMoney(year, each)), each.currency()))
                .filter(each -> each.amount().signum() > 0);
        Outcome outcome = isTooShort
                ? no.filter(Outcome.Nothing.class::isInstance).orElseGet(() -> new Outcome.Nothing(Why.TOO_SHORT))
                : no.orElseGet(() ->
                        hours.isEmpty() && money.isEmpty() ? new Outcome.Nothing(Why.MOST_REACHED) : new Outcome.Due());
        boolean isNothing = outcome instanceof Outcome.Nothing;
        return new CreditLine(
                rule.id(),
                rule.version(),
                person,
                candidate.thing(),
                candidate.day(),
                isNothing ? Optional.empty() : hours,
                isNothing ? Optional.empty() : money,
                outcome);
    }

    private static BigDecimal share(RuleTerms terms, Candidate candidate, BigDecimal amount, int decimals) {
        return switch (terms.counts()) {
            case Counts.OfCredential _, Counts.OfStack _ -> amount;
            case Counts.OfMeetings(var _, int per) ->
                terms.rounding().share(candidate.thing().minutes(), per, amount, decimals);
        };
    }

    private static BigDecimal left(BigDecimal amount, Optional<BigDecimal> most, BigDecimal used) {
        return most.map(limit -> limit.subtract(used).max(BigDecimal.ZERO).min(amount))
                .orElse(amount);
    }

    private static BigDecimal usedHours(List<CreditLine> year, String unit) {
        return year.stream()
                .flatMap(line -> line.hours().stream())
                .filter(hours -> hours.unit().equals(unit))
                .map(Hours::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal usedMoney(List<CreditLine> year, Money of) {
        return year.stream()
                .flatMap(line -> line.money().stream())
                .filter(money -> money.currency().equals(of.currency()))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<Outcome> hindrance(Rule rule, Candidate candidate) {
        if (candidate.standing() == Standing.REVOKED) {
            return Optional.of(new Outcome.Nothing(Why.REVOKED));
        }
        Optional<Outcome> registration =
                rule.terms().needsRegistration() ? unregistered(rule, candidate.begun()) : Optional.empty();
        if (registration.filter(Outcome.Nothing.class::isInstance).isPresent()) {
            return registration;
        }
        return candidate.standing() == Standing.SUSPENDED ? Optional.of(new Outcome.BadgeWaits()) : registration;
    }

    /** What its registration keeps from being due; nothing where a confirmed one was made before the work. */
    private Optional<Outcome> unregistered(Rule rule, Instant begun) {
        List<Registration> own = registrations.stream()
                .filter(one -> one.rule().equals(rule.id()))
                .toList();
        List<Registration> open = own.stream().filter(Registration::isOpen).toList();
        List<Registration> inTime =
                open.stream().filter(one -> !one.made().isAfter(begun)).toList();
        if (inTime.stream().anyMatch(one -> one.state() == Registration.State.CONFIRMED)) {
            return Optional.empty();
        }
        if (!inTime.isEmpty()) {
            return Optional.of(new Outcome.RegistrationWaits());
        }
        if (!open.isEmpty()) {
            return Optional.of(new Outcome.Nothing(Why.REGISTERED_TOO_LATE));
        }
        boolean isDeclined = own.stream().anyMatch(one -> one.state() == Registration.State.DECLINED);
        return Optional.of(new Outcome.Nothing(isDeclined ? Why.REGISTRATION_DECLINED : Why.NOT_REGISTERED));
    }
}
