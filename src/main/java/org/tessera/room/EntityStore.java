package org.tessera.room;

import static org.tessera.db.Tables.*;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.tessera.account.TeamId;
import org.tessera.db.tables.records.*;
import org.tessera.protocol.Action;
import org.tessera.protocol.NoteKind;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Role;
import org.tessera.protocol.Text;
import org.tessera.room.Entity.*;
import tools.jackson.core.type.TypeReference;

/** Entities as rows, and back. */
final class EntityStore {

    private final DSLContext db;

    private final ClaimStore claims;
    private final WriteStore writes;

    EntityStore(DSLContext db, ClaimStore claims, WriteStore writes) {
        this.db = db;
        this.claims = claims;
        this.writes = writes;
    }

    /** What brings the tables to where the changes lead. */
    List<Write> writes(RoomId room, List<Change> changes) {
        List<Write> all = new ArrayList<>();
        for (Change change : changes) {
            Entity is = change.is();
            if (is != null) {
                all.add(save(room.value(), is));
            } else if (change.was() != null) {
                all.add(writes.of(delete(room.value(), change.was())));
            }
        }
        return all;
    }

    private Write save(UUID room, Entity entity) {
        return switch (entity) {
            case Setting e -> saveSetting(room, e);
            case Member e -> upsert(row(room, e));
            case PhaseRun e -> upsert(row(room, e));
            case Note e when e.state() == Note.State.ANONYMOUS -> writes.of(claims.save(new RoomId(room), e));
            case Note e -> upsert(row(room, e));
            case Group e -> {
                NoteGroupRecord r = new NoteGroupRecord();
                r.setRoomId(room);
                r.setId(e.id());
                r.setName(e.name());
                r.setOrdinal(e.ordinal());
                r.setX(e.x());
                r.setY(e.y());
                r.setAmong(e.among().isEmpty() ? null : json(e.among()));
                yield upsert(r);
            }
            case Pair e -> {
                PairRecord r = new PairRecord();
                r.setRoomId(room);
                r.setId(e.id());
                r.setPeople(json(e.people()));
                r.setIsOver(e.over());
                yield upsert(r);
            }
            case Ballot e -> {
                BallotRecord r = new BallotRecord();
                r.setRoomId(room);
                r.setMemberId(e.by().value());
                r.setPhase(e.phase());
                r.setMarks(json(e.marks()));
                yield upsert(r);
            }
            case Tally e -> {
                TallyRecord r = new TallyRecord();
                r.setRoomId(room);
                r.setPhase(e.phase());
                r.setCounts(json(e.counts()));
                r.setVoters(e.voters());
                yield upsert(r);
            }
            case Statement e -> upsert(row(room, e));
            case Answer e -> {
                AnswerRecord r = new AnswerRecord();
                r.setRoomId(room);
                r.setMemberId(e.by().value());
                r.setItem(e.item());
                r.setAnswer(e.answer());
                yield upsert(r);
            }
            case Check e -> {
                CheckResultRecord r = new CheckResultRecord();
                r.setRoomId(room);
                r.setItem(e.item());
                r.setCounts(json(e.counts()));
                r.setIsPassed(e.passed());
                r.setVoters(e.voters());
                yield upsert(r);
            }
            case Goal e -> {
                GoalRecord r = new GoalRecord();
                r.setRoomId(room);
                r.setId(e.id());
                r.setText(e.text());
                r.setAuthor(e.by().value());
                r.setOrdinal(e.ordinal());
                yield upsert(r);
            }
            case Brought e -> {
                RoomMaterialRecord r = new RoomMaterialRecord();
                r.setRoomId(room);
                r.setMaterialId(e.material());
                r.setKind(e.kind());
                r.setTitle(e.title());
                r.setPages(e.pages());
                r.setIsLocked(e.locked());
                yield upsert(r);
            }
            case Left e -> {
                RoomArtifactRecord r = new RoomArtifactRecord();
                r.setRoomId(room);
                r.setArtifactId(e.artifact());
                r.setPhase(e.phase());
                r.setName(json(e.name()));
                r.setSha256(e.sha256());
                r.setAt(e.at());
                yield upsert(r);
            }
            case Agenda e -> upsert(whole(room, e));
            case Wish e -> upsert(whole(room, e));
            case Circle e -> upsert(whole(room, e));
            case Attendance e -> upsert(whole(room, e));
            case Turns e -> upsert(whole(room, e));
            case Voice e -> upsert(whole(room, e));
            case Item e -> upsert(whole(room, e));
            case Opinion e -> upsert(whole(room, e));
            case Consensus e -> upsert(whole(room, e));
            case Score e -> upsert(whole(room, e));
            case Grid e -> upsert(whole(room, e));
            case Settled e -> upsert(whole(room, e));
            case Wording e -> upsert(whole(room, e));
            case Ground e -> upsert(whole(room, e));
            case Norm e -> upsert(whole(room, e));
            case Flag e -> upsert(whole(room, e));
            case Lookback e -> upsert(whole(room, e));
            case Debrief e -> upsert(whole(room, e));
            case Pick e -> upsert(whole(room, e));
            case Leading e -> upsert(whole(room, e));
            case Readiness e -> upsert(whole(room, e));
            case Claim e -> writes.of(claims.save(new RoomId(room), e));
            case Extension e -> upsert(whole(room, e));
            case Link e -> upsert(whole(room, e));
            case Due e -> upsert(whole(room, e));
        };
    }

    /** An entity that is kept as it is, in the table all of its kind share. */
    private static RoomEntityRecord whole(UUID room, Entity entity) {
        RoomEntityRecord r = new RoomEntityRecord();
        r.setRoomId(room);
        r.setShelf(entity.ref().shelf().word());
        r.setId(entity.ref().id());
        r.setBody(json(entity));
        return r;
    }

    private Query deleteWhole(UUID room, Entity entity) {
        return delete(
                ROOM_ENTITY,
                ROOM_ENTITY
                        .ROOM_ID
                        .eq(room)
                        .and(ROOM_ENTITY.SHELF.eq(entity.ref().shelf().word()))
                        .and(ROOM_ENTITY.ID.eq(entity.ref().id())));
    }

    /** What stands on each shelf whose entities are kept whole. */
    private static Class<? extends Entity> kept(Shelf shelf) {
        return switch (shelf) {
            case AGENDA -> Agenda.class;
            case WISHES -> Wish.class;
            case CIRCLE -> Circle.class;
            case ATTENDANCE -> Attendance.class;
            case TURNS -> Turns.class;
            case VOICES -> Voice.class;
            case ITEMS -> Item.class;
            case OPINIONS -> Opinion.class;
            case CONSENSUS -> Consensus.class;
            case SCORES -> Score.class;
            case GRIDS -> Grid.class;
            case SETTLED -> Settled.class;
            case WORDINGS -> Wording.class;
            case GROUND -> Ground.class;
            case NORMS -> Norm.class;
            case FLAGS -> Flag.class;
            case LOOKBACKS -> Lookback.class;
            case DEBRIEFS -> Debrief.class;
            case PICKS -> Pick.class;
            case LEADING -> Leading.class;
            case READINESS -> Readiness.class;
            case EXTENSIONS -> Extension.class;
            case LINKS -> Link.class;
            case DUES -> Due.class;
            case CLAIMS,
                    ROOM,
                    PEOPLE,
                    PHASES,
                    NOTES,
                    GROUPS,
                    PAIRS,
                    BALLOTS,
                    TALLIES,
                    STATEMENTS,
                    ANSWERS,
                    CHECKS,
                    GOALS,
                    MATERIALS,
                    ARTIFACTS -> throw new IllegalStateException(shelf + " has a table of its own");
        };
    }

    private static Entity whole(RoomEntityRecord r) {
        Shelf shelf = Shelf.valueOf(r.getShelf().toUpperCase(Locale.ROOT));
        return RoomJson.read(r.getBody().data(), kept(shelf));
    }

    private Write upsert(TableRecord<?> row) {
        return writes.save(row);
    }

    /** The room's row is made when the room is prepared; it also holds what is no part of the meeting's state. */
    private Write saveSetting(UUID room, Setting e) {
        return writes.of(db.update(ROOM)
                .set(ROOM.TITLE, e.title())
                .set(ROOM.STATUS, e.status().name())
                .set(ROOM.MEETING_URL, e.meetingUrl().orElse(null))
                .set(ROOM.FOCUS_TEXT, e.focus().map(Focus::text).orElse(null))
                .set(ROOM.FOCUS_VERSION, e.focus().map(Focus::version).orElse(null))
                .set(ROOM.FOCUS_BY, e.focus().map(f -> f.by().value()).orElse(null))
                .set(ROOM.NORMS, json(e.norms()))
                .set(ROOM.PHASE, e.phase().orElse(null))
                .set(ROOM.STARTED_AT, e.startedAt().orElse(null))
                .set(ROOM.CLOSED_AT, e.closedAt().orElse(null))
                .set(ROOM.SCHEDULED_AT, e.scheduledAt().orElse(null))
                .set(ROOM.CANCEL_REASON, e.cancelReason().orElse(null))
                .where(ROOM.ID.eq(room)));
    }

    private static RoomMemberRecord row(UUID room, Member e) {
        RoomMemberRecord r = new RoomMemberRecord();
        r.setRoomId(room);
        r.setMemberId(e.id().value());
        r.setRole(e.role().name());
        r.setHomeRole(e.home().name());
        r.setIsGuest(e.guest());
        r.setHasAgreed(e.agreed());
        r.setIsReady(e.ready());
        r.setHandAt(e.hand().orElse(null));
        r.setFacilitatedMicros(micros(e.facilitated()));
        r.setFacilitatingSince(e.facilitatingSince().orElse(null));
        r.setOrdinal(e.ordinal());
        return r;
    }

    private static RoomPhaseRecord row(UUID room, PhaseRun e) {
        RoomPhaseRecord r = new RoomPhaseRecord();
        r.setRoomId(room);
        r.setPhase(e.id());
        r.setState(e.state().name());
        r.setPlannedSeconds((int) e.planned().toSeconds());
        r.setStartedAt(e.startedAt().orElse(null));
        r.setEndsAt(e.endsAt().orElse(null));
        r.setPausedAt(e.pausedAt().orElse(null));
        r.setPausedMicros(micros(e.paused()));
        r.setEndedAt(e.endedAt().orElse(null));
        r.setIsLocked(e.locked());
        r.setGrants(json(byId(e.grants())));
        r.setMayEndEarly(e.mayEndEarly());
        r.setRuns(e.runs());
        r.setFromSeq(e.from());
        r.setHolder(e.holder().map(MemberId::value).orElse(null));
        return r;
    }

    private static NoteRecord row(UUID room, Note e) {
        NoteRecord r = new NoteRecord();
        r.setRoomId(room);
        r.setId(e.id().value());
        r.setAuthor(e.by().value());
        r.setText(e.text());
        r.setKind(e.kind().name());
        r.setAnchorMaterial(e.anchor().map(Anchor::material).orElse(null));
        r.setAnchorPage(e.anchor().map(Anchor::page).orElse(null));
        r.setAnchorX(e.anchor().map(Anchor::x).orElse(null));
        r.setAnchorY(e.anchor().map(Anchor::y).orElse(null));
        r.setAnchorW(e.anchor().map(Anchor::w).orElse(null));
        r.setAnchorH(e.anchor().map(Anchor::h).orElse(null));
        r.setPhase(e.phase());
        r.setState(e.state().name());
        r.setX(e.x());
        r.setY(e.y());
        r.setGroupId(e.group().orElse(null));
        r.setTies(e.ties().equals(Ties.NONE) ? null : json(e.ties()));
        r.setOrdinal(e.ordinal());
        r.setIsLate(e.late());
        return r;
    }

    private static StatementRecord row(UUID room, Statement e) {
        StatementRecord r = new StatementRecord();
        r.setRoomId(room);
        r.setId(e.id());
        r.setTitle(e.title());
        r.setPhase(e.phase());
        r.setPeople(json(e.people()));
        r.setText(e.text());
        r.setVersion(e.version());
        r.setIsShared(e.shared());
        r.setIsFixed(e.fixed());
        r.setOrdinal(e.ordinal());
        return r;
    }

    private Query delete(UUID room, Entity entity) {
        return switch (entity) {
            case Setting e -> throw new IllegalStateException("a room is not deleted by its own events");
            case Member e ->
                delete(ROOM_MEMBER, ROOM_MEMBER.ROOM_ID.eq(room).and(ROOM_MEMBER.MEMBER_ID.eq(e.id().value())));
            case PhaseRun e -> delete(ROOM_PHASE, ROOM_PHASE.ROOM_ID.eq(room).and(ROOM_PHASE.PHASE.eq(e.id())));
            case Note e when e.state() == Note.State.ANONYMOUS -> claims.delete(new RoomId(room), e.by(), e);
            case Note e -> delete(NOTE, NOTE.ROOM_ID.eq(room).and(NOTE.ID.eq(e.id().value())));
            case Group e -> delete(NOTE_GROUP, NOTE_GROUP.ROOM_ID.eq(room).and(NOTE_GROUP.ID.eq(e.id())));
            case Pair e -> delete(PAIR, PAIR.ROOM_ID.eq(room).and(PAIR.ID.eq(e.id())));
            case Ballot e ->
                delete(
                        BALLOT,
                        BALLOT.ROOM_ID
                                .eq(room)
                                .and(BALLOT.MEMBER_ID.eq(e.by().value()))
                                .and(BALLOT.PHASE.eq(e.phase())));
            case Tally e -> delete(TALLY, TALLY.ROOM_ID.eq(room).and(TALLY.PHASE.eq(e.phase())));
            case Statement e -> delete(STATEMENT, STATEMENT.ROOM_ID.eq(room).and(STATEMENT.ID.eq(e.id())));
            case Answer e ->
                delete(
                        ANSWER,
                        ANSWER.ROOM_ID
                                .eq(room)
                                .and(ANSWER.MEMBER_ID.eq(e.by().value()))
                                .and(ANSWER.ITEM.eq(e.item())));
            case Check e -> delete(CHECK_RESULT, CHECK_RESULT.ROOM_ID.eq(room).and(CHECK_RESULT.ITEM.eq(e.item())));
            case Goal e -> delete(GOAL, GOAL.ROOM_ID.eq(room).and(GOAL.ID.eq(e.id())));
            case Brought e ->
                delete(ROOM_MATERIAL, ROOM_MATERIAL.ROOM_ID.eq(room).and(ROOM_MATERIAL.MATERIAL_ID.eq(e.material())));
            case Left e ->
                delete(ROOM_ARTIFACT, ROOM_ARTIFACT.ROOM_ID.eq(room).and(ROOM_ARTIFACT.ARTIFACT_ID.eq(e.artifact())));
            case Agenda e -> deleteWhole(room, e);
            case Wish e -> deleteWhole(room, e);
            case Circle e -> deleteWhole(room, e);
            case Attendance e -> deleteWhole(room, e);
            case Turns e -> deleteWhole(room, e);
            case Voice e -> deleteWhole(room, e);
            case Item e -> deleteWhole(room, e);
            case Opinion e -> deleteWhole(room, e);
            case Consensus e -> deleteWhole(room, e);
            case Score e -> deleteWhole(room, e);
            case Grid e -> deleteWhole(room, e);
            case Settled e -> deleteWhole(room, e);
            case Wording e -> deleteWhole(room, e);
            case Ground e -> deleteWhole(room, e);
            case Norm e -> deleteWhole(room, e);
            case Flag e -> deleteWhole(room, e);
            case Lookback e -> deleteWhole(room, e);
            case Debrief e -> deleteWhole(room, e);
            case Pick e -> deleteWhole(room, e);
            case Leading e -> deleteWhole(room, e);
            case Readiness e -> deleteWhole(room, e);
            case Claim e -> claims.delete(new RoomId(room), e.by(), e);
            case Extension e -> deleteWhole(room, e);
            case Link e -> deleteWhole(room, e);
            case Due e -> deleteWhole(room, e);
        };
    }

    private Query delete(org.jooq.Table<?> table, Condition which) {
        return db.deleteFrom(table).where(which);
    }

    /** Everything the tables hold of a prepared room. */
    List<Entity> load(RoomRecord room) {
        UUID id = room.getId();
        List<Entity> all = new ArrayList<>();
        all.add(setting(room));
        all.addAll(db.selectFrom(ROOM_MEMBER).where(ROOM_MEMBER.ROOM_ID.eq(id)).fetch(EntityStore::member));
        all.addAll(db.selectFrom(ROOM_PHASE).where(ROOM_PHASE.ROOM_ID.eq(id)).fetch(EntityStore::phase));
        all.addAll(db.selectFrom(NOTE).where(NOTE.ROOM_ID.eq(id)).fetch(EntityStore::note));
        all.addAll(db.selectFrom(NOTE_GROUP)
                .where(NOTE_GROUP.ROOM_ID.eq(id))
                .fetch(r -> new Group(
                        r.getId(),
                        r.getName(),
                        r.getOrdinal(),
                        r.getX(),
                        r.getY(),
                        r.getAmong() == null ? List.of() : read(r.getAmong(), MEMBERS))));
        all.addAll(db.selectFrom(PAIR)
                .where(PAIR.ROOM_ID.eq(id))
                .fetch(r -> new Pair(r.getId(), read(r.getPeople(), MEMBERS), r.getIsOver())));
        all.addAll(db.selectFrom(BALLOT)
                .where(BALLOT.ROOM_ID.eq(id))
                .fetch(r -> new Ballot(new MemberId(r.getMemberId()), r.getPhase(), read(r.getMarks(), MARKS))));
        all.addAll(db.selectFrom(TALLY)
                .where(TALLY.ROOM_ID.eq(id))
                .fetch(r -> new Tally(r.getPhase(), read(r.getCounts(), MARKS), r.getVoters())));
        all.addAll(db.selectFrom(STATEMENT)
                .where(STATEMENT.ROOM_ID.eq(id))
                .fetch(r -> new Statement(
                        r.getId(),
                        r.getTitle(),
                        r.getPhase(),
                        read(r.getPeople(), MEMBERS),
                        r.getText(),
                        r.getVersion(),
                        r.getIsShared(),
                        r.getIsFixed(),
                        r.getOrdinal())));
        all.addAll(db.selectFrom(ANSWER)
                .where(ANSWER.ROOM_ID.eq(id))
                .fetch(r -> new Answer(new MemberId(r.getMemberId()), r.getItem(), r.getAnswer())));
        all.addAll(db.selectFrom(CHECK_RESULT)
                .where(CHECK_RESULT.ROOM_ID.eq(id))
                .fetch(r -> new Check(r.getItem(), read(r.getCounts(), ANSWERS), r.getIsPassed(), r.getVoters())));
        all.addAll(db.selectFrom(GOAL)
                .where(GOAL.ROOM_ID.eq(id))
                .fetch(r -> new Goal(r.getId(), r.getText(), new MemberId(r.getAuthor()), r.getOrdinal())));
        all.addAll(db.selectFrom(ROOM_MATERIAL)
                .where(ROOM_MATERIAL.ROOM_ID.eq(id))
                .fetch(r -> new Brought(r.getMaterialId(), r.getKind(), r.getTitle(), r.getPages(), r.getIsLocked())));
        all.addAll(db.selectFrom(ROOM_ARTIFACT)
                .where(ROOM_ARTIFACT.ROOM_ID.eq(id))
                .fetch(r ->
                        new Left(r.getArtifactId(), r.getPhase(), read(r.getName(), TEXT), r.getSha256(), r.getAt())));
        all.addAll(db.selectFrom(ROOM_ENTITY).where(ROOM_ENTITY.ROOM_ID.eq(id)).fetch(EntityStore::whole));
        List<MemberId> members = all.stream()
                .flatMap(entity -> entity instanceof Member member ? Stream.of(member.id()) : Stream.of())
                .toList();
        all.addAll(claims.load(new RoomId(id), members));
        return all;
    }

    private static Setting setting(RoomRecord r) {
        Optional<Focus> focus = Optional.ofNullable(r.getFocusText())
                .map(text -> new Focus(text, r.getFocusVersion(), new MemberId(r.getFocusBy())));
        return new Setting(
                new RoomId(r.getId()),
                new TeamId(r.getTeamId()),
                r.getTitle(),
                new PackRef(r.getPackId(), r.getPackVersion()),
                Status.valueOf(r.getStatus()),
                Optional.ofNullable(r.getMeetingUrl()),
                focus,
                read(r.getNorms(), TEXTS),
                Optional.ofNullable(r.getPhase()),
                Optional.ofNullable(r.getStartedAt()),
                Optional.ofNullable(r.getClosedAt()),
                Optional.ofNullable(r.getScheduledAt()),
                Optional.ofNullable(r.getCancelReason()));
    }

    private static Member member(RoomMemberRecord r) {
        return new Member(
                new MemberId(r.getMemberId()),
                Role.valueOf(r.getRole()),
                Role.valueOf(r.getHomeRole()),
                r.getIsGuest(),
                r.getHasAgreed(),
                r.getIsReady(),
                Optional.ofNullable(r.getHandAt()),
                Duration.of(r.getFacilitatedMicros(), ChronoUnit.MICROS),
                Optional.ofNullable(r.getFacilitatingSince()),
                r.getOrdinal());
    }

    private static PhaseRun phase(RoomPhaseRecord r) {
        return new PhaseRun(
                r.getPhase(),
                PhaseRun.State.valueOf(r.getState()),
                Duration.ofSeconds(r.getPlannedSeconds()),
                Optional.ofNullable(r.getStartedAt()),
                Optional.ofNullable(r.getEndsAt()),
                Optional.ofNullable(r.getPausedAt()),
                Duration.of(r.getPausedMicros(), ChronoUnit.MICROS),
                Optional.ofNullable(r.getEndedAt()),
                r.getIsLocked(),
                byMember(read(r.getGrants(), GRANTS)),
                r.getMayEndEarly(),
                r.getRuns(),
                r.getFromSeq(),
                Optional.ofNullable(r.getHolder()).map(MemberId::new),
                0);
    }

    private static Note note(NoteRecord r) {
        Optional<Anchor> anchor = Optional.ofNullable(r.getAnchorMaterial())
                .map(material -> new Anchor(
                        material, r.getAnchorPage(), r.getAnchorX(), r.getAnchorY(), r.getAnchorW(), r.getAnchorH()));
        return new Note(
                new NoteId(r.getId()),
                new MemberId(r.getAuthor()),
                r.getText(),
                NoteKind.valueOf(r.getKind()),
                anchor,
                r.getPhase(),
                Note.State.valueOf(r.getState()),
                r.getX(),
                r.getY(),
                Optional.ofNullable(r.getGroupId()),
                r.getOrdinal(),
                Optional.ofNullable(r.getTies()).map(ties -> read(ties, TIES)).orElse(Ties.NONE),
                r.getIsLate());
    }

    private static final TypeReference<List<MemberId>> MEMBERS = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, Integer>> MARKS = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, Integer>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, Set<Action>>> GRANTS = new TypeReference<>() {};
    private static final TypeReference<List<Text>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Ties> TIES = new TypeReference<>() {};
    private static final TypeReference<Text> TEXT = new TypeReference<>() {};

    static JSON json(Object value) {
        return JSON.json(RoomJson.write(value));
    }

    private static <T> T read(@Nullable JSON json, TypeReference<T> type) {
        return RoomJson.read(java.util.Objects.requireNonNull(json).data(), type);
    }

    private static Map<UUID, Set<Action>> byId(Map<MemberId, Set<Action>> grants) {
        Map<UUID, Set<Action>> byId = new HashMap<>();
        grants.forEach((member, actions) -> byId.put(member.value(), actions));
        return byId;
    }

    private static Map<MemberId, Set<Action>> byMember(Map<UUID, Set<Action>> grants) {
        Map<MemberId, Set<Action>> byMember = new HashMap<>();
        grants.forEach((member, actions) -> byMember.put(new MemberId(member), actions));
        return byMember;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    /** A time as the tables keep it: to the microsecond, so that what is live equals what is reloaded. */
    static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
