package org.tessera.room;

import static org.tessera.db.Tables.ROOM;
import static org.tessera.db.Tables.ROOM_ENTITY;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.tessera.account.TeamId;
import org.tessera.protocol.Text;
import tools.jackson.core.type.TypeReference;

/** What a team's closed rooms tell of its norms. It is read from the rooms themselves, so it can never differ from them. */
@Repository
class TeamNormStore {

    private static final TypeReference<List<Text>> TEXTS = new TypeReference<>() {};
    private static final int LATEST = 12;

    private final DSLContext db;

    TeamNormStore(DSLContext db) {
        this.db = db;
    }

    /** The norms of the latest closed room in which the team took up norms of its own. */
    Optional<List<Text>> norms(TeamId team) {
        return db.select(ROOM.NORMS)
                .from(ROOM)
                .where(ROOM.TEAM_ID
                        .eq(team.value())
                        .and(ROOM.STATUS.eq(Entity.Status.CLOSED.name()))
                        .and(DSL.exists(DSL.selectOne()
                                .from(ROOM_ENTITY)
                                .where(ROOM_ENTITY.ROOM_ID.eq(ROOM.ID).and(ROOM_ENTITY.SHELF.eq(Shelf.NORMS.word()))))))
                .orderBy(ROOM.CLOSED_AT.desc(), ROOM.ID)
                .limit(1)
                .fetchOptional(row -> RoomJson.read(row.value1().data(), TEXTS));
    }

    /** The norm checks of the team's closed rooms, the latest first. */
    List<NormTrend> trend(TeamId team) {
        return db
                .select(ROOM.ID, ROOM.TITLE, ROOM.CLOSED_AT, ROOM_ENTITY.BODY)
                .from(ROOM_ENTITY)
                .join(ROOM)
                .on(ROOM.ID.eq(ROOM_ENTITY.ROOM_ID))
                .where(ROOM.TEAM_ID
                        .eq(team.value())
                        .and(ROOM.STATUS.eq(Entity.Status.CLOSED.name()))
                        .and(ROOM_ENTITY.SHELF.eq(Shelf.DEBRIEFS.word())))
                .orderBy(ROOM.CLOSED_AT.desc(), ROOM.ID)
                .limit(LATEST)
                .fetch(row -> {
                    JSON body = row.value4();
                    Entity.Debrief debrief = RoomJson.read(body.data(), Entity.Debrief.class);
                    return new NormTrend(
                            new RoomId(row.value1()),
                            row.value2(),
                            row.value3(),
                            debrief.norms(),
                            words(debrief.kept()),
                            debrief.hard(),
                            debrief.voters());
                })
                .stream()
                .filter(check -> check.voters() > 0)
                .toList();
    }

    private static Map<String, Integer> words(Map<Entity.Kept, Integer> kept) {
        return kept.entrySet().stream()
                .collect(Collectors.toMap(
                        answer -> answer.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
