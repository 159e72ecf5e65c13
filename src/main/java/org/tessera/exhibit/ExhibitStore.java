package org.tessera.exhibit;

import static org.tessera.db.Tables.EXHIBIT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.material.MaterialId;

/** Exhibits in their table. */
@Repository
class ExhibitStore {

    private final DSLContext db;

    ExhibitStore(DSLContext db) {
        this.db = db;
    }

    /** Adds an exhibit; {@code content} is what its checksum was taken of where no file is kept. */
    void insert(Exhibit exhibit, Optional<String> content) {
        db.insertInto(EXHIBIT)
                .set(EXHIBIT.ID, exhibit.id())
                .set(EXHIBIT.OWNER_ID, exhibit.owner())
                .set(EXHIBIT.TEAM_ID, exhibit.team())
                .set(EXHIBIT.TITLE, exhibit.title())
                .set(EXHIBIT.KIND, exhibit.kind().name())
                .set(EXHIBIT.ORIGIN, exhibit.origin().name())
                .set(EXHIBIT.SHA256, exhibit.sha256())
                .set(EXHIBIT.BYTES, exhibit.bytes())
                .set(EXHIBIT.MEDIA_TYPE, exhibit.mediaType())
                .set(
                        EXHIBIT.MATERIAL_ID,
                        exhibit.pages().map(Exhibit.Pages::material).orElse(null))
                .set(EXHIBIT.PAGES, exhibit.pages().map(Exhibit.Pages::count).orElse(null))
                .set(EXHIBIT.MILLIS, exhibit.length().map(Duration::toMillis).orElse(null))
                .set(EXHIBIT.TRACES, exhibit.traces().map(Traces::name).orElse(null))
                .set(EXHIBIT.CONTENT, content.orElse(null))
                .set(EXHIBIT.MADE_AT, exhibit.at())
                .execute();
    }

    /** What a person brought, newest first. */
    List<Exhibit> of(PersonId owner) {
        return db.selectFrom(EXHIBIT)
                .where(EXHIBIT.OWNER_ID.eq(owner), EXHIBIT.ORIGIN.eq(ExhibitOrigin.BROUGHT.name()))
                .orderBy(EXHIBIT.MADE_AT.desc(), EXHIBIT.ID)
                .fetch(ExhibitStore::exhibit);
    }

    Optional<Exhibit> find(ExhibitId id) {
        return db.selectFrom(EXHIBIT).where(EXHIBIT.ID.eq(id)).fetchOptional(ExhibitStore::exhibit);
    }

    Optional<String> content(ExhibitId id) {
        return db.select(EXHIBIT.CONTENT)
                .from(EXHIBIT)
                .where(EXHIBIT.ID.eq(id), EXHIBIT.CONTENT.isNotNull())
                .fetchOptional(EXHIBIT.CONTENT);
    }

    /** Calls an exhibit something else: all else about it never changes. */
    void rename(ExhibitId id, String title) {
        db.update(EXHIBIT).set(EXHIBIT.TITLE, title).where(EXHIBIT.ID.eq(id)).execute();
    }

    /** Calls the exhibits of these pages something else. */
    void rename(MaterialId pages, String title) {
        db.update(EXHIBIT)
                .set(EXHIBIT.TITLE, title)
                .where(EXHIBIT.MATERIAL_ID.eq(pages))
                .execute();
    }

    /** Deletes an exhibit and holds its row until the transaction ends; false if there is none. */
    boolean delete(ExhibitId id) {
        return db.deleteFrom(EXHIBIT).where(EXHIBIT.ID.eq(id)).execute() == 1;
    }

    private static Exhibit exhibit(Record row) {
        return new Exhibit(
                row.get(EXHIBIT.ID),
                row.get(EXHIBIT.OWNER_ID),
                row.get(EXHIBIT.TEAM_ID),
                row.get(EXHIBIT.TITLE),
                ExhibitKind.valueOf(row.get(EXHIBIT.KIND)),
                ExhibitOrigin.valueOf(row.get(EXHIBIT.ORIGIN)),
                row.get(EXHIBIT.SHA256),
                row.get(EXHIBIT.BYTES),
                row.get(EXHIBIT.MEDIA_TYPE),
                Optional.ofNullable(row.get(EXHIBIT.MATERIAL_ID))
                        .map(material -> new Exhibit.Pages(material, row.get(EXHIBIT.PAGES))),
                Optional.ofNullable(row.get(EXHIBIT.MILLIS)).map(Duration::ofMillis),
                Optional.ofNullable(row.get(EXHIBIT.TRACES)).map(Traces::valueOf),
                row.get(EXHIBIT.MADE_AT));
    }
}
