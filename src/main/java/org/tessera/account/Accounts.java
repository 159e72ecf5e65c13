package org.tessera.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** People, and the teams, schools and districts they belong to. */
@Service
public class Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final InstantSource clock;

    Accounts(AccountStore store, Passwords passwords, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The person with this id; nothing for guests and unknown ids. */
    public Optional<Person> person(PersonId id) {
        return store.person(id);
    }

    /** The person who signs in with this address, in whatever case it is written. */
    public Optional<Person> personByEmail(String email) {
        return store.personByEmail(Passwords.normal(email));
    }

    /** The name of a person or guest; empty for somebody who is no longer known. */
    public String nameOf(PersonId id) {
        return store.name(id).orElse("");
    }

    /** The name of a district; empty for one that is not known. */
    public String nameOf(DistrictId district) {
        return store.name(district).orElse("");
    }

    /** The teams a person is a member of, by name. */
    public List<Team> teamsOf(PersonId person) {
        return store.teamsOf(person);
    }

    /** The team with this id. */
    public Optional<Team> team(TeamId id) {
        return store.team(id);
    }

    /** Every team of a district, by name. */
    public List<Team> teamsIn(DistrictId district) {
        return store.teamsIn(district);
    }

    /** The school with this id. */
    public Optional<School> school(SchoolId id) {
        return store.school(id);
    }

    /** The members of a team, by name. */
    public List<Person> membersOf(TeamId team) {
        return store.membersOf(team);
    }

    /** Whether the person is a member of the team. */
    public boolean isMember(TeamId team, PersonId person) {
        return store.isMember(team, person);
    }

    /** Everybody with an account in a district, by name. */
    public List<Person> peopleOf(DistrictId district) {
        return store.peopleOf(district);
    }

    /** Whether the office of the person's district has switched them off. */
    public boolean isSuspended(PersonId person) {
        return store.isSuspended(person);
    }

    /** Makes a district. */
    public DistrictId addDistrict(String name) {
        DistrictId id = new DistrictId(UUID.randomUUID());
        store.addDistrict(id, name, clock.instant());
        return id;
    }

    /** Makes a school of a district. */
    public SchoolId addSchool(DistrictId district, String name) {
        SchoolId id = new SchoolId(UUID.randomUUID());
        store.addSchool(id, district, name, clock.instant());
        return id;
    }

    /** Makes a team, at first without members. */
    public TeamId addTeam(SchoolId school, String name) {
        TeamId id = new TeamId(UUID.randomUUID());
        store.addTeam(id, school, name, clock.instant());
        return id;
    }

    /**
     * Makes an account.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the address already has one
     */
    public PersonId addPerson(PersonDraft draft) {
        Person person = new Person(
                new PersonId(UUID.randomUUID()),
                draft.district(),
                draft.school(),
                draft.name().strip(),
                Passwords.normal(draft.email()),
                Languages.nearest(draft.locale()));
        store.addPerson(person, passwords.hash(draft.password()), clock.instant());
        return person.id();
    }

    /** Makes a person a member of a team; nothing changes for a member. */
    public void join(TeamId team, PersonId person) {
        store.join(team, person, clock.instant());
    }

    /** Ends a membership and nothing else: what the person made with the team stays. False for who was no member. */
    public boolean leave(TeamId team, PersonId person) {
        return store.leave(team, person);
    }

    /** Stores the language a person or guest reads. */
    public void read(PersonId person, Locale language) {
        store.setLanguage(person, Languages.nearest(language));
    }
}
