package org.tessera.account;

import static org.tessera.db.Tables.DISTRICT;
import static org.tessera.db.Tables.GUEST;
import static org.tessera.db.Tables.PERSON;
import static org.tessera.db.Tables.SCHOOL;
import static org.tessera.db.Tables.TEAM;
import static org.tessera.db.Tables.TEAM_PERSON;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Tables of people, guests, teams, schools and districts. */
@Repository
class AccountStore {

    private static final List<SelectField<?>> PERSON_FIELDS =
            List.of(PERSON.ID, PERSON.DISTRICT_ID, PERSON.SCHOOL_ID, PERSON.NAME, PERSON.EMAIL, PERSON.LANGUAGE);
    private static final List<SelectField<?>> TEAM_FIELDS =
            List.of(TEAM.ID, TEAM.SCHOOL_ID, SCHOOL.DISTRICT_ID, TEAM.NAME);

    private final DSLContext db;

    AccountStore(DSLContext db) {
        this.db = db;
    }

    /** What opens an account. */
    record Secret(PersonId person, String passwordHash, boolean suspended) {

        @Override
        public String toString() {
            return "Secret[" + person + "]";
        }
    }

    Optional<Person> person(PersonId id) {
        return db.select(PERSON_FIELDS).from(PERSON).where(PERSON.ID.eq(id)).fetchOptional(AccountStore::person);
    }

    Optional<Person> personByEmail(String email) {
        return db.select(PERSON_FIELDS)
                .from(PERSON)
                .where(PERSON.EMAIL.eq(email))
                .fetchOptional(AccountStore::person);
    }

    Optional<Secret> secretOf(String email) {
        return db.select(PERSON.ID, PERSON.PASSWORD_HASH, PERSON.SUSPENDED_AT.isNotNull())
                .from(PERSON)
                .where(PERSON.EMAIL.eq(email))
                .fetchOptional(row -> new Secret(row.value1(), row.value2(), row.value3()));
    }

    void setPasswordHash(PersonId person, String hash) {
        db.update(PERSON)
                .set(PERSON.PASSWORD_HASH, hash)
                .where(PERSON.ID.eq(person))
                .execute();
    }

    Optional<String> name(PersonId id) {
        return db.select(PERSON.NAME)
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .unionAll(db.select(GUEST.NAME).from(GUEST).where(GUEST.ID.eq(id)))
                .fetchOptional(row -> row.value1());
    }

    Optional<String> name(DistrictId id) {
        return db.select(DISTRICT.NAME).from(DISTRICT).where(DISTRICT.ID.eq(id)).fetchOptional(DISTRICT.NAME);
    }

    boolean isSuspended(PersonId person) {
        return db.fetchExists(PERSON, PERSON.ID.eq(person).and(PERSON.SUSPENDED_AT.isNotNull()));
    }

    List<Team> teamsOf(PersonId person) {
        return db.select(TEAM_FIELDS)
                .from(TEAM)
                .join(SCHOOL)
                .on(SCHOOL.ID.eq(TEAM.SCHOOL_ID))
                .join(TEAM_PERSON)
                .on(TEAM_PERSON.TEAM_ID.eq(TEAM.ID))
                .where(TEAM_PERSON.PERSON_ID.eq(person))
                .orderBy(TEAM.NAME, TEAM.ID)
                .fetch(AccountStore::team);
    }

    Optional<Team> team(TeamId id) {
        return db.select(TEAM_FIELDS)
                .from(TEAM)
                .join(SCHOOL)
                .on(SCHOOL.ID.eq(TEAM.SCHOOL_ID))
                .where(TEAM.ID.eq(id))
                .fetchOptional(AccountStore::team);
    }

    List<Team> teamsIn(DistrictId district) {
        return db.select(TEAM_FIELDS)
                .from(TEAM)
                .join(SCHOOL)
                .on(SCHOOL.ID.eq(TEAM.SCHOOL_ID))
                .where(SCHOOL.DISTRICT_ID.eq(district))
                .orderBy(TEAM.NAME, TEAM.ID)
                .fetch(AccountStore::team);
    }

    Optional<School> school(SchoolId id) {
        return db.select(SCHOOL.DISTRICT_ID, SCHOOL.NAME)
                .from(SCHOOL)
                .where(SCHOOL.ID.eq(id))
                .fetchOptional(row -> new School(id, row.value1(), row.value2()));
    }

    List<Person> membersOf(TeamId team) {
        return db.select(PERSON_FIELDS)
                .from(PERSON)
                .join(TEAM_PERSON)
                .on(TEAM_PERSON.PERSON_ID.eq(PERSON.ID))
                .where(TEAM_PERSON.TEAM_ID.eq(team))
                .orderBy(PERSON.NAME, PERSON.ID)
                .fetch(AccountStore::person);
    }

    boolean isMember(TeamId team, PersonId person) {
        return db.fetchExists(TEAM_PERSON, TEAM_PERSON.TEAM_ID.eq(team).and(TEAM_PERSON.PERSON_ID.eq(person)));
    }

    List<Person> peopleOf(DistrictId district) {
        return db.select(PERSON_FIELDS)
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(district))
                .orderBy(PERSON.NAME, PERSON.ID)
                .fetch(AccountStore::person);
    }

    void addDistrict(DistrictId id, String name, Instant at) {
        db.insertInto(DISTRICT)
                .set(DISTRICT.ID, id)
                .set(DISTRICT.NAME, name)
                .set(DISTRICT.MADE_AT, at)
                .execute();
    }

    void addSchool(SchoolId id, DistrictId district, String name, Instant at) {
        db.insertInto(SCHOOL)
                .set(SCHOOL.ID, id)
                .set(SCHOOL.DISTRICT_ID, district)
                .set(SCHOOL.NAME, name)
                .set(SCHOOL.MADE_AT, at)
                .execute();
    }

    void addTeam(TeamId id, SchoolId school, String name, Instant at) {
        db.insertInto(TEAM)
                .set(TEAM.ID, id)
                .set(TEAM.SCHOOL_ID, school)
                .set(TEAM.NAME, name)
                .set(TEAM.MADE_AT, at)
                .execute();
    }

    void addPerson(Person person, String passwordHash, Instant at) {
        db.insertInto(PERSON)
                .set(PERSON.ID, person.id())
                .set(PERSON.DISTRICT_ID, person.district())
                .set(PERSON.SCHOOL_ID, person.school())
                .set(PERSON.NAME, person.name())
                .set(PERSON.EMAIL, person.email())
                .set(PERSON.LANGUAGE, person.locale().getLanguage())
                .set(PERSON.PASSWORD_HASH, passwordHash)
                .set(PERSON.MADE_AT, at)
                .execute();
    }

    void addGuest(PersonId id, UUID room, String name, Locale locale, Instant at) {
        db.insertInto(GUEST)
                .set(GUEST.ID, id)
                .set(GUEST.ROOM_ID, room)
                .set(GUEST.NAME, name)
                .set(GUEST.LANGUAGE, locale.getLanguage())
                .set(GUEST.MADE_AT, at)
                .execute();
    }

    void join(TeamId team, PersonId person, Instant at) {
        db.insertInto(TEAM_PERSON)
                .set(TEAM_PERSON.TEAM_ID, team)
                .set(TEAM_PERSON.PERSON_ID, person)
                .set(TEAM_PERSON.JOINED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** Whether the person was a member. */
    boolean leave(TeamId team, PersonId person) {
        return db.deleteFrom(TEAM_PERSON)
                        .where(TEAM_PERSON.TEAM_ID.eq(team).and(TEAM_PERSON.PERSON_ID.eq(person)))
                        .execute()
                > 0;
    }

    void setLanguage(PersonId id, Locale locale) {
        db.update(PERSON)
                .set(PERSON.LANGUAGE, locale.getLanguage())
                .where(PERSON.ID.eq(id))
                .execute();
        db.update(GUEST)
                .set(GUEST.LANGUAGE, locale.getLanguage())
                .where(GUEST.ID.eq(id))
                .execute();
    }

    private static Person person(Record row) {
        return new Person(
                row.get(PERSON.ID),
                row.get(PERSON.DISTRICT_ID),
                row.get(PERSON.SCHOOL_ID),
                row.get(PERSON.NAME),
                row.get(PERSON.EMAIL),
                Locale.of(row.get(PERSON.LANGUAGE)));
    }

    private static Team team(Record row) {
        return new Team(row.get(TEAM.ID), row.get(TEAM.SCHOOL_ID), row.get(SCHOOL.DISTRICT_ID), row.get(TEAM.NAME));
    }
}
