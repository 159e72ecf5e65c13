package org.tessera.nodes;

import static org.tessera.db.Tables.NODE;
import static org.tessera.db.Tables.NODE_ROOM;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;
import org.tessera.room.MemberId;
import org.tessera.room.RoomId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The nodes that run, and who is in which room over them. Times are the database's: clocks of machines differ. */
@Repository
@Profile("cluster")
class NodeStore {

    /** A node that was not seen for so long is dead. Longer than a database may take to come back. */
    static final Duration DEAD = Duration.ofSeconds(15);

    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Set<UUID>>> LINES = new TypeReference<>() {};

    private final DSLContext db;

    NodeStore(DSLContext db) {
        this.db = db;
    }

    /** A node that has died, and when it was last seen. */
    record Dead(String node, Instant seen) {}

    private static Field<Instant> now() {
        return DSL.field("utc_timestamp(6)", NODE.SEEN_AT.getDataType());
    }

    private static Field<Instant> lately() {
        return DSL.field(
                "utc_timestamp(6) - interval {0} second", NODE.SEEN_AT.getDataType(), DSL.inline(DEAD.toSeconds()));
    }

    /** {@code node} lives; true if others did not know that, or thought it dead. */
    boolean lives(String node) {
        if (db.update(NODE).set(NODE.SEEN_AT, now()).where(NODE.ID.eq(node)).execute() > 0) {
            return false;
        }
        db.insertInto(NODE).set(NODE.ID, node).set(NODE.SEEN_AT, now()).execute();
        return true;
    }

    List<Dead> dead() {
        return db.selectFrom(NODE)
                .where(NODE.SEEN_AT.lt(lately()))
                .fetch(row -> new Dead(row.getId(), row.getSeenAt()));
    }

    /** {@code node} is no more. */
    void forget(String node) {
        db.deleteFrom(NODE_ROOM).where(NODE_ROOM.NODE_ID.eq(node)).execute();
        db.deleteFrom(NODE).where(NODE.ID.eq(node)).execute();
    }

    /** These people are in {@code room} over {@code node}. */
    void attend(String node, RoomId room, List<Set<MemberId>> lines) {
        if (lines.isEmpty()) {
            db.deleteFrom(NODE_ROOM)
                    .where(NODE_ROOM.ROOM_ID.eq(room.value()).and(NODE_ROOM.NODE_ID.eq(node)))
                    .execute();
            return;
        }
        List<List<UUID>> ids = lines.stream()
                .map(line -> line.stream().map(MemberId::value).toList())
                .toList();
        JSON json = JSON.json(JSON_MAPPER.writeValueAsString(ids));
        db.insertInto(NODE_ROOM)
                .set(NODE_ROOM.ROOM_ID, room.value())
                .set(NODE_ROOM.NODE_ID, node)
                .set(NODE_ROOM.PRESENT, json)
                .onDuplicateKeyUpdate()
                .set(NODE_ROOM.PRESENT, json)
                .execute();
    }

    /** Who is in these rooms over living nodes other than {@code node}. */
    Map<RoomId, List<Set<MemberId>>> present(String node, Collection<RoomId> rooms) {
        Map<RoomId, List<Set<MemberId>>> present = new HashMap<>();
        db.select(NODE_ROOM.ROOM_ID, NODE_ROOM.PRESENT)
                .from(NODE_ROOM)
                .join(NODE)
                .on(NODE.ID.eq(NODE_ROOM.NODE_ID))
                .where(NODE_ROOM.ROOM_ID.in(rooms.stream().map(RoomId::value).toList()))
                .and(NODE_ROOM.NODE_ID.ne(node))
                .and(NODE.SEEN_AT.ge(lately()))
                .orderBy(NODE_ROOM.NODE_ID)
                .forEach(row ->
                        present.merge(new RoomId(row.value1()), lines(row.value2()), (one, other) -> Stream.concat(
                                        one.stream(), other.stream())
                                .toList()));
        return present;
    }

    private static List<Set<MemberId>> lines(JSON json) {
        return JSON_MAPPER.readValue(json.data(), LINES).stream()
                .map(line -> line.stream().map(MemberId::new).collect(Collectors.toUnmodifiableSet()))
                .toList();
    }
}
