package org.tessera.credit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonId;

/**
 * What a district gives for work: its table, registrations, and what is due to whom. People see their own; officers see their
 * own district. Days are those of UTC.
 *
 * <p>Who waits for another's lock on the district reads what the other has written: hence the isolation.
 */
@Service
public class Credits {

    /** The longest reason for declining, in characters. */
    public static final int LONGEST_REASON = 1_000;

    private final CreditStore store;
    private final RuleBook book;
    private final CreditSources sources;
    private final Officers officers;
    private final Accounts accounts;
    private final InstantSource clock;

    Credits(
            CreditStore store,
            RuleBook book,
            CreditSources sources,
            Officers officers,
            Accounts accounts,
            InstantSource clock) {
        this.store = store;
        this.book = book;
        this.sources = sources;
        this.officers = officers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether somebody owns a district's table. */
    public boolean isOfficer(PersonId person) {
        return officers.districtOf(person).isPresent();
    }

    /** The meetings somebody was in, with their minutes, the newest first; for that person. */
    public List<AttendedMeeting> meetingsOf(PersonId person) {
        return sources.meetings(person);
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    // The table

    /** The rules of somebody's district that are not over, each in its latest version. */
    public List<Rule> rulesFor(PersonId person) {
        return districtOf(person).map(this::latest).orElse(List.of()).stream()
                .filter(rule -> !rule.isOverOn(today()))
                .toList();
    }

    /** An officer's table, each rule in its latest version, those that are over at the end; nothing for anybody else. */
    public List<Rule> table(PersonId officer) {
        return officers.districtOf(officer).map(this::latest).orElse(List.of()).stream()
                .sorted(Comparator.comparing(rule -> rule.isOverOn(today())))
                .toList();
    }

    /** All versions of a rule, the latest first; for officers and people of its district. */
    public List<Rule> versions(PersonId reader, RuleId rule) {
        return districtOf(reader).map(store::rules).orElse(List.of()).stream()
                .filter(one -> one.id().equals(rule))
                .sorted(Comparator.comparing(Rule::version).reversed())
                .toList();
    }

    private List<Rule> latest(DistrictId district) {
        Map<RuleId, Rule> latest = new LinkedHashMap<>();
        store.rules(district).forEach(rule -> latest.merge(rule.id(), rule, Credits::later));
        return List.copyOf(latest.values());
    }

    private static Rule later(Rule one, Rule other) {
        return one.version() > other.version() ? one : other;
    }

    /** Writes a rule into an officer's table. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public RuleAnswer write(PersonId officer, RuleTerms terms) {
        return officers.districtOf(officer)
                .map(district -> {
                    store.lock(district);
                    return put(new RuleId(UUID.randomUUID()), 1, district, terms, officer);
                })
                .orElseGet(() -> new RuleAnswer.Refused(RuleRefusal.NOT_YOURS));
    }

    /** Writes a rule's next version. It counts what is done from its first day on; what was credited stays as it is. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public RuleAnswer change(PersonId officer, RuleId rule, RuleTerms terms) {
        officers.districtOf(officer).ifPresent(store::lock);
        Optional<Rule> last = own(officer, rule);
        if (last.isEmpty()) {
            return new RuleAnswer.Refused(RuleRefusal.NOT_YOURS);
        }
        if (!RuleBook.countsSame(last.get().terms().counts(), terms.counts())) {
            return new RuleAnswer.Refused(RuleRefusal.COUNTS_OTHER);
        }
        if (terms.from().isBefore(last.get().terms().from())) {
            return new RuleAnswer.Refused(RuleRefusal.BEGINS_BEFORE_LAST);
        }
        return put(rule, last.get().version() + 1, last.get().district(), terms, officer);
    }

    /** Lets a rule count nothing after {@code last}: a version that differs in that alone. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public RuleAnswer end(PersonId officer, RuleId rule, LocalDate last) {
        return own(officer, rule)
                .map(one -> change(officer, rule, one.terms().endingOn(last)))
                .orElseGet(() -> new RuleAnswer.Refused(RuleRefusal.NOT_YOURS));
    }

    private Optional<Rule> own(PersonId officer, RuleId rule) {
        return table(officer).stream().filter(one -> one.id().equals(rule)).findFirst();
    }

    private RuleAnswer put(RuleId id, int version, DistrictId district, RuleTerms terms, PersonId by) {
        Optional<RuleRefusal> no = book.refusal(terms);
        if (no.isPresent()) {
            return new RuleAnswer.Refused(no.get());
        }
        Rule rule = new Rule(id, version, district, terms, by, now());
        store.add(rule);
        return new RuleAnswer.Written(rule);
    }

    // Registrations

    /** Somebody's own, the newest first. */
    public List<Registration> registrationsOf(PersonId person) {
        return store.registrationsOf(person).reversed();
    }

    /** Registers somebody for a rule of their district, before the work. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public RegisterAnswer register(PersonId person, RuleId id) {
        districtOf(person).ifPresent(store::lock);
        Optional<Rule> rule =
                rulesFor(person).stream().filter(one -> one.id().equals(id)).findFirst();
        if (rule.isEmpty()) {
            return RegisterAnswer.NOT_FOUND;
        }
        if (!rule.get().takesRegistrations(today())) {
            return RegisterAnswer.NOT_OPEN;
        }
        if (store.registrationsOf(person).stream().anyMatch(one -> one.rule().equals(id) && one.isOpen())) {
            return RegisterAnswer.ALREADY_REGISTERED;
        }
        boolean hasBegun =
                switch (rule.get().terms().counts()) {
                    case Counts.OfCredential(var credential) -> sources.hasBegun(person, credential, false);
                    case Counts.OfStack(var stack) -> sources.hasBegun(person, stack, true);
                    // the next meeting always lies ahead
                    case Counts.OfMeetings _ -> false;
                };
        if (hasBegun) {
            return RegisterAnswer.ALREADY_BEGUN;
        }
        store.add(new Registration(
                new RegistrationId(UUID.randomUUID()),
                id,
                rule.get().version(),
                person,
                now(),
                Registration.State.WAITING,
                Optional.empty(),
                Optional.empty()));
        return RegisterAnswer.REGISTERED;
    }

    /** Takes back one's own registration; false if it is not one's own or was decided before. */
    @Transactional
    public boolean withdraw(PersonId person, RegistrationId id) {
        return store.registration(id)
                .filter(one -> one.person().equals(person))
                .filter(_ -> store.decide(id, Registration.State.WITHDRAWN, Optional.empty(), person, now()))
                .isPresent();
    }

    /** Those that wait for an officer's answer, the oldest first; nothing for anybody else. */
    public List<Registration> waitingFor(PersonId officer) {
        return officers.districtOf(officer).map(store::registrationsFor).orElse(List.of()).stream()
                .filter(one -> one.state() == Registration.State.WAITING)
                .toList();
    }

    /** Confirms one that waits. */
    @Transactional
    public DecideAnswer confirm(PersonId officer, RegistrationId id) {
        return decide(officer, id, Registration.State.CONFIRMED, Optional.empty());
    }

    /** Declines one that waits, with a reason that the person reads. */
    @Transactional
    public DecideAnswer decline(PersonId officer, RegistrationId id, String reason) {
        if (reason.isBlank()) {
            return DecideAnswer.REASON_MISSING;
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return DecideAnswer.REASON_TOO_LONG;
        }
        return decide(officer, id, Registration.State.DECLINED, Optional.of(reason.strip()));
    }

    private DecideAnswer decide(PersonId officer, RegistrationId id, Registration.State state, Optional<String> why) {
        boolean isOwn = officers.districtOf(officer).map(store::registrationsFor).orElse(List.of()).stream()
                .anyMatch(one -> one.id().equals(id));
        if (!isOwn) {
            return DecideAnswer.NOT_FOUND;
        }
        return store.decide(id, state, why, officer, now()) ? DecideAnswer.DONE : DecideAnswer.NOT_WAITING;
    }

    // What is due

    /** What somebody gets and has got, and what yields nothing and why, the oldest first; for that person. */
    public List<CreditLine> linesOf(PersonId person) {
        return accounts.person(person)
                .map(one -> lines(one, store.rules(one.district())))
                .orElse(List.of());
    }

    /** The same of everybody in an officer's district, by person; nothing for anybody else. */
    public List<CreditLine> linesFor(PersonId officer) {
        Optional<DistrictId> district = officers.districtOf(officer);
        List<Rule> rules = district.map(store::rules).orElse(List.of());
        return rules.isEmpty()
                ? List.of()
                : district.map(accounts::peopleOf).orElse(List.of()).stream()
                        .flatMap(person -> lines(person, rules).stream())
                        .toList();
    }

    private List<CreditLine> lines(Person person, List<Rule> rules) {
        boolean countsMeetings = rules.stream().anyMatch(rule -> rule.terms().counts() instanceof Counts.OfMeetings);
        boolean countsCredentials =
                rules.stream().anyMatch(rule -> !(rule.terms().counts() instanceof Counts.OfMeetings));
        return rules.isEmpty()
                ? List.of()
                : new Reckoning(
                                person.id(),
                                rules,
                                store.registrationsOf(person.id()),
                                countsCredentials ? sources.earned(person.id(), person.district()) : List.of(),
                                countsMeetings ? sources.meetings(person.id(), person.district()) : List.of(),
                                store.settledOf(person.id()))
                        .on(today());
    }

    /**
     * Marks lines as paid or recorded by an officer today. What is not due exactly as it was seen, because it was settled
     * meanwhile, is another district's, or has become something else, is left as it is.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public SettleAnswer settle(PersonId officer, Collection<CreditLine> seen) {
        Optional<DistrictId> district = officers.districtOf(officer);
        if (district.isEmpty()) {
            return new SettleAnswer(0, seen.size());
        }
        store.lock(district.get());
        List<Rule> rules = store.rules(district.get());
        int settled = 0;
        Map<PersonId, List<CreditLine>> byPerson = seen.stream()
                .filter(CreditLine::isDue)
                .distinct()
                .collect(Collectors.groupingBy(CreditLine::person, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<PersonId, List<CreditLine>> each : byPerson.entrySet()) {
            List<CreditLine> due = accounts.person(each.getKey())
                    .filter(person -> person.district().equals(district.get()))
                    .map(person -> lines(person, rules))
                    .orElse(List.of());
            List<CreditLine> same = new ArrayList<>(each.getValue());
            same.retainAll(due);
            same.forEach(line -> store.add(new Settled(
                    line.rule(),
                    line.version(),
                    line.person(),
                    line.thing(),
                    line.earned(),
                    line.hours(),
                    line.money(),
                    officer,
                    now())));
            settled += same.size();
        }
        return new SettleAnswer(settled, seen.size() - settled);
    }

    private Optional<DistrictId> districtOf(PersonId person) {
        return accounts.person(person).map(Person::district);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
