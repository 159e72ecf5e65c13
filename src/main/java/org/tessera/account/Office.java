package org.tessera.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A district's office: what its officers do to its schools, teams and people. Whoever asks is looked at first, and nothing of
 * another district is ever found. How people get their way in is the part of {@link WelcomeLinks}.
 */
@Service
public class Office {

    /** The longest name of a person, school or team, in characters as people count them. */
    public static final int LONGEST_NAME = 120;

    /** How many lines of the trail are shown. */
    public static final int TRAIL = 100;

    private final OfficeStore store;
    private final Accounts accounts;
    private final Officers officers;
    private final SignIns signIns;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Office(
            OfficeStore store,
            Accounts accounts,
            Officers officers,
            SignIns signIns,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.officers = officers;
        this.signIns = signIns;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** The schools of an officer's district, by name; none for anybody else. */
    public List<School> schools(PersonId by) {
        return officers.districtOf(by).map(store::schoolsIn).orElse(List.of());
    }

    /** The teams of an officer's district, by name; none for anybody else. */
    public List<Team> teams(PersonId by) {
        return officers.districtOf(by).map(accounts::teamsIn).orElse(List.of());
    }

    /** Everybody of an officer's district, by name; nobody for anybody else. */
    public List<DistrictPerson> people(PersonId by) {
        return officers.districtOf(by).map(this::peopleOf).orElse(List.of());
    }

    private List<DistrictPerson> peopleOf(DistrictId district) {
        Map<PersonId, Access> access = store.access(district, clock.instant());
        Map<PersonId, List<TeamId>> memberships = store.teams(district);
        Map<TeamId, Team> teams =
                accounts.teamsIn(district).stream().collect(Collectors.toMap(Team::id, Function.identity()));
        return accounts.peopleOf(district).stream()
                .map(person -> new DistrictPerson(
                        person,
                        access.getOrDefault(person.id(), Access.LINK_OVER),
                        memberships.getOrDefault(person.id(), List.of()).stream()
                                .flatMap(id -> Optional.ofNullable(teams.get(id)).stream())
                                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                                .toList()))
                .toList();
    }

    /** What was done lately in an officer's district, the newest first; nothing for anybody else. */
    public List<OfficeDeed> trail(PersonId by) {
        return officers.districtOf(by)
                .map(district -> store.deeds(district, TRAIL))
                .orElse(List.of());
    }

    /** Adds a school. */
    @Transactional
    public OfficeAnswer addSchool(PersonId by, String typed) {
        return named(by, typed, (district, name) -> {
            if (hasSchool(district, name)) {
                return OfficeAnswer.NAME_TAKEN;
            }
            accounts.addSchool(district, name);
            return noted(district, OfficeDeed.Kind.SCHOOL_ADDED, by, Optional.empty(), name);
        });
    }

    /** Gives a school another name. */
    @Transactional
    public OfficeAnswer rename(PersonId by, SchoolId school, String typed) {
        return named(by, typed, (district, name) -> {
            Optional<School> found = school(district, school);
            if (found.isEmpty()) {
                return OfficeAnswer.NOT_FOUND;
            }
            if (found.get().name().equals(name)) {
                return OfficeAnswer.DONE;
            }
            if (!found.get().name().equalsIgnoreCase(name) && hasSchool(district, name)) {
                return OfficeAnswer.NAME_TAKEN;
            }
            store.rename(school, name);
            return noted(district, OfficeDeed.Kind.SCHOOL_RENAMED, by, Optional.empty(), name);
        });
    }

    /** Adds a team to a school, at first without members. */
    @Transactional
    public OfficeAnswer addTeam(PersonId by, SchoolId school, String typed) {
        return named(by, typed, (district, name) -> {
            if (school(district, school).isEmpty()) {
                return OfficeAnswer.NOT_FOUND;
            }
            if (hasTeam(district, school, name)) {
                return OfficeAnswer.NAME_TAKEN;
            }
            accounts.addTeam(school, name);
            return noted(district, OfficeDeed.Kind.TEAM_ADDED, by, Optional.empty(), name);
        });
    }

    /** Gives a team another name. */
    @Transactional
    public OfficeAnswer rename(PersonId by, TeamId team, String typed) {
        return named(by, typed, (district, name) -> {
            Optional<Team> found = team(district, team);
            if (found.isEmpty()) {
                return OfficeAnswer.NOT_FOUND;
            }
            if (found.get().name().equals(name)) {
                return OfficeAnswer.DONE;
            }
            if (!found.get().name().equalsIgnoreCase(name)
                    && hasTeam(district, found.get().school(), name)) {
                return OfficeAnswer.NAME_TAKEN;
            }
            store.rename(team, name);
            return noted(district, OfficeDeed.Kind.TEAM_RENAMED, by, Optional.empty(), name);
        });
    }

    /** Gives a person another name. */
    @Transactional
    public OfficeAnswer rename(PersonId by, PersonId person, String typed) {
        return named(by, typed, (district, name) -> {
            Optional<Person> found = person(district, person);
            if (found.isEmpty()) {
                return OfficeAnswer.NOT_FOUND;
            }
            if (found.get().name().equals(name)) {
                return OfficeAnswer.DONE;
            }
            store.rename(person, name);
            return noted(district, OfficeDeed.Kind.RENAMED, by, Optional.of(person), "");
        });
    }

    /** Puts somebody into a team; nothing changes for a member. */
    @Transactional
    public OfficeAnswer join(PersonId by, TeamId team, PersonId person) {
        return inTeam(by, team, person, (district, found) -> {
            if (!accounts.isMember(team, person)) {
                accounts.join(team, person);
                noted(district, OfficeDeed.Kind.TEAM_JOINED, by, Optional.of(person), found.name());
            }
        });
    }

    /** Takes somebody out of a team: the membership ends, and nothing else does. */
    @Transactional
    public OfficeAnswer leave(PersonId by, TeamId team, PersonId person) {
        return inTeam(by, team, person, (district, found) -> {
            if (accounts.leave(team, person)) {
                noted(district, OfficeDeed.Kind.TEAM_LEFT, by, Optional.of(person), found.name());
            }
        });
    }

    /** Switches somebody off: no signing in, and every sign-in, page and seat ends at once. Nothing of theirs is deleted. */
    public OfficeAnswer suspend(PersonId by, PersonId person) {
        OfficeAnswer answer = Objects.requireNonNull(transaction.execute(_ -> suspended(by, person)));
        if (answer == OfficeAnswer.DONE) {
            signIns.endAll(person);
            events.publishEvent(new PersonSuspended(person));
        }
        return answer;
    }

    private OfficeAnswer suspended(PersonId by, PersonId person) {
        Optional<DistrictId> district = officers.districtOf(by);
        if (district.isEmpty()) {
            return OfficeAnswer.NOT_OFFICER;
        }
        DistrictId own = district.get();
        store.lock(own);
        Optional<OfficeAnswer> kept = officers.staying(own, by, person);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (!accounts.isSuspended(person)) {
            Instant now = clock.instant();
            store.suspend(person, now);
            noted(own, OfficeDeed.Kind.SUSPENDED, by, Optional.of(person), "");
        }
        return OfficeAnswer.DONE;
    }

    /** Switches somebody on again; the password is the one they had. */
    @Transactional
    public OfficeAnswer resume(PersonId by, PersonId person) {
        Optional<DistrictId> district = officers.districtOf(by);
        if (district.isEmpty()) {
            return OfficeAnswer.NOT_OFFICER;
        }
        if (person(district.get(), person).isEmpty()) {
            return OfficeAnswer.NOT_FOUND;
        }
        if (accounts.isSuspended(person)) {
            store.suspend(person, null);
            noted(district.get(), OfficeDeed.Kind.RESUMED, by, Optional.of(person), "");
        }
        return OfficeAnswer.DONE;
    }

    private interface Naming {
        OfficeAnswer apply(DistrictId district, String name);
    }

    private OfficeAnswer named(PersonId by, String typed, Naming naming) {
        Optional<DistrictId> district = officers.districtOf(by);
        if (district.isEmpty()) {
            return OfficeAnswer.NOT_OFFICER;
        }
        String name = Named.cleaned(typed);
        OfficeAnswer fault = Named.fault(name);
        if (fault != OfficeAnswer.DONE) {
            return fault;
        }
        store.lock(district.get());
        return naming.apply(district.get(), name);
    }

    private interface Membership {
        void change(DistrictId district, Team team);
    }

    private OfficeAnswer inTeam(PersonId by, TeamId team, PersonId person, Membership membership) {
        Optional<DistrictId> district = officers.districtOf(by);
        if (district.isEmpty()) {
            return OfficeAnswer.NOT_OFFICER;
        }
        Optional<Team> found = team(district.get(), team);
        if (found.isEmpty() || person(district.get(), person).isEmpty()) {
            return OfficeAnswer.NOT_FOUND;
        }
        membership.change(district.get(), found.get());
        return OfficeAnswer.DONE;
    }

    private Optional<School> school(DistrictId district, SchoolId school) {
        return accounts.school(school).filter(found -> found.district().equals(district));
    }

    private Optional<Team> team(DistrictId district, TeamId team) {
        return accounts.team(team).filter(found -> found.district().equals(district));
    }

    private Optional<Person> person(DistrictId district, PersonId person) {
        return accounts.person(person).filter(found -> found.district().equals(district));
    }

    private boolean hasSchool(DistrictId district, String name) {
        return store.schoolsIn(district).stream()
                .anyMatch(school -> school.name().equalsIgnoreCase(name));
    }

    private boolean hasTeam(DistrictId district, SchoolId school, String name) {
        return accounts.teamsIn(district).stream()
                .anyMatch(team -> team.school().equals(school) && team.name().equalsIgnoreCase(name));
    }

    private OfficeAnswer noted(
            DistrictId district, OfficeDeed.Kind kind, PersonId by, Optional<PersonId> to, String thing) {
        store.note(district, new OfficeDeed(kind, Optional.of(by), to, thing, clock.instant()));
        return OfficeAnswer.DONE;
    }
}
