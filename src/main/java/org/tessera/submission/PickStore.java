package org.tessera.submission;

import static org.tessera.db.Tables.PICK;
import static org.tessera.db.Tables.PICK_EVIDENCE;
import static org.tessera.db.Tables.PICK_SHEET;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** Sheets of picks in their tables. */
@Repository
class PickStore {

    private final DSLContext db;

    PickStore(DSLContext db) {
        this.db = db;
    }

    Optional<PickSheet> find(PersonId earner) {
        return db.selectFrom(PICK_SHEET)
                .where(PICK_SHEET.EARNER_ID.eq(earner))
                .fetchOptional(row -> new PickSheet(
                        earner,
                        Optional.ofNullable(row.get(PICK_SHEET.COACH_ID)),
                        row.get(PICK_SHEET.NOTES),
                        credentials(earner),
                        planned(earner),
                        row.get(PICK_SHEET.VERSION)));
    }

    List<PersonId> coachedBy(PersonId coach) {
        return db.select(PICK_SHEET.EARNER_ID)
                .from(PICK_SHEET)
                .where(PICK_SHEET.COACH_ID.eq(coach))
                .orderBy(PICK_SHEET.CHANGED_AT.desc())
                .fetch(PICK_SHEET.EARNER_ID);
    }

    /** Keeps a sheet; false if it is not in the version the writer saw. */
    boolean save(PickSheet sheet, PersonId by, Instant at) {
        if (!upsert(sheet, by, at)) {
            return false;
        }
        db.deleteFrom(PICK).where(PICK.EARNER_ID.eq(sheet.earner())).execute();
        db.deleteFrom(PICK_EVIDENCE)
                .where(PICK_EVIDENCE.EARNER_ID.eq(sheet.earner()))
                .execute();
        for (int place = 0; place < sheet.credentials().size(); place++) {
            db.insertInto(PICK)
                    .set(PICK.EARNER_ID, sheet.earner())
                    .set(PICK.CREDENTIAL_ID, sheet.credentials().get(place).value())
                    .set(PICK.PLACE, place)
                    .execute();
        }
        sheet.planned().forEach((row, words) -> db.insertInto(PICK_EVIDENCE)
                .set(PICK_EVIDENCE.EARNER_ID, sheet.earner())
                .set(PICK_EVIDENCE.CREDENTIAL_ID, row.credential().value())
                .set(PICK_EVIDENCE.CRITERION, row.criterion())
                .set(PICK_EVIDENCE.PLANNED, words)
                .execute());
        return true;
    }

    private boolean upsert(PickSheet sheet, PersonId by, Instant at) {
        if (sheet.version() == 0) {
            return db.insertInto(PICK_SHEET)
                            .set(PICK_SHEET.EARNER_ID, sheet.earner())
                            .set(PICK_SHEET.COACH_ID, sheet.coach().orElse(null))
                            .set(PICK_SHEET.NOTES, sheet.notes())
                            .set(PICK_SHEET.VERSION, 1)
                            .set(PICK_SHEET.CHANGED_BY, by)
                            .set(PICK_SHEET.CHANGED_AT, at)
                            .onDuplicateKeyIgnore()
                            .execute()
                    == 1;
        }
        return db.update(PICK_SHEET)
                        .set(PICK_SHEET.COACH_ID, sheet.coach().orElse(null))
                        .set(PICK_SHEET.NOTES, sheet.notes())
                        .set(PICK_SHEET.VERSION, sheet.version() + 1)
                        .set(PICK_SHEET.CHANGED_BY, by)
                        .set(PICK_SHEET.CHANGED_AT, at)
                        .where(PICK_SHEET.EARNER_ID.eq(sheet.earner()), PICK_SHEET.VERSION.eq(sheet.version()))
                        .execute()
                == 1;
    }

    private List<CredentialId> credentials(PersonId earner) {
        return db.select(PICK.CREDENTIAL_ID)
                .from(PICK)
                .where(PICK.EARNER_ID.eq(earner))
                .orderBy(PICK.PLACE)
                .fetch(row -> new CredentialId(row.value1()));
    }

    private Map<PickSheet.Row, String> planned(PersonId earner) {
        return db
                .select(PICK_EVIDENCE.CREDENTIAL_ID, PICK_EVIDENCE.CRITERION, PICK_EVIDENCE.PLANNED)
                .from(PICK_EVIDENCE)
                .where(PICK_EVIDENCE.EARNER_ID.eq(earner))
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> new PickSheet.Row(new CredentialId(row.value1()), row.value2()), row -> row.value3()));
    }
}
