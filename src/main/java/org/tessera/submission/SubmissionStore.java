package org.tessera.submission;

import static org.tessera.db.Tables.SUBMISSION;
import static org.tessera.db.Tables.SUBMISSION_EVENT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;
import org.tessera.credential.CredentialRef;

/** Submissions and everything that happened to them. */
@Repository
class SubmissionStore {

    private final DSLContext db;

    SubmissionStore(DSLContext db) {
        this.db = db;
    }

    /** Makes a submission to which nothing has happened; nothing changes if it is there. */
    void insert(Submission submission, Instant at) {
        db.insertInto(SUBMISSION)
                .set(SUBMISSION.ID, submission.id())
                .set(SUBMISSION.PERSON_ID, submission.earner())
                .set(SUBMISSION.CREDENTIAL_ID, submission.credential().id().value())
                .set(SUBMISSION.CREDENTIAL_VERSION, submission.credential().version())
                .set(SUBMISSION.BEGUN_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** Adds what happened as number {@code seq}; false if something else has that number. */
    boolean append(SubmissionId submission, int seq, SubmissionEvent event) {
        return db.insertInto(SUBMISSION_EVENT)
                        .set(SUBMISSION_EVENT.SUBMISSION_ID, submission)
                        .set(SUBMISSION_EVENT.SEQ, seq)
                        .set(SUBMISSION_EVENT.TYPE, SubmissionJson.typeOf(event))
                        .set(SUBMISSION_EVENT.BODY, SubmissionJson.write(event))
                        .set(SUBMISSION_EVENT.AT, event.at())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    Optional<Submission> find(SubmissionId id) {
        return one(SUBMISSION.ID.eq(id));
    }

    Optional<Submission> find(PersonId person, CredentialRef credential) {
        return one(SUBMISSION
                .PERSON_ID
                .eq(person)
                .and(SUBMISSION.CREDENTIAL_ID.eq(credential.id().value()))
                .and(SUBMISSION.CREDENTIAL_VERSION.eq(credential.version())));
    }

    List<Submission> of(PersonId person) {
        return db
                .selectFrom(SUBMISSION)
                .where(SUBMISSION.PERSON_ID.eq(person))
                .orderBy(SUBMISSION.BEGUN_AT, SUBMISSION.ID)
                .fetch()
                .stream()
                .map(this::submission)
                .toList();
    }

    private Optional<Submission> one(Condition condition) {
        return db.selectFrom(SUBMISSION).where(condition).fetchOptional().map(this::submission);
    }

    private Submission submission(Record row) {
        SubmissionId id = row.get(SUBMISSION.ID);
        return new Submission(
                id,
                row.get(SUBMISSION.PERSON_ID),
                new CredentialRef(
                        new CredentialId(row.get(SUBMISSION.CREDENTIAL_ID)), row.get(SUBMISSION.CREDENTIAL_VERSION)),
                db.select(SUBMISSION_EVENT.BODY)
                        .from(SUBMISSION_EVENT)
                        .where(SUBMISSION_EVENT.SUBMISSION_ID.eq(id))
                        .orderBy(SUBMISSION_EVENT.SEQ)
                        .fetch(event -> SubmissionJson.read(event.value1())));
    }
}
