package org.tessera.plan;

import static org.tessera.db.Tables.ACTION_ITEM;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** Action items in their table. */
@Repository
class ActionItemStore {

    private final DSLContext db;

    ActionItemStore(DSLContext db) {
        this.db = db;
    }

    void add(ActionItem item) {
        db.insertInto(ACTION_ITEM)
                .set(ACTION_ITEM.ID, item.id().value())
                .set(ACTION_ITEM.TEAM_ID, item.team().value())
                .set(ACTION_ITEM.WORDS, item.words())
                .set(ACTION_ITEM.OWNER_ID, item.owner().value())
                .set(ACTION_ITEM.DUE, item.due().orElse(null))
                .set(ACTION_ITEM.MADE_BY, item.madeBy().value())
                .set(ACTION_ITEM.MADE_AT, item.madeAt())
                .execute();
    }

    Optional<ActionItem> find(ActionItemId id) {
        return db.selectFrom(ACTION_ITEM).where(ACTION_ITEM.ID.eq(id.value())).fetchOptional(ActionItemStore::item);
    }

    /** A team's items: open ones first, by their date, then the latest done. */
    List<ActionItem> of(TeamId team) {
        return db.selectFrom(ACTION_ITEM)
                .where(ACTION_ITEM.TEAM_ID.eq(team.value()))
                .orderBy(
                        ACTION_ITEM.DONE_AT.isNotNull(),
                        ACTION_ITEM.DONE_AT.desc(),
                        ACTION_ITEM.DUE.isNull(),
                        ACTION_ITEM.DUE,
                        ACTION_ITEM.MADE_AT,
                        ACTION_ITEM.ID)
                .fetch(ActionItemStore::item);
    }

    void setDone(ActionItemId id, @Nullable Instant at) {
        db.update(ACTION_ITEM)
                .set(ACTION_ITEM.DONE_AT, at)
                .where(ACTION_ITEM.ID.eq(id.value()))
                .execute();
    }

    private static ActionItem item(Record row) {
        return new ActionItem(
                new ActionItemId(row.get(ACTION_ITEM.ID)),
                new TeamId(row.get(ACTION_ITEM.TEAM_ID)),
                row.get(ACTION_ITEM.WORDS),
                new PersonId(row.get(ACTION_ITEM.OWNER_ID)),
                Optional.ofNullable(row.get(ACTION_ITEM.DUE)),
                new PersonId(row.get(ACTION_ITEM.MADE_BY)),
                row.get(ACTION_ITEM.MADE_AT),
                Optional.ofNullable(row.get(ACTION_ITEM.DONE_AT)));
    }
}
