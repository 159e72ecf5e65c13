package org.tessera.room;

import static org.tessera.db.Tables.ROOM;
import static org.tessera.db.Tables.ROOM_PERSON;
import static org.tessera.db.Tables.ROOM_PRESENCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;

/** Keeps who came and went in meetings. */
@Repository
class PresenceStore {

    private final DSLContext db;

    /** The one whose stays are kept; empty where there is only one. */
    private final String node;

    PresenceStore(DSLContext db, Announcements announcements) {
        this.db = db;
        this.node = announcements.node();
    }

    /** {@code member} is there from now on. */
    void came(RoomId room, MemberId member, Instant at) {
        db.insertInto(ROOM_PRESENCE)
                .set(ROOM_PRESENCE.ROOM_ID, room.value())
                .set(ROOM_PRESENCE.MEMBER_ID, member.value())
                .set(ROOM_PRESENCE.FROM_AT, at)
                .set(ROOM_PRESENCE.NODE, node)
                .execute();
    }

    /** {@code member} is there no more. */
    void went(RoomId room, MemberId member, Instant at) {
        db.update(ROOM_PRESENCE)
                .set(ROOM_PRESENCE.UNTIL_AT, at)
                .where(ROOM_PRESENCE.ROOM_ID.eq(room.value()))
                .and(ROOM_PRESENCE.MEMBER_ID.eq(member.value()))
                .and(ROOM_PRESENCE.NODE.eq(node))
                .and(ROOM_PRESENCE.UNTIL_AT.isNull())
                .execute();
    }

    /** Ends what a server that died has left open: nobody was seen after {@code at}, nor is an end before its beginning. */
    void endLeft(RoomId room, Instant at) {
        end(ROOM_PRESENCE.ROOM_ID.eq(room.value()).and(left()), at);
    }

    /** The same of all that another node has left open. */
    void endAllOf(String other, Instant at) {
        end(ROOM_PRESENCE.NODE.eq(other), at);
    }

    private void end(Condition which, Instant at) {
        db.update(ROOM_PRESENCE)
                .set(ROOM_PRESENCE.UNTIL_AT, DSL.greatest(ROOM_PRESENCE.FROM_AT, DSL.val(at, ROOM_PRESENCE.FROM_AT)))
                .where(which)
                .and(ROOM_PRESENCE.UNTIL_AT.isNull())
                .execute();
    }

    /** This node’s own, and of the time when there was only one. */
    private Condition left() {
        return ROOM_PRESENCE.NODE.in("", node);
    }

    /** Whether anything was left open in a room. */
    boolean isLeft(RoomId room) {
        return db.fetchExists(
                ROOM_PRESENCE,
                ROOM_PRESENCE.ROOM_ID.eq(room.value()).and(left()).and(ROOM_PRESENCE.UNTIL_AT.isNull()));
    }

    List<MeetingStays> of(PersonId person) {
        Map<UUID, List<Stay>> stays = stays(person);
        Collection<UUID> there = stays.keySet();
        return db.select(
                        ROOM.ID,
                        ROOM.TEAM_ID,
                        ROOM.TITLE,
                        ROOM.PACK_ID,
                        ROOM.PACK_VERSION,
                        ROOM.STARTED_AT,
                        ROOM.CLOSED_AT)
                .from(ROOM)
                .where(ROOM.ID.in(there).and(ROOM.STARTED_AT.isNotNull()))
                .orderBy(ROOM.STARTED_AT.desc(), ROOM.ID)
                .fetch(row -> new MeetingStays(
                        new RoomId(row.value1()),
                        new TeamId(row.value2()),
                        row.value3(),
                        new PackRef(row.value4(), row.value5()),
                        row.value6(),
                        Optional.ofNullable(row.value7()),
                        stays.getOrDefault(row.value1(), List.of())));
    }

    private Map<UUID, List<Stay>> stays(PersonId person) {
        Map<UUID, List<Stay>> stays = new HashMap<>();
        db.select(ROOM_PRESENCE.ROOM_ID, ROOM_PRESENCE.FROM_AT, ROOM_PRESENCE.UNTIL_AT)
                .from(ROOM_PRESENCE)
                .join(ROOM_PERSON)
                .on(ROOM_PERSON
                        .ROOM_ID
                        .eq(ROOM_PRESENCE.ROOM_ID)
                        .and(ROOM_PERSON.MEMBER_ID.eq(ROOM_PRESENCE.MEMBER_ID)))
                .where(ROOM_PERSON.PERSON_ID.eq(person.value()))
                .orderBy(ROOM_PRESENCE.FROM_AT, ROOM_PRESENCE.ID)
                .forEach(row -> stays.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(new Stay(row.value2(), Optional.ofNullable(row.value3()))));
        return stays;
    }
}
