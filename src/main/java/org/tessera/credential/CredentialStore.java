package org.tessera.credential;

import static org.tessera.db.Tables.CREDENTIAL_VERSION;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Every version of every credential file ever shipped. */
@Repository
class CredentialStore {

    private final DSLContext db;

    CredentialStore(DSLContext db) {
        this.db = db;
    }

    /** Keeps a version unless it is there already; answers the checksum of the one that is kept, in hex. */
    String keep(CredentialRef ref, String kind, String yaml, byte[] sha256, Instant at) {
        db.insertInto(CREDENTIAL_VERSION)
                .set(CREDENTIAL_VERSION.CREDENTIAL_ID, ref.id().value())
                .set(CREDENTIAL_VERSION.VERSION, ref.version())
                .set(CREDENTIAL_VERSION.KIND, kind)
                .set(CREDENTIAL_VERSION.YAML, yaml)
                .set(CREDENTIAL_VERSION.SHA256, sha256)
                .set(CREDENTIAL_VERSION.STORED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
        return db.select(CREDENTIAL_VERSION.SHA256)
                .from(CREDENTIAL_VERSION)
                .where(
                        CREDENTIAL_VERSION.CREDENTIAL_ID.eq(ref.id().value()),
                        CREDENTIAL_VERSION.VERSION.eq(ref.version()))
                .fetchSingle(row -> HexFormat.of().formatHex(row.value1()));
    }

    /** The file of a credential version. */
    Optional<String> yaml(CredentialRef ref) {
        return db.select(CREDENTIAL_VERSION.YAML)
                .from(CREDENTIAL_VERSION)
                .where(
                        CREDENTIAL_VERSION.CREDENTIAL_ID.eq(ref.id().value()),
                        CREDENTIAL_VERSION.VERSION.eq(ref.version()),
                        CREDENTIAL_VERSION.KIND.eq("credential"))
                .fetchOptional(CREDENTIAL_VERSION.YAML);
    }
}
