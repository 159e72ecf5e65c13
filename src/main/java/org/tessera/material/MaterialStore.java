package org.tessera.material;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.tessera.db.Tables.MATERIAL;
import static org.tessera.db.Tables.MATERIAL_ORIGINAL;
import static org.tessera.db.Tables.MATERIAL_PAGE;
import static org.tessera.db.Tables.MATERIAL_REMOVAL;
import static org.tessera.db.Tables.STORED_FILE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.TeamId;
import org.tessera.db.tables.records.MaterialRecord;

/** Rows of materials and of the files their pages are in. */
@Repository
class MaterialStore {

    private final DSLContext db;

    MaterialStore(DSLContext db) {
        this.db = db;
    }

    /** Where a page's picture is. */
    record PageRow(Sha256 hash, int width, int height) {}

    void insert(Material material, PrivacyStatement statement, List<DrawnPage> pages) {
        db.insertInto(MATERIAL)
                .set(MATERIAL.ID, material.id())
                .set(MATERIAL.TEAM_ID, material.team())
                .set(MATERIAL.PERSON_ID, material.by())
                .set(MATERIAL.TITLE, material.title())
                .set(MATERIAL.KIND, material.kind().name())
                .set(MATERIAL.PAGES, material.pages())
                .set(MATERIAL.BYTES, pages.stream().mapToLong(DrawnPage::bytes).sum())
                .set(MATERIAL.STATEMENT, statement.name())
                .set(MATERIAL.BROUGHT_AT, material.at())
                .execute();
        int ordinal = 0;
        for (DrawnPage page : pages) {
            ordinal++;
            db.insertInto(MATERIAL_PAGE)
                    .set(MATERIAL_PAGE.MATERIAL_ID, material.id())
                    .set(MATERIAL_PAGE.ORDINAL, ordinal)
                    .set(MATERIAL_PAGE.FILE_SHA256, page.hash().hex())
                    .set(MATERIAL_PAGE.WIDTH, page.width())
                    .set(MATERIAL_PAGE.HEIGHT, page.height())
                    .execute();
        }
    }

    void rename(MaterialId id, String title) {
        db.update(MATERIAL).set(MATERIAL.TITLE, title).where(MATERIAL.ID.eq(id)).execute();
    }

    Optional<Material> find(MaterialId id) {
        return db.selectFrom(MATERIAL).where(MATERIAL.ID.eq(id)).fetchOptional(MaterialStore::material);
    }

    /** A team's materials, the newest first. */
    List<Material> of(TeamId team) {
        return db.selectFrom(MATERIAL)
                .where(MATERIAL.TEAM_ID.eq(team))
                .orderBy(MATERIAL.BROUGHT_AT.desc(), MATERIAL.ID)
                .fetch(MaterialStore::material);
    }

    Optional<PageRow> page(MaterialId id, int ordinal) {
        return db.select(MATERIAL_PAGE.FILE_SHA256, MATERIAL_PAGE.WIDTH, MATERIAL_PAGE.HEIGHT)
                .from(MATERIAL_PAGE)
                .where(MATERIAL_PAGE.MATERIAL_ID.eq(id).and(MATERIAL_PAGE.ORDINAL.eq(ordinal)))
                .fetchOptional(row -> new PageRow(new Sha256(row.value1()), row.value2(), row.value3()));
    }

    /** Where a page's original is, if one is kept apart. */
    Optional<PageRow> original(MaterialId id, int ordinal) {
        return db.select(MATERIAL_ORIGINAL.FILE_SHA256, MATERIAL_ORIGINAL.WIDTH, MATERIAL_ORIGINAL.HEIGHT)
                .from(MATERIAL_ORIGINAL)
                .where(MATERIAL_ORIGINAL.MATERIAL_ID.eq(id).and(MATERIAL_ORIGINAL.ORDINAL.eq(ordinal)))
                .fetchOptional(row -> new PageRow(new Sha256(row.value1()), row.value2(), row.value3()));
    }

    /** The originals kept apart, by page. */
    SortedMap<Integer, Sha256> originals(MaterialId id) {
        return new TreeMap<>(db.select(MATERIAL_ORIGINAL.ORDINAL, MATERIAL_ORIGINAL.FILE_SHA256)
                .from(MATERIAL_ORIGINAL)
                .where(MATERIAL_ORIGINAL.MATERIAL_ID.eq(id))
                .fetchMap(row -> row.value1(), row -> new Sha256(row.value2())));
    }

    /** Puts another picture in a page's place and keeps the first one it ever had apart; answers the one nobody needs. */
    Optional<Sha256> replacePage(MaterialId id, int ordinal, DrawnPage page) {
        PageRow old = page(id, ordinal).orElseThrow();
        int kept = db.insertInto(MATERIAL_ORIGINAL)
                .set(MATERIAL_ORIGINAL.MATERIAL_ID, id)
                .set(MATERIAL_ORIGINAL.ORDINAL, ordinal)
                .set(MATERIAL_ORIGINAL.FILE_SHA256, old.hash().hex())
                .set(MATERIAL_ORIGINAL.WIDTH, old.width())
                .set(MATERIAL_ORIGINAL.HEIGHT, old.height())
                .onDuplicateKeyIgnore()
                .execute();
        db.update(MATERIAL_PAGE)
                .set(MATERIAL_PAGE.FILE_SHA256, page.hash().hex())
                .where(MATERIAL_PAGE.MATERIAL_ID.eq(id).and(MATERIAL_PAGE.ORDINAL.eq(ordinal)))
                .execute();
        return kept == 1 ? Optional.empty() : Optional.of(old.hash());
    }

    void deleteOriginals(MaterialId id) {
        db.deleteFrom(MATERIAL_ORIGINAL)
                .where(MATERIAL_ORIGINAL.MATERIAL_ID.eq(id))
                .execute();
    }

    void keepOriginalsUntil(MaterialId id, Instant until) {
        db.update(MATERIAL_ORIGINAL)
                .set(MATERIAL_ORIGINAL.DELETE_AT, until)
                .where(MATERIAL_ORIGINAL.MATERIAL_ID.eq(id))
                .execute();
    }

    List<MaterialId> originalsDue(Instant now) {
        return db.selectDistinct(MATERIAL_ORIGINAL.MATERIAL_ID)
                .from(MATERIAL_ORIGINAL)
                .where(MATERIAL_ORIGINAL.DELETE_AT.le(now))
                .fetch(row -> row.value1());
    }

    /** How many bytes all pages of a team take. */
    long bytesOf(TeamId team) {
        return db.select(coalesce(sum(MATERIAL.BYTES), BigDecimal.ZERO))
                .from(MATERIAL)
                .where(MATERIAL.TEAM_ID.eq(team))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /** Deletes a material and its pages and notes that there was one; answers the files it was in. */
    Set<Sha256> delete(Material material, Instant at) {
        Set<Sha256> files = db.selectDistinct(MATERIAL_PAGE.FILE_SHA256)
                .from(MATERIAL_PAGE)
                .where(MATERIAL_PAGE.MATERIAL_ID.eq(material.id()))
                .fetchSet(row -> new Sha256(row.value1()));
        files.addAll(originals(material.id()).values());
        int deleted =
                db.deleteFrom(MATERIAL).where(MATERIAL.ID.eq(material.id())).execute();
        if (deleted == 1) {
            db.insertInto(MATERIAL_REMOVAL)
                    .set(MATERIAL_REMOVAL.MATERIAL_ID, material.id())
                    .set(MATERIAL_REMOVAL.TEAM_ID, material.team())
                    .set(MATERIAL_REMOVAL.KIND, material.kind().name())
                    .set(MATERIAL_REMOVAL.BROUGHT_AT, material.at())
                    .set(MATERIAL_REMOVAL.REMOVED_AT, at)
                    .execute();
        }
        return files;
    }

    /** When a material was removed, if it was. */
    Optional<Instant> removedAt(MaterialId id) {
        return db.select(MATERIAL_REMOVAL.REMOVED_AT)
                .from(MATERIAL_REMOVAL)
                .where(MATERIAL_REMOVAL.MATERIAL_ID.eq(id))
                .fetchOptional(row -> row.value1());
    }

    /** Makes sure a file has its row and holds the row's lock until the transaction ends. */
    void lockFile(Sha256 hash) {
        db.insertInto(STORED_FILE)
                .set(STORED_FILE.SHA256, hash.hex())
                .onDuplicateKeyUpdate()
                .set(STORED_FILE.SHA256, STORED_FILE.SHA256)
                .execute();
    }

    /** Deletes a file's row unless a page is in it; answers whether it did. */
    boolean deleteFileIfUnused(Sha256 hash) {
        return db.deleteFrom(STORED_FILE)
                        .where(STORED_FILE.SHA256.eq(hash.hex()).and(isUnused()))
                        .execute()
                == 1;
    }

    /** Files with a row that no page is in: left by something that died on the way. */
    List<Sha256> unusedFiles() {
        return db.select(STORED_FILE.SHA256).from(STORED_FILE).where(isUnused()).fetch(row -> new Sha256(row.value1()));
    }

    private static Condition isUnused() {
        return notExists(selectOne().from(MATERIAL_PAGE).where(MATERIAL_PAGE.FILE_SHA256.eq(STORED_FILE.SHA256)))
                .and(notExists(selectOne()
                        .from(MATERIAL_ORIGINAL)
                        .where(MATERIAL_ORIGINAL.FILE_SHA256.eq(STORED_FILE.SHA256))));
    }

    private static Material material(MaterialRecord row) {
        return new Material(
                row.getId(),
                row.getTeamId(),
                row.getPersonId(),
                row.getTitle(),
                MaterialKind.valueOf(row.getKind()),
                row.getPages(),
                row.getBroughtAt());
    }
}
