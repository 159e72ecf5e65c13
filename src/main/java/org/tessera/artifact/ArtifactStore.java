package org.tessera.artifact;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.tessera.db.Tables.ARTIFACT;
import static org.tessera.db.Tables.ARTIFACT_PERSON;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Contributor;
import org.tessera.room.RoomId;
import org.tessera.room.Yielded;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Artifacts in their tables. There is no way to change one, neither here nor in the database. */
@Repository
class ArtifactStore {

    private static final JsonMapper JSON_TEXT = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

    private final DSLContext db;

    ArtifactStore(DSLContext db) {
        this.db = db;
    }

    void insert(Yielded yielded) {
        ArtifactId id = new ArtifactId(yielded.artifact());
        int before = db.fetchCount(
                ARTIFACT, ARTIFACT.ROOM_ID.eq(yielded.room()).and(ARTIFACT.YIELD_ID.eq(yielded.yieldId())));
        db.insertInto(ARTIFACT)
                .set(ARTIFACT.ID, id)
                .set(ARTIFACT.ROOM_ID, yielded.room())
                .set(ARTIFACT.TEAM_ID, yielded.team())
                .set(ARTIFACT.ROOM_TITLE, yielded.roomTitle())
                .set(ARTIFACT.PHASE, yielded.phase())
                .set(ARTIFACT.YIELD_ID, yielded.yieldId())
                .set(ARTIFACT.VERSION, before + 1)
                .set(
                        ARTIFACT.NAME,
                        JSON.valueOf(JSON_TEXT.writeValueAsString(yielded.name().byLanguage())))
                .set(ARTIFACT.PACK_ID, yielded.pack().id())
                .set(ARTIFACT.PACK_VERSION, yielded.pack().version())
                .set(ARTIFACT.ASPECT, yielded.aspect())
                .set(ARTIFACT.FROM_SEQ, yielded.fromSeq())
                .set(ARTIFACT.TO_SEQ, yielded.toSeq())
                .set(ARTIFACT.PLANNED_MINUTES, yielded.plannedMinutes())
                .set(ARTIFACT.ACTUAL_SECONDS, Math.toIntExact(yielded.actual().toSeconds()))
                .set(ARTIFACT.CONTENT, yielded.content())
                .set(ARTIFACT.SHA256, HexFormat.of().parseHex(yielded.sha256()))
                .set(ARTIFACT.MADE_AT, yielded.at())
                .execute();
        for (Contributor person : yielded.people()) {
            db.insertInto(ARTIFACT_PERSON)
                    .set(ARTIFACT_PERSON.ARTIFACT_ID, id)
                    .set(ARTIFACT_PERSON.PERSON_ID, person.person())
                    .set(ARTIFACT_PERSON.IS_GUEST, person.guest())
                    .set(ARTIFACT_PERSON.ROLE, person.role().word())
                    .set(
                            ARTIFACT_PERSON.FACILITATED_SECONDS,
                            Math.toIntExact(person.facilitated().toSeconds()))
                    .execute();
        }
    }

    /** The artifact with this id, if {@code reader} belongs to one of {@code teams} that made it or was in its room. */
    Optional<Artifact> find(ArtifactId id, PersonId reader, Collection<TeamId> teams) {
        return fetch(ARTIFACT.ID.eq(id).and(readable(reader, teams))).stream().findFirst();
    }

    List<Artifact> readableBy(PersonId reader, Collection<TeamId> teams) {
        return fetch(readable(reader, teams));
    }

    List<Artifact> ofTeam(TeamId team) {
        return fetch(ARTIFACT.TEAM_ID.eq(team));
    }

    List<Artifact> ofRoom(RoomId room) {
        return fetch(ARTIFACT.ROOM_ID.eq(room));
    }

    Optional<String> content(ArtifactId id) {
        return db.select(ARTIFACT.CONTENT)
                .from(ARTIFACT)
                .where(ARTIFACT.ID.eq(id))
                .fetchOptional(ARTIFACT.CONTENT);
    }

    List<String> contents(RoomId room) {
        return db.select(ARTIFACT.CONTENT)
                .from(ARTIFACT)
                .where(ARTIFACT.ROOM_ID.eq(room))
                .orderBy(ARTIFACT.MADE_AT.desc(), ARTIFACT.TO_SEQ.desc())
                .fetch(ARTIFACT.CONTENT);
    }

    /** How long each person held the facilitator's role in each room, as far as its artifacts know. */
    Map<RoomId, Map<PersonId, Duration>> facilitation(Collection<RoomId> rooms) {
        Map<RoomId, Map<PersonId, Duration>> byRoom = new HashMap<>();
        db.select(ARTIFACT.ROOM_ID, ARTIFACT_PERSON.PERSON_ID, max(ARTIFACT_PERSON.FACILITATED_SECONDS))
                .from(ARTIFACT_PERSON)
                .join(ARTIFACT)
                .on(ARTIFACT.ID.eq(ARTIFACT_PERSON.ARTIFACT_ID))
                .where(ARTIFACT.ROOM_ID.in(rooms))
                .groupBy(ARTIFACT.ROOM_ID, ARTIFACT_PERSON.PERSON_ID)
                .forEach(row -> byRoom.computeIfAbsent(row.value1(), room -> new HashMap<>())
                        .put(row.value2(), Duration.ofSeconds(row.value3())));
        return byRoom;
    }

    private static Condition readable(PersonId reader, Collection<TeamId> teams) {
        var own = ARTIFACT.as("own");
        var beside = ARTIFACT.as("beside");
        // joined by an OR, the two would be looked for in every artifact there is
        var readable = select(ARTIFACT.ID)
                .from(ARTIFACT)
                .where(ARTIFACT.TEAM_ID.in(teams))
                .union(select(beside.ID)
                        .from(ARTIFACT_PERSON)
                        .join(own)
                        .on(own.ID.eq(ARTIFACT_PERSON.ARTIFACT_ID))
                        .join(beside)
                        .on(beside.ROOM_ID.eq(own.ROOM_ID))
                        .where(ARTIFACT_PERSON.PERSON_ID.eq(reader)))
                .asTable("readable");
        return ARTIFACT.ID.in(select(readable.field(ARTIFACT.ID)).from(readable));
    }

    private List<Artifact> fetch(Condition condition) {
        List<? extends Record> rows = db.select(
                        ARTIFACT.ID,
                        ARTIFACT.ROOM_ID,
                        ARTIFACT.TEAM_ID,
                        ARTIFACT.ROOM_TITLE,
                        ARTIFACT.PHASE,
                        ARTIFACT.YIELD_ID,
                        ARTIFACT.VERSION,
                        ARTIFACT.NAME,
                        ARTIFACT.PACK_ID,
                        ARTIFACT.PACK_VERSION,
                        ARTIFACT.ASPECT,
                        ARTIFACT.FROM_SEQ,
                        ARTIFACT.TO_SEQ,
                        ARTIFACT.PLANNED_MINUTES,
                        ARTIFACT.ACTUAL_SECONDS,
                        ARTIFACT.SHA256,
                        ARTIFACT.MADE_AT)
                .from(ARTIFACT)
                .where(condition)
                .orderBy(ARTIFACT.MADE_AT.desc(), ARTIFACT.TO_SEQ.desc(), ARTIFACT.ID)
                .fetch();
        Map<ArtifactId, List<Participant>> people =
                people(rows.stream().map(row -> row.get(ARTIFACT.ID)).toList());
        return rows.stream()
                .map(row -> artifact(row, people.getOrDefault(row.get(ARTIFACT.ID), List.of())))
                .toList();
    }

    private Map<ArtifactId, List<Participant>> people(Collection<ArtifactId> artifacts) {
        return db.selectFrom(ARTIFACT_PERSON)
                .where(ARTIFACT_PERSON.ARTIFACT_ID.in(artifacts))
                .orderBy(ARTIFACT_PERSON.ROLE, ARTIFACT_PERSON.PERSON_ID)
                .fetchGroups(
                        ARTIFACT_PERSON.ARTIFACT_ID,
                        row -> new Participant(
                                row.getPersonId(),
                                row.getIsGuest(),
                                Role.of(row.getRole()),
                                Duration.ofSeconds(row.getFacilitatedSeconds())));
    }

    private static Artifact artifact(Record row, List<Participant> people) {
        return new Artifact(
                row.get(ARTIFACT.ID),
                row.get(ARTIFACT.ROOM_ID),
                row.get(ARTIFACT.TEAM_ID),
                row.get(ARTIFACT.ROOM_TITLE),
                row.get(ARTIFACT.PHASE),
                row.get(ARTIFACT.YIELD_ID),
                row.get(ARTIFACT.VERSION),
                new Text(JSON_TEXT.readValue(row.get(ARTIFACT.NAME).data(), BY_LANGUAGE)),
                new PackRef(row.get(ARTIFACT.PACK_ID), row.get(ARTIFACT.PACK_VERSION)),
                row.get(ARTIFACT.ASPECT),
                row.get(ARTIFACT.FROM_SEQ),
                row.get(ARTIFACT.TO_SEQ),
                row.get(ARTIFACT.PLANNED_MINUTES),
                Duration.ofSeconds(row.get(ARTIFACT.ACTUAL_SECONDS)),
                people,
                HexFormat.of().formatHex(row.get(ARTIFACT.SHA256)),
                row.get(ARTIFACT.MADE_AT));
    }
}
