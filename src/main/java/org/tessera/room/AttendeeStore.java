package org.tessera.room;

import static org.tessera.db.Tables.ROOM;
import static org.tessera.db.Tables.ROOM_COMMAND;
import static org.tessera.db.Tables.ROOM_ENTITY;
import static org.tessera.db.Tables.ROOM_PERSON;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;

/** Reads who was there from what people did in a room and from its own attendance. */
@Repository
class AttendeeStore {

    private final DSLContext db;

    AttendeeStore(DSLContext db) {
        this.db = db;
    }

    Map<RoomId, Set<PersonId>> of(Collection<RoomId> rooms) {
        List<UUID> ids = rooms.stream().map(RoomId::value).toList();
        Map<RoomId, Set<PersonId>> present = new HashMap<>();
        db.select(ROOM.ID)
                .from(ROOM)
                .where(ROOM.ID.in(ids))
                .forEach(row -> present.put(new RoomId(row.value1()), new HashSet<>()));
        db.selectDistinct(ROOM_PERSON.ROOM_ID, ROOM_PERSON.PERSON_ID)
                .from(ROOM_PERSON)
                .join(ROOM_COMMAND)
                .on(ROOM_COMMAND.ROOM_ID.eq(ROOM_PERSON.ROOM_ID).and(ROOM_COMMAND.MEMBER_ID.eq(ROOM_PERSON.MEMBER_ID)))
                .where(ROOM_PERSON.ROOM_ID.in(ids))
                .forEach(row -> add(present, row.value1(), row.value2()));
        addThoseWhoSat(present, ids);
        return present;
    }

    /** Whose pseudonym is whose. */
    Map<MemberId, PersonId> peopleOf(RoomId room) {
        return db.select(ROOM_PERSON.MEMBER_ID, ROOM_PERSON.PERSON_ID)
                .from(ROOM_PERSON)
                .where(ROOM_PERSON.ROOM_ID.eq(room.value()))
                .fetchMap(row -> new MemberId(row.value1()), row -> new PersonId(row.value2()));
    }

    /** Who sits at a shared device may never touch it, and was there when a step began. */
    private void addThoseWhoSat(Map<RoomId, Set<PersonId>> present, List<UUID> ids) {
        Map<UUID, Set<UUID>> sat = new HashMap<>();
        db.select(ROOM_ENTITY.ROOM_ID, ROOM_ENTITY.BODY)
                .from(ROOM_ENTITY)
                .where(ROOM_ENTITY.ROOM_ID.in(ids).and(ROOM_ENTITY.SHELF.eq(Shelf.ATTENDANCE.word())))
                .forEach(row -> sat.put(
                        row.value1(),
                        RoomJson.read(row.value2().data(), Entity.Attendance.class).people().stream()
                                .map(MemberId::value)
                                .collect(Collectors.toSet())));
        db.select(ROOM_PERSON.ROOM_ID, ROOM_PERSON.MEMBER_ID, ROOM_PERSON.PERSON_ID)
                .from(ROOM_PERSON)
                .where(ROOM_PERSON.ROOM_ID.in(sat.keySet()))
                .forEach(row -> {
                    if (sat.getOrDefault(row.value1(), Set.of()).contains(row.value2())) {
                        add(present, row.value1(), row.value3());
                    }
                });
    }

    private static void add(Map<RoomId, Set<PersonId>> present, UUID room, UUID person) {
        present.computeIfAbsent(new RoomId(room), id -> new HashSet<>()).add(new PersonId(person));
    }
}
