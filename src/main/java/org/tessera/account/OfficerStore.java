package org.tessera.account;

import static org.tessera.db.Tables.DISTRICT_OFFICER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Who acts for which district. */
@Repository
class OfficerStore {

    private final DSLContext db;

    OfficerStore(DSLContext db) {
        this.db = db;
    }

    boolean isOfficer(DistrictId district, PersonId person) {
        return db.fetchExists(
                DISTRICT_OFFICER,
                DISTRICT_OFFICER.DISTRICT_ID.eq(district.value()),
                DISTRICT_OFFICER.PERSON_ID.eq(person.value()));
    }

    List<PersonId> of(DistrictId district) {
        return db.select(DISTRICT_OFFICER.PERSON_ID)
                .from(DISTRICT_OFFICER)
                .where(DISTRICT_OFFICER.DISTRICT_ID.eq(district.value()))
                .fetch(row -> new PersonId(row.value1()));
    }

    /** Adds an officer; nothing changes for who is one. */
    void add(DistrictId district, PersonId person, Optional<PersonId> by, Instant at) {
        db.insertInto(DISTRICT_OFFICER)
                .set(DISTRICT_OFFICER.DISTRICT_ID, district.value())
                .set(DISTRICT_OFFICER.PERSON_ID, person.value())
                .set(DISTRICT_OFFICER.NAMED_BY, by.map(PersonId::value).orElse(null))
                .set(DISTRICT_OFFICER.NAMED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** Whether there was one to remove. */
    boolean remove(DistrictId district, PersonId person) {
        return db.deleteFrom(DISTRICT_OFFICER)
                        .where(
                                DISTRICT_OFFICER.DISTRICT_ID.eq(district.value()),
                                DISTRICT_OFFICER.PERSON_ID.eq(person.value()))
                        .execute()
                == 1;
    }
}
