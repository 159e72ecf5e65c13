package org.tessera.assessment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.submission.Acquaintances;
import org.tessera.submission.LocalPanel;

/**
 * The panel of a district: who assesses, how, and on which days. Officers of the district look after it. Whoever calls it for a
 * district of which the person is no officer gets nothing, and changes nothing.
 */
@Service
public class Panels implements LocalPanel {

    /** Where a district's clock hangs that has said nothing. */
    public static final ZoneId USUAL_ZONE = ZoneId.of("America/New_York");

    private static final int LONGEST_NAME = 120;

    private final PanelStore store;
    private final CaseStore cases;
    private final Officers officers;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Scales scales;
    private final Acquaintances acquaintances;
    private final Certification certification;
    private final InstantSource clock;

    Panels(
            PanelStore store,
            CaseStore cases,
            Officers officers,
            Accounts accounts,
            Credentials credentials,
            Scales scales,
            Acquaintances acquaintances,
            Certification certification,
            InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.officers = officers;
        this.accounts = accounts;
        this.credentials = credentials;
        this.scales = scales;
        this.acquaintances = acquaintances;
        this.certification = certification;
        this.clock = clock;
    }

    /** A member of the panel, and how much is on the desk. */
    public record Member(Person person, Set<Task> tasks, int open) {}

    /** Whether a person looks after a panel. */
    public boolean isOfficer(PersonId person) {
        return officers.districtOf(person).isPresent();
    }

    /** The members of an officer's district, by name. */
    @Transactional(readOnly = true)
    public List<Member> members(PersonId officer) {
        return officers.districtOf(officer).stream().flatMap(this::membersOf).toList();
    }

    private Stream<Member> membersOf(DistrictId district) {
        Map<PersonId, Integer> desks = cases.desks();
        return store.members(district).entrySet().stream()
                .flatMap(member -> accounts.person(member.getKey()).stream()
                        .map(person -> new Member(person, member.getValue(), desks.getOrDefault(person.id(), 0))))
                .sorted(Comparator.comparing(member -> member.person().name()));
    }

    /** Everybody of the district who is no member yet, by name. */
    @Transactional(readOnly = true)
    public List<Person> others(PersonId officer) {
        return officers.districtOf(officer).stream()
                .flatMap(district -> {
                    Set<PersonId> members = store.members(district).keySet();
                    return accounts.peopleOf(district).stream().filter(person -> !members.contains(person.id()));
                })
                .toList();
    }

    /**
     * Names a member, or changes what a member does; without a task the member is none any more. False if {@code officer} is
     * none, or the person is of another district. What is on the member's desk stays there until it lapses.
     */
    @Transactional
    public boolean name(PersonId officer, PersonId person, Set<Task> tasks) {
        Optional<DistrictId> district = officers.districtOf(officer).filter(own -> accounts.person(person)
                .filter(one -> one.district().equals(own))
                .isPresent());
        district.ifPresent(own -> {
            if (tasks.isEmpty()) {
                store.remove(own, person);
            } else {
                store.put(own, person, EnumSet.copyOf(tasks), officer, clock.instant());
            }
        });
        return district.isPresent();
    }

    /** How an officer's district assesses a credential. */
    @Transactional(readOnly = true)
    public Optional<Scheme> scheme(PersonId officer, CredentialId credential) {
        return officers.districtOf(officer).map(district -> schemeOf(district, credential));
    }

    Scheme schemeOf(DistrictId district, CredentialId credential) {
        return store.scheme(district, credential).orElseGet(() -> Scheme.usual(credential));
    }

    /** Changes how a credential is assessed from the next case on. False if it cannot be so. */
    @Transactional
    public boolean assessBy(PersonId officer, Scheme scheme) {
        boolean isSound = scales.find(scheme.textScale()).isPresent()
                && scales.find(scheme.evidenceScale()).isPresent()
                && credentials.current(scheme.credential()).isPresent();
        Optional<DistrictId> district = officers.districtOf(officer).filter(_ -> isSound);
        district.ifPresent(own -> store.put(own, scheme, officer, clock.instant()));
        return district.isPresent();
    }

    /** Where the clock of an officer's district hangs. */
    @Transactional(readOnly = true)
    public Optional<ZoneId> zone(PersonId officer) {
        return officers.districtOf(officer).map(district -> store.zone(district).orElse(USUAL_ZONE));
    }

    @Transactional
    public void setZone(PersonId officer, ZoneId zone) {
        officers.districtOf(officer).ifPresent(district -> store.setZone(district, zone));
    }

    /** The days on which nobody of an officer's district works, with their names. */
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, String> closedDays(PersonId officer) {
        return officers.districtOf(officer).map(store::closedDays).orElseGet(java.util.TreeMap::new);
    }

    /** From now on nobody works on {@code day}; false if the name is too long, or {@code officer} is none. */
    @Transactional
    public boolean close(PersonId officer, LocalDate day, String name) {
        Optional<DistrictId> district =
                officers.districtOf(officer).filter(_ -> name.strip().length() <= LONGEST_NAME);
        district.ifPresent(own -> store.close(own, day, name.strip()));
        return district.isPresent();
    }

    @Transactional
    public void open(PersonId officer, LocalDate day) {
        officers.districtOf(officer).ifPresent(district -> store.open(district, day));
    }

    BusinessDays calendarOf(DistrictId district) {
        return new BusinessDays(
                store.zone(district).orElse(USUAL_ZONE),
                store.closedDays(district).keySet());
    }

    /** Whether a person is drawn for tasks. */
    @Transactional(readOnly = true)
    public boolean isMember(PersonId person) {
        return accounts.person(person)
                .filter(one -> store.members(one.district()).containsKey(person))
                .isPresent();
    }

    /** The panel can do it if it has everybody the scheme asks for, beside the earner and those who know them. */
    @Override
    @Transactional(readOnly = true)
    public boolean assesses(PersonId earner, CredentialId credential) {
        Optional<Person> person = accounts.person(earner);
        boolean hasRows = credentials
                .current(credential)
                .map(Credential::rubric)
                .filter(rows -> !rows.isEmpty())
                .isPresent();
        if (person.isEmpty() || !hasRows) {
            return false;
        }
        Scheme scheme = schemeOf(person.get().district(), credential);
        Set<PersonId> close = acquaintances.of(earner);
        List<Set<Task>> others = store.members(person.get().district()).entrySet().stream()
                .filter(member -> !close.contains(member.getKey()))
                .map(member -> tasksOf(member.getKey(), member.getValue(), scheme))
                .toList();
        return Lot.isEnough(tasksUnder(scheme), others);
    }

    /** What a member can be drawn for under a scheme today. */
    private Set<Task> tasksOf(PersonId member, Set<Task> may, Scheme scheme) {
        if (!scheme.isCertifiedOnly() || certification.holds(member, scheme.credential(), clock.instant())) {
            return may;
        }
        return may.stream().filter(task -> !task.isScoring()).collect(Collectors.toSet());
    }

    /** The tasks without which nothing can be assessed under a scheme. */
    public static Set<Task> tasksUnder(Scheme scheme) {
        Set<Task> tasks = EnumSet.of(Task.CHECK, Task.FIRST_SCORE);
        if (scheme.isSecondScored()) {
            tasks.add(Task.SECOND_SCORE);
            tasks.add(Task.ADJUDICATION);
        }
        if (scheme.isApproved()) {
            tasks.add(Task.APPROVAL);
        }
        return tasks;
    }
}
