package org.tessera.submission;

import static org.tessera.db.Tables.EVIDENCE_LINK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.exhibit.ExhibitId;
import org.tessera.protocol.Role;

/** Evidence links in their table; every access names the person they belong to. */
@Repository
class EvidenceLinkStore {

    private final DSLContext db;

    EvidenceLinkStore(DSLContext db) {
        this.db = db;
    }

    /** Adds a link; false if the person already has one from this piece to this criterion and item. */
    boolean insert(EvidenceLink link) {
        return db.insertInto(EVIDENCE_LINK)
                        .set(EVIDENCE_LINK.ID, link.id())
                        .set(EVIDENCE_LINK.PERSON_ID, link.person())
                        .set(EVIDENCE_LINK.ARTIFACT_ID, link.piece().artifact().orElse(null))
                        .set(EVIDENCE_LINK.EXHIBIT_ID, link.piece().exhibit().orElse(null))
                        .set(EVIDENCE_LINK.CREDENTIAL_ID, link.credential().id().value())
                        .set(EVIDENCE_LINK.CREDENTIAL_VERSION, link.credential().version())
                        .set(EVIDENCE_LINK.CRITERION, link.criterion())
                        .set(EVIDENCE_LINK.ITEM, link.item().orElse(""))
                        .set(EVIDENCE_LINK.PART, link.part().word())
                        .set(EVIDENCE_LINK.ROLE, link.role().map(Role::word).orElse(null))
                        .set(EVIDENCE_LINK.ANNOTATION, link.annotation())
                        .set(EVIDENCE_LINK.VERSION, link.version())
                        .set(EVIDENCE_LINK.LINKED_AT, link.at())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    List<EvidenceLink> of(PersonId person) {
        return db.selectFrom(EVIDENCE_LINK)
                .where(EVIDENCE_LINK.PERSON_ID.eq(person))
                .orderBy(EVIDENCE_LINK.LINKED_AT, EVIDENCE_LINK.ID)
                .fetch(EvidenceLinkStore::link);
    }

    Optional<EvidenceLink> find(PersonId person, EvidenceLinkId id) {
        return db.selectFrom(EVIDENCE_LINK)
                .where(EVIDENCE_LINK.ID.eq(id), EVIDENCE_LINK.PERSON_ID.eq(person))
                .fetchOptional(EvidenceLinkStore::link);
    }

    /** Changes the words; false if there is no such link of this person in this version. */
    boolean reword(PersonId person, EvidenceLinkId id, int version, String annotation) {
        return db.update(EVIDENCE_LINK)
                        .set(EVIDENCE_LINK.ANNOTATION, annotation)
                        .set(EVIDENCE_LINK.VERSION, version + 1)
                        .where(
                                EVIDENCE_LINK.ID.eq(id),
                                EVIDENCE_LINK.PERSON_ID.eq(person),
                                EVIDENCE_LINK.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Removes a link; false if there is no such link of this person in this version. */
    boolean delete(PersonId person, EvidenceLinkId id, int version) {
        return db.deleteFrom(EVIDENCE_LINK)
                        .where(
                                EVIDENCE_LINK.ID.eq(id),
                                EVIDENCE_LINK.PERSON_ID.eq(person),
                                EVIDENCE_LINK.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** How many links there are to an exhibit. */
    int to(ExhibitId exhibit) {
        return db.fetchCount(EVIDENCE_LINK, EVIDENCE_LINK.EXHIBIT_ID.eq(exhibit));
    }

    /** Which credentials an exhibit is evidence for. */
    Set<CredentialRef> credentialsOf(ExhibitId exhibit) {
        return db.selectDistinct(EVIDENCE_LINK.CREDENTIAL_ID, EVIDENCE_LINK.CREDENTIAL_VERSION)
                .from(EVIDENCE_LINK)
                .where(EVIDENCE_LINK.EXHIBIT_ID.eq(exhibit))
                .fetchSet(row -> new CredentialRef(new CredentialId(row.value1()), row.value2()));
    }

    /** Removes all links to an exhibit. */
    void unlink(ExhibitId exhibit) {
        db.deleteFrom(EVIDENCE_LINK).where(EVIDENCE_LINK.EXHIBIT_ID.eq(exhibit)).execute();
    }

    private static Piece piece(Record row) {
        return Optional.ofNullable(row.get(EVIDENCE_LINK.ARTIFACT_ID))
                .map(Piece::of)
                // the table says that it is one or the other
                .orElseGet(() -> Piece.of(row.get(EVIDENCE_LINK.EXHIBIT_ID)));
    }

    private static EvidenceLink link(Record row) {
        return new EvidenceLink(
                row.get(EVIDENCE_LINK.ID),
                row.get(EVIDENCE_LINK.PERSON_ID),
                piece(row),
                new CredentialRef(
                        new CredentialId(row.get(EVIDENCE_LINK.CREDENTIAL_ID)),
                        row.get(EVIDENCE_LINK.CREDENTIAL_VERSION)),
                row.get(EVIDENCE_LINK.CRITERION),
                Optional.of(row.get(EVIDENCE_LINK.ITEM)).filter(item -> !item.isEmpty()),
                Part.of(row.get(EVIDENCE_LINK.PART)),
                Optional.ofNullable(row.get(EVIDENCE_LINK.ROLE)).map(Role::of),
                row.get(EVIDENCE_LINK.ANNOTATION),
                row.get(EVIDENCE_LINK.VERSION),
                row.get(EVIDENCE_LINK.LINKED_AT));
    }
}
