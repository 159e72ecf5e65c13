package org.tessera.account;

import static org.tessera.db.Tables.WELCOME_LINK;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The links by which people set a password; one for each person at most. */
@Repository
class WelcomeLinkStore {

    private final DSLContext db;

    WelcomeLinkStore(DSLContext db) {
        this.db = db;
    }

    /** Gives a person a link; one made before opens nothing any more. */
    void put(PersonId person, byte[] secretHash, Optional<PersonId> by, Instant at, Instant until) {
        db.deleteFrom(WELCOME_LINK)
                .where(WELCOME_LINK.PERSON_ID.eq(person.value()))
                .execute();
        db.insertInto(WELCOME_LINK)
                .set(WELCOME_LINK.PERSON_ID, person.value())
                .set(WELCOME_LINK.SECRET_HASH, secretHash)
                .set(WELCOME_LINK.MADE_BY, by.map(PersonId::value).orElse(null))
                .set(WELCOME_LINK.MADE_AT, at)
                .set(WELCOME_LINK.UNTIL_AT, until)
                .execute();
    }

    /** Whose link it is, while it is good. */
    Optional<PersonId> open(byte[] secretHash, Instant now) {
        return db.select(WELCOME_LINK.PERSON_ID)
                .from(WELCOME_LINK)
                .where(
                        WELCOME_LINK.SECRET_HASH.eq(secretHash),
                        WELCOME_LINK.USED_AT.isNull(),
                        WELCOME_LINK.UNTIL_AT.gt(now))
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    /** Uses a link up; false if it was no good any more. */
    boolean use(byte[] secretHash, Instant now) {
        return db.update(WELCOME_LINK)
                        .set(WELCOME_LINK.USED_AT, now)
                        .where(
                                WELCOME_LINK.SECRET_HASH.eq(secretHash),
                                WELCOME_LINK.USED_AT.isNull(),
                                WELCOME_LINK.UNTIL_AT.gt(now))
                        .execute()
                == 1;
    }
}
