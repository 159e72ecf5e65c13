package org.tessera.room;

import static org.tessera.db.Tables.ROOM;
import static org.tessera.db.Tables.ROOM_COMMAND;
import static org.tessera.db.Tables.ROOM_ENTITY;
import static org.tessera.db.Tables.ROOM_EVENT;
import static org.tessera.db.Tables.ROOM_EVENT_PAYLOAD;
import static org.tessera.db.Tables.ROOM_PERSON;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.db.tables.records.RoomCommandRecord;
import org.tessera.db.tables.records.RoomEventPayloadRecord;
import org.tessera.db.tables.records.RoomEventRecord;
import org.tessera.db.tables.records.RoomRecord;
import org.tessera.protocol.Pack;
import org.tessera.protocol.PackRef;
import org.tessera.protocol.Protocols;

/** Rooms in the database: the log, the present in tables, and who is who. */
@Component
class RoomStore implements RoomLedger {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    /** Sets rooms to new places in their logs. The join goes from the few to the table, never the other way round. */
    private static final Write.Statement MOVES = new Write.Statement(
            "update (",
            "select cast(? as uuid) as id, ? as seq, ? as chain_hash",
            " union all ",
            ") as moved straight_join room on room.id = moved.id"
                    + " set room.seq = moved.seq, room.chain_hash = moved.chain_hash");

    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Protocols protocols;
    private final EntityStore entities;
    private final ClaimStore claims;
    private final ClaimKey key;
    private final PresenceStore presences;
    private final RoomJournal journal;
    private final WriteStore writes;
    /** Touches a room if it is still where it was. */
    private final Write.Statement stays;

    RoomStore(
            DSLContext db,
            TransactionTemplate transactions,
            Protocols protocols,
            ClaimKey key,
            RoomJournal journal,
            Announcements announcements) {
        this.db = db;
        this.transactions = transactions;
        this.protocols = protocols;
        this.key = key;
        this.claims = new ClaimStore(db, key);
        this.writes = new WriteStore(db);
        this.entities = new EntityStore(db, claims, writes);
        this.presences = new PresenceStore(db, announcements);
        this.journal = journal;
        this.stays = Write.Statement.single(db.update(ROOM)
                .set(ROOM.SEQ, 0L)
                .where(ROOM.ID.eq(UUID.randomUUID()).and(ROOM.SEQ.eq(0L)))
                .getSQL());
    }

    @Override
    public void came(RoomId room, MemberId member, Instant at) {
        presences.came(room, member, at);
    }

    @Override
    public void went(RoomId room, MemberId member, Instant at) {
        presences.went(room, member, at);
    }

    @Override
    public void endLeftStays(Room room) {
        if (presences.isLeft(room.id())) {
            log(room.id(), room.seq(), room.seq()).forEach(last -> presences.endLeft(room.id(), last.at()));
        }
    }

    /** A room as it was found: its state, and what the shell needs beside it. */
    record Loaded(Room room, byte[] chain, byte[] wireKey, Names names, Map<MemberId, PersonId> people, long unheard) {}

    /** Whose pseudonym it is. */
    record Known(MemberId member, PersonId person, String name) {}

    /** Makes the row a room's first event will fill. */
    void make(RoomId room, TeamId team, Pack pack, String title, PersonId by, Instant now) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        db.insertInto(ROOM)
                .set(ROOM.ID, room.value())
                .set(ROOM.TEAM_ID, team.value())
                .set(ROOM.TITLE, title)
                .set(ROOM.PACK_ID, pack.ref().id())
                .set(ROOM.PACK_VERSION, pack.ref().version())
                .set(ROOM.STATUS, Entity.Status.WAITING.name())
                .set(ROOM.NORMS, EntityStore.json(List.of()))
                .set(ROOM.MADE_BY, by.value())
                .set(ROOM.MADE_AT, now)
                .set(ROOM.WIRE_KEY, key)
                .set(ROOM.SEQ, 0L)
                .set(ROOM.CHAIN_HASH, LogKeeping.START)
                .execute();
    }

    @Override
    public Optional<Loaded> load(RoomId id) {
        // One snapshot: a room read while another node writes must not mix two moments.
        return Objects.requireNonNull(transactions.execute(status -> db.selectFrom(ROOM)
                .where(ROOM.ID.eq(id.value()))
                .fetchOptional()
                .map(this::loaded)));
    }

    private Loaded loaded(RoomRecord row) {
        RoomId id = new RoomId(row.getId());
        Pack pack = packOf(new PackRef(row.getPackId(), row.getPackVersion()));
        Room found = row.getSeq() == 0 ? Room.blank(id, pack) : Room.of(id, pack, row.getSeq(), entities.load(row));
        Room room = found.drawing(key.lots(id));
        Names names = new Names();
        Map<MemberId, PersonId> people = new java.util.concurrent.ConcurrentHashMap<>();
        who(id).forEach(one -> {
            names.put(one.member(), one.name());
            people.put(one.member(), one.person());
        });
        return new Loaded(room, row.getChainHash(), row.getWireKey(), names, people, row.getUnheard());
    }

    @Override
    public List<Known> who(RoomId room) {
        return db.selectFrom(ROOM_PERSON)
                .where(ROOM_PERSON.ROOM_ID.eq(room.value()))
                .fetch(r -> new Known(new MemberId(r.getMemberId()), new PersonId(r.getPersonId()), r.getName()));
    }

    // Several nodes

    @Override
    public Missed since(RoomId room, long seq) {
        var rows = db.select(ROOM_EVENT.SEQ, ROOM_EVENT_PAYLOAD.PAYLOAD, ROOM_EVENT.CHAIN_HASH)
                .from(ROOM_EVENT)
                .leftJoin(ROOM_EVENT_PAYLOAD)
                .on(ROOM_EVENT_PAYLOAD.ROOM_ID.eq(ROOM_EVENT.ROOM_ID).and(ROOM_EVENT_PAYLOAD.SEQ.eq(ROOM_EVENT.SEQ)))
                .where(ROOM_EVENT.ROOM_ID.eq(room.value()).and(ROOM_EVENT.SEQ.gt(seq)))
                .orderBy(ROOM_EVENT.SEQ)
                .fetch();
        return new Missed(
                rows.map(r -> r.value2() == null ? tombstone(r.value1()) : RoomJson.recorded(r.value1(), r.value2())),
                rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().value3()));
    }

    /** How far the logs of these rooms have come. */
    Map<RoomId, Long> heads(Collection<RoomId> rooms) {
        return db.select(ROOM.ID, ROOM.SEQ)
                .from(ROOM)
                .where(ROOM.ID.in(rooms.stream().map(RoomId::value).toList()))
                .fetchMap(r -> new RoomId(r.value1()), r -> r.value2());
    }

    @Override
    public Set<CommandKey> accepted(RoomId room, Set<CommandKey> commands) {
        return db.select(ROOM_COMMAND.MEMBER_ID, ROOM_COMMAND.COMMAND_ID)
                .from(ROOM_COMMAND)
                .where(ROOM_COMMAND.ROOM_ID.eq(room.value()))
                .and(DSL.or(commands.stream().map(RoomStore::isThis).toList()))
                .fetchSet(r -> new CommandKey(new MemberId(r.value1()), r.value2()));
    }

    private static Condition isThis(CommandKey command) {
        return ROOM_COMMAND.MEMBER_ID.eq(command.member().value()).and(ROOM_COMMAND.COMMAND_ID.eq(command.command()));
    }

    @Override
    public void unheard(RoomId room, boolean adds, Optional<Long> known) {
        int found = db.update(ROOM)
                .set(ROOM.UNHEARD, ROOM.UNHEARD.plus(adds ? 1 : 0))
                .where(ROOM.ID.eq(room.value()))
                .and(known.map(ROOM.UNHEARD::eq).orElse(DSL.noCondition()))
                .execute();
        if (found == 0) {
            throw new DuplicateKeyException("notes were written that this node has not heard of");
        }
    }

    /** Ends what another node left open, which was last seen at {@code at}. */
    void endStaysOf(String node, Instant at) {
        presences.endAllOf(node, at);
    }

    private Pack packOf(PackRef ref) {
        return protocols.find(ref).orElseThrow(() -> new IllegalStateException("no pack " + ref));
    }

    @Override
    public byte[] append(
            RoomId room, byte[] chain, List<Step> steps, List<AcceptedCommand> commands, List<Runnable> besides) {
        // Table by table, so that rooms which write at the same time share their statements.
        List<Write> events = new ArrayList<>();
        List<Write> payloads = new ArrayList<>();
        List<Write> present = new ArrayList<>();
        byte[] last = chain;
        for (Step step : steps) {
            if (!step.isSilent()) {
                last = log(room, last, step.recorded(), events, payloads);
            }
            present.addAll(entities.writes(room, step.changes()));
        }
        List<Write> all = new ArrayList<>(events);
        all.addAll(payloads);
        all.addAll(present);
        for (AcceptedCommand command : commands) {
            RoomCommandRecord row = new RoomCommandRecord();
            row.setRoomId(room.value());
            row.setMemberId(command.key().member().value());
            row.setCommandId(command.key().command());
            row.setFromSeq(command.from());
            row.setToSeq(command.to());
            all.add(writes.insert(row));
        }
        boolean leavesTrace = !events.isEmpty();
        long seq = steps.isEmpty() ? 0 : steps.getLast().recorded().seq();
        if (leavesTrace) {
            all.add(new Write(MOVES, List.of(room.value().toString(), seq, last)));
        } else if (!steps.isEmpty()) {
            all.add(new Write(stays, List.of(seq, room.value().toString(), seq)));
        }
        if (!leavesTrace || !besides.isEmpty() || !journal.store(all)) {
            storeAlone(all, besides);
        }
        return last;
    }

    /**
     * WriteStore in a transaction of the room's own. That another writer was first shows in the log, where no place is taken
     * twice; a batch that leaves no trace there would not meet it, so the room must still be where the batch began.
     */
    private void storeAlone(List<Write> all, List<Runnable> besides) {
        transactions.executeWithoutResult(status -> {
            db.connection(connection -> {
                for (Write write : all) {
                    try (PreparedStatement statement = connection.prepareStatement(write.sql())) {
                        write.fill(statement, 1);
                        if (statement.executeUpdate() == 0 && write.statement().equals(stays)) {
                            throw new DuplicateKeyException("another writer was first");
                        }
                    } catch (SQLException e) {
                        throw translated(e);
                    }
                }
            });
            besides.forEach(Runnable::run);
        });
    }

    private static DataAccessException translated(SQLException e) {
        DataAccessException known = TRANSLATOR.translate("storing a room", null, e);
        return known == null ? new UncategorizedSQLException("storing a room", null, e) : known;
    }

    private byte[] log(RoomId room, byte[] previous, Recorded recorded, List<Write> events, List<Write> payloads) {
        String payload = RoomJson.payload(recorded);
        byte[] salt = new byte[LogKeeping.SALT];
        RANDOM.nextBytes(salt);
        byte[] payloadHash = LogKeeping.payloadHash(salt, payload);
        byte[] chainHash = LogKeeping.chainHash(previous, recorded.seq(), payloadHash);
        RoomEventRecord event = new RoomEventRecord();
        event.setRoomId(room.value());
        event.setSeq(recorded.seq());
        event.setPayloadHash(payloadHash);
        event.setChainHash(chainHash);
        events.add(writes.insert(event));
        RoomEventPayloadRecord said = new RoomEventPayloadRecord();
        said.setRoomId(room.value());
        said.setSeq(recorded.seq());
        said.setSalt(salt);
        said.setPayload(payload);
        payloads.add(writes.insert(said));
        return chainHash;
    }

    @Override
    public List<Recorded> log(RoomId room, long from, long to) {
        return db.select(ROOM_EVENT.SEQ, ROOM_EVENT_PAYLOAD.PAYLOAD)
                .from(ROOM_EVENT)
                .leftJoin(ROOM_EVENT_PAYLOAD)
                .on(ROOM_EVENT_PAYLOAD.ROOM_ID.eq(ROOM_EVENT.ROOM_ID).and(ROOM_EVENT_PAYLOAD.SEQ.eq(ROOM_EVENT.SEQ)))
                .where(ROOM_EVENT.ROOM_ID.eq(room.value()).and(ROOM_EVENT.SEQ.between(from, to)))
                .orderBy(ROOM_EVENT.SEQ)
                .fetch(r -> r.value2() == null ? tombstone(r.value1()) : RoomJson.recorded(r.value1(), r.value2()));
    }

    private static Recorded tombstone(long seq) {
        return new Recorded(seq, new UUID(0, seq), Instant.EPOCH, Optional.empty(), new RoomEvent.PayloadErased());
    }

    /** The log as others may know it up to its last boundary: each commitment, and what is said where that may be shown. */
    List<LogEntry> commitments(RoomId room) {
        List<LogEntry> entries = new ArrayList<>();
        int shown = 0;
        var rows = db.select(
                        ROOM_EVENT.SEQ,
                        ROOM_EVENT.PAYLOAD_HASH,
                        ROOM_EVENT.CHAIN_HASH,
                        ROOM_EVENT_PAYLOAD.SALT,
                        ROOM_EVENT_PAYLOAD.PAYLOAD)
                .from(ROOM_EVENT)
                .leftJoin(ROOM_EVENT_PAYLOAD)
                .on(ROOM_EVENT_PAYLOAD.ROOM_ID.eq(ROOM_EVENT.ROOM_ID).and(ROOM_EVENT_PAYLOAD.SEQ.eq(ROOM_EVENT.SEQ)))
                .where(ROOM_EVENT.ROOM_ID.eq(room.value()))
                .orderBy(ROOM_EVENT.SEQ)
                .fetch();
        for (var row : rows) {
            Optional<RoomEvent> event = Optional.ofNullable(row.value5())
                    .map(payload -> RoomJson.recorded(row.value1(), payload).event());
            entries.add(new LogEntry(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    event.filter(Disclosure::shows).map(_ -> new LogEntry.Opened(row.value4(), row.value5()))));
            if (event.filter(Disclosure::isBoundary).isPresent()) {
                shown = entries.size();
            }
        }
        return List.copyOf(entries.subList(0, shown));
    }

    /** Removes one payload for good; the commitments stay. */
    void erasePayload(RoomId room, long seq) {
        db.deleteFrom(ROOM_EVENT_PAYLOAD)
                .where(ROOM_EVENT_PAYLOAD.ROOM_ID.eq(room.value()).and(ROOM_EVENT_PAYLOAD.SEQ.eq(seq)))
                .execute();
    }

    /** Forgets which anonymous notes of {@code room} are {@code member}'s. */
    void eraseClaims(RoomId room, MemberId member) {
        claims.erase(room, member);
    }

    /** The first log position at which the chain of commitments does not hold; empty if it holds throughout. */
    Optional<Long> brokenAt(RoomId room) {
        byte[] previous = LogKeeping.START;
        long expected = 1;
        var rows = db.select(
                        ROOM_EVENT.SEQ,
                        ROOM_EVENT.PAYLOAD_HASH,
                        ROOM_EVENT.CHAIN_HASH,
                        ROOM_EVENT_PAYLOAD.SALT,
                        ROOM_EVENT_PAYLOAD.PAYLOAD)
                .from(ROOM_EVENT)
                .leftJoin(ROOM_EVENT_PAYLOAD)
                .on(ROOM_EVENT_PAYLOAD.ROOM_ID.eq(ROOM_EVENT.ROOM_ID).and(ROOM_EVENT_PAYLOAD.SEQ.eq(ROOM_EVENT.SEQ)))
                .where(ROOM_EVENT.ROOM_ID.eq(room.value()))
                .orderBy(ROOM_EVENT.SEQ)
                .fetch();
        for (var row : rows) {
            boolean inOrder = row.value1() == expected;
            boolean payloadHolds = row.value5() == null
                    || Arrays.equals(LogKeeping.payloadHash(row.value4(), row.value5()), row.value2());
            byte[] chain = LogKeeping.chainHash(previous, row.value1(), row.value2());
            if (!inOrder || !payloadHolds || !Arrays.equals(chain, row.value3())) {
                return Optional.of(expected);
            }
            previous = chain;
            expected++;
        }
        byte[] end = db.select(ROOM.CHAIN_HASH)
                .from(ROOM)
                .where(ROOM.ID.eq(room.value()))
                .fetchOne(ROOM.CHAIN_HASH);
        return Arrays.equals(previous, end) ? Optional.empty() : Optional.of(expected - 1);
    }

    @Override
    public List<AcceptedCommand> lastCommands(RoomId room, MemberId member, int most) {
        return db.select(ROOM_COMMAND.COMMAND_ID, ROOM_COMMAND.FROM_SEQ, ROOM_COMMAND.TO_SEQ)
                .from(ROOM_COMMAND)
                .where(ROOM_COMMAND.ROOM_ID.eq(room.value()).and(ROOM_COMMAND.MEMBER_ID.eq(member.value())))
                .and(ROOM_COMMAND.TO_SEQ.ge(ROOM_COMMAND.FROM_SEQ))
                .orderBy(ROOM_COMMAND.TO_SEQ.desc())
                .limit(most)
                .fetch(r -> new AcceptedCommand(new CommandKey(member, r.value1()), r.value2(), r.value3()));
    }

    // Who is who

    Optional<MemberId> memberOf(RoomId room, PersonId person) {
        return db.select(ROOM_PERSON.MEMBER_ID)
                .from(ROOM_PERSON)
                .where(ROOM_PERSON.ROOM_ID.eq(room.value()).and(ROOM_PERSON.PERSON_ID.eq(person.value())))
                .fetchOptional(r -> new MemberId(r.value1()));
    }

    /** The pseudonym of {@code person} in {@code room}, made if there is none; two callers at once get the same. */
    MemberId link(RoomId room, PersonId person, String name) {
        db.insertInto(ROOM_PERSON)
                .set(ROOM_PERSON.ROOM_ID, room.value())
                .set(ROOM_PERSON.MEMBER_ID, UUID.randomUUID())
                .set(ROOM_PERSON.PERSON_ID, person.value())
                .set(ROOM_PERSON.NAME, name)
                .onDuplicateKeyUpdate()
                .set(ROOM_PERSON.NAME, name)
                .execute();
        return memberOf(room, person).orElseThrow();
    }

    // Looking rooms up

    Optional<RoomSummary> summary(RoomId room) {
        return summaries(ROOM.ID.eq(room.value())).stream().findFirst();
    }

    List<RoomSummary> roomsOf(PersonId person, Set<UUID> teams) {
        // joined by an OR, the two would be looked for in every room there is
        var mine = DSL.select(ROOM.ID)
                .from(ROOM)
                .where(ROOM.TEAM_ID.in(teams))
                .union(DSL.select(ROOM_PERSON.ROOM_ID)
                        .from(ROOM_PERSON)
                        .where(ROOM_PERSON.PERSON_ID.eq(person.value())))
                .asTable("mine");
        return summaries(ROOM.ID.in(DSL.select(mine.field(ROOM.ID)).from(mine)));
    }

    /** Those of {@code rooms} that were closed before anything had begun in them. */
    Set<RoomId> cancelled(Collection<RoomId> rooms) {
        return rooms.isEmpty()
                ? Set.of()
                : Set.copyOf(db.select(ROOM.ID)
                        .from(ROOM)
                        .where(ROOM.ID.in(rooms.stream().map(RoomId::value).toList()))
                        .and(ROOM.STATUS.eq(Entity.Status.CLOSED.name()))
                        .and(ROOM.STARTED_AT.isNull())
                        .fetch(r -> new RoomId(r.value1())));
    }

    List<RoomId> running() {
        return db.select(ROOM.ID)
                .from(ROOM)
                .where(ROOM.STATUS.eq(Entity.Status.RUNNING.name()))
                .fetch(r -> new RoomId(r.value1()));
    }

    Optional<RoomId> byGuestCode(String code) {
        return db.select(ROOM.ID)
                .from(ROOM)
                .where(ROOM.GUEST_CODE.eq(code).and(ROOM.STATUS.ne(Entity.Status.CLOSED.name())))
                .fetchOptional(r -> new RoomId(r.value1()));
    }

    void setGuestCode(RoomId room, Optional<String> code) {
        db.update(ROOM)
                .set(ROOM.GUEST_CODE, code.orElse(null))
                .where(ROOM.ID.eq(room.value()))
                .execute();
    }

    private List<RoomSummary> summaries(org.jooq.Condition which) {
        return db.select(
                        ROOM.ID,
                        ROOM.TEAM_ID,
                        ROOM.TITLE,
                        ROOM.PACK_ID,
                        ROOM.PACK_VERSION,
                        ROOM.STATUS,
                        ROOM.PHASE,
                        ROOM.SCHEDULED_AT,
                        ROOM.STARTED_AT,
                        ROOM.CLOSED_AT,
                        ROOM_ENTITY.BODY,
                        ROOM.GUEST_CODE)
                .from(ROOM)
                .leftJoin(ROOM_ENTITY)
                .on(ROOM_ENTITY
                        .ROOM_ID
                        .eq(ROOM.ID)
                        .and(ROOM_ENTITY.SHELF.eq(Shelf.DUES.word()))
                        .and(ROOM_ENTITY.ID.eq(ROOM.PHASE)))
                .where(which)
                .orderBy(DSL.coalesce(ROOM.SCHEDULED_AT, ROOM.MADE_AT).desc(), ROOM.ID)
                .limit(200)
                .fetch(r -> new RoomSummary(
                        new RoomId(r.value1()),
                        new TeamId(r.value2()),
                        r.value3(),
                        new PackRef(r.value4(), r.value5()),
                        RoomSummary.Status.valueOf(r.value6()),
                        Optional.ofNullable(r.value7()),
                        Optional.ofNullable(r.value8()),
                        Optional.ofNullable(r.value9()),
                        Optional.ofNullable(r.value10()),
                        Optional.ofNullable(r.value11()).map(body -> RoomJson.read(body.data(), Entity.Due.class)
                                .at()),
                        Optional.ofNullable(r.value12())));
    }
}
