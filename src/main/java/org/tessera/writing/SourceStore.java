package org.tessera.writing;

import static org.tessera.db.Tables.CITED_SOURCE;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;

/** Sources in their table; every access names the person whose list they stand in. */
@Repository
class SourceStore {

    private final DSLContext db;

    SourceStore(DSLContext db) {
        this.db = db;
    }

    List<Source> of(PersonId person) {
        return db.selectFrom(CITED_SOURCE)
                .where(CITED_SOURCE.PERSON_ID.eq(person))
                .orderBy(CITED_SOURCE.ADDED_AT, CITED_SOURCE.ID)
                .fetch(row -> new Source(
                        row.getId(),
                        new SourceDraft(
                                Source.Kind.valueOf(row.getKind()),
                                row.getAuthors(),
                                row.getYear(),
                                row.getTitle(),
                                row.getContainer(),
                                row.getAddress())));
    }

    void insert(PersonId person, Source source, Instant at) {
        SourceDraft said = source.said();
        db.insertInto(CITED_SOURCE)
                .set(CITED_SOURCE.ID, source.id())
                .set(CITED_SOURCE.PERSON_ID, person)
                .set(CITED_SOURCE.KIND, said.kind().name())
                .set(CITED_SOURCE.AUTHORS, said.authors())
                .set(CITED_SOURCE.YEAR, said.year())
                .set(CITED_SOURCE.TITLE, said.title())
                .set(CITED_SOURCE.CONTAINER, said.container())
                .set(CITED_SOURCE.ADDRESS, said.address())
                .set(CITED_SOURCE.ADDED_AT, at)
                .execute();
    }

    /** Removes a source; false if the person has none such. */
    boolean delete(PersonId person, SourceId id) {
        return db.deleteFrom(CITED_SOURCE)
                        .where(CITED_SOURCE.ID.eq(id), CITED_SOURCE.PERSON_ID.eq(person))
                        .execute()
                == 1;
    }
}
