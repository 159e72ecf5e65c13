package org.tessera.badge;

import static org.tessera.db.Tables.BADGE_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.tessera.account.DistrictId;

/** The keys that badges are signed with. None is ever deleted. */
@Repository
class BadgeKeyStore {

    private final DSLContext db;

    BadgeKeyStore(DSLContext db) {
        this.db = db;
    }

    /** A key with its sealed private half. */
    record Stored(PublishedKey published, byte[] sealed) {}

    void add(DistrictId district, PublishedKey key, byte[] sealed) {
        db.insertInto(BADGE_KEY)
                .set(BADGE_KEY.ID, UUID.randomUUID())
                .set(BADGE_KEY.DISTRICT_ID, district.value())
                .set(BADGE_KEY.METHOD, key.method())
                .set(BADGE_KEY.CONTROLLER, key.controller())
                .set(BADGE_KEY.MULTIKEY, key.key().text())
                .set(BADGE_KEY.SEALED, sealed)
                .set(BADGE_KEY.FROM_AT, key.from())
                .execute();
    }

    /** From now on no key of this district but this one signs. */
    void retireOthers(DistrictId district, String method, Instant at) {
        db.update(BADGE_KEY)
                .set(BADGE_KEY.UNTIL_AT, at)
                .where(
                        BADGE_KEY.DISTRICT_ID.eq(district.value()),
                        BADGE_KEY.METHOD.ne(method),
                        BADGE_KEY.UNTIL_AT.isNull())
                .execute();
    }

    /** The key that signs for this district, the newest if two nodes made one at the same moment. */
    Optional<Stored> current(DistrictId district) {
        return fetch(BADGE_KEY.DISTRICT_ID.eq(district.value()).and(BADGE_KEY.UNTIL_AT.isNull())).stream()
                .findFirst();
    }

    Optional<PublishedKey> find(String method) {
        return fetch(BADGE_KEY.METHOD.eq(method)).stream()
                .map(Stored::published)
                .findFirst();
    }

    /** All keys of an issuer, the newest first. */
    List<PublishedKey> of(String controller) {
        return storedOf(controller).stream().map(Stored::published).toList();
    }

    /** The same, with their private halves. */
    List<Stored> storedOf(String controller) {
        return fetch(BADGE_KEY.CONTROLLER.eq(controller));
    }

    /** Every key there ever was, the newest first. */
    List<Stored> all() {
        return fetch(DSL.noCondition());
    }

    private List<Stored> fetch(Condition condition) {
        return db.select()
                .from(BADGE_KEY)
                .where(condition)
                .orderBy(BADGE_KEY.FROM_AT.desc(), BADGE_KEY.ID)
                .fetch(row -> new Stored(
                        new PublishedKey(
                                row.get(BADGE_KEY.METHOD),
                                row.get(BADGE_KEY.CONTROLLER),
                                Multikey.read(row.get(BADGE_KEY.MULTIKEY))
                                        .orElseThrow(() -> new IllegalStateException("a stored key is none")),
                                row.get(BADGE_KEY.FROM_AT),
                                Optional.ofNullable(row.get(BADGE_KEY.UNTIL_AT))),
                        row.get(BADGE_KEY.SEALED)));
    }
}
