package org.tessera.account;

import static org.tessera.db.Tables.GUEST;
import static org.tessera.db.Tables.PERSON;
import static org.tessera.db.Tables.SIGN_IN;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of sign-ins. Ended rows stay, as the record of who had access when. */
@Repository
class SignInStore {

    private final DSLContext db;

    SignInStore(DSLContext db) {
        this.db = db;
    }

    record Row(SignInId id, SignedIn who, byte[] secretHash, String device, Instant madeAt, Instant endsAt) {}

    record Found(SignInId id, SignedIn who) {}

    void add(Row row) {
        SignedIn who = row.who();
        db.insertInto(SIGN_IN)
                .set(SIGN_IN.ID, row.id())
                .set(SIGN_IN.SECRET_HASH, row.secretHash())
                .set(SIGN_IN.PERSON_ID, who.guest() ? null : who.id())
                .set(SIGN_IN.GUEST_ID, who.guest() ? who.id() : null)
                .set(SIGN_IN.DEVICE, row.device())
                .set(SIGN_IN.MADE_AT, row.madeAt())
                .set(SIGN_IN.USED_AT, row.madeAt())
                .set(SIGN_IN.ENDS_AT, row.endsAt())
                .execute();
    }

    Optional<Found> byHash(byte[] secretHash, Instant now, Instant idleSince) {
        return db.select(
                        SIGN_IN.ID,
                        SIGN_IN.GUEST_ID,
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.LANGUAGE,
                        GUEST.NAME,
                        GUEST.LANGUAGE,
                        GUEST.ROOM_ID)
                .from(SIGN_IN)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(SIGN_IN.PERSON_ID))
                .leftJoin(GUEST)
                .on(GUEST.ID.eq(SIGN_IN.GUEST_ID))
                .where(SIGN_IN.SECRET_HASH.eq(secretHash))
                .and(open(now, idleSince))
                .and(PERSON.SUSPENDED_AT.isNull())
                .fetchOptional(row -> new Found(row.get(SIGN_IN.ID), who(row)));
    }

    Optional<Instant> lastUse(SignInId id, Instant now, Instant idleSince) {
        return db.select(SIGN_IN.USED_AT)
                .from(SIGN_IN)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(SIGN_IN.PERSON_ID))
                .where(SIGN_IN.ID.eq(id))
                .and(open(now, idleSince))
                .and(PERSON.SUSPENDED_AT.isNull())
                .fetchOptional(row -> row.value1());
    }

    void used(SignInId id, Instant at) {
        db.update(SIGN_IN).set(SIGN_IN.USED_AT, at).where(SIGN_IN.ID.eq(id)).execute();
    }

    List<SignInSummary> openOf(PersonId person, Instant now, Instant idleSince) {
        return db.select(SIGN_IN.ID, SIGN_IN.DEVICE, SIGN_IN.MADE_AT, SIGN_IN.USED_AT)
                .from(SIGN_IN)
                .where(SIGN_IN.PERSON_ID.eq(person).or(SIGN_IN.GUEST_ID.eq(person)))
                .and(open(now, idleSince))
                .orderBy(SIGN_IN.USED_AT.desc(), SIGN_IN.ID)
                .fetch(row -> new SignInSummary(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Whose sign-in it was; nothing when it had already ended. */
    Optional<PersonId> end(SignInId id, Instant at) {
        int ended = db.update(SIGN_IN)
                .set(SIGN_IN.ENDED_AT, at)
                .where(SIGN_IN.ID.eq(id))
                .and(SIGN_IN.ENDED_AT.isNull())
                .execute();
        return ended == 0
                ? Optional.empty()
                : db.select(SIGN_IN.PERSON_ID, SIGN_IN.GUEST_ID)
                        .from(SIGN_IN)
                        .where(SIGN_IN.ID.eq(id))
                        .fetchOptional(row -> row.value1() == null ? row.value2() : row.value1());
    }

    /** Those that somebody ended at {@code at} or later. */
    List<SignInEnded> endedSince(Instant at) {
        return db.select(SIGN_IN.ID, DSL.coalesce(SIGN_IN.PERSON_ID, SIGN_IN.GUEST_ID))
                .from(SIGN_IN)
                .where(SIGN_IN.ENDED_AT.ge(at))
                .fetch(row -> new SignInEnded(row.value1(), row.value2()));
    }

    /** Those nobody ended, and whose time is over all the same. */
    List<SignInId> runOut(Instant now, Instant idleSince) {
        return db.select(SIGN_IN.ID)
                .from(SIGN_IN)
                .where(SIGN_IN.ENDED_AT.isNull())
                .and(SIGN_IN.ENDS_AT.le(now).or(SIGN_IN.USED_AT.le(idleSince)))
                .fetch(row -> row.value1());
    }

    private static Condition open(Instant now, Instant idleSince) {
        return SIGN_IN.ENDED_AT.isNull().and(SIGN_IN.ENDS_AT.gt(now)).and(SIGN_IN.USED_AT.gt(idleSince));
    }

    private static SignedIn who(Record row) {
        @Nullable PersonId guest = row.get(SIGN_IN.GUEST_ID);
        return guest == null
                ? new SignedIn(
                        row.get(PERSON.ID), row.get(PERSON.NAME), false, null, Locale.of(row.get(PERSON.LANGUAGE)))
                : new SignedIn(
                        guest, row.get(GUEST.NAME), true, row.get(GUEST.ROOM_ID), Locale.of(row.get(GUEST.LANGUAGE)));
    }
}
