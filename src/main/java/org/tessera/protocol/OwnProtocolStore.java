package org.tessera.protocol;

import static org.tessera.db.Tables.OWN_PROTOCOL;
import static org.tessera.db.Tables.OWN_PROTOCOL_HANDED;
import static org.tessera.db.Tables.OWN_PROTOCOL_VERSION;
import static org.tessera.db.Tables.PROTOCOL_VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.db.tables.records.OwnProtocolRecord;
import tools.jackson.databind.node.ObjectNode;

/** Tables of the protocols that teams write: drafts, who has published what, and to whom it was handed. */
@Repository
class OwnProtocolStore {

    private final DSLContext db;
    private final TransactionTemplate transactions;

    OwnProtocolStore(DSLContext db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** A row: the protocol, and its draft. */
    record Row(String id, TeamId team, PackDraft draft, int published, Optional<PackRef> copiedFrom, boolean putAway) {}

    void add(String id, TeamId team, ObjectNode tree, @Nullable PackRef copiedFrom, PersonId by, Instant at) {
        db.insertInto(OWN_PROTOCOL)
                .set(OWN_PROTOCOL.ID, id)
                .set(OWN_PROTOCOL.TEAM_ID, team.value())
                .set(OWN_PROTOCOL.DRAFT, PackTree.json(tree))
                .set(OWN_PROTOCOL.DRAFT_NUMBER, 0L)
                .set(OWN_PROTOCOL.DRAFT_BY, by.value())
                .set(OWN_PROTOCOL.DRAFT_AT, at)
                .set(OWN_PROTOCOL.PUBLISHED, 0)
                .set(OWN_PROTOCOL.COPIED_FROM, copiedFrom == null ? null : copiedFrom.toString())
                .set(OWN_PROTOCOL.MADE_BY, by.value())
                .set(OWN_PROTOCOL.MADE_AT, at)
                .execute();
    }

    Optional<Row> find(String id) {
        return db.selectFrom(OWN_PROTOCOL).where(OWN_PROTOCOL.ID.eq(id)).fetchOptional(OwnProtocolStore::row);
    }

    /** The protocols that belong to these teams or were handed to them. */
    List<Row> of(Collection<TeamId> teams) {
        Set<UUID> ids = teams.stream().map(TeamId::value).collect(java.util.stream.Collectors.toSet());
        return db.selectFrom(OWN_PROTOCOL)
                .where(OWN_PROTOCOL
                        .TEAM_ID
                        .in(ids)
                        .or(OWN_PROTOCOL.ID.in(db.select(OWN_PROTOCOL_HANDED.PROTOCOL_ID)
                                .from(OWN_PROTOCOL_HANDED)
                                .where(OWN_PROTOCOL_HANDED.TEAM_ID.in(ids)))))
                .orderBy(OWN_PROTOCOL.MADE_AT, OWN_PROTOCOL.ID)
                .fetch(OwnProtocolStore::row);
    }

    /** The teams a protocol was handed to. */
    List<TeamId> handedTo(String id) {
        return db.select(OWN_PROTOCOL_HANDED.TEAM_ID)
                .from(OWN_PROTOCOL_HANDED)
                .where(OWN_PROTOCOL_HANDED.PROTOCOL_ID.eq(id))
                .orderBy(OWN_PROTOCOL_HANDED.HANDED_AT)
                .fetch(row -> new TeamId(row.value1()));
    }

    void hand(String id, TeamId to, PersonId by, Instant at) {
        db.insertInto(OWN_PROTOCOL_HANDED)
                .set(OWN_PROTOCOL_HANDED.PROTOCOL_ID, id)
                .set(OWN_PROTOCOL_HANDED.TEAM_ID, to.value())
                .set(OWN_PROTOCOL_HANDED.HANDED_BY, by.value())
                .set(OWN_PROTOCOL_HANDED.HANDED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }

    void takeBack(String id, TeamId from) {
        db.deleteFrom(OWN_PROTOCOL_HANDED)
                .where(OWN_PROTOCOL_HANDED.PROTOCOL_ID.eq(id), OWN_PROTOCOL_HANDED.TEAM_ID.eq(from.value()))
                .execute();
    }

    /** Works on a draft while nobody else does, and keeps what comes of it. */
    <A> A change(String id, java.util.function.Function<Row, A> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.apply(db.selectFrom(OWN_PROTOCOL)
                .where(OWN_PROTOCOL.ID.eq(id))
                .forUpdate()
                .fetchSingle(OwnProtocolStore::row))));
    }

    /** Keeps the draft as it is now; within {@link #change}. */
    PackDraft keep(PackDraft draft) {
        db.update(OWN_PROTOCOL)
                .set(OWN_PROTOCOL.DRAFT, PackTree.json(draft.tree()))
                .set(OWN_PROTOCOL.DRAFT_NUMBER, draft.number())
                .set(OWN_PROTOCOL.DRAFT_BY, draft.by().value())
                .set(OWN_PROTOCOL.DRAFT_AT, draft.at())
                .where(OWN_PROTOCOL.ID.eq(draft.id()))
                .execute();
        return draft;
    }

    /** Stores a version; within {@link #change}. */
    void publish(PackRef ref, int number, String yaml, byte[] sha256, String note, PersonId by, Instant at) {
        db.insertInto(PROTOCOL_VERSION)
                .set(PROTOCOL_VERSION.ID, ref.id())
                .set(PROTOCOL_VERSION.VERSION, ref.version())
                .set(PROTOCOL_VERSION.YAML, yaml)
                .set(PROTOCOL_VERSION.SHA256, sha256)
                .set(PROTOCOL_VERSION.STORED_AT, at)
                .execute();
        db.insertInto(OWN_PROTOCOL_VERSION)
                .set(OWN_PROTOCOL_VERSION.PROTOCOL_ID, ref.id())
                .set(OWN_PROTOCOL_VERSION.NUMBER, number)
                .set(OWN_PROTOCOL_VERSION.NOTE, note)
                .set(OWN_PROTOCOL_VERSION.PUBLISHED_BY, by.value())
                .set(OWN_PROTOCOL_VERSION.PUBLISHED_AT, at)
                .execute();
        db.update(OWN_PROTOCOL)
                .set(OWN_PROTOCOL.PUBLISHED, number)
                .where(OWN_PROTOCOL.ID.eq(ref.id()))
                .execute();
    }

    void putAway(String id, @Nullable Instant at) {
        db.update(OWN_PROTOCOL)
                .set(OWN_PROTOCOL.PUT_AWAY_AT, at)
                .where(OWN_PROTOCOL.ID.eq(id))
                .execute();
    }

    /** Every stored version of a protocol, own or shipped, the latest first. */
    List<ProtocolVersion> versions(String id) {
        return db.select(
                        PROTOCOL_VERSION.VERSION,
                        PROTOCOL_VERSION.STORED_AT,
                        OWN_PROTOCOL_VERSION.NOTE,
                        OWN_PROTOCOL_VERSION.PUBLISHED_BY)
                .from(PROTOCOL_VERSION)
                .leftJoin(OWN_PROTOCOL_VERSION)
                .on(OWN_PROTOCOL_VERSION
                        .PROTOCOL_ID
                        .eq(PROTOCOL_VERSION.ID)
                        .and(DSL.cast(OWN_PROTOCOL_VERSION.NUMBER, String.class).eq(PROTOCOL_VERSION.VERSION)))
                .where(PROTOCOL_VERSION.ID.eq(id))
                .orderBy(PROTOCOL_VERSION.STORED_AT.desc(), OWN_PROTOCOL_VERSION.NUMBER.desc())
                .fetch(row -> new ProtocolVersion(
                        new PackRef(id, row.value1()),
                        Optional.ofNullable(row.value3()).orElse(""),
                        Optional.ofNullable(row.value4()).map(PersonId::new),
                        row.value2()));
    }

    private static Row row(OwnProtocolRecord row) {
        PackDraft draft = new PackDraft(
                row.getId(),
                PackTree.parse(row.getDraft()),
                row.getDraftNumber(),
                new PersonId(row.getDraftBy()),
                row.getDraftAt());
        return new Row(
                row.getId(),
                new TeamId(row.getTeamId()),
                draft,
                row.getPublished(),
                Optional.ofNullable(row.getCopiedFrom()).map(OwnProtocolStore::ref),
                row.getPutAwayAt() != null);
    }

    private static PackRef ref(String text) {
        int mark = text.lastIndexOf('@');
        return new PackRef(text.substring(0, mark), text.substring(mark + 1));
    }
}
