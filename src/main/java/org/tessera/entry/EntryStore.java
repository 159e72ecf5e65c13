package org.tessera.entry;

import static org.tessera.db.Tables.ENTRY;
import static org.tessera.db.Tables.ENTRY_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.db.tables.records.EntryRecord;
import org.tessera.db.tables.records.EntryVersionRecord;

/** Entries and their versions in their tables. */
@Repository
class EntryStore {

    private final DSLContext db;

    EntryStore(DSLContext db) {
        this.db = db;
    }

    /** An entry as it stands in its table. */
    record Row(
            EntryId id, TeamId team, String kind, String body, int version, Instant madeAt, PersonId by, Instant at) {}

    /** A version as it stands in its table. */
    record Version(int number, String body, boolean beside, PersonId by, Instant at) {}

    List<Row> of(TeamId team, String kind) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.TEAM_ID.eq(team.value()), ENTRY.KIND.eq(kind))
                .orderBy(ENTRY.MADE_AT, ENTRY.ID)
                .fetch(EntryStore::row);
    }

    int count(TeamId team, String kind) {
        return db.fetchCount(ENTRY, ENTRY.TEAM_ID.eq(team.value()), ENTRY.KIND.eq(kind));
    }

    Optional<Row> find(EntryId id) {
        return db.selectFrom(ENTRY).where(ENTRY.ID.eq(id.value())).fetchOptional(EntryStore::row);
    }

    /** The same, waiting for whoever is saving it just now. */
    Optional<Row> findToChange(EntryId id) {
        return db.selectFrom(ENTRY).where(ENTRY.ID.eq(id.value())).forUpdate().fetchOptional(EntryStore::row);
    }

    /** Begins an entry; false if it is there. */
    boolean begin(Row row) {
        return db.insertInto(ENTRY)
                        .set(ENTRY.ID, row.id().value())
                        .set(ENTRY.TEAM_ID, row.team().value())
                        .set(ENTRY.KIND, row.kind())
                        .set(ENTRY.BODY, row.body())
                        .set(ENTRY.VERSION, row.version())
                        .set(ENTRY.MADE_AT, row.madeAt())
                        .set(ENTRY.CHANGED_BY, row.by().value())
                        .set(ENTRY.CHANGED_AT, row.at())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    void save(Row row) {
        db.update(ENTRY)
                .set(ENTRY.BODY, row.body())
                .set(ENTRY.VERSION, row.version())
                .set(ENTRY.CHANGED_BY, row.by().value())
                .set(ENTRY.CHANGED_AT, row.at())
                .where(ENTRY.ID.eq(row.id().value()))
                .execute();
    }

    void remove(EntryId id) {
        db.deleteFrom(ENTRY).where(ENTRY.ID.eq(id.value())).execute();
    }

    /** Latest first. */
    List<Version> versions(EntryId id) {
        return db.selectFrom(ENTRY_VERSION)
                .where(ENTRY_VERSION.ENTRY_ID.eq(id.value()))
                .orderBy(ENTRY_VERSION.NUMBER.desc())
                .fetch(EntryStore::version);
    }

    Optional<Version> latest(EntryId id) {
        return db.selectFrom(ENTRY_VERSION)
                .where(ENTRY_VERSION.ENTRY_ID.eq(id.value()))
                .orderBy(ENTRY_VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(EntryStore::version);
    }

    void addVersion(EntryId id, String body, boolean beside, PersonId by, Instant at) {
        int next = db.select(DSL.coalesce(DSL.max(ENTRY_VERSION.NUMBER), 0))
                        .from(ENTRY_VERSION)
                        .where(ENTRY_VERSION.ENTRY_ID.eq(id.value()))
                        .fetchSingle(row -> row.value1())
                + 1;
        db.insertInto(ENTRY_VERSION)
                .set(ENTRY_VERSION.ENTRY_ID, id.value())
                .set(ENTRY_VERSION.NUMBER, next)
                .set(ENTRY_VERSION.BODY, body)
                .set(ENTRY_VERSION.IS_BESIDE, beside)
                .set(ENTRY_VERSION.TYPED_BY, by.value())
                .set(ENTRY_VERSION.SAVED_AT, at)
                .execute();
    }

    /** Goes on with a version whose stretch of writing has not ended. */
    void goOn(EntryId id, int number, String body, Instant at) {
        db.update(ENTRY_VERSION)
                .set(ENTRY_VERSION.BODY, body)
                .set(ENTRY_VERSION.SAVED_AT, at)
                .where(ENTRY_VERSION.ENTRY_ID.eq(id.value()), ENTRY_VERSION.NUMBER.eq(number))
                .execute();
    }

    private static Row row(EntryRecord row) {
        return new Row(
                new EntryId(row.getId()),
                new TeamId(row.getTeamId()),
                row.getKind(),
                row.getBody(),
                row.getVersion(),
                row.getMadeAt(),
                new PersonId(row.getChangedBy()),
                row.getChangedAt());
    }

    private static Version version(EntryVersionRecord row) {
        return new Version(
                row.getNumber(), row.getBody(), row.getIsBeside(), new PersonId(row.getTypedBy()), row.getSavedAt());
    }
}
