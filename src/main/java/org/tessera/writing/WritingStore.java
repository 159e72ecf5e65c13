package org.tessera.writing;

import static org.tessera.db.Tables.WRITING;
import static org.tessera.db.Tables.WRITING_VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;

/** Texts and their versions in their tables; every access names the person they belong to. */
@Repository
class WritingStore {

    private final DSLContext db;

    WritingStore(DSLContext db) {
        this.db = db;
    }

    /** A version as it stands in its table, with the window it was typed in. */
    record Row(int number, UUID tab, String text, Instant at) {}

    Optional<Writing> find(PersonId person, WritingPlace place) {
        return db.selectFrom(WRITING).where(isAt(person, place)).fetchOptional(WritingStore::writing);
    }

    /** The same, waiting for whoever is saving it just now. */
    Optional<Writing> findToChange(PersonId person, WritingPlace place) {
        return db.selectFrom(WRITING).where(isAt(person, place)).forUpdate().fetchOptional(WritingStore::writing);
    }

    List<Writing> of(PersonId person) {
        return db.selectFrom(WRITING)
                .where(WRITING.PERSON_ID.eq(person))
                .orderBy(WRITING.SAVED_AT)
                .fetch(WritingStore::writing);
    }

    List<Writing> of(Collection<PersonId> people) {
        return people.isEmpty()
                ? List.of()
                : db.selectFrom(WRITING)
                        .where(WRITING.PERSON_ID.in(people))
                        .orderBy(WRITING.ID)
                        .fetch(WritingStore::writing);
    }

    /** Begins a text; nothing happens if it is there. */
    void begin(Writing writing) {
        db.insertInto(WRITING)
                .set(WRITING.ID, writing.id())
                .set(WRITING.PERSON_ID, writing.person())
                .set(WRITING.CREDENTIAL_ID, writing.place().credential().id().value())
                .set(WRITING.CREDENTIAL_VERSION, writing.place().credential().version())
                .set(WRITING.PART, writing.place().part())
                .set(WRITING.BODY, writing.text())
                .set(WRITING.VERSION, writing.version())
                .set(WRITING.SAVED_AT, writing.at())
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** Puts a text in the place of the version before; false if that is no longer the present one. */
    boolean save(Writing writing) {
        return db.update(WRITING)
                        .set(WRITING.BODY, writing.text())
                        .set(WRITING.VERSION, writing.version())
                        .set(WRITING.SAVED_AT, writing.at())
                        .where(WRITING.ID.eq(writing.id()), WRITING.VERSION.eq(writing.version() - 1))
                        .execute()
                == 1;
    }

    List<WritingVersion> versions(WritingId writing) {
        return db.selectFrom(WRITING_VERSION)
                .where(WRITING_VERSION.WRITING_ID.eq(writing))
                .orderBy(WRITING_VERSION.NUMBER.desc())
                .fetch(row -> new WritingVersion(
                        row.getNumber(), row.getBody(), row.getIsBeside(), row.getBegunAt(), row.getSavedAt()));
    }

    /** The latest of the versions that stood in the text. */
    Optional<Row> latest(WritingId writing) {
        return row(WRITING_VERSION.WRITING_ID.eq(writing), WRITING_VERSION.IS_BESIDE.isFalse());
    }

    /** What a window typed beside the text last. */
    Optional<Row> beside(WritingId writing, UUID tab) {
        return row(
                WRITING_VERSION.WRITING_ID.eq(writing),
                WRITING_VERSION.IS_BESIDE.isTrue(),
                WRITING_VERSION.TAB.eq(tab));
    }

    void addVersion(WritingId writing, UUID tab, String text, boolean isBeside, Instant at) {
        int next = db.select(DSL.coalesce(DSL.max(WRITING_VERSION.NUMBER), 0))
                        .from(WRITING_VERSION)
                        .where(WRITING_VERSION.WRITING_ID.eq(writing))
                        .fetchSingle(row -> row.value1())
                + 1;
        db.insertInto(WRITING_VERSION)
                .set(WRITING_VERSION.WRITING_ID, writing)
                .set(WRITING_VERSION.NUMBER, next)
                .set(WRITING_VERSION.TAB, tab)
                .set(WRITING_VERSION.BODY, text)
                .set(WRITING_VERSION.IS_BESIDE, isBeside)
                .set(WRITING_VERSION.BEGUN_AT, at)
                .set(WRITING_VERSION.SAVED_AT, at)
                .execute();
    }

    /** Goes on with a version whose stretch of writing has not ended. */
    void goOn(WritingId writing, int number, String text, Instant at) {
        db.update(WRITING_VERSION)
                .set(WRITING_VERSION.BODY, text)
                .set(WRITING_VERSION.SAVED_AT, at)
                .where(WRITING_VERSION.WRITING_ID.eq(writing), WRITING_VERSION.NUMBER.eq(number))
                .execute();
    }

    private Optional<Row> row(Condition... conditions) {
        return db.selectFrom(WRITING_VERSION)
                .where(conditions)
                .orderBy(WRITING_VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new Row(row.getNumber(), row.getTab(), row.getBody(), row.getSavedAt()));
    }

    private static Condition isAt(PersonId person, WritingPlace place) {
        return WRITING.PERSON_ID
                .eq(person)
                .and(WRITING.CREDENTIAL_ID.eq(place.credential().id().value()))
                .and(WRITING.CREDENTIAL_VERSION.eq(place.credential().version()))
                .and(WRITING.PART.eq(place.part()));
    }

    private static Writing writing(Record row) {
        return new Writing(
                row.get(WRITING.ID),
                row.get(WRITING.PERSON_ID),
                new WritingPlace(
                        new CredentialRef(
                                new CredentialId(row.get(WRITING.CREDENTIAL_ID)), row.get(WRITING.CREDENTIAL_VERSION)),
                        row.get(WRITING.PART)),
                row.get(WRITING.BODY),
                row.get(WRITING.VERSION),
                row.get(WRITING.SAVED_AT));
    }
}
