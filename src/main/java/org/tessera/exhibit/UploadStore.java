package org.tessera.exhibit;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;
import static org.tessera.db.Tables.EXHIBIT;
import static org.tessera.db.Tables.EXHIBIT_UPLOAD;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** Files on their way, in their table. */
@Repository
class UploadStore {

    private final DSLContext db;

    UploadStore(DSLContext db) {
        this.db = db;
    }

    void insert(Upload upload) {
        db.insertInto(EXHIBIT_UPLOAD)
                .set(EXHIBIT_UPLOAD.ID, upload.id())
                .set(EXHIBIT_UPLOAD.OWNER_ID, upload.owner())
                .set(EXHIBIT_UPLOAD.TEAM_ID, upload.team())
                .set(EXHIBIT_UPLOAD.TITLE, upload.title())
                .set(EXHIBIT_UPLOAD.KIND, upload.kind().name())
                .set(EXHIBIT_UPLOAD.ORIGIN, upload.origin().name())
                .set(EXHIBIT_UPLOAD.BYTES, upload.bytes())
                .set(EXHIBIT_UPLOAD.ENDS, upload.ends().orElse(null))
                .set(EXHIBIT_UPLOAD.BEGUN_AT, upload.begunAt())
                .set(EXHIBIT_UPLOAD.EXPIRES_AT, upload.expiresAt())
                .execute();
    }

    Optional<Upload> find(ExhibitId id) {
        return db.selectFrom(EXHIBIT_UPLOAD).where(EXHIBIT_UPLOAD.ID.eq(id)).fetchOptional(UploadStore::upload);
    }

    /** A person's uploads, the latest first. */
    List<Upload> of(PersonId owner) {
        return db.selectFrom(EXHIBIT_UPLOAD)
                .where(EXHIBIT_UPLOAD.OWNER_ID.eq(owner))
                .orderBy(EXHIBIT_UPLOAD.BEGUN_AT.desc(), EXHIBIT_UPLOAD.ID)
                .fetch(UploadStore::upload);
    }

    /** All there are. */
    List<Upload> all() {
        return db.selectFrom(EXHIBIT_UPLOAD).fetch(UploadStore::upload);
    }

    void expiresAt(ExhibitId id, Instant when) {
        db.update(EXHIBIT_UPLOAD)
                .set(EXHIBIT_UPLOAD.EXPIRES_AT, when)
                .where(EXHIBIT_UPLOAD.ID.eq(id))
                .execute();
    }

    void refuse(ExhibitId id, UploadRefusal why) {
        db.update(EXHIBIT_UPLOAD)
                .set(EXHIBIT_UPLOAD.REFUSAL, why.name())
                .where(EXHIBIT_UPLOAD.ID.eq(id))
                .execute();
    }

    /** False if there is none. */
    boolean delete(ExhibitId id) {
        return db.deleteFrom(EXHIBIT_UPLOAD).where(EXHIBIT_UPLOAD.ID.eq(id)).execute() == 1;
    }

    /** How many bytes recordings of a team take, and will take once all that is on its way has come. */
    long bytesOf(TeamId team) {
        return db.select(coalesce(sum(EXHIBIT.BYTES), BigDecimal.ZERO))
                        .from(EXHIBIT)
                        .where(
                                EXHIBIT.TEAM_ID.eq(team),
                                EXHIBIT.KIND.in(ExhibitKind.AUDIO.name(), ExhibitKind.VIDEO.name()))
                        .fetchSingle()
                        .value1()
                        .longValueExact()
                + db.select(coalesce(sum(EXHIBIT_UPLOAD.BYTES), BigDecimal.ZERO))
                        .from(EXHIBIT_UPLOAD)
                        .where(EXHIBIT_UPLOAD.TEAM_ID.eq(team))
                        .fetchSingle()
                        .value1()
                        .longValueExact();
    }

    private static Upload upload(Record row) {
        return new Upload(
                row.get(EXHIBIT_UPLOAD.ID),
                row.get(EXHIBIT_UPLOAD.OWNER_ID),
                row.get(EXHIBIT_UPLOAD.TEAM_ID),
                row.get(EXHIBIT_UPLOAD.TITLE),
                ExhibitKind.valueOf(row.get(EXHIBIT_UPLOAD.KIND)),
                ExhibitOrigin.valueOf(row.get(EXHIBIT_UPLOAD.ORIGIN)),
                row.get(EXHIBIT_UPLOAD.BYTES),
                Optional.ofNullable(row.get(EXHIBIT_UPLOAD.ENDS)),
                Optional.ofNullable(row.get(EXHIBIT_UPLOAD.REFUSAL)).map(UploadRefusal::valueOf),
                row.get(EXHIBIT_UPLOAD.BEGUN_AT),
                row.get(EXHIBIT_UPLOAD.EXPIRES_AT));
    }
}
