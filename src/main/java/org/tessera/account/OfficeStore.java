package org.tessera.account;

import static org.tessera.db.Tables.DISTRICT;
import static org.tessera.db.Tables.OFFICE_DEED;
import static org.tessera.db.Tables.PERSON;
import static org.tessera.db.Tables.SCHOOL;
import static org.tessera.db.Tables.TEAM;
import static org.tessera.db.Tables.TEAM_PERSON;
import static org.tessera.db.Tables.WELCOME_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What only a district's office asks of the tables of people, and the trail of what it did. */
@Repository
class OfficeStore {

    private final DSLContext db;

    OfficeStore(DSLContext db) {
        this.db = db;
    }

    /** Holds the district until the transaction ends, so that two officers do not undo each other's checks. */
    void lock(DistrictId district) {
        db.select(DISTRICT.ID)
                .from(DISTRICT)
                .where(DISTRICT.ID.eq(district))
                .forUpdate()
                .fetch();
    }

    Optional<DistrictId> district(String name) {
        return db.select(DISTRICT.ID)
                .from(DISTRICT)
                .where(DISTRICT.NAME.eq(name))
                .orderBy(DISTRICT.MADE_AT)
                .limit(1)
                .fetchOptional(DISTRICT.ID);
    }

    List<School> schoolsIn(DistrictId district) {
        return db.select(SCHOOL.ID, SCHOOL.NAME)
                .from(SCHOOL)
                .where(SCHOOL.DISTRICT_ID.eq(district))
                .orderBy(SCHOOL.NAME, SCHOOL.ID)
                .fetch(row -> new School(row.value1(), district, row.value2()));
    }

    void rename(SchoolId school, String name) {
        db.update(SCHOOL).set(SCHOOL.NAME, name).where(SCHOOL.ID.eq(school)).execute();
    }

    void rename(TeamId team, String name) {
        db.update(TEAM).set(TEAM.NAME, name).where(TEAM.ID.eq(team)).execute();
    }

    void rename(PersonId person, String name) {
        db.update(PERSON).set(PERSON.NAME, name).where(PERSON.ID.eq(person)).execute();
    }

    void suspend(PersonId person, @Nullable Instant since) {
        db.update(PERSON)
                .set(PERSON.SUSPENDED_AT, since)
                .where(PERSON.ID.eq(person))
                .execute();
    }

    /** How far the way in of everybody in a district is. */
    Map<PersonId, Access> access(DistrictId district, Instant now) {
        return db.select(PERSON.ID, PERSON.SUSPENDED_AT, PERSON.PASSWORD_HASH, WELCOME_LINK.UNTIL_AT)
                .from(PERSON)
                .leftJoin(WELCOME_LINK)
                .on(WELCOME_LINK.PERSON_ID.eq(PERSON.ID.coerce(WELCOME_LINK.PERSON_ID)))
                .where(PERSON.DISTRICT_ID.eq(district))
                .fetchMap(
                        PERSON.ID,
                        row -> access(row.value2() != null, row.value3(), row.get(WELCOME_LINK.UNTIL_AT), now));
    }

    private static Access access(boolean suspended, String hash, @Nullable Instant until, Instant now) {
        if (suspended) {
            return Access.SUSPENDED;
        }
        if (!Passwords.isUnset(hash)) {
            return Access.OPEN;
        }
        return until != null && until.isAfter(now) ? Access.INVITED : Access.LINK_OVER;
    }

    /** Who in a district is in which teams. */
    Map<PersonId, List<TeamId>> teams(DistrictId district) {
        return db.select(TEAM_PERSON.PERSON_ID, TEAM_PERSON.TEAM_ID)
                .from(TEAM_PERSON)
                .join(PERSON)
                .on(PERSON.ID.eq(TEAM_PERSON.PERSON_ID))
                .where(PERSON.DISTRICT_ID.eq(district))
                .fetchGroups(TEAM_PERSON.PERSON_ID, TEAM_PERSON.TEAM_ID);
    }

    /** Which of these addresses, in lower case, have an account, and in which district. */
    Map<String, Person> holders(Collection<String> emails) {
        Map<String, Person> holders = new HashMap<>();
        db.select(PERSON.ID, PERSON.DISTRICT_ID, PERSON.SCHOOL_ID, PERSON.NAME, PERSON.EMAIL, PERSON.LANGUAGE)
                .from(PERSON)
                .where(PERSON.EMAIL.in(emails))
                .fetch(row -> new Person(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), Locale.of(row.value6())))
                .forEach(person -> holders.put(person.email(), person));
        return holders;
    }

    void note(DistrictId district, OfficeDeed deed) {
        db.insertInto(OFFICE_DEED)
                .set(OFFICE_DEED.DISTRICT_ID, district.value())
                .set(OFFICE_DEED.KIND, deed.kind().name())
                .set(OFFICE_DEED.BY_ID, deed.by().map(PersonId::value).orElse(null))
                .set(OFFICE_DEED.PERSON_ID, deed.to().map(PersonId::value).orElse(null))
                .set(OFFICE_DEED.THING, deed.thing())
                .set(OFFICE_DEED.AT, deed.at())
                .execute();
    }

    /** What was done in a district, the newest first. */
    List<OfficeDeed> deeds(DistrictId district, int most) {
        return db.selectFrom(OFFICE_DEED)
                .where(OFFICE_DEED.DISTRICT_ID.eq(district.value()))
                .orderBy(OFFICE_DEED.ID.desc())
                .limit(most)
                .fetch(row -> new OfficeDeed(
                        OfficeDeed.Kind.valueOf(row.getKind()),
                        Optional.ofNullable(row.getById()).map(PersonId::new),
                        Optional.ofNullable(row.getPersonId()).map(PersonId::new),
                        row.getThing(),
                        row.getAt()));
    }
}
