package org.tessera.protocol;

import static org.tessera.db.Tables.PROTOCOL_VERSION;

import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of every pack version ever offered; rows are only added. */
@Repository
class ProtocolStore {

    private final DSLContext db;
    private final InstantSource clock;

    ProtocolStore(DSLContext db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Stores this version unless it is there, also if another node does the same at this moment. */
    void keep(PackRef ref, String yaml, byte[] sha256) {
        db.insertInto(PROTOCOL_VERSION)
                .set(PROTOCOL_VERSION.ID, ref.id())
                .set(PROTOCOL_VERSION.VERSION, ref.version())
                .set(PROTOCOL_VERSION.YAML, yaml)
                .set(PROTOCOL_VERSION.SHA256, sha256)
                .set(PROTOCOL_VERSION.STORED_AT, clock.instant())
                .onDuplicateKeyIgnore()
                .execute();
    }

    Optional<byte[]> sha256(PackRef ref) {
        return db.select(PROTOCOL_VERSION.SHA256)
                .from(PROTOCOL_VERSION)
                .where(PROTOCOL_VERSION.ID.eq(ref.id()), PROTOCOL_VERSION.VERSION.eq(ref.version()))
                .fetchOptional(PROTOCOL_VERSION.SHA256);
    }

    Optional<String> yaml(PackRef ref) {
        return db.select(PROTOCOL_VERSION.YAML)
                .from(PROTOCOL_VERSION)
                .where(PROTOCOL_VERSION.ID.eq(ref.id()), PROTOCOL_VERSION.VERSION.eq(ref.version()))
                .fetchOptional(PROTOCOL_VERSION.YAML);
    }
}
