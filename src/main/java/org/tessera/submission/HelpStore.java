package org.tessera.submission;

import static org.tessera.db.Tables.COMMENT_DRAFT;
import static org.tessera.db.Tables.INVITATION;
import static org.tessera.db.Tables.SUBMISSION_COMMENT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;

/** Invitations to help, and what helpers said. */
@Repository
class HelpStore {

    private final DSLContext db;

    HelpStore(DSLContext db) {
        this.db = db;
    }

    void insert(Invitation invitation) {
        db.insertInto(INVITATION)
                .set(INVITATION.ID, invitation.id())
                .set(INVITATION.SUBMISSION_ID, invitation.submission())
                .set(INVITATION.INVITED_ID, invitation.invited())
                .set(INVITATION.KIND, invitation.kind().name())
                .set(INVITATION.INVITED_AT, invitation.at())
                .execute();
    }

    /** Takes an invitation back; false if there is none that holds. */
    boolean withdraw(SubmissionId submission, InvitationId id, Instant at) {
        return db.update(INVITATION)
                        .set(INVITATION.WITHDRAWN_AT, at)
                        .where(
                                INVITATION.ID.eq(id),
                                INVITATION.SUBMISSION_ID.eq(submission),
                                INVITATION.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    List<Invitation> of(SubmissionId submission) {
        return invitations(INVITATION.SUBMISSION_ID.eq(submission));
    }

    List<Invitation> to(PersonId invited) {
        return invitations(INVITATION.INVITED_ID.eq(invited));
    }

    Optional<Invitation> find(InvitationId id) {
        return invitations(INVITATION.ID.eq(id)).stream().findFirst();
    }

    private List<Invitation> invitations(Condition which) {
        return db.selectFrom(INVITATION)
                .where(which)
                .orderBy(INVITATION.INVITED_AT, INVITATION.ID)
                .fetch(row -> new Invitation(
                        row.getId(),
                        row.getSubmissionId(),
                        row.getInvitedId(),
                        Invitation.Kind.valueOf(row.getKind()),
                        row.getInvitedAt(),
                        Optional.ofNullable(row.getWithdrawnAt())));
    }

    void insert(InvitationId invitation, Comment comment) {
        db.insertInto(SUBMISSION_COMMENT)
                .set(SUBMISSION_COMMENT.ID, comment.id())
                .set(SUBMISSION_COMMENT.INVITATION_ID, invitation)
                .set(SUBMISSION_COMMENT.SPOT, comment.spot().word())
                .set(SUBMISSION_COMMENT.PASSAGE, comment.passage())
                .set(SUBMISSION_COMMENT.BODY, comment.text())
                .set(SUBMISSION_COMMENT.SAID_AT, comment.at())
                .execute();
    }

    List<Comment> comments(SubmissionId submission) {
        return db.select(
                        SUBMISSION_COMMENT.ID,
                        INVITATION.INVITED_ID,
                        SUBMISSION_COMMENT.SPOT,
                        SUBMISSION_COMMENT.PASSAGE,
                        SUBMISSION_COMMENT.BODY,
                        SUBMISSION_COMMENT.SAID_AT,
                        SUBMISSION_COMMENT.RESOLVED_AT)
                .from(SUBMISSION_COMMENT)
                .join(INVITATION)
                .on(INVITATION.ID.eq(SUBMISSION_COMMENT.INVITATION_ID))
                .where(INVITATION.SUBMISSION_ID.eq(submission))
                .orderBy(SUBMISSION_COMMENT.SAID_AT, SUBMISSION_COMMENT.ID)
                .fetch(row -> new Comment(
                        row.value1(),
                        row.value2(),
                        Spot.read(row.value3()).orElseThrow(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        Optional.ofNullable(row.value7()),
                        true));
    }

    /** What somebody is still writing about each spot. */
    Map<Spot, CommentDraft> drafts(InvitationId invitation) {
        return db
                .select(COMMENT_DRAFT.SPOT, COMMENT_DRAFT.PASSAGE, COMMENT_DRAFT.BODY)
                .from(COMMENT_DRAFT)
                .where(COMMENT_DRAFT.INVITATION_ID.eq(invitation.value()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> Spot.read(row.value1()).orElseThrow(),
                        row -> new CommentDraft(row.value2(), row.value3())));
    }

    void keep(InvitationId invitation, Spot spot, CommentDraft draft, Instant at) {
        db.insertInto(COMMENT_DRAFT)
                .set(COMMENT_DRAFT.INVITATION_ID, invitation.value())
                .set(COMMENT_DRAFT.SPOT, spot.word())
                .set(COMMENT_DRAFT.PASSAGE, draft.passage())
                .set(COMMENT_DRAFT.BODY, draft.text())
                .set(COMMENT_DRAFT.SAVED_AT, at)
                .onDuplicateKeyUpdate()
                .set(COMMENT_DRAFT.PASSAGE, draft.passage())
                .set(COMMENT_DRAFT.BODY, draft.text())
                .set(COMMENT_DRAFT.SAVED_AT, at)
                .execute();
    }

    void clear(InvitationId invitation, Spot spot) {
        db.deleteFrom(COMMENT_DRAFT)
                .where(COMMENT_DRAFT.INVITATION_ID.eq(invitation.value()), COMMENT_DRAFT.SPOT.eq(spot.word()))
                .execute();
    }

    /** Marks a comment as done with; false if there is no such open one. */
    boolean resolve(SubmissionId submission, UUID comment, Instant at) {
        return db.update(SUBMISSION_COMMENT)
                        .set(SUBMISSION_COMMENT.RESOLVED_AT, at)
                        .where(
                                SUBMISSION_COMMENT.ID.eq(comment),
                                SUBMISSION_COMMENT.RESOLVED_AT.isNull(),
                                SUBMISSION_COMMENT.INVITATION_ID.in(db.select(INVITATION.ID)
                                        .from(INVITATION)
                                        .where(INVITATION.SUBMISSION_ID.eq(submission))))
                        .execute()
                == 1;
    }
}
