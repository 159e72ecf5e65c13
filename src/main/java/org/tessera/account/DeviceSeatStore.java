package org.tessera.account;

import static org.tessera.db.Tables.DEVICE_SEAT;
import static org.tessera.db.Tables.SIGN_IN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table of people who share a device. Rows go with the sign-in they hang on. */
@Repository
class DeviceSeatStore {

    private final DSLContext db;

    DeviceSeatStore(DSLContext db) {
        this.db = db;
    }

    List<DeviceSeat> of(SignInId device, UUID room) {
        return db.select(
                        DEVICE_SEAT.PERSON_ID,
                        DEVICE_SEAT.IS_GUEST,
                        DEVICE_SEAT.SEATED_AT,
                        DEVICE_SEAT.LEFT_BEHIND.isNotNull())
                .from(DEVICE_SEAT)
                .where(at(device, room))
                .orderBy(DEVICE_SEAT.SEATED_AT, DEVICE_SEAT.PERSON_ID)
                .fetch(row -> new DeviceSeat(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The rooms in which a device is shared. */
    List<UUID> roomsOf(SignInId device) {
        return db.selectDistinct(DEVICE_SEAT.ROOM_ID)
                .from(DEVICE_SEAT)
                .where(DEVICE_SEAT.SIGN_IN_ID.eq(device))
                .fetch(row -> row.value1());
    }

    /** False if the person sits there already. */
    boolean add(SignInId device, UUID room, PersonId person, boolean guest, String pinHash, Instant at) {
        return db.insertInto(DEVICE_SEAT)
                        .set(DEVICE_SEAT.SIGN_IN_ID, device)
                        .set(DEVICE_SEAT.ROOM_ID, room)
                        .set(DEVICE_SEAT.PERSON_ID, person)
                        .set(DEVICE_SEAT.IS_GUEST, guest)
                        .set(DEVICE_SEAT.PIN_HASH, pinHash)
                        .set(DEVICE_SEAT.SEATED_AT, at)
                        .onDuplicateKeyIgnore()
                        .execute()
                > 0;
    }

    Optional<String> pinHash(SignInId device, UUID room, PersonId person) {
        return db.select(DEVICE_SEAT.PIN_HASH)
                .from(DEVICE_SEAT)
                .where(of(device, room, person))
                .fetchOptional(row -> row.value1());
    }

    void remove(SignInId device, UUID room, PersonId person) {
        db.deleteFrom(DEVICE_SEAT).where(of(device, room, person)).execute();
    }

    void removeAll(SignInId device) {
        db.deleteFrom(DEVICE_SEAT).where(DEVICE_SEAT.SIGN_IN_ID.eq(device)).execute();
    }

    void removeAll(PersonId person) {
        db.deleteFrom(DEVICE_SEAT).where(DEVICE_SEAT.PERSON_ID.eq(person)).execute();
    }

    /** Clears away what hangs on sign-ins that nobody ended but time. */
    void removeOver(Instant now, Instant idleSince) {
        db.deleteFrom(DEVICE_SEAT)
                .where(DEVICE_SEAT.SIGN_IN_ID.in(DSL.select(SIGN_IN.ID)
                        .from(SIGN_IN)
                        .where(SIGN_IN.ENDED_AT
                                .isNotNull()
                                .or(SIGN_IN.ENDS_AT.le(now))
                                .or(SIGN_IN.USED_AT.le(idleSince)))))
                .execute();
    }

    void leaveBehind(SignInId device, UUID room, PersonId person, Optional<byte[]> sealed) {
        db.update(DEVICE_SEAT)
                .set(DEVICE_SEAT.LEFT_BEHIND, sealed.orElse(null))
                .where(of(device, room, person))
                .execute();
    }

    Optional<byte[]> leftBehind(SignInId device, UUID room, PersonId person) {
        return db.select(DEVICE_SEAT.LEFT_BEHIND)
                .from(DEVICE_SEAT)
                .where(of(device, room, person).and(DEVICE_SEAT.LEFT_BEHIND.isNotNull()))
                .fetchOptional(row -> row.value1());
    }

    private static Condition at(SignInId device, UUID room) {
        return DEVICE_SEAT.SIGN_IN_ID.eq(device).and(DEVICE_SEAT.ROOM_ID.eq(room));
    }

    private static Condition of(SignInId device, UUID room, PersonId person) {
        return at(device, room).and(DEVICE_SEAT.PERSON_ID.eq(person));
    }
}
