package org.tessera.badge;

import static org.tessera.db.Tables.BADGE;
import static org.tessera.db.Tables.BADGE_DEED;
import static org.tessera.db.Tables.BADGE_PART;
import static org.tessera.db.Tables.BADGE_SHOWING;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;

/** Badges as they were signed, what became of them, and who may see them. */
@Repository
class BadgeStore {

    private final DSLContext db;

    BadgeStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A badge as it is kept.
     *
     * @param content the signed credential
     * @param controller the id of its issuer
     */
    record Kept(
            BadgeId id,
            PersonId earner,
            DistrictId district,
            String achievement,
            String version,
            boolean stack,
            String manifestSha256,
            String content,
            String controller,
            BadgeForm.Place place,
            Instant decided,
            Instant issued,
            Optional<Instant> expires) {}

    /** Keeps a badge, and what it rests on. */
    void add(Kept badge, List<BadgeId> parts) {
        db.insertInto(BADGE)
                .set(BADGE.ID, badge.id().value())
                .set(BADGE.PERSON_ID, badge.earner().value())
                .set(BADGE.DISTRICT_ID, badge.district().value())
                .set(BADGE.ACHIEVEMENT, badge.achievement())
                .set(BADGE.VERSION, badge.version())
                .set(BADGE.IS_STACK, badge.stack())
                .set(BADGE.MANIFEST_SHA256, badge.manifestSha256())
                .set(BADGE.CONTENT, badge.content())
                .set(BADGE.CONTROLLER, badge.controller())
                .set(BADGE.LIST, badge.place().list())
                .set(BADGE.PLACE, badge.place().index())
                .set(BADGE.AWARDED_AT, badge.decided())
                .set(BADGE.ISSUED_AT, badge.issued())
                .set(BADGE.EXPIRES_AT, badge.expires().orElse(null))
                .execute();
        for (BadgeId part : parts) {
            db.insertInto(BADGE_PART)
                    .set(BADGE_PART.STACK_ID, badge.id().value())
                    .set(BADGE_PART.BADGE_ID, part.value())
                    .execute();
        }
    }

    Optional<Kept> find(BadgeId id) {
        return fetch(BADGE.ID.eq(id.value())).stream().findFirst();
    }

    /** The badge that this award has led to. */
    Optional<Kept> awarded(PersonId earner, String achievement, String version, String manifestSha256) {
        return fetch(BADGE.PERSON_ID
                        .eq(earner.value())
                        .and(BADGE.ACHIEVEMENT.eq(achievement))
                        .and(BADGE.VERSION.eq(version))
                        .and(BADGE.MANIFEST_SHA256.eq(manifestSha256)))
                .stream()
                .findFirst();
    }

    /** Everything somebody earned, the newest first. */
    List<Kept> of(PersonId earner) {
        return fetch(BADGE.PERSON_ID.eq(earner.value()));
    }

    /** Everything a district issued, the newest first. */
    List<Kept> issuedBy(DistrictId district) {
        return fetch(BADGE.DISTRICT_ID.eq(district.value()));
    }

    private List<Kept> fetch(Condition condition) {
        return db.select()
                .from(BADGE)
                .where(condition)
                .orderBy(BADGE.ISSUED_AT.desc(), BADGE.ID)
                .fetch(row -> new Kept(
                        new BadgeId(row.get(BADGE.ID)),
                        new PersonId(row.get(BADGE.PERSON_ID)),
                        new DistrictId(row.get(BADGE.DISTRICT_ID)),
                        row.get(BADGE.ACHIEVEMENT),
                        row.get(BADGE.VERSION),
                        row.get(BADGE.IS_STACK),
                        row.get(BADGE.MANIFEST_SHA256),
                        row.get(BADGE.CONTENT),
                        row.get(BADGE.CONTROLLER),
                        new BadgeForm.Place(row.get(BADGE.LIST), row.get(BADGE.PLACE)),
                        row.get(BADGE.AWARDED_AT),
                        row.get(BADGE.ISSUED_AT),
                        Optional.ofNullable(row.get(BADGE.EXPIRES_AT))));
    }

    /** The newest list of this issuer, if it has one already. */
    Optional<Integer> newestList(DistrictId district, String controller) {
        return Optional.ofNullable(db.select(org.jooq.impl.DSL.max(BADGE.LIST))
                .from(BADGE)
                .where(BADGE.DISTRICT_ID.eq(district.value()), BADGE.CONTROLLER.eq(controller))
                .fetchOne(0, Integer.class));
    }

    /** The number of the next list of a district, whoever of its issuers will use it. */
    int nextList(DistrictId district) {
        return Optional.ofNullable(db.select(org.jooq.impl.DSL.max(BADGE.LIST))
                        .from(BADGE)
                        .where(BADGE.DISTRICT_ID.eq(district.value()))
                        .fetchOne(0, Integer.class))
                .map(last -> last + 1)
                .orElse(0);
    }

    /** The places of a list that are taken. */
    Set<Integer> taken(DistrictId district, int list) {
        return new HashSet<>(db.select(BADGE.PLACE)
                .from(BADGE)
                .where(BADGE.DISTRICT_ID.eq(district.value()), BADGE.LIST.eq(list))
                .fetch(BADGE.PLACE));
    }

    /** The badges of a list to which something was done, or to one of whose parts. */
    List<Kept> touched(DistrictId district, int list) {
        return fetch(BADGE.DISTRICT_ID
                .eq(district.value())
                .and(BADGE.LIST.eq(list))
                .and(BADGE.ID
                        .in(db.select(BADGE_DEED.BADGE_ID).from(BADGE_DEED))
                        .or(BADGE.ID.in(db.select(BADGE_PART.STACK_ID)
                                .from(BADGE_PART)
                                .join(BADGE_DEED)
                                .on(BADGE_DEED.BADGE_ID.eq(BADGE_PART.BADGE_ID))))));
    }

    /** The issuer whose list this is. */
    Optional<String> controllerOf(DistrictId district, int list) {
        return db
                .selectDistinct(BADGE.CONTROLLER)
                .from(BADGE)
                .where(BADGE.DISTRICT_ID.eq(district.value()), BADGE.LIST.eq(list))
                .fetch(BADGE.CONTROLLER)
                .stream()
                .findFirst();
    }

    List<BadgeId> partsOf(BadgeId stack) {
        return db
                .select(BADGE_PART.BADGE_ID)
                .from(BADGE_PART)
                .where(BADGE_PART.STACK_ID.eq(stack.value()))
                .fetch(BADGE_PART.BADGE_ID)
                .stream()
                .map(BadgeId::new)
                .toList();
    }

    void add(BadgeId badge, Deed deed) {
        db.insertInto(BADGE_DEED)
                .set(BADGE_DEED.BADGE_ID, badge.value())
                .set(BADGE_DEED.DEED, deed.kind().name())
                .set(BADGE_DEED.REASON, deed.reason())
                .set(BADGE_DEED.PERSON_ID, deed.by().value())
                .set(BADGE_DEED.AT, deed.at())
                .execute();
    }

    /** Everything that was done with a badge, the oldest first. */
    List<Deed> deeds(BadgeId badge) {
        return db.selectFrom(BADGE_DEED)
                .where(BADGE_DEED.BADGE_ID.eq(badge.value()))
                .orderBy(BADGE_DEED.ID)
                .fetch(row -> new Deed(
                        Deed.Kind.valueOf(row.getDeed()),
                        row.getReason(),
                        new PersonId(row.getPersonId()),
                        row.getAt()));
    }

    /** Nobody else does anything with this badge until the transaction ends. */
    void lock(UUID badge) {
        db.select(BADGE.ID).from(BADGE).where(BADGE.ID.eq(badge)).forUpdate().fetch();
    }

    Optional<Showing> showing(BadgeId badge) {
        return db.selectFrom(BADGE_SHOWING)
                .where(BADGE_SHOWING.BADGE_ID.eq(badge.value()))
                .fetchOptional(row -> new Showing(row.getIsNamed(), row.getFromAt(), row.getUntilAt()));
    }

    void show(BadgeId badge, Showing showing) {
        db.insertInto(BADGE_SHOWING)
                .set(BADGE_SHOWING.BADGE_ID, badge.value())
                .set(BADGE_SHOWING.IS_NAMED, showing.named())
                .set(BADGE_SHOWING.FROM_AT, showing.from())
                .set(BADGE_SHOWING.UNTIL_AT, showing.until())
                .onDuplicateKeyUpdate()
                .set(BADGE_SHOWING.IS_NAMED, showing.named())
                .set(BADGE_SHOWING.FROM_AT, showing.from())
                .set(BADGE_SHOWING.UNTIL_AT, showing.until())
                .execute();
    }

    void hide(BadgeId badge) {
        db.deleteFrom(BADGE_SHOWING)
                .where(BADGE_SHOWING.BADGE_ID.eq(badge.value()))
                .execute();
    }
}
