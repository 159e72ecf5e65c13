package org.tessera.assessment;

import static org.tessera.db.Tables.ANCHOR;
import static org.tessera.db.Tables.ANCHOR_RATING;
import static org.tessera.db.Tables.ANCHOR_TRIAL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.credential.CredentialId;

/** What assessors chose in anchors. */
@Repository
class TrialStore {

    private final DSLContext db;

    TrialStore(DSLContext db) {
        this.db = db;
    }

    void begin(UUID id, CaseId anchor, PersonId person, Instant at) {
        db.insertInto(ANCHOR_TRIAL)
                .set(ANCHOR_TRIAL.ID, id)
                .set(ANCHOR_TRIAL.CASE_ID, anchor.value())
                .set(ANCHOR_TRIAL.PERSON_ID, person.value())
                .set(ANCHOR_TRIAL.BEGUN_AT, at)
                .execute();
    }

    /** A person’s trials of an anchor, the earliest first. */
    List<Trial> of(PersonId person, CaseId anchor) {
        return some(ANCHOR_TRIAL.PERSON_ID.eq(person.value()).and(ANCHOR_TRIAL.CASE_ID.eq(anchor.value())));
    }

    /** A person’s trials for a credential that are done, the earliest first. */
    List<Trial> done(PersonId person, CredentialId credential) {
        return some(ANCHOR_TRIAL
                .PERSON_ID
                .eq(person.value())
                .and(ANCHOR_TRIAL.DONE_AT.isNotNull())
                .and(ANCHOR_TRIAL.CASE_ID.in(
                        db.select(ANCHOR.CASE_ID).from(ANCHOR).where(ANCHOR.CREDENTIAL_ID.eq(credential.value())))));
    }

    private List<Trial> some(Condition which) {
        return db.selectFrom(ANCHOR_TRIAL)
                .where(which)
                .orderBy(ANCHOR_TRIAL.BEGUN_AT, ANCHOR_TRIAL.ID)
                .fetch(row -> new Trial(
                        row.get(ANCHOR_TRIAL.ID),
                        new CaseId(row.get(ANCHOR_TRIAL.CASE_ID)),
                        new PersonId(row.get(ANCHOR_TRIAL.PERSON_ID)),
                        Optional.ofNullable(row.get(ANCHOR_TRIAL.DONE_AT)),
                        rows(row.get(ANCHOR_TRIAL.ID))));
    }

    private List<Trial.Row> rows(UUID trial) {
        return db.selectFrom(ANCHOR_RATING)
                .where(ANCHOR_RATING.TRIAL_ID.eq(trial))
                .orderBy(ANCHOR_RATING.ROW_ID)
                .fetch(row -> new Trial.Row(
                        row.get(ANCHOR_RATING.ROW_ID),
                        row.get(ANCHOR_RATING.LEVEL),
                        Optional.ofNullable(row.get(ANCHOR_RATING.TRUE_LEVEL))
                                .map(level -> new Trial.Truth(
                                        level, row.get(ANCHOR_RATING.HEIGHT), row.get(ANCHOR_RATING.TRUE_HEIGHT)))));
    }

    void choose(UUID trial, String row, String level) {
        db.insertInto(ANCHOR_RATING)
                .set(ANCHOR_RATING.TRIAL_ID, trial)
                .set(ANCHOR_RATING.ROW_ID, row)
                .set(ANCHOR_RATING.LEVEL, level)
                .onDuplicateKeyUpdate()
                .set(ANCHOR_RATING.LEVEL, level)
                .execute();
    }

    /** Keeps the true levels beside the chosen ones, and that nothing more is chosen. */
    void finish(UUID trial, List<Trial.Row> rows, Instant at) {
        rows.forEach(row -> row.truth().ifPresent(truth -> db.update(ANCHOR_RATING)
                .set(ANCHOR_RATING.TRUE_LEVEL, truth.level())
                .set(ANCHOR_RATING.HEIGHT, truth.height())
                .set(ANCHOR_RATING.TRUE_HEIGHT, truth.trueHeight())
                .where(ANCHOR_RATING.TRIAL_ID.eq(trial), ANCHOR_RATING.ROW_ID.eq(row.row()))
                .execute()));
        db.update(ANCHOR_TRIAL)
                .set(ANCHOR_TRIAL.DONE_AT, at)
                .where(ANCHOR_TRIAL.ID.eq(trial))
                .execute();
    }
}
