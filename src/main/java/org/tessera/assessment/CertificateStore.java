package org.tessera.assessment;

import static org.tessera.db.Tables.CERTIFICATE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** Who is certified for what. */
@Repository
class CertificateStore {

    private final DSLContext db;

    CertificateStore(DSLContext db) {
        this.db = db;
    }

    void add(Certificate certificate) {
        db.insertInto(CERTIFICATE)
                .set(CERTIFICATE.ID, certificate.id())
                .set(CERTIFICATE.PERSON_ID, certificate.assessor().value())
                .set(CERTIFICATE.CREDENTIAL_ID, certificate.credential().value())
                .set(CERTIFICATE.FROM_AT, certificate.from())
                .set(CERTIFICATE.UNTIL_AT, certificate.until())
                .set(CERTIFICATE.EXACT, certificate.exact())
                .set(
                        CERTIFICATE.KAPPA,
                        certificate.kappa().map(BigDecimal::valueOf).orElse(null))
                .execute();
    }

    /** What a person got last for a credential, whether it still holds or not. */
    Optional<Certificate> last(PersonId person, CredentialId credential) {
        return some(CERTIFICATE.PERSON_ID.eq(person.value()).and(CERTIFICATE.CREDENTIAL_ID.eq(credential.value())))
                .stream()
                .findFirst();
    }

    /** Those that end until {@code latest} and whose owners have not been told. */
    List<Certificate> ending(Instant now, Instant latest) {
        return some(CERTIFICATE
                .UNTIL_AT
                .gt(now)
                .and(CERTIFICATE.UNTIL_AT.le(latest))
                .and(CERTIFICATE.ENDED_AT.isNull())
                .and(CERTIFICATE.REMINDED_AT.isNull()));
    }

    /** False if its owner was told before. */
    boolean remind(UUID certificate, Instant at) {
        return db.update(CERTIFICATE)
                        .set(CERTIFICATE.REMINDED_AT, at)
                        .where(CERTIFICATE.ID.eq(certificate), CERTIFICATE.REMINDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False if it had ended before. */
    boolean end(UUID certificate, Instant at) {
        return db.update(CERTIFICATE)
                        .set(CERTIFICATE.ENDED_AT, at)
                        .where(CERTIFICATE.ID.eq(certificate), CERTIFICATE.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    private List<Certificate> some(Condition which) {
        return db.selectFrom(CERTIFICATE)
                .where(which)
                .orderBy(CERTIFICATE.FROM_AT.desc(), CERTIFICATE.ID)
                .fetch(row -> new Certificate(
                        row.get(CERTIFICATE.ID),
                        new PersonId(row.get(CERTIFICATE.PERSON_ID)),
                        new CredentialId(row.get(CERTIFICATE.CREDENTIAL_ID)),
                        row.get(CERTIFICATE.FROM_AT),
                        row.get(CERTIFICATE.UNTIL_AT),
                        row.get(CERTIFICATE.EXACT),
                        Optional.ofNullable(row.get(CERTIFICATE.KAPPA)).map(BigDecimal::doubleValue),
                        Optional.ofNullable(row.get(CERTIFICATE.ENDED_AT))));
    }
}
