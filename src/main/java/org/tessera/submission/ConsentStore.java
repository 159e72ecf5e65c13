package org.tessera.submission;

import static org.tessera.db.Tables.CONTRIBUTION_SHARED;
import static org.tessera.db.Tables.WORD_CONSENT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.artifact.ArtifactId;
import org.tessera.room.RoomId;

/** Who may use whose words, and who may see whose part in a meeting. */
@Repository
class ConsentStore {

    private final DSLContext db;

    ConsentStore(DSLContext db) {
        this.db = db;
    }

    /** Asks; asking again after a no or a withdrawal opens the question anew, and after a yes changes nothing. */
    void ask(WordConsent consent) {
        db.insertInto(WORD_CONSENT)
                .set(WORD_CONSENT.ID, consent.id())
                .set(WORD_CONSENT.ARTIFACT_ID, consent.artifact())
                .set(WORD_CONSENT.ASKER_ID, consent.asker())
                .set(WORD_CONSENT.AUTHOR_ID, consent.author())
                .set(WORD_CONSENT.STATE, consent.state().name())
                .set(WORD_CONSENT.ASKED_AT, consent.askedAt())
                .onDuplicateKeyIgnore()
                .execute();
        db.update(WORD_CONSENT)
                .set(WORD_CONSENT.STATE, WordConsent.State.ASKED.name())
                .set(WORD_CONSENT.ASKED_AT, consent.askedAt())
                .where(
                        WORD_CONSENT.ARTIFACT_ID.eq(consent.artifact()),
                        WORD_CONSENT.ASKER_ID.eq(consent.asker()),
                        WORD_CONSENT.AUTHOR_ID.eq(consent.author()),
                        WORD_CONSENT.STATE.in(WordConsent.State.DECLINED.name(), WordConsent.State.WITHDRAWN.name()))
                .execute();
    }

    void answer(UUID id, WordConsent.State state, Instant at) {
        db.update(WORD_CONSENT)
                .set(WORD_CONSENT.STATE, state.name())
                .set(WORD_CONSENT.ANSWERED_AT, at)
                .where(WORD_CONSENT.ID.eq(id))
                .execute();
    }

    Optional<WordConsent> find(UUID id, PersonId author) {
        return fetch(WORD_CONSENT.ID.eq(id).and(WORD_CONSENT.AUTHOR_ID.eq(author))).stream()
                .findFirst();
    }

    List<WordConsent> askedOf(PersonId author) {
        return fetch(WORD_CONSENT.AUTHOR_ID.eq(author));
    }

    List<WordConsent> askedBy(PersonId asker, ArtifactId artifact) {
        return fetch(WORD_CONSENT.ASKER_ID.eq(asker).and(WORD_CONSENT.ARTIFACT_ID.eq(artifact)));
    }

    Set<PersonId> agreedAt(PersonId asker, ArtifactId artifact, Instant moment) {
        return db.select(WORD_CONSENT.AUTHOR_ID)
                .from(WORD_CONSENT)
                .where(
                        WORD_CONSENT.ASKER_ID.eq(asker),
                        WORD_CONSENT.ARTIFACT_ID.eq(artifact),
                        WORD_CONSENT.STATE.eq(WordConsent.State.GIVEN.name()),
                        WORD_CONSENT.ANSWERED_AT.le(moment))
                .fetchSet(WORD_CONSENT.AUTHOR_ID);
    }

    private List<WordConsent> fetch(Condition condition) {
        return db.selectFrom(WORD_CONSENT)
                .where(condition)
                .orderBy(WORD_CONSENT.ASKED_AT.desc(), WORD_CONSENT.ID)
                .fetch(row -> new WordConsent(
                        row.get(WORD_CONSENT.ID),
                        row.get(WORD_CONSENT.ARTIFACT_ID),
                        row.get(WORD_CONSENT.ASKER_ID),
                        row.get(WORD_CONSENT.AUTHOR_ID),
                        WordConsent.State.valueOf(row.get(WORD_CONSENT.STATE)),
                        row.get(WORD_CONSENT.ASKED_AT)));
    }

    void share(RoomId room, PersonId person, PersonId viewer, Instant at) {
        db.insertInto(CONTRIBUTION_SHARED)
                .set(CONTRIBUTION_SHARED.ROOM_ID, room)
                .set(CONTRIBUTION_SHARED.PERSON_ID, person)
                .set(CONTRIBUTION_SHARED.VIEWER_ID, viewer)
                .set(CONTRIBUTION_SHARED.SHARED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }

    void stopSharing(RoomId room, PersonId person, PersonId viewer) {
        db.deleteFrom(CONTRIBUTION_SHARED)
                .where(
                        CONTRIBUTION_SHARED.ROOM_ID.eq(room),
                        CONTRIBUTION_SHARED.PERSON_ID.eq(person),
                        CONTRIBUTION_SHARED.VIEWER_ID.eq(viewer))
                .execute();
    }

    List<PersonId> viewersOf(RoomId room, PersonId person) {
        return db.select(CONTRIBUTION_SHARED.VIEWER_ID)
                .from(CONTRIBUTION_SHARED)
                .where(CONTRIBUTION_SHARED.ROOM_ID.eq(room), CONTRIBUTION_SHARED.PERSON_ID.eq(person))
                .orderBy(CONTRIBUTION_SHARED.SHARED_AT)
                .fetch(CONTRIBUTION_SHARED.VIEWER_ID);
    }
}
