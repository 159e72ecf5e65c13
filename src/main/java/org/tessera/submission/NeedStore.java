package org.tessera.submission;

import static org.tessera.db.Tables.NEED_SHARED;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.credential.CredentialId;
import org.tessera.room.RoomId;
import org.tessera.submission.RoomNeeds.Told;

/** What people told their meetings. */
@Repository
class NeedStore {

    private final DSLContext db;

    NeedStore(DSLContext db) {
        this.db = db;
    }

    void tell(RoomId room, Told told, Instant at) {
        db.insertInto(NEED_SHARED)
                .set(NEED_SHARED.ROOM_ID, room)
                .set(NEED_SHARED.PERSON_ID, told.person())
                .set(NEED_SHARED.CREDENTIAL_ID, told.credential().value())
                .set(NEED_SHARED.CRITERION, told.criterion())
                .set(NEED_SHARED.SHARED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }

    void takeBack(RoomId room, Told told) {
        db.deleteFrom(NEED_SHARED)
                .where(
                        NEED_SHARED.ROOM_ID.eq(room),
                        NEED_SHARED.PERSON_ID.eq(told.person()),
                        NEED_SHARED.CREDENTIAL_ID.eq(told.credential().value()),
                        NEED_SHARED.CRITERION.eq(told.criterion()))
                .execute();
    }

    List<Told> toldTo(RoomId room) {
        return db.selectFrom(NEED_SHARED)
                .where(NEED_SHARED.ROOM_ID.eq(room))
                .orderBy(NEED_SHARED.SHARED_AT, NEED_SHARED.PERSON_ID)
                .fetch(row -> new Told(
                        row.get(NEED_SHARED.PERSON_ID),
                        new CredentialId(row.get(NEED_SHARED.CREDENTIAL_ID)),
                        row.get(NEED_SHARED.CRITERION)));
    }
}
