package org.tessera.mail;

import static org.tessera.db.Tables.MAIL_OUTBOX;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.tessera.account.PersonId;
import org.tessera.mail.Mail.State;

/** The outbox in its table. A mail is taken by exactly one who sends it. */
@Repository
class OutboxStore {

    private static final int AT_ONCE = 50;

    private final DSLContext db;

    OutboxStore(DSLContext db) {
        this.db = db;
    }

    /** Adds a mail; nothing happens if the person was written to on this occasion before. */
    void add(Mail mail, Optional<String> secret) {
        db.insertInto(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.ID, mail.id())
                .set(MAIL_OUTBOX.PERSON_ID, mail.to().value())
                .set(MAIL_OUTBOX.OCCASION, mail.occasion())
                .set(MAIL_OUTBOX.SUBJECT, mail.subject())
                .set(MAIL_OUTBOX.BODY, mail.body())
                .set(MAIL_OUTBOX.CALENDAR, mail.calendar().orElse(null))
                .set(MAIL_OUTBOX.SECRET, secret.orElse(null))
                .set(MAIL_OUTBOX.STATE, mail.state().name())
                .set(MAIL_OUTBOX.TRIES, mail.tries())
                .set(MAIL_OUTBOX.NEXT_TRY_AT, mail.madeAt())
                .set(MAIL_OUTBOX.MADE_AT, mail.madeAt())
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** A person's mail, the latest first. */
    List<Mail> of(PersonId person, int most) {
        return db.selectFrom(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.PERSON_ID.eq(person.value()))
                .orderBy(MAIL_OUTBOX.MADE_AT.desc(), MAIL_OUTBOX.ID)
                .limit(most)
                .fetch(OutboxStore::mail);
    }

    List<Mail> due(Instant now) {
        return db.selectFrom(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.STATE.eq(State.WAITING.name()), MAIL_OUTBOX.NEXT_TRY_AT.le(now))
                .orderBy(MAIL_OUTBOX.NEXT_TRY_AT, MAIL_OUTBOX.ID)
                .limit(AT_ONCE)
                .fetch(OutboxStore::mail);
    }

    /** Takes a waiting mail to send it; false if somebody else has. */
    boolean take(UUID id, Instant now) {
        return db.update(MAIL_OUTBOX)
                        .set(MAIL_OUTBOX.STATE, State.SENDING.name())
                        .set(MAIL_OUTBOX.TRIES, MAIL_OUTBOX.TRIES.plus(1))
                        .set(MAIL_OUTBOX.SETTLED_AT, now)
                        .where(MAIL_OUTBOX.ID.eq(id), MAIL_OUTBOX.STATE.eq(State.WAITING.name()))
                        .execute()
                == 1;
    }

    /** What is put into a letter only while it is being sent. */
    Optional<String> secretOf(UUID id) {
        return db.select(MAIL_OUTBOX.SECRET)
                .from(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.ID.eq(id))
                .fetchOptional(MAIL_OUTBOX.SECRET);
    }

    /** Says how sending ended, and forgets the letter's secret. */
    void settle(UUID id, State state, Instant at) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.SECRET, (String) null)
                .set(MAIL_OUTBOX.STATE, state.name())
                .set(MAIL_OUTBOX.SETTLED_AT, at)
                .where(MAIL_OUTBOX.ID.eq(id), MAIL_OUTBOX.STATE.eq(State.SENDING.name()))
                .execute();
    }

    void tryAgain(UUID id, Instant at) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.STATE, State.WAITING.name())
                .set(MAIL_OUTBOX.NEXT_TRY_AT, at)
                .where(MAIL_OUTBOX.ID.eq(id), MAIL_OUTBOX.STATE.eq(State.SENDING.name()))
                .execute();
    }

    /** Of what was being sent before {@code then} nobody will ever know more. */
    void giveUpOn(Instant then) {
        db.update(MAIL_OUTBOX)
                .set(MAIL_OUTBOX.SECRET, (String) null)
                .set(MAIL_OUTBOX.STATE, State.UNCERTAIN.name())
                .where(MAIL_OUTBOX.STATE.eq(State.SENDING.name()), MAIL_OUTBOX.SETTLED_AT.lt(then))
                .execute();
    }

    private static Mail mail(Record row) {
        return new Mail(
                row.get(MAIL_OUTBOX.ID),
                new PersonId(row.get(MAIL_OUTBOX.PERSON_ID)),
                row.get(MAIL_OUTBOX.OCCASION),
                row.get(MAIL_OUTBOX.SUBJECT),
                row.get(MAIL_OUTBOX.BODY),
                Optional.ofNullable(row.get(MAIL_OUTBOX.CALENDAR)),
                State.valueOf(row.get(MAIL_OUTBOX.STATE)),
                row.get(MAIL_OUTBOX.TRIES),
                row.get(MAIL_OUTBOX.MADE_AT));
    }
}
