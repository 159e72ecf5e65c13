package org.tessera.assessment;

import static org.tessera.db.Tables.ANCHOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.DistrictId;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** Which cases are anchors, and what their earners say to it. */
@Repository
class AnchorStore {

    private final DSLContext db;

    AnchorStore(DSLContext db) {
        this.db = db;
    }

    /** Keeps a new anchor; false if the case is one. */
    boolean add(Anchor anchor, PersonId by, Instant at) {
        return db.insertInto(ANCHOR)
                        .set(ANCHOR.CASE_ID, anchor.on().value())
                        .set(ANCHOR.DISTRICT_ID, anchor.district().value())
                        .set(ANCHOR.CREDENTIAL_ID, anchor.credential().value())
                        .set(ANCHOR.CONSENT, anchor.consent().name())
                        .set(ANCHOR.PROPOSED_BY, by.value())
                        .set(ANCHOR.PROPOSED_AT, at)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    Optional<Anchor> find(CaseId id) {
        return some(ANCHOR.CASE_ID.eq(id.value())).stream().findFirst();
    }

    /** The same, waiting for whoever is at it just now. */
    Optional<Anchor> findToChange(CaseId id) {
        db.select(ANCHOR.CASE_ID)
                .from(ANCHOR)
                .where(ANCHOR.CASE_ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    /** All of a district, the oldest first. */
    List<Anchor> of(DistrictId district) {
        return some(ANCHOR.DISTRICT_ID.eq(district.value()));
    }

    void answer(CaseId id, Consent consent, Instant at) {
        db.update(ANCHOR)
                .set(ANCHOR.CONSENT, consent.name())
                .set(ANCHOR.ANSWERED_AT, at)
                .where(ANCHOR.CASE_ID.eq(id.value()))
                .execute();
    }

    private List<Anchor> some(Condition which) {
        return db.selectFrom(ANCHOR)
                .where(which)
                .orderBy(ANCHOR.PROPOSED_AT, ANCHOR.CASE_ID)
                .fetch(row -> new Anchor(
                        new CaseId(row.get(ANCHOR.CASE_ID)),
                        new DistrictId(row.get(ANCHOR.DISTRICT_ID)),
                        new CredentialId(row.get(ANCHOR.CREDENTIAL_ID)),
                        Consent.valueOf(row.get(ANCHOR.CONSENT))));
    }
}
