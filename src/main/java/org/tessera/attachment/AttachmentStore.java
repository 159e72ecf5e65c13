package org.tessera.attachment;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.tessera.db.Tables.ATTACHMENT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;
import org.tessera.exhibit.ExhibitId;
import org.tessera.writing.WritingPlace;

/** Attachments in their table. */
@Repository
class AttachmentStore {

    private final DSLContext db;

    AttachmentStore(DSLContext db) {
        this.db = db;
    }

    void insert(Attachment one) {
        db.insertInto(ATTACHMENT)
                .set(ATTACHMENT.EXHIBIT_ID, one.exhibit())
                .set(ATTACHMENT.PERSON_ID, one.person())
                .set(ATTACHMENT.CREDENTIAL_ID, one.place().credential().id().value())
                .set(ATTACHMENT.CREDENTIAL_VERSION, one.place().credential().version())
                .set(ATTACHMENT.PART, one.place().part())
                .set(ATTACHMENT.WAY, one.way().name())
                .set(ATTACHMENT.PLACE, one.order())
                .set(ATTACHMENT.IS_USED, one.isUsed())
                .set(ATTACHMENT.DESCRIPTION, one.description())
                .set(ATTACHMENT.TRANSCRIPT, one.transcript())
                .set(ATTACHMENT.MILLIS, one.length().map(Duration::toMillis).orElse(null))
                .set(ATTACHMENT.ATTACHED_AT, one.at())
                .execute();
    }

    /** Writes what may change of an attachment. */
    void update(Attachment one) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.PLACE, one.order())
                .set(ATTACHMENT.IS_USED, one.isUsed())
                .set(ATTACHMENT.DESCRIPTION, one.description())
                .set(ATTACHMENT.TRANSCRIPT, one.transcript())
                .where(ATTACHMENT.EXHIBIT_ID.eq(one.exhibit()))
                .execute();
    }

    Optional<Attachment> find(ExhibitId exhibit) {
        return db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.EXHIBIT_ID.eq(exhibit))
                .fetchOptional(AttachmentStore::attachment);
    }

    /** What is at a place, in order. */
    List<Attachment> at(PersonId person, WritingPlace place) {
        return attachments(of(person, place.credential()).and(ATTACHMENT.PART.eq(place.part())));
    }

    /** What somebody has beside the texts of a credential, in order of each place. */
    List<Attachment> all(PersonId person, CredentialRef credential) {
        return attachments(of(person, credential));
    }

    /** A place behind all others. */
    int last(PersonId person, WritingPlace place) {
        return 1
                + db.select(coalesce(max(ATTACHMENT.PLACE), 0))
                        .from(ATTACHMENT)
                        .where(of(person, place.credential()).and(ATTACHMENT.PART.eq(place.part())))
                        .fetchSingle()
                        .value1();
    }

    void delete(ExhibitId exhibit) {
        db.deleteFrom(ATTACHMENT).where(ATTACHMENT.EXHIBIT_ID.eq(exhibit)).execute();
    }

    private List<Attachment> attachments(Condition which) {
        return db.selectFrom(ATTACHMENT)
                .where(which)
                .orderBy(ATTACHMENT.PLACE, ATTACHMENT.ATTACHED_AT, ATTACHMENT.EXHIBIT_ID)
                .fetch(AttachmentStore::attachment);
    }

    private static Condition of(PersonId person, CredentialRef credential) {
        return ATTACHMENT
                .PERSON_ID
                .eq(person)
                .and(ATTACHMENT.CREDENTIAL_ID.eq(credential.id().value()))
                .and(ATTACHMENT.CREDENTIAL_VERSION.eq(credential.version()));
    }

    private static Attachment attachment(Record row) {
        return new Attachment(
                row.get(ATTACHMENT.EXHIBIT_ID),
                row.get(ATTACHMENT.PERSON_ID),
                new WritingPlace(
                        new CredentialRef(
                                new CredentialId(row.get(ATTACHMENT.CREDENTIAL_ID)),
                                row.get(ATTACHMENT.CREDENTIAL_VERSION)),
                        row.get(ATTACHMENT.PART)),
                Way.valueOf(row.get(ATTACHMENT.WAY)),
                row.get(ATTACHMENT.PLACE),
                row.get(ATTACHMENT.IS_USED),
                row.get(ATTACHMENT.DESCRIPTION),
                row.get(ATTACHMENT.TRANSCRIPT),
                Optional.ofNullable(row.get(ATTACHMENT.MILLIS)).map(Duration::ofMillis),
                row.get(ATTACHMENT.ATTACHED_AT));
    }
}
