package org.tessera.assessment;

import static org.tessera.db.Tables.CASE_COPY;
import static org.tessera.db.Tables.CASE_MANIFEST;
import static org.tessera.db.Tables.CASE_PICTURE;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What assessors read, as it was made when a case was opened. */
@Repository
class CopyStore {

    private final DSLContext db;

    CopyStore(DSLContext db) {
        this.db = db;
    }

    boolean isThere(CaseId id) {
        return db.fetchExists(CASE_MANIFEST, CASE_MANIFEST.CASE_ID.eq(id.value()));
    }

    /** Keeps a copy in one language; nothing happens if it is there. */
    void keep(CaseId id, String language, String body) {
        db.insertInto(CASE_COPY)
                .set(CASE_COPY.CASE_ID, id.value())
                .set(CASE_COPY.LANGUAGE, language)
                .set(CASE_COPY.BODY, body)
                .onDuplicateKeyIgnore()
                .execute();
    }

    void keepPictures(CaseId id, List<byte[]> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            db.insertInto(CASE_PICTURE)
                    .set(CASE_PICTURE.CASE_ID, id.value())
                    .set(CASE_PICTURE.NUMBER, i)
                    .set(CASE_PICTURE.PNG, pictures.get(i))
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    /** Keeps what is kept last: with it the copy is whole. */
    void keepManifest(CaseId id, String sha256) {
        db.insertInto(CASE_MANIFEST)
                .set(CASE_MANIFEST.CASE_ID, id.value())
                .set(CASE_MANIFEST.SHA256, sha256)
                .onDuplicateKeyIgnore()
                .execute();
    }

    Optional<String> read(CaseId id, String language) {
        return db.select(CASE_COPY.BODY)
                .from(CASE_COPY)
                .where(CASE_COPY.CASE_ID.eq(id.value()), CASE_COPY.LANGUAGE.eq(language))
                .fetchOptional(CASE_COPY.BODY);
    }

    Optional<String> manifest(CaseId id) {
        return db.select(CASE_MANIFEST.SHA256)
                .from(CASE_MANIFEST)
                .where(CASE_MANIFEST.CASE_ID.eq(id.value()))
                .fetchOptional(CASE_MANIFEST.SHA256);
    }

    Optional<byte[]> picture(CaseId id, int number) {
        return db.select(CASE_PICTURE.PNG)
                .from(CASE_PICTURE)
                .where(CASE_PICTURE.CASE_ID.eq(id.value()), CASE_PICTURE.NUMBER.eq(number))
                .fetchOptional(CASE_PICTURE.PNG);
    }
}
