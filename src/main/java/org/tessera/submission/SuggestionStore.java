package org.tessera.submission;

import static org.tessera.db.Tables.SUGGESTION_DISMISSED;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.submission.Suggestions.Dismissal;

/** What people dismissed. */
@Repository
class SuggestionStore {

    private final DSLContext db;

    SuggestionStore(DSLContext db) {
        this.db = db;
    }

    void dismiss(PersonId person, Dismissal dismissal, Instant at) {
        db.insertInto(SUGGESTION_DISMISSED)
                .set(SUGGESTION_DISMISSED.PERSON_ID, person)
                .set(SUGGESTION_DISMISSED.ARTIFACT_ID, dismissal.artifact())
                .set(SUGGESTION_DISMISSED.CREDENTIAL_ID, dismissal.credential())
                .set(SUGGESTION_DISMISSED.CRITERION, dismissal.criterion())
                .set(SUGGESTION_DISMISSED.DISMISSED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }

    List<Dismissal> dismissedBy(PersonId person) {
        return db.selectFrom(SUGGESTION_DISMISSED)
                .where(SUGGESTION_DISMISSED.PERSON_ID.eq(person))
                .fetch(row -> new Dismissal(
                        row.get(SUGGESTION_DISMISSED.ARTIFACT_ID),
                        row.get(SUGGESTION_DISMISSED.CREDENTIAL_ID),
                        row.get(SUGGESTION_DISMISSED.CRITERION)));
    }
}
