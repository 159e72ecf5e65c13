package org.tessera.plan;

import static org.tessera.db.Tables.PLAN_SHEET;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import tools.jackson.databind.json.JsonMapper;

/** Sheets in their table. */
@Repository
class PlanSheetStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;

    PlanSheetStore(DSLContext db) {
        this.db = db;
    }

    Optional<PlanSheet> find(TeamId team, PersonId person) {
        return db.select(PLAN_SHEET.CONTENT)
                .from(PLAN_SHEET)
                .where(PLAN_SHEET.TEAM_ID.eq(team.value()), PLAN_SHEET.PERSON_ID.eq(person.value()))
                .fetchOptional(row -> JSON.readValue(row.value1(), PlanSheet.class));
    }

    void keep(TeamId team, PersonId person, PlanSheet sheet, Instant at) {
        String content = JSON.writeValueAsString(sheet);
        db.insertInto(PLAN_SHEET)
                .set(PLAN_SHEET.TEAM_ID, team.value())
                .set(PLAN_SHEET.PERSON_ID, person.value())
                .set(PLAN_SHEET.CONTENT, content)
                .set(PLAN_SHEET.SAVED_AT, at)
                .onDuplicateKeyUpdate()
                .set(PLAN_SHEET.CONTENT, content)
                .set(PLAN_SHEET.SAVED_AT, at)
                .execute();
    }

    void clear(TeamId team, PersonId person) {
        db.deleteFrom(PLAN_SHEET)
                .where(PLAN_SHEET.TEAM_ID.eq(team.value()), PLAN_SHEET.PERSON_ID.eq(person.value()))
                .execute();
    }
}
