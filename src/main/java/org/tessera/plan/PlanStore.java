package org.tessera.plan;

import static org.tessera.db.Tables.TEAM_PLAN;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import tools.jackson.databind.json.JsonMapper;

/** Plans in their table. */
@Repository
class PlanStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;
    private final TransactionTemplate transactions;

    PlanStore(DSLContext db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    void add(Plan plan, PersonId by, Instant at) {
        db.insertInto(TEAM_PLAN)
                .set(TEAM_PLAN.ID, plan.id().value())
                .set(TEAM_PLAN.TEAM_ID, plan.team().value())
                .set(TEAM_PLAN.CONTENT, JSON.writeValueAsString(plan))
                .set(TEAM_PLAN.VERSION, plan.version())
                .set(TEAM_PLAN.MADE_BY, by.value())
                .set(TEAM_PLAN.MADE_AT, at)
                .set(TEAM_PLAN.CHANGED_BY, by.value())
                .set(TEAM_PLAN.CHANGED_AT, at)
                .execute();
    }

    Optional<Plan> find(PlanId id) {
        return db.selectFrom(TEAM_PLAN).where(TEAM_PLAN.ID.eq(id.value())).fetchOptional(PlanStore::plan);
    }

    /** A team's plans, the latest first. */
    List<Plan> of(TeamId team) {
        return db.selectFrom(TEAM_PLAN)
                .where(TEAM_PLAN.TEAM_ID.eq(team.value()))
                .orderBy(TEAM_PLAN.MADE_AT.desc(), TEAM_PLAN.ID)
                .fetch(PlanStore::plan);
    }

    /** Every team's plans. */
    List<Plan> all() {
        return db.selectFrom(TEAM_PLAN).orderBy(TEAM_PLAN.MADE_AT, TEAM_PLAN.ID).fetch(PlanStore::plan);
    }

    /** Works on a plan while nobody else does; nothing if there is none. */
    <A> Optional<A> change(PlanId id, Function<Plan, A> work) {
        return Objects.requireNonNull(transactions.execute(_ -> db.selectFrom(TEAM_PLAN)
                .where(TEAM_PLAN.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(PlanStore::plan)
                .map(work)));
    }

    /** Keeps a plan as it is now, as its next version; within {@link #change}. */
    Plan keep(Plan plan, PersonId by, Instant at) {
        Plan next = plan.numbered(plan.version() + 1);
        db.update(TEAM_PLAN)
                .set(TEAM_PLAN.CONTENT, JSON.writeValueAsString(next))
                .set(TEAM_PLAN.VERSION, next.version())
                .set(TEAM_PLAN.CHANGED_BY, by.value())
                .set(TEAM_PLAN.CHANGED_AT, at)
                .where(TEAM_PLAN.ID.eq(plan.id().value()))
                .execute();
        return next;
    }

    private static Plan plan(Record row) {
        return JSON.readValue(row.get(TEAM_PLAN.CONTENT), Plan.class);
    }
}
